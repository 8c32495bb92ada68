package dev.deco.internal.runtime;

import dev.deco.internal.views.Dropped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;

/** Random operations on collections, each next one chosen by what the one before has returned. */
final class ViewPrograms {
  private static final TimeUnit[] UNITS = TimeUnit.values();

  private ViewPrograms() {}

  /** One collection of each kind, with the type that a parameter may have. */
  record Original(Class<?> declared, Object collection) {
    boolean ofEnums() {
      return collection instanceof EnumMap || collection instanceof EnumSet;
    }
  }

  static List<Original> originals(Random random) {
    List<Original> all = new ArrayList<>(List.of(
        new Original(List.class, new ArrayList<>()), new Original(LinkedList.class, new LinkedList<>()),
        new Original(Vector.class, new Vector<>()), new Original(List.class, new Stack<>()),
        new Original(Deque.class, new ArrayDeque<>()), new Original(Queue.class, new PriorityQueue<>()),
        new Original(PriorityQueue.class, new PriorityQueue<>(Comparator.reverseOrder())),
        new Original(Map.class, new HashMap<>()), new Original(HashMap.class, new HashMap<>(40, 0.5f)),
        new Original(Map.class, new LinkedHashMap<>()), new Original(LinkedHashMap.class, new LinkedHashMap<>()),
        new Original(TreeMap.class, new TreeMap<>()), new Original(Map.class, new EnumMap<>(TimeUnit.class)),
        new Original(EnumMap.class, new EnumMap<>(TimeUnit.class)), new Original(Set.class, new HashSet<>()),
        new Original(Collection.class, new LinkedHashSet<>()),
        new Original(LinkedHashSet.class, new LinkedHashSet<>()), new Original(TreeSet.class, new TreeSet<>()),
        new Original(BitSet.class, new BitSet()), new Original(Set.class, EnumSet.noneOf(TimeUnit.class)),
        new Original(Map.class, new LinkedHashMap<>(4, 0.75f, true)),
        new Original(List.class, Arrays.asList("a", "b", "c")), new Original(List.class, List.of("a", "b"))));
    for (Original original : all) {
      for (int i = random.nextInt(30); i >= 10; i--) {
        operate(original.collection, original.ofEnums(), random);
      }
    }
    return all;
  }

  /** What a concurrent method does to a collection, and what it returns. */
  static String task(long seed, int operations, Object collection, boolean enums) {
    Random random = new Random(seed);
    StringBuilder results = new StringBuilder();
    for (int i = 0; i < operations; i++) {
      String result = operate(collection, enums, random);
      results.append(result).append(' ');
      random.setSeed(31 * random.nextLong() + result.hashCode());
    }
    return results.toString();
  }

  /** What one does that returns nothing: as a rule without a look at the collection. */
  static void change(long seed, int operations, Object collection, boolean enums) {
    Random random = new Random(seed);
    for (int i = 0; i < operations; i++) {
      if (collection instanceof BitSet || random.nextInt(12) == 0) {
        operate(collection, enums, random);
      } else {
        dropped(collection, enums, random);
      }
    }
  }

  static String operate(Object collection, boolean enums, Random random) {
    try {
      return String.valueOf(operation(collection, enums, random));
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName() + " " + e.getMessage();
    }
  }

  @SuppressWarnings("unchecked")
  private static Object operation(Object collection, boolean enums, Random random) {
    if (collection instanceof BitSet bits) {
      return bits(bits, random);
    } else if (random.nextInt(4) == 0) {
      return dropped(collection, enums, random);
    } else if (collection instanceof NavigableMap<?, ?> map && random.nextInt(4) == 0) {
      return navigableMap((NavigableMap<String, Object>) map, random);
    } else if (collection instanceof Map<?, ?> map) {
      return map((Map<Object, Object>) map, enums, random);
    } else if (collection instanceof List<?> list && random.nextInt(3) != 0) {
      return list((List<Object>) list, random);
    } else if (collection instanceof NavigableSet<?> set && random.nextInt(4) == 0) {
      return navigableSet((NavigableSet<String>) set, random);
    } else if (collection instanceof Deque<?> deque && random.nextInt(2) == 0) {
      return deque((Deque<Object>) deque, random);
    }
    return collection((Collection<Object>) collection, enums, random);
  }

  private static Object element(boolean enums, Random random) {
    if (enums) {
      return UNITS[random.nextInt(UNITS.length)];
    }
    return "k" + random.nextInt(random.nextInt(8) == 0 ? 200 : 25);
  }

  private static Object map(Map<Object, Object> map, boolean enums, Random random) {
    Object key = element(enums, random);
    String value = "v" + random.nextInt(9);
    return switch (random.nextInt(30)) {
      case 0, 1, 2 -> map.put(key, value);
      case 3 -> map.get(key);
      case 4 -> map.containsKey(key);
      case 5 -> map.getOrDefault(key, value);
      case 6 -> map.putIfAbsent(key, value);
      case 7 -> map.remove(key);
      case 8 -> map.remove(key, value);
      case 9 -> map.replace(key, value);
      case 10 -> map.replace(key, "v1", value);
      case 11 -> map.computeIfAbsent(key, k -> random.nextInt(4) == 0 ? null : value);
      case 12 -> map.computeIfPresent(key, (k, v) -> random.nextInt(3) == 0 ? null : v + value);
      case 13 -> map.compute(key, (k, v) -> random.nextInt(3) == 0 ? null : v == null ? value : value + "'");
      case 14, 15 -> map.merge(key, value, (a, b) -> random.nextInt(5) == 0 ? null : b);
      case 16 -> map.size();
      case 17 -> map.isEmpty();
      case 18 -> map.toString();
      case 19 -> map.keySet().remove(key);
      case 20 -> map.values().remove(value);
      case 21 -> {
        map.putAll(new LinkedHashMap<>(Map.of(key, value)));
        yield "all";
      }
      case 22 -> map.entrySet().removeIf(entry -> entry.getKey().toString().endsWith("3"));
      case 23 -> {
        for (Map.Entry<Object, Object> entry : map.entrySet()) {
          entry.setValue(value);
        }
        yield enums || map.hashCode() == 0;
      }
      case 24 -> {
        Iterator<Object> keys = map.keySet().iterator();
        keys.next();
        keys.remove();
        yield map.keySet().toString();
      }
      case 25 -> {
        if (random.nextInt(3) == 0) {
          map.clear();
        }
        yield map.containsValue(value);
      }
      case 26 -> {
        map.replaceAll((k, v) -> v == null ? value : v);
        yield map.values().toString();
      }
      case 27 -> {
        for (int i = 0; i < 30; i++) {
          map.put(element(enums, random), value);
        }
        yield "many";
      }
      case 28 -> map.equals(new HashMap<>(map));
      default -> {
        int[] sum = new int[1];
        map.forEach((k, v) -> sum[0] = 31 * sum[0] + k.toString().length());
        yield sum[0];
      }
    };
  }

  private static final BinaryOperator<Object> GREATER = (a, b) -> a.toString().compareTo(b.toString()) < 0 ? b : a;
  private static final BinaryOperator<Object> JOINED = (a, b) -> a.toString().length() > 9 ? null : a + "+" + b;
  private static final BinaryOperator<Object> FAILING = (a, b) -> a.toString().charAt(a.toString().length() - 4) + "" + b;

  /** Changes whose results are dropped, several in a row, as a rule without a look at what is there. */
  @SuppressWarnings("unchecked")
  private static Object dropped(Object collection, boolean enums, Random random) {
    for (int i = random.nextInt(6); i >= 0; i--) {
      if (collection instanceof Map<?, ?> map) {
        dropped((Map<Object, Object>) map, element(enums, random), "v" + random.nextInt(9), random);
      } else if (random.nextInt(3) == 0) {
        Dropped.remove((Collection<Object>) collection, element(enums, random));
      } else if (collection instanceof List<?> list && random.nextInt(2) == 0) {
        Dropped.set((List<Object>) list, random.nextInt(12), "s" + i);
      } else {
        Dropped.add((Collection<Object>) collection, element(enums, random));
      }
    }
    return "dropped";
  }

  private static void dropped(Map<Object, Object> map, Object key, String value, Random random) {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> Dropped.combine(map, key, value, GREATER);
      case 3 -> Dropped.merge(map, key, value, JOINED);
      case 4 -> Dropped.merge(map, key, value, FAILING);
      case 5 -> Dropped.put(map, key, value);
      case 6 -> Dropped.putIfAbsent(map, key, value);
      case 7 -> Dropped.remove(map, key);
      case 8 -> Dropped.compute(map, key, (k, old) -> old == null ? value : old.toString().length() > 5 ? null : old + "c");
      default -> Dropped.computeIfPresent(map, key, (k, old) -> old.equals("v1") ? null : old + "'");
    }
  }

  private static Object navigableMap(NavigableMap<String, Object> map, Random random) {
    String key = "k" + random.nextInt(25);
    return switch (random.nextInt(8)) {
      case 0 -> map.firstEntry();
      case 1 -> map.lastKey();
      case 2 -> map.pollFirstEntry();
      case 3 -> map.headMap(key).size();
      case 4 -> map.tailMap(key, false).pollLastEntry();
      case 5 -> map.descendingMap().put(key, "d");
      case 6 -> map.subMap("k1", true, "k3", true).keySet().removeIf(k -> k.endsWith("5"));
      default -> map.ceilingKey(key) + map.floorEntry(key) + map.higherKey(key);
    };
  }

  private static Object navigableSet(NavigableSet<String> set, Random random) {
    String key = "k" + random.nextInt(25);
    return switch (random.nextInt(6)) {
      case 0 -> set.first();
      case 1 -> set.pollLast();
      case 2 -> set.headSet(key, true).add("k0");
      case 3 -> set.descendingSet().removeIf(k -> k.endsWith("7"));
      case 4 -> set.subSet("k1", "k3").size();
      default -> set.ceiling(key) + set.lower(key);
    };
  }

  private static Object collection(Collection<Object> all, boolean enums, Random random) {
    Object element = element(enums, random);
    return switch (random.nextInt(17)) {
      case 0, 1, 2, 3, 4 -> all.add(element);
      case 5 -> all.contains(element);
      case 6 -> all.remove(element);
      case 7 -> all.size();
      case 8 -> all.isEmpty();
      case 9 -> all.toString();
      case 10 -> all.addAll(List.of(element, element(enums, random)));
      case 11 -> all.removeIf(e -> String.valueOf(e).endsWith("3"));
      case 12 -> Arrays.toString(all.toArray());
      case 13 -> {
        Iterator<Object> each = all.iterator();
        each.next();
        each.remove();
        yield all.stream().map(String::valueOf).reduce("", String::concat);
      }
      case 14 -> all.retainAll(List.copyOf(all));
      case 15 -> {
        if (random.nextInt(4) == 0) {
          all.clear();
        }
        yield all.containsAll(List.of(element));
      }
      default -> {
        if (all instanceof Queue<Object> queue) {
          yield queue.poll() + " " + queue.peek() + queue.offer(element);
        }
        for (int i = 0; i < 30; i++) {
          all.add(element(enums, random));
        }
        yield "many";
      }
    };
  }

  private static Object deque(Deque<Object> deque, Random random) {
    String element = "k" + random.nextInt(9);
    return switch (random.nextInt(10)) {
      case 0, 1 -> {
        deque.addFirst(element);
        yield "first";
      }
      case 2, 3 -> {
        deque.addLast(element);
        yield "last";
      }
      case 4 -> deque.pollFirst();
      case 5 -> deque.pollLast();
      case 6 -> deque.peekFirst() + "," + deque.peekLast();
      case 7 -> deque.removeLastOccurrence(element);
      case 8 -> deque.getFirst();
      default -> deque.descendingIterator().next();
    };
  }

  private static Object list(List<Object> list, Random random) {
    String element = "k" + random.nextInt(9);
    int index = random.nextInt(20);
    return switch (random.nextInt(14)) {
      case 0, 1 -> list.get(index);
      case 2, 3 -> list.set(index, element);
      case 4 -> {
        list.add(index, element);
        yield "added";
      }
      case 5 -> list.remove(index);
      case 6 -> list.indexOf(element);
      case 7 -> list.addAll(index, List.of(element, "x"));
      case 8 -> {
        ListIterator<Object> each = list.listIterator(index / 4);
        each.next();
        each.set(element);
        each.add("y");
        yield each.previousIndex();
      }
      case 9 -> {
        list.subList(0, index / 3).clear();
        yield "cut";
      }
      case 10 -> {
        list.replaceAll(e -> e + "");
        yield list.lastIndexOf(element);
      }
      case 11 -> {
        if (random.nextInt(3) == 0) {
          list.sort(null);
        }
        yield list.hashCode();
      }
      default -> list.add(element);
    };
  }

  private static Object bits(BitSet bits, Random random) {
    int at = random.nextInt(70);
    switch (random.nextInt(6)) {
      case 0, 1 -> bits.set(at);
      case 2 -> bits.clear(at);
      case 3 -> bits.flip(at, at + 3);
      default -> {
        return bits.get(at) + " " + bits.nextSetBit(at) + " " + bits.cardinality();
      }
    }
    return "";
  }

  /** All that a collection holds, in its order, and in that which it has when more is added. */
  @SuppressWarnings("unchecked")
  static String content(Object collection) {
    String now = collection.toString();
    if (collection instanceof HashMap<?, ?> map) {
      HashMap<Object, Object> more = (HashMap<Object, Object>) map;
      for (int i = 0; i < 7; i++) {
        more.put("k" + (300 + 17 * i), i);
      }
    } else if (collection instanceof HashSet<?> set) {
      for (int i = 0; i < 7; i++) {
        ((Set<Object>) set).add("k" + (300 + 17 * i));
      }
    }
    return now + collection;
  }
}
