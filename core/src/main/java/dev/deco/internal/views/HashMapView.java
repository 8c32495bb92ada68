package dev.deco.internal.views;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A view of a {@link HashMap}, and of other maps where any map will do. */
final class HashMapView<K, V> extends HashMap<K, V> implements View {
  private final transient MapChanges<K, V> changes;

  HashMapView(Origin origin) {
    super(1);
    changes = new MapChanges<>(origin);
  }

  private Map<K, V> copy() {
    return changes.copy();
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
  public Object clone() {
    return changes.twin(copy());
  }

  private Object writeReplace() {
    return copy();
  }
}
