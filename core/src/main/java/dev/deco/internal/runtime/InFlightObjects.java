package dev.deco.internal.runtime;

import java.util.Arrays;

/**
 * The objects that unsynced rows of one scope hold, under the keys that the weaver gave them: where it could not tell
 * two references apart, the scope asks here whether they are the same object. By identity, never by the user's
 * {@code equals} or {@code hashCode}.
 *
 * <p>Most loops put the same object in again and again and ask for another one: both are one comparison with what was
 * put last. Beyond that, an open-addressing hash set per key.
 *
 * <p><b>Concurrency:</b> on the scope's own thread only.
 */
final class InFlightObjects {
  private static final int SMALLEST = 16;

  private Object[] last = new Object[4];
  private Object[][] sets = new Object[4][];
  private int[] sizes = new int[4];

  void add(int key, Object object) {
    if (key >= last.length) {
      grow(key);
    }
    if (object == null || last[key] == object) {
      return;
    }
    if (last[key] != null) {
      insert(key, last[key]);
    }
    last[key] = object;
  }

  boolean contains(int key, Object object) {
    return key < last.length && object != null && (last[key] == object || sizes[key] > 0 && find(key, object));
  }

  void clear() {
    Arrays.fill(last, null);
    for (int key = 0; key < sets.length; key++) {
      if (sizes[key] > 0) {
        sets[key] = null;
        sizes[key] = 0;
      }
    }
  }

  private void grow(int key) {
    int length = Math.max(key + 1, 2 * last.length);
    last = Arrays.copyOf(last, length);
    sets = Arrays.copyOf(sets, length);
    sizes = Arrays.copyOf(sizes, length);
  }

  private boolean find(int key, Object object) {
    Object[] set = sets[key];
    for (int i = start(object, set);; i = i + 1 & set.length - 1) {
      if (set[i] == object) {
        return true;
      } else if (set[i] == null) {
        return false;
      }
    }
  }

  private void insert(int key, Object object) {
    if (sets[key] == null) {
      sets[key] = new Object[SMALLEST];
    } else if (2 * sizes[key] >= sets[key].length) {
      Object[] old = sets[key];
      sets[key] = new Object[2 * old.length];
      sizes[key] = 0;
      for (Object each : old) {
        if (each != null) {
          insert(key, each);
        }
      }
    }
    Object[] set = sets[key];
    int i = start(object, set);
    while (set[i] != null) {
      if (set[i] == object) {
        return;
      }
      i = i + 1 & set.length - 1;
    }
    set[i] = object;
    sizes[key]++;
  }

  private static int start(Object object, Object[] set) {
    int hash = System.identityHashCode(object);
    return (hash ^ hash >>> 15) & set.length - 1;
  }
}
