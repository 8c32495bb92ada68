package dev.deco.internal.weaver.fuzz;

import dev.deco.internal.weaver.fuzz.Signature.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random tasks that change, or only look at, collections that they are given, declared by interface and by class. */
final class Collecting {
  static final String PREFIX = "coll";
  private static final String OF_INTS = "<Integer>";
  private static final String OF_PAIRS = "<Integer, Integer>";
  private static final String OF_GROUPS = "<Integer, List<Integer>>";
  private static final String OF_TABLES = "<Integer, Map<Integer, Integer>>";

  /** What makes a new one, by type. */
  private static final Map<String, String> MADE = Map.ofEntries(
      Map.entry("Map" + OF_PAIRS, "HashMap"), Map.entry("HashMap" + OF_PAIRS, "HashMap"),
      Map.entry("LinkedHashMap" + OF_PAIRS, "LinkedHashMap"), Map.entry("SortedMap" + OF_PAIRS, "TreeMap"),
      Map.entry("TreeMap" + OF_PAIRS, "TreeMap"), Map.entry("Set" + OF_INTS, "HashSet"),
      Map.entry("HashSet" + OF_INTS, "HashSet"), Map.entry("LinkedHashSet" + OF_INTS, "LinkedHashSet"),
      Map.entry("TreeSet" + OF_INTS, "TreeSet"), Map.entry("Collection" + OF_INTS, "LinkedHashSet"),
      Map.entry("List" + OF_INTS, "ArrayList"), Map.entry("ArrayList" + OF_INTS, "ArrayList"),
      Map.entry("LinkedList" + OF_INTS, "LinkedList"), Map.entry("Deque" + OF_INTS, "ArrayDeque"),
      Map.entry("ArrayDeque" + OF_INTS, "ArrayDeque"), Map.entry("Queue" + OF_INTS, "PriorityQueue"),
      Map.entry("PriorityQueue" + OF_INTS, "PriorityQueue"), Map.entry("BitSet", "BitSet"),
      Map.entry("Map" + OF_GROUPS, "HashMap"), Map.entry("TreeMap" + OF_GROUPS, "TreeMap"),
      Map.entry("Map" + OF_TABLES, "LinkedHashMap"), Map.entry("SortedMap" + OF_TABLES, "TreeMap"));
  // Tasks that also look into the lists of a map may fail where they would have to be run again, as design 3.5 allows.
  private static final boolean GROUPS = Boolean.getBoolean("deco.fuzz.groups");
  private static final List<String> TYPES = MADE.keySet().stream().filter(type -> GROUPS || !type.endsWith(">>"))
      .sorted().toList();

  private static final List<String> OF_MAPS = List.of("c.put(K, V);", "r = r * 3 + c.getOrDefault(K, 1);",
      "c.merge(K, V, Integer::sum);", "c.merge(K, V, Integer::sum);", "c.merge(K, 1, (a, b) -> a + b);",
      "r ^= c.merge(K, V, (a, b) -> a * 3 + b);", "c.merge(K, V, (a, b) -> a > 40 ? null : a + b);",
      "try { c.merge(K, V, (a, b) -> a / (b - 3)); } catch (ArithmeticException e) { r += 5; }",
      "c.merge(K, V, Math::max);", "c.remove(K);", "r += c.size();", "r += c.computeIfAbsent(K, k -> k * 7);",
      "c.compute(K, (k, v) -> v == null ? 1 : v + k);", "c.putIfAbsent(K, V);",
      "c.computeIfPresent(K, (k, v) -> v > 9 ? null : v + 1);", "c.keySet().removeIf(k -> k % 5 == 1);",
      "c.replaceAll((k, v) -> v + 1);", "if (!c.containsKey(K)) { c.put(K, r & 7); }",
      "for (int k = 0; k < 6; k++) { c.merge(k * x & 7, k, Integer::sum); }", "r += c.toString().length();",
      "Integer N = c.put(K, V); r += N == null ? 3 : N;", "c.putAll(Map.of(1, V, 2, x));", "if (c.remove(K, V)) { r++; }",
      "r += c.replace(K, V) == null ? 1 : 0;", "if (c.replace(K, V, r)) { r += 2; }", "r += c.isEmpty() ? 1 : 2;",
      "for (var e : c.entrySet()) { e.setValue(e.getValue() + 1); }", "c.entrySet().removeIf(e -> e.getValue() > 30);",
      "c.values().remove(V);", "c.keySet().retainAll(List.of(0, 1, 2, 3));", "c.clear();",
      "c.computeIfPresent(K, (k, v) -> null);", "c.compute(K, (k, v) -> v == null || v > 20 ? null : v * 2);",
      "r = r * 31 + c.hashCode();", "r += c.equals(Map.of(1, 4)) ? 1 : 2;");
  private static final List<String> OF_SORTED_MAPS = List.of("if (!c.isEmpty()) { r += c.firstKey() + c.lastKey(); }",
      "c.headMap(2).clear();", "for (int k : c.tailMap(3).keySet()) { r = r * 7 + k; }", "c.subMap(1, 4).put(2, V);",
      "r += c.headMap(4).size();", "c.tailMap(5).replaceAll((k, v) -> v - k);");
  private static final List<String> OF_TREE_MAPS = List.of("r += c.floorKey(K) == null ? 1 : c.floorKey(K);",
      "var N = c.pollFirstEntry(); r += N == null ? 0 : N.getValue();", "c.pollLastEntry();",
      "for (int k : c.descendingMap().keySet()) { r = r * 3 + k; }", "c.descendingKeySet().remove(K);",
      "c.headMap(3, true).merge(1, V, Integer::sum);", "r ^= c.higherKey(K) == null ? 7 : c.higherEntry(K).getValue();");
  private static final List<String> LOOKS_AT_MAPS = List.of("r = r * 3 + c.getOrDefault(K, 1);", "r += c.size();",
      "for (int v : c.values()) { r = r * 31 + v; }", "r ^= c.containsKey(K) ? 5 : 9;", "r += c.toString().hashCode();");
  private static final List<String> INTO_GROUPS = List.of("c.computeIfAbsent(K, k -> new ArrayList<>()).add(V);",
      "c.computeIfAbsent(K, k -> new ArrayList<>()).add(V);", "c.computeIfAbsent(K, k -> new LinkedList<>()).add(r);",
      "r += c.size();", "r ^= c.containsKey(K) ? 5 : 9;", "c.remove(K);", "for (int k : c.keySet()) { r += k; }",
      "for (List<Integer> l : c.values()) { r = r * 31 + l.size(); }", "c.putIfAbsent(K, new ArrayList<>());",
      "if (c.get(K) == null) { c.put(K, new ArrayList<>(List.of(1))); }", "r += c.getOrDefault(K, List.of()).size();",
      "c.computeIfAbsent(K, k -> new ArrayList<>()).add(r);");
  private static final List<String> INTO_TABLES = List.of("c.computeIfAbsent(K, k -> new HashMap<>()).put(V, x);",
      "c.computeIfAbsent(K, k -> new TreeMap<>()).merge(V, r, Integer::sum);", "r += c.size();", "c.remove(K);",
      "c.computeIfAbsent(K, k -> new HashMap<>()).merge(V, 1, Integer::sum);", "r ^= c.containsKey(K) ? 5 : 9;",
      "for (Map<Integer, Integer> m : c.values()) { r += m.size(); }", "c.putIfAbsent(K, new TreeMap<>());");
  private static final List<String> LOOKS_AT_GROUPS = List.of("r += c.size();", "r += c.toString().length();",
      "r ^= c.containsKey(K) ? 5 : 9;", "r += c.values().stream().mapToInt(v -> v.size()).sum();");
  private static final List<String> OF_COLLECTIONS = List.of("c.add(V);", "c.add(V);", "if (c.add(V)) { r++; }",
      "c.remove((Object) (V));", "if (c.remove((Object) (V))) { r++; }", "r += c.size();", "r += c.contains(V) ? 1 : 2;",
      "c.removeIf(k -> k % 5 == 1);", "c.addAll(List.of(1, 2));", "for (int v : c) { r = r * 31 + v; }",
      "c.removeAll(List.of(3, V));", "if (c.retainAll(List.of(0, 1, 2, 3, 4, V))) { r++; }", "r += c.isEmpty() ? 3 : 5;",
      "for (var i = c.iterator(); i.hasNext(); ) { if (i.next() % 3 == 0) { i.remove(); } }", "r += c.toArray().length;",
      "r += c.containsAll(List.of(1, V)) ? 1 : 2;", "c.clear();", "r = r * 31 + c.toString().hashCode();");
  private static final List<String> OF_SORTED_SETS = List.of("if (!c.isEmpty()) { r += c.first() * 3 + c.last(); }",
      "r += c.floor(V) == null ? 1 : c.floor(V);", "c.headSet(3).clear();", "c.pollFirst();",
      "for (int v : c.descendingSet()) { r = r * 3 + v; }", "c.subSet(1, 9).add(5);", "r ^= c.tailSet(V).size();");
  private static final List<String> LOOKS_AT_COLLECTIONS = List.of("r += c.size();", "r ^= c.contains(V) ? 5 : 9;",
      "for (int v : c) { r = r * 31 + v; }", "r += c.isEmpty() ? 1 : 0;", "r += c.stream().mapToInt(k -> k).sum();");
  private static final List<String> OF_LISTS = List.of("if (c.size() > 3) { c.set(x & 3, V); }",
      "if (c.size() > 3) { r += c.set(2, V); }", "if (!c.isEmpty()) { r += c.get(Math.floorMod(x, c.size())); }",
      "c.add(0, V);", "if (c.size() > 20) { c.subList(0, 15).clear(); }", "r ^= c.indexOf(V);", "c.addAll(0, List.of(x, 1));",
      "c.sort(null);", "c.replaceAll(v -> v + 1);", "c.subList(0, c.size() / 2).replaceAll(v -> v * 2);",
      "r += c.lastIndexOf(V);", "r = r * 31 + c.hashCode();", "if (!c.isEmpty()) { r += c.remove(0); }",
      "for (var i = c.listIterator(); i.hasNext(); ) { int v = i.next(); if (v > 9) { i.set(v - 9); } }",
      "var N = c.listIterator(); if (N.hasNext()) { N.next(); } N.add(V);", "r += c.equals(List.of(V, 1)) ? 1 : 2;");
  private static final List<String> OF_DEQUES = List.of("c.addFirst(V);", "c.addLast(V);", "c.pollFirst();",
      "if (!c.isEmpty()) { r += c.peekLast(); }", "c.push(V);", "c.removeLastOccurrence(V);", "r += c.isEmpty() ? 1 : c.pop();",
      "try { r += c.removeLast(); } catch (NoSuchElementException e) { r -= 3; }", "c.offerFirst(V);",
      "r += c.isEmpty() ? 0 : c.getFirst() - c.getLast();", "c.removeFirstOccurrence(V);",
      "for (var i = c.descendingIterator(); i.hasNext(); ) { r = r * 3 + i.next(); }");
  private static final List<String> OF_QUEUES = List.of("c.offer(V);", "if (!c.isEmpty()) { r += c.poll(); }",
      "if (!c.isEmpty()) { r ^= c.peek(); }", "try { r += c.remove(); } catch (NoSuchElementException e) { r -= 3; }",
      "try { r += c.element(); } catch (NoSuchElementException e) { r -= 2; }");
  private static final List<String> OF_BITS = List.of("c.set(K);", "c.clear(K);", "c.flip(1, 4);",
      "r += c.get(K) ? 1 : 2;", "r += c.cardinality();", "c.set(1, 5);", "r ^= c.nextSetBit(K);", "c.clear();",
      "r += c.length();", "for (int i = c.nextSetBit(0); i >= 0; i = c.nextSetBit(i + 1)) { r = r * 3 + i; }");

  private final Random random;
  private final List<Code> members;
  private int methods;
  private int names;

  Collecting(Random random, List<Code> members) {
    this.random = random;
    this.members = members;
  }

  /** A new one; {@code null} if it is none of these types. */
  static String made(String type) {
    String name = MADE.get(type);
    return name == null ? null : type.equals("BitSet") ? "new BitSet()"
        : "new " + name + type.substring(type.indexOf('<')) + "()";
  }

  /** A task {@code (collection.., int)} that returns a number. */
  Signature method() {
    String first = any(TYPES);
    List<String> types = new ArrayList<>(List.of(first));
    if (random.nextInt(3) == 0) {
      types.add(random.nextInt(2) == 0 ? first : any(TYPES));
    }
    boolean looks = random.nextInt(4) == 0;
    StringBuilder parameters = new StringBuilder();
    StringBuilder body = new StringBuilder("int r = x;\n");
    for (int i = 0; i < types.size(); i++) {
      parameters.append(types.get(i)).append(" c").append(i).append(", ");
      for (int n = random.nextInt(4); n >= 0; n--) {
        body.append(statement(types.get(i), looks || i > 0 && random.nextInt(2) == 0).replaceAll("\\bc\\.", "c" + i + ".")
            .replaceAll(": c\\)", ": c" + i + ")")).append('\n');
      }
    }
    String name = PREFIX + methods++;
    members.add(Code.member("@Concurrent static int ", name, "(", parameters.toString(), "int x) {\n", body.toString(),
        "return r;\n}\n"));
    types.add("int");
    Signature signature = new Signature(name, Kind.CONCURRENT, "int", types, null, false);
    signature.cost = 20;
    return signature;
  }

  private String statement(String type, boolean looks) {
    List<String> from;
    if (type.equals("BitSet")) {
      from = looks ? OF_BITS.subList(3, 5) : OF_BITS;
    } else if (type.endsWith(">>")) {
      from = looks ? LOOKS_AT_GROUPS : type.endsWith(OF_GROUPS) ? INTO_GROUPS : INTO_TABLES;
    } else if (type.contains("Map")) {
      from = looks ? LOOKS_AT_MAPS : maps(type);
    } else if (looks) {
      from = LOOKS_AT_COLLECTIONS;
    } else {
      List<String> own = type.contains("Deque") || type.startsWith("LinkedList") ? OF_DEQUES
          : type.contains("List") ? OF_LISTS : type.contains("Queue") ? OF_QUEUES
          : type.startsWith("TreeSet") ? OF_SORTED_SETS : OF_COLLECTIONS;
      from = random.nextInt(2) == 0 ? own : OF_COLLECTIONS;
    }
    return any(from).replaceAll("\\bN\\b", "n" + names++)
        .replaceAll("\\bK\\b", any(List.of("x & 7", "r & 3", "2", "x & 1")))
        .replaceAll("\\bV\\b", any(List.of("x & 15", "r & 7", "4", "x & 31")));
  }

  private List<String> maps(String type) {
    boolean tree = type.startsWith("TreeMap");
    return !tree && !type.startsWith("SortedMap") || random.nextInt(3) > 0 ? OF_MAPS
        : tree && random.nextBoolean() ? OF_TREE_MAPS : OF_SORTED_MAPS;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
