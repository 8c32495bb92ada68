package dev.deco.internal.views;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Something that a task puts into a collection of a map, without a look at either: in its turn. Until then it is known only
 * whether that can fail; where it can, the task is run again.
 */
sealed interface Grouped {
  /** Collections that take anything. */
  Set<Class<?>> ANY = Set.of(ArrayList.class, LinkedList.class);
  /** Those that ask for hash codes. */
  Set<Class<?>> HASHED = Set.of(HashSet.class, LinkedHashSet.class, HashMap.class, LinkedHashMap.class);

  /** Does it. */
  void run(Object collection);

  /** Whether it cannot fail. */
  boolean isSafe(Object collection);

  /** The collection, if it cannot fail there; else an exception. */
  default <V> V fits(V collection) {
    if (collection == null || !isSafe(collection)) {
      throw new ConcurrentModificationException("a change that waits for the task's turn");
    }
    return collection;
  }

  /** Whether hash code and order of a value are those of the platform. */
  private static boolean isPlain(Object value) {
    return value == null || value.getClass().getName().startsWith("java.lang.");
  }

  private static boolean isSafe(Object collection, Object key) {
    Class<?> type = collection.getClass();
    boolean natural = type == TreeSet.class && ((SortedSet<?>) collection).comparator() == null
        || type == TreeMap.class && ((SortedMap<?, ?>) collection).comparator() == null;
    return ANY.contains(type) || type == ArrayDeque.class && key != null || HASHED.contains(type) && isPlain(key)
        || natural && key instanceof Comparable && isPlain(key) && isLike(collection, key);
  }

  /** Whether a sorted collection has keys of the same class only, as far as one can tell. */
  private static boolean isLike(Object collection, Object key) {
    Object first = collection instanceof TreeSet<?> set ? (set.isEmpty() ? key : set.first())
        : ((TreeMap<?, ?>) collection).isEmpty() ? key : ((TreeMap<?, ?>) collection).firstKey();
    return first.getClass() == key.getClass();
  }

  /** {@link Collection#add}. */
  record Add(Object element) implements Grouped {
    @Override
    @SuppressWarnings("unchecked")
    public void run(Object collection) {
      ((Collection<Object>) collection).add(element);
    }

    @Override
    public boolean isSafe(Object collection) {
      return collection instanceof Collection && Grouped.isSafe(collection, element);
    }
  }

  /** {@link Map#put}. */
  record Put(Object key, Object value) implements Grouped {
    @Override
    @SuppressWarnings("unchecked")
    public void run(Object map) {
      ((Map<Object, Object>) map).put(key, value);
    }

    @Override
    public boolean isSafe(Object map) {
      return map instanceof Map && Grouped.isSafe(map, key);
    }
  }

  /** {@link Map#merge} with a function that never fails. */
  record Combine(Object key, Object value, BiFunction<Object, Object, Object> function) implements Grouped {
    @Override
    @SuppressWarnings("unchecked")
    public void run(Object map) {
      ((Map<Object, Object>) map).merge(key, value, function);
    }

    @Override
    public boolean isSafe(Object map) {
      return map instanceof Map && value != null && Grouped.isSafe(map, key);
    }
  }
}
