package dev.deco.internal.views;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A change of one key that a task has made without a look at what is there: its caller has dropped the result. What
 * comes of it is decided by what the key has in the task's turn; or at once, where the task goes on to look.
 */
final class Later<K, V> implements Change<K, V> {
  /** The methods of a map that are logged so. */
  enum Method { MERGE, COMPUTE, COMPUTE_IF_PRESENT, PUT_IF_ABSENT, GROUP }

  private final Method method;
  private final K key;
  private V value; // null for the methods that have none
  private final BiFunction<? super V, ? super V, ? extends V> merging;    // of MERGE
  private final BiFunction<? super K, ? super V, ? extends V> computing;  // of COMPUTE and COMPUTE_IF_PRESENT
  private final boolean combines;
  private Function<? super K, ? extends V> absent;                        // of GROUP, as is the next one
  private Grouped last;
  private Object outcome = Slot.UNKNOWN;
  private Later<?, ?> next; // of the same key

  private Later(Method method, K key, V value, BiFunction<? super V, ? super V, ? extends V> merging,
      BiFunction<? super K, ? super V, ? extends V> computing, boolean combines) {
    this.method = method;
    this.key = key;
    this.value = value;
    this.merging = merging;
    this.computing = computing;
    this.combines = combines;
  }

  /** {@code combines}: the function never fails, and it does not matter which of three values it takes first. */
  static <K, V> Later<K, V> merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function,
      boolean combines) {
    return new Later<>(Method.MERGE, key, value, function, null, combines);
  }

  static <K, V> Later<K, V> compute(Method method, K key, BiFunction<? super K, ? super V, ? extends V> function) {
    return new Later<>(method, key, null, null, function, false);
  }

  static <K, V> Later<K, V> putIfAbsent(K key, V value) {
    return new Later<>(Method.PUT_IF_ABSENT, key, value, null, null, false);
  }

  /** Something is put into the collection that a key has, or that the function makes for it. */
  static <K, V> Later<K, V> group(K key, Function<? super K, ? extends V> absent, Grouped last) {
    Later<K, V> change = new Later<>(Method.GROUP, key, null, null, null, false);
    change.absent = absent;
    change.last = last;
    return change;
  }

  K key() {
    return key;
  }

  /** The next change of the same key that was not decided when it was made, or {@code null}. */
  Later<?, ?> next() {
    return next;
  }

  void next(Later<?, ?> change) {
    next = change;
  }

  /** Whether it can be made whatever the key has then. */
  boolean isCertain() {
    return combines || method == Method.PUT_IF_ABSENT;
  }

  /** Whether a merge right after this one, of the same key, can become one with it. */
  boolean combinesWith(BiFunction<?, ?, ?> function) {
    return combines && merging == function;
  }

  void combine(V more) {
    value = merging.apply(value, more);
  }

  /** The key has {@code before}: what it has then. From now on that is what this change does. */
  @SuppressWarnings("unchecked")
  Object decide(Object before) {
    V old = before == Slot.ABSENT ? null : (V) before;
    V made = switch (method) {
      case MERGE -> old == null ? value : merging.apply(old, value);
      case COMPUTE -> computing.apply(key, old);
      case COMPUTE_IF_PRESENT -> old == null ? null : computing.apply(key, old);
      case PUT_IF_ABSENT -> old == null ? value : old;
      case GROUP -> last.fits(old == null ? absent.apply(key) : old);
    };
    boolean untouched = method == Method.COMPUTE_IF_PRESENT && old == null;
    outcome = untouched ? before : made == null && method != Method.PUT_IF_ABSENT ? Slot.ABSENT : made;
    return outcome;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void apply(Map<K, V> map) {
    V made = outcome == Slot.ABSENT ? null : (V) outcome;
    boolean decided = outcome != Slot.UNKNOWN;
    switch (method) {
      case MERGE -> {
        if (decided) {
          map.compute(key, (k, old) -> made);
        } else {
          Dropped.merge(map, key, value, merging, combines);
        }
      }
      case COMPUTE -> {
        if (decided) {
          map.compute(key, (k, old) -> made);
        } else {
          Dropped.compute(map, key, computing);
        }
      }
      case COMPUTE_IF_PRESENT -> {
        if (decided) {
          map.computeIfPresent(key, (k, old) -> made);
        } else {
          Dropped.computeIfPresent(map, key, computing);
        }
      }
      case PUT_IF_ABSENT -> Dropped.putIfAbsent(map, key, value);
      case GROUP -> Dropped.group((Map<K, Object>) map, key, decided ? k -> made : absent, last);
    }
  }
}
