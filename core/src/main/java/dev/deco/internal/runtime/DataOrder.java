package dev.deco.internal.runtime;

import dev.deco.internal.engine.Counters;
import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * What the rows of a scope read and write, in program order, and which earlier rows each therefore has to wait for: the
 * last ones that wrote what it reads, and those that read or wrote last what it writes. Objects count by identity, apart
 * for each key of the weaver's, arrays by sections.
 *
 * <p>As in OpenMP's {@code task depend} and OmpSs (Duran and others, "OmpSs: a proposal for programming heterogeneous
 * multi-core architectures", Parallel Processing Letters 2011), each row is ordered when it is spawned, by the thread
 * that spawns it: scopes that run beside each other order their rows beside each other, without a lock.
 *
 * <p><b>Concurrency:</b> on the scope's own thread only.
 */
final class DataOrder {
  /** The row writes; otherwise it only reads. */
  static final int WRITE = 1;
  /** Other rows touch objects of the same key without naming them. */
  static final int PART = 2;
  /** It is the content of a collection, which another object may show. */
  static final int CONTENT = 4;

  private static final int SMALLEST = 64;
  /** Rows of an array beyond which they are not looked at one by one. */
  private static final int MANY = 512;

  private final Counters counters;
  private final TaskGraph graph = TaskGraph.recording(); // null unless the tasks are recorded
  private Datum[] slots = new Datum[SMALLEST]; // open addressing, linear probing
  private int size;
  private Anything[] anything = {};            // by key
  // The row that is being ordered, and what is known of its access.
  private Batch row;
  private String name;

  DataOrder(Counters counters) {
    this.counters = counters;
  }

  // What rows say.

  void access(Batch b, Object object, int key, int mode, String what) {
    section(b, object, key, mode, what, Datum.FIRST, Datum.LAST);
  }

  void section(Batch b, Object object, int key, int mode, String what, long first, long last) {
    if (object == null) {
      return;
    }
    row = b;
    name = what;
    boolean write = (mode & WRITE) != 0;
    if ((mode & CONTENT) != 0 && !InFlightObjects.isOwner(object)) {
      anything(key).whole(this, write);
      return;
    }
    if ((mode & PART) != 0) {
      anything(key).part(this, write);
    }
    boolean all = first == Indexes.UNKNOWN || last == Indexes.UNKNOWN || isAll(object, first, last);
    if (all || first <= last) {
      datum(object, key).access(this, write, all ? Datum.FIRST : first, all ? Datum.LAST : last);
    }
  }

  private static boolean isAll(Object object, long first, long last) {
    return first <= 0 && object.getClass().isArray() && last >= Array.getLength(object) - 1L;
  }

  /** The row accesses these elements of these rows of the array. */
  void rows(Batch b, Object[] array, int key, int mode, String what, long firstRow, long lastRow, long first,
      long last) {
    if (array == null) {
      return;
    }
    boolean all = firstRow == Indexes.UNKNOWN || lastRow == Indexes.UNKNOWN;
    int from = all ? 0 : (int) Math.max(0, firstRow);
    int to = (int) Math.min(array.length - 1, all ? Integer.MAX_VALUE : lastRow);
    if (to - from >= MANY) {
      anything(b, key, mode, what);
      return;
    }
    for (int i = from; i <= to; i++) {
      section(b, array[i], key, mode, what, first, last);
    }
  }

  /** The row accesses what it cannot name. */
  void anything(Batch b, int key, int mode, String what) {
    row = b;
    name = what;
    anything(key).whole(this, (mode & WRITE) != 0);
  }

  // What objects answer.

  /** The row that is being ordered has to wait for an earlier one; {@code null}: for none. */
  void after(Completion earlier) {
    Completion own = row.completion;
    if (earlier == null || earlier == own) {
      return;
    }
    if (graph != null) {
      graph.edge(earlier.node, own.node, name);
    }
    if (earlier.asked == own) {
      return;
    }
    if ((earlier.reached() || !asks(earlier)) && row.course != null) {
      row.course.after(earlier.path);
    }
  }

  private boolean asks(Completion earlier) {
    earlier.asked = row.completion;
    if (!earlier.informs(row)) {
      return false;
    }
    row.awaited++;
    counters.edges++;
    return true;
  }

  /** The end of the row that is being ordered. */
  Completion own() {
    return row.completion;
  }

  /** Whether ends that have been reached may be forgotten. */
  boolean forgets() {
    return graph == null || graph.full();
  }

  private Anything anything(int key) {
    if (key >= anything.length) {
      anything = Arrays.copyOf(anything, Math.max(key + 1, 2 * anything.length));
    }
    if (anything[key] == null) {
      anything[key] = new Anything();
    }
    return anything[key];
  }

  private Datum datum(Object object, int key) {
    int i = find(object, key);
    Datum datum = slots[i];
    if (datum == null) {
      if (2 * size >= slots.length) {
        forgetIdle();
        i = find(object, key);
      }
      datum = new Datum(object, key);
      slots[i] = datum;
      size++;
    }
    return datum;
  }

  /** Where the object is, or would be. */
  private int find(Object object, int key) {
    int hash = System.identityHashCode(object) + key * 0x9E3779B9;
    int i = (hash ^ hash >>> 15) & slots.length - 1;
    while (slots[i] != null && (slots[i].object != object || slots[i].key != key)) {
      i = i + 1 & slots.length - 1;
    }
    return i;
  }

  /** Objects that no later row has to wait for go; there is room for as many again as are left. */
  void forgetIdle() {
    Datum[] old = slots;
    int left = 0;
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null && forgets() && old[i].idle()) {
        old[i] = null;
      } else if (old[i] != null) {
        left++;
      }
    }
    int room = SMALLEST;
    while (room < 4 * left) {
      room *= 2;
    }
    slots = new Datum[room];
    size = left;
    for (Datum datum : old) {
      if (datum != null) {
        slots[find(datum.object, datum.key)] = datum;
      }
    }
  }

  /** Nothing is outstanding. */
  void clear() {
    if (size > 0) {
      if (slots.length > SMALLEST) {
        slots = new Datum[SMALLEST];
      } else {
        Arrays.fill(slots, null);
      }
      size = 0;
    }
    Arrays.fill(anything, null);
  }
}
