package dev.deco.internal.views;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The operations of a map, in terms of its keys; all others are done to a copy. */
final class MapChanges<K, V> extends KeyChanges<K, V> {
  MapChanges(Origin origin) {
    super(origin);
  }

  @SuppressWarnings("unchecked")
  private V value(Object read) {
    return read == Slot.ABSENT ? null : (V) read;
  }

  V get(Object key) {
    return copied() ? copy().get(key) : value(read(key));
  }

  boolean containsKey(Object key) {
    return copied() ? copy().containsKey(key) : read(key) != Slot.ABSENT;
  }

  V getOrDefault(Object key, V otherwise) {
    if (copied()) {
      return copy().getOrDefault(key, otherwise);
    }
    Object now = read(key);
    return now == Slot.ABSENT ? otherwise : value(now);
  }

  V put(K key, V value) {
    if (copied()) {
      return copy().put(key, value);
    }
    V before = value(read(key));
    write(key, value, new Change.Put<>(key, value));
    return before;
  }

  void putAll(Map<? extends K, ? extends V> map) {
    if (copied()) {
      copy().putAll(map);
      return;
    }
    List<Map.Entry<K, V>> entries = new ArrayList<>();
    map.forEach((key, value) -> entries.add(new AbstractMap.SimpleImmutableEntry<>(key, value)));
    List<Map.Entry<K, V>> done = new ArrayList<>(entries.size());
    Change<K, V> all = new Change.PutAll<>(done);
    for (Map.Entry<K, V> entry : entries) {
      write(entry.getKey(), entry.getValue(), done.isEmpty() ? all : null);
      done.add(entry);
    }
  }

  V putIfAbsent(K key, V value) {
    if (copied()) {
      return copy().putIfAbsent(key, value);
    }
    V before = value(read(key));
    if (before == null) {
      write(key, value, new Change.Put<>(key, value));
    }
    return before;
  }

  V remove(Object key) {
    if (copied()) {
      return copy().remove(key);
    }
    Object before = read(key);
    if (before != Slot.ABSENT) {
      write(cast(key), Slot.ABSENT, new Change.Remove<>(key));
    }
    return value(before);
  }

  boolean remove(Object key, Object value) {
    if (copied()) {
      return copy().remove(key, value);
    }
    Object before = read(key);
    boolean same = before != Slot.ABSENT && Objects.equals(before, value);
    if (same) {
      write(cast(key), Slot.ABSENT, new Change.Remove<>(key));
    }
    return same;
  }

  V replace(K key, V value) {
    if (copied()) {
      return copy().replace(key, value);
    }
    Object before = read(key);
    if (before != Slot.ABSENT) {
      write(key, value, new Change.Put<>(key, value));
    }
    return value(before);
  }

  boolean replace(K key, V old, V value) {
    if (copied()) {
      return copy().replace(key, old, value);
    }
    Object before = read(key);
    boolean same = before != Slot.ABSENT && Objects.equals(before, old);
    if (same) {
      write(key, value, new Change.Put<>(key, value));
    }
    return same;
  }

  V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    if (copied()) {
      return copy().computeIfAbsent(key, function);
    }
    Objects.requireNonNull(function);
    Object before = read(key);
    V value = value(before);
    if (value == null) {
      V made = called(key, () -> function.apply(key));
      value = made;
      if (made != null) {
        before = made;
      }
    }
    if (copied()) {
      V made = value;
      return copy().computeIfAbsent(key, k -> made);
    }
    write(key, before, new Change.ComputeIfAbsent<>(key, value));
    return value;
  }

  V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (copied()) {
      return copy().computeIfPresent(key, function);
    }
    Objects.requireNonNull(function);
    V before = value(read(key));
    if (before == null) {
      return null;
    }
    int at = structural;
    V value = function.apply(key, before);
    unchangedSince(at);
    if (copied()) {
      return copy().computeIfPresent(key, (k, old) -> value);
    }
    if (value == null) {
      write(key, Slot.ABSENT, new Change.Remove<>(key));
    } else {
      write(key, value, new Change.Put<>(key, value));
    }
    return value;
  }

  V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (copied()) {
      return copy().compute(key, function);
    }
    Objects.requireNonNull(function);
    V before = value(read(key));
    return computed(key, called(key, () -> function.apply(key, before)));
  }

  V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    if (copied()) {
      return copy().merge(key, value, function);
    }
    Objects.requireNonNull(value);
    Objects.requireNonNull(function);
    V before = value(read(key));
    return computed(key, called(key, () -> before == null ? value : function.apply(before, value)));
  }

  /** What a function computes for a key. Maps make room for it before they call the function, which may fail. */
  private V called(K key, Supplier<V> function) {
    int at = structural;
    try {
      V made = function.get();
      unchangedSince(at);
      return made;
    } catch (Throwable t) {
      synchronized (this) {
        log.add(new Change.Room<>(key));
      }
      throw t;
    }
  }

  private V computed(K key, V value) {
    if (copied()) {
      return copy().compute(key, (k, old) -> value);
    }
    write(key, value == null ? Slot.ABSENT : value, new Change.Compute<>(key, value));
    return value;
  }

  /** {@link #put} whose result is dropped. */
  void putUnseen(K key, V value) {
    if (copied()) {
      copy().put(key, value);
    } else {
      write(key, value, new Change.Put<>(key, value));
    }
  }

  /** {@link #remove(Object)} whose result is dropped. */
  void removeUnseen(Object key) {
    spread();
    if (copied() || slots.containsKey(key)) {
      remove(key);
    } else {
      write(cast(key), Slot.ABSENT, new Change.Remove<>(key));
    }
  }

  /** Something to be put into the collection that a key has. */
  void group(Later<K, V> change) {
    grouped();
    if (isUnseen(change.key())) {
      later(change);
      return;
    }
    Object now = read(change.key());
    try {
      write(change.key(), change.decide(now), change);
    } catch (Throwable t) {
      failed = Read.of("its key", change.key());
      throw t;
    }
  }

  /**
   * {@link #merge} whose result is dropped. {@code combines}: the function never fails, and it does not matter which of
   * three values it takes first, so that this may become one with the merge of the same key before it.
   */
  void mergeUnseen(K key, V value, BiFunction<? super V, ? super V, ? extends V> function, boolean combines) {
    if (combines && value != null && merges(function)) {
      merges.add(key, value);
      return;
    }
    spread();
    Slot slot = copied() ? null : slots.get(key);
    Later<K, V> last = slot == null ? null : cast(slot.lastLater());
    if (value == null || copied() || slot != null && last == null) {
      merge(key, value, function);
    } else if (last == null || !last.combinesWith(function) || original instanceof View) {
      later(Later.merge(key, value, function, combines));
    } else {
      last.combine(value);
      if (!(log.get(log.size() - 1) instanceof Change.Repeated)) {
        log.add(new Change.Repeated<>(key));
      }
    }
  }

  /** Maps do not like it when the function that computes a value changes them. */
  private void unchangedSince(int at) {
    if (structural != at) {
      throw new ConcurrentModificationException();
    }
  }
}
