package dev.deco.internal.views;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What woven code calls in place of methods of collections whose results it drops: a task that changes its view in this
 * way has read nothing. On any other collection it is the method itself.
 *
 * <p>The functions are pure: they touch nothing but their arguments, and look at nothing that may change. So it makes no
 * difference when they are called.
 *
 * <p><b>Concurrency:</b> that of the collection's method. <b>Errors:</b> likewise; where a view's function fails in the
 * task's turn, the task is run again.
 */
public final class Dropped {
  private Dropped() {}

  @SuppressWarnings("unchecked")
  private static <K, V> MapChanges<K, V> changes(Map<K, V> map) {
    if (map instanceof HashMapView<K, V> view) { // most are; and tests for interfaces do not scale before JDK 23
      return view.changes();
    }
    return map instanceof View view && view.changes() instanceof MapChanges<?, ?> changes
        ? (MapChanges<K, V>) changes : null;
  }

  /** {@link Map#put}. */
  public static <K, V> void put(Map<K, V> map, K key, V value) {
    MapChanges<K, V> view = changes(map);
    if (view == null) {
      map.put(key, value);
    } else {
      view.putUnseen(key, value);
    }
  }

  /** {@link Map#remove(Object)}. */
  public static <K, V> void remove(Map<K, V> map, Object key) {
    MapChanges<K, V> view = changes(map);
    if (view == null || !view.isUnseen(key)) {
      map.remove(key);
    } else {
      view.removeUnseen(key);
    }
  }

  /** {@link Map#putIfAbsent}. */
  public static <K, V> void putIfAbsent(Map<K, V> map, K key, V value) {
    MapChanges<K, V> view = changes(map);
    if (view == null || !view.isUnseen(key)) {
      map.putIfAbsent(key, value);
    } else {
      view.later(Later.putIfAbsent(key, value));
    }
  }

  /** {@link Map#merge}. */
  public static <K, V> void merge(Map<K, V> map, K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    merge(map, key, value, function, false);
  }

  /** The same with a function that never fails, and of which it does not matter which of three values it takes first. */
  public static <K, V> void combine(Map<K, V> map, K key, V value,
      BiFunction<? super V, ? super V, ? extends V> function) {
    merge(map, key, value, function, true);
  }

  static <K, V> void merge(Map<K, V> map, K key, V value, BiFunction<? super V, ? super V, ? extends V> function,
      boolean combines) {
    MapChanges<K, V> view = changes(map);
    if (view == null) {
      map.merge(key, value, function);
    } else {
      view.mergeUnseen(key, value, function, combines);
    }
  }

  /** {@link Map#compute}. */
  public static <K, V> void compute(Map<K, V> map, K key, BiFunction<? super K, ? super V, ? extends V> function) {
    MapChanges<K, V> view = changes(map);
    if (view == null || !view.isUnseen(key)) {
      map.compute(key, function);
    } else {
      view.later(Later.compute(Later.Method.COMPUTE, key, function));
    }
  }

  /** {@link Map#computeIfPresent}. */
  public static <K, V> void computeIfPresent(Map<K, V> map, K key,
      BiFunction<? super K, ? super V, ? extends V> function) {
    MapChanges<K, V> view = changes(map);
    if (view == null || !view.isUnseen(key)) {
      map.computeIfPresent(key, function);
    } else {
      view.later(Later.compute(Later.Method.COMPUTE_IF_PRESENT, key, function));
    }
  }

  /** {@code map.computeIfAbsent(key, absent)}, to which an element is added. */
  public static <K> void addTo(Map<K, Object> map, K key, Function<? super K, ?> absent, Object element) {
    group(map, key, absent, new Grouped.Add(element));
  }

  /** {@code map.computeIfAbsent(key, absent)}, into which a value is put. */
  public static <K> void putTo(Map<K, Object> map, K key, Function<? super K, ?> absent, Object inner, Object value) {
    group(map, key, absent, new Grouped.Put(inner, value));
  }

  /** {@code map.computeIfAbsent(key, absent)}, into which a value is merged as {@link #combine} does. */
  public static <K> void combineTo(Map<K, Object> map, K key, Function<? super K, ?> absent, Object inner, Object value,
      BiFunction<Object, Object, Object> function) {
    group(map, key, absent, new Grouped.Combine(inner, value, function));
  }

  static <K> void group(Map<K, Object> map, K key, Function<? super K, ?> absent, Grouped last) {
    MapChanges<K, Object> view = changes(map);
    boolean waits = map instanceof View any && any.changes().isGrouping();
    if (waits && view != null && !view.copied()) {
      view.group(Later.group(key, absent, last));
    } else if (waits) {
      throw ((View) map).changes().failed(key); // not before its turn: others may look at what it has there
    } else {
      last.run(map.computeIfAbsent(key, absent));
    }
  }

  /** {@link Collection#add}. */
  @SuppressWarnings("unchecked")
  public static <E> void add(Collection<E> collection, E element) {
    if (collection instanceof Set && collection instanceof View view
        && view.changes() instanceof SetChanges<?> changes) {
      ((SetChanges<E>) changes).addUnseen(element);
    } else {
      collection.add(element);
    }
  }

  /** {@link Collection#remove(Object)}. */
  public static void remove(Collection<?> collection, Object element) {
    Changes<?> changes = collection instanceof View view ? view.changes() : null;
    if (changes instanceof SetChanges<?> set) {
      set.removeUnseen(element);
    } else if (changes instanceof SequenceChanges<?> sequence) {
      sequence.removeUnseen(element);
    } else {
      collection.remove(element);
    }
  }

  /** {@link List#set}. */
  @SuppressWarnings("unchecked")
  public static <E> void set(List<E> list, int index, E element) {
    if (list instanceof View view && view.changes() instanceof SequenceChanges<?> changes) {
      ((SequenceChanges<E>) changes).setUnseen(index, element);
    } else {
      list.set(index, element);
    }
  }
}
