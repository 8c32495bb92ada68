package dev.deco.internal.views;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A change of a map, as its replay does it again. The order of a hash map depends on which of its methods have been
 * called (some make room before they add, and add in front), so each is replayed by its like.
 */
interface Change<K, V> {
  void apply(Map<K, V> map);

  record Put<K, V>(K key, V value) implements Change<K, V> {
    @Override
    public void apply(Map<K, V> map) {
      map.put(key, value);
    }
  }

  record Remove<K, V>(Object key) implements Change<K, V> {
    @Override
    public void apply(Map<K, V> map) {
      map.remove(key);
    }
  }

  /** {@code compute} and {@code merge}, which have come to {@code value}; {@code null}: to nothing. */
  record Compute<K, V>(K key, V value) implements Change<K, V> {
    @Override
    public void apply(Map<K, V> map) {
      map.compute(key, (k, old) -> value);
    }
  }

  record ComputeIfAbsent<K, V>(K key, V value) implements Change<K, V> {
    @Override
    public void apply(Map<K, V> map) {
      map.computeIfAbsent(key, k -> value);
    }
  }

  record PutAll<K, V>(List<Map.Entry<K, V>> entries) implements Change<K, V> {
    @Override
    public void apply(Map<K, V> map) {
      map.putAll(new Listed<>(entries, entries.size()));
    }
  }

  /** A map for {@code putAll}: these entries in this order, of which it says that they are so many. */
  final class Listed<K, V> extends AbstractMap<K, V> {
    private final List<Map.Entry<K, V>> entries;
    private final int size;

    Listed(List<Map.Entry<K, V>> entries, int size) {
      this.entries = entries;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
          return entries.iterator();
        }

        @Override
        public int size() {
          return size;
        }
      };
    }
  }
}
