package dev.deco.internal.views;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Merges of a hash map with one function that never fails, and of which it does not matter which of three values it takes
 * first: those of a key have become one, in the place of the first.
 */
final class Merges<K, V> {
  private final BiFunction<? super V, ? super V, ? extends V> function;
  private final Map<K, V> values = new LinkedHashMap<>();
  private boolean repeats; // the last merge was of a key that had been merged before

  Merges(BiFunction<? super V, ? super V, ? extends V> function) {
    this.function = function;
  }

  BiFunction<?, ?, ?> function() {
    return function;
  }

  void add(K key, V value) {
    int keys = values.size();
    values.merge(key, value, function);
    repeats = values.size() == keys;
  }

  boolean concerns(Object key) {
    return values.containsKey(key);
  }

  /** Does the changes to a map. */
  void apply(Map<K, V> target) {
    K last = null;
    for (Map.Entry<K, V> merged : values.entrySet()) {
      last = merged.getKey();
      target.merge(last, merged.getValue(), function);
    }
    if (repeats) {
      new Change.Repeated<K, V>(last).apply(target);
    }
  }

  /**
   * The changes that come to the same. A hash map that has grown makes room in the next merge, so that it does not matter
   * how many more there were before another key came; only whether there was one at the end does.
   */
  List<Change<K, V>> changes() {
    List<Change<K, V>> changes = new ArrayList<>(values.size() + 1);
    K last = null;
    for (Map.Entry<K, V> merged : values.entrySet()) {
      last = merged.getKey();
      changes.add(Later.merge(last, merged.getValue(), function, true));
    }
    if (repeats) {
      changes.add(new Change.Repeated<>(last));
    }
    return changes;
  }
}
