package dev.deco.internal.views;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A view of a {@link TreeMap}. */
final class TreeMapView<K, V> extends TreeMap<K, V> implements View {
  private final transient MapChanges<K, V> changes;

  TreeMapView(Origin origin) {
    this(new MapChanges<>(origin));
  }

  private TreeMapView(MapChanges<K, V> changes) {
    super(((TreeMap<K, V>) changes.original).comparator());
    this.changes = changes;
  }

  private TreeMap<K, V> copy() {
    return (TreeMap<K, V>) changes.copy();
  }

  @Override
  public MapChanges<K, V> changes() {
    return changes;
  }

  @Override
  public V get(Object key) {
    return changes.get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return changes.containsKey(key);
  }

  @Override
  public V getOrDefault(Object key, V otherwise) {
    return changes.getOrDefault(key, otherwise);
  }

  @Override
  public int size() {
    return changes.size();
  }

  @Override
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  @Override
  public V put(K key, V value) {
    return changes.put(key, value);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> map) {
    changes.putAll(map);
  }

  @Override
  public V putIfAbsent(K key, V value) {
    return changes.putIfAbsent(key, value);
  }

  @Override
  public V remove(Object key) {
    return changes.remove(key);
  }

  @Override
  public boolean remove(Object key, Object value) {
    return changes.remove(key, value);
  }

  @Override
  public V replace(K key, V value) {
    return changes.replace(key, value);
  }

  @Override
  public boolean replace(K key, V old, V value) {
    return changes.replace(key, old, value);
  }

  @Override
  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    return changes.computeIfAbsent(key, function);
  }

  @Override
  public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    return changes.computeIfPresent(key, function);
  }

  @Override
  public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    return changes.compute(key, function);
  }

  @Override
  public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    return changes.merge(key, value, function);
  }

  @Override
  public Set<K> keySet() {
    return copy().keySet();
  }

  @Override
  public Collection<V> values() {
    return copy().values();
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return copy().entrySet();
  }

  @Override
  public boolean containsValue(Object value) {
    return copy().containsValue(value);
  }

  @Override
  public void clear() {
    copy().clear();
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    copy().forEach(action);
  }

  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    copy().replaceAll(function);
  }

  @Override
  public boolean equals(Object other) {
    return copy().equals(other);
  }

  @Override
  public int hashCode() {
    return copy().hashCode();
  }

  @Override
  public String toString() {
    return copy().toString();
  }

  @Override
  public K firstKey() {
    return copy().firstKey();
  }

  @Override
  public K lastKey() {
    return copy().lastKey();
  }

  @Override
  public K lowerKey(K key) {
    return copy().lowerKey(key);
  }

  @Override
  public K floorKey(K key) {
    return copy().floorKey(key);
  }

  @Override
  public K ceilingKey(K key) {
    return copy().ceilingKey(key);
  }

  @Override
  public K higherKey(K key) {
    return copy().higherKey(key);
  }

  @Override
  public Map.Entry<K, V> firstEntry() {
    return copy().firstEntry();
  }

  @Override
  public Map.Entry<K, V> lastEntry() {
    return copy().lastEntry();
  }

  @Override
  public Map.Entry<K, V> lowerEntry(K key) {
    return copy().lowerEntry(key);
  }

  @Override
  public Map.Entry<K, V> floorEntry(K key) {
    return copy().floorEntry(key);
  }

  @Override
  public Map.Entry<K, V> ceilingEntry(K key) {
    return copy().ceilingEntry(key);
  }

  @Override
  public Map.Entry<K, V> higherEntry(K key) {
    return copy().higherEntry(key);
  }

  @Override
  public Map.Entry<K, V> pollFirstEntry() {
    return copy().pollFirstEntry();
  }

  @Override
  public Map.Entry<K, V> pollLastEntry() {
    return copy().pollLastEntry();
  }

  @Override
  public NavigableSet<K> navigableKeySet() {
    return copy().navigableKeySet();
  }

  @Override
  public NavigableSet<K> descendingKeySet() {
    return copy().descendingKeySet();
  }

  @Override
  public NavigableMap<K, V> descendingMap() {
    return copy().descendingMap();
  }

  @Override
  public NavigableMap<K, V> headMap(K to, boolean inclusive) {
    return copy().headMap(to, inclusive);
  }

  @Override
  public NavigableMap<K, V> tailMap(K from, boolean inclusive) {
    return copy().tailMap(from, inclusive);
  }

  @Override
  public NavigableMap<K, V> subMap(K from, boolean fromInclusive, K to, boolean toInclusive) {
    return copy().subMap(from, fromInclusive, to, toInclusive);
  }

  @Override
  public SortedMap<K, V> headMap(K to) {
    return copy().headMap(to);
  }

  @Override
  public SortedMap<K, V> tailMap(K from) {
    return copy().tailMap(from);
  }

  @Override
  public SortedMap<K, V> subMap(K from, K to) {
    return copy().subMap(from, to);
  }

  @Override
  public Object clone() {
    return copy().clone();
  }

  private Object writeReplace() {
    return copy();
  }
}
