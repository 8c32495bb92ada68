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
      Dropped.put(map, key, value);
    }
  }

  record Remove<K, V>(Object key) implements Change<K, V> {
    @Override
    public void apply(Map<K, V> map) {
      Dropped.remove(map, key);
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

  /** A function was to compute a key's value, and failed. A hash map may have made room for it. */
  record Room<K, V>(K key) implements Change<K, V> {
    @Override
    public void apply(Map<K, V> map) {
      map.compute(key, (k, old) -> old);
    }
  }

  /**
   * A key that is there has been merged again, which has become one with an earlier merge. A hash map that has grown just
   * now may make room at this point; that is all there is to do.
   */
  record Repeated<K, V>(K key) implements Change<K, V> {
    @Override
    public void apply(Map<K, V> map) {
      map.compute(key, (k, old) -> old);
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
