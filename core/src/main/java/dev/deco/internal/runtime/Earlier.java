package dev.deco.internal.runtime;

import java.util.Arrays;

/**
 * The ends of earlier rows that later ones have to wait for; those that have been reached are forgotten.
 *
 * <p><b>Concurrency:</b> on the scope's own thread only.
 */
final class Earlier {
  private static final int FEWEST = 4;
  /** So many are made one where each of many rows would have to ask all. */
  static final int MANY = 64;

  private Completion[] all = {};
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void add(Completion end, DataOrder order) {
    if (size > 0 && all[size - 1] == end) {
      return;
    }
    if (size == all.length) {
      forgetReached(order);
      if (4 * size >= 3 * all.length) {
        all = Arrays.copyOf(all, Math.max(FEWEST, 2 * all.length));
      }
    }
    all[size++] = end;
  }

  void addAll(Earlier others, DataOrder order) {
    for (int i = 0; i < others.size; i++) {
      add(others.all[i], order);
    }
  }

  /** The row that is being ordered waits for all of them. */
  void precede(DataOrder order) {
    for (int i = 0; i < size; i++) {
      order.after(all[i]);
    }
  }

  /** The same, where more rows are going to. */
  void precedeMany(DataOrder order) {
    if (size > MANY && order.forgets() && !contains(order.own())) {
      forgetReached(order);
      if (size > MANY) {
        Completion one = joined();
        clear();
        add(one, order);
      }
    }
    precede(order);
  }

  /** One end that stands for all, which must not be asked by a row that is among them; {@code null} if there are none. */
  Completion joined() {
    if (size <= 1) {
      return size == 0 ? null : all[0];
    }
    Join join = new Join();
    for (int i = 0; i < size; i++) {
      join.after(all[i]);
    }
    join.counted();
    return join;
  }

  boolean contains(Completion end) {
    for (int i = 0; i < size; i++) {
      if (all[i] == end) {
        return true;
      }
    }
    return false;
  }

  boolean allReached() {
    for (int i = 0; i < size; i++) {
      if (!all[i].reached()) {
        return false;
      }
    }
    return true;
  }

  private void forgetReached(DataOrder order) {
    if (!order.forgets()) {
      return;
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!all[i].reached()) {
        all[kept++] = all[i];
      }
    }
    Arrays.fill(all, kept, size, null);
    size = kept;
  }

  void clear() {
    if (size > 0) {
      if (all.length > MANY) {
        all = new Completion[FEWEST];
      } else {
        Arrays.fill(all, 0, size, null);
      }
      size = 0;
    }
  }
}
