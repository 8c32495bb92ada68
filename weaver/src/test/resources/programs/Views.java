import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tasks that change collections they are given. */
public class Views {
  static Map<Integer, Integer> shared = new HashMap<>();
  static Map<Integer, Integer> kept;

  static int work(int x) {
    int s = x;
    for (int i = 0; i < 500; i++) {
      s = s * 31 + i;
    }
    return s;
  }

  static String[] texts() {
    String[] texts = new String[20];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = "a b k" + i % 3 + " c" + i;
    }
    return texts;
  }

  @Concurrent
  static void put(int i, Map<Integer, Integer> next) {
    next.put(i, work(i));
  }

  @Synchronized
  static Map<Integer, Integer> putByIndex(int n) { //! spawned=40 syncs=1
    Map<Integer, Integer> next = new HashMap<>();
    for (int i = 0; i < n; i++) {
      put(i, next); //= spawned
    }
    return next;
  }

  @Concurrent
  static void count(String text, Map<String, Integer> counts) {
    for (String word : text.split(" ")) {
      counts.merge(word, 1, Integer::sum);
    }
  }

  @Synchronized
  static void countAll(List<String> texts, SortedMap<String, Integer> counts) { //! spawned=20 syncs=1
    for (String text : texts) {
      count(text, counts); //= spawned
    }
  }

  @Concurrent
  static boolean isFirst(int x, Set<Integer> seen) {
    return seen.add(x % 7);
  }

  @Synchronized
  static List<Boolean> distinct(int n, LinkedHashSet<Integer> seen) { //! spawned=30 deferred=30 syncs=1
    List<Boolean> firsts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      firsts.add(isFirst(i, seen)); //= spawned deferred
    }
    return firsts;
  }

  @Concurrent
  static long remembered(int x, Map<Integer, Long> memo) {
    return memo.computeIfAbsent(x % 5, k -> (long) work(k));
  }

  @Synchronized
  static long sum(int n, Map<Integer, Long> memo) { //! spawned=30 deferred=30 syncs=1
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += remembered(i, memo); //= spawned deferred
    }
    return sum; //= synced
  }

  @Synchronized
  static long pending(int n, Map<Integer, Long> memo) { //! spawned=10 deferred=10 forces=0 syncs=1
    long sum = 1;
    for (int i = 0; i < n; i++) {
      long v = remembered(i, memo); //= spawned
      int plain = work(i);
      sum = sum * 3 + (v > 0 ? v : plain); //= deferred
    }
    return sum; //= synced
  }

  @Concurrent
  static void log(int i, Collection<String> lines) {
    lines.add("line " + i);
    if (i % 10 == 3) {
      throw new IllegalStateException("at " + i);
    }
    lines.add("end " + i);
  }

  @Synchronized
  static void logUntilItFails(int n, Collection<String> lines) { //! spawned=5..20 syncs=1
    for (int i = 0; i < n; i++) {
      log(i, lines); //= spawned
    }
  }

  @Concurrent
  static void mark(int i, BitSet bits, Deque<Integer> order) {
    if (!bits.get(i % 9)) {
      bits.set(i % 9);
      order.addFirst(i);
    }
  }

  @Synchronized
  static String marks(int n) { //! spawned=30 syncs=1
    BitSet bits = new BitSet();
    Deque<Integer> order = new ArrayDeque<>();
    for (int i = 0; i < n; i++) {
      mark(i, bits, order); //= spawned
    }
    return bits + " " + order; //= synced
  }

  @Synchronized
  static int readBetween(int n) { //! spawned=10 syncs=10
    List<String> lines = new ArrayList<>();
    int sizes = 0;
    for (int i = 0; i < n; i++) {
      write(i, lines); //= spawned
      sizes += lines.size(); //= synced
    }
    return sizes;
  }

  @Concurrent
  static void write(int i, List<String> lines) {
    lines.add("" + work(i));
  }

  @Concurrent
  static void move(int i, Map<Integer, Integer> to, Map<Integer, Integer> from) {
    Integer value = from.get(i);
    to.put(i, value == null ? i : value + 1);
  }

  @Synchronized
  static void moveAll(int n, Map<Integer, Integer> to, Map<Integer, Integer> from) { //! spawned=40 syncs=2..60
    for (int i = 0; i < n; i++) {
      move(i, to, from); //= spawned synced
    }
  }

  @Concurrent
  static void alsoStatic(int i, Map<Integer, Integer> map) {
    map.put(i, shared.size());
  }

  @Synchronized
  static void reachedInAnotherWay(int n) { //! spawned=10 syncs=10
    for (int i = 0; i < n; i++) {
      alsoStatic(i, shared); //= spawned synced
    }
  }

  @Concurrent
  static void keeps(int i, Map<Integer, Integer> map) {
    map.put(i, i);
    kept = map;
  }

  @Synchronized
  static boolean escapes(int n) { //! spawned=5 syncs=5
    Map<Integer, Integer> map = new HashMap<>();
    for (int i = 0; i < n; i++) {
      keeps(i, map); //= spawned synced
    }
    return kept == map; //= synced
  }

  @Concurrent
  static int look(int i, Map<Integer, Integer> map) {
    Integer value = map.get(i);
    return work(value == null ? -i : value);
  }

  @Synchronized
  static long readersBesideWriters(int n, Map<Integer, Integer> map, int back) { //! spawned=160 deferred=80 syncs=2..82
    long sum = 0;
    for (int i = 0; i < n; i++) {
      put(i, map); //= spawned
      sum = sum * 31 + look(i - back, map); //= spawned deferred synced
    }
    return sum; //= synced
  }

  @Concurrent
  static String all(Collection<Integer> list, Deque<Integer> last) {
    int sum = 0;
    for (int x : list) {
      sum = sum * 31 + x;
    }
    return sum + " " + list.size() + last.peekLast();
  }

  @Concurrent
  static void grow(int i, List<Integer> list, Deque<Integer> last) {
    list.add(work(i));
    last.push(i);
  }

  @Synchronized
  static String readWhole(int n) { //! spawned=30..36 deferred=30 syncs=1..31
    StringBuilder out = new StringBuilder();
    List<Integer> list = new ArrayList<>();
    Deque<Integer> last = new ArrayDeque<>();
    for (int i = 0; i < n; i++) {
      if (i % 5 == 2) {
        grow(i, list, last); //= spawned
      }
      out.append(all(list, last)).append(';'); //= spawned deferred synced
    }
    return out.toString(); //= synced
  }

  @Concurrent
  static void step(int i, Map<Integer, Integer> next, Map<Integer, Integer> before) {
    next.put(i, work(before.getOrDefault(i - 1, 1) + before.getOrDefault(i + 1, 2)));
  }

  @Synchronized
  static Map<Integer, Integer> rounds(int rounds, int n) { //! spawned=50 syncs=1..50
    Map<Integer, Integer> before = new TreeMap<>();
    for (int r = 0; r < rounds; r++) {
      Map<Integer, Integer> next = new TreeMap<>();
      for (int i = 0; i < n; i++) {
        step(i, next, before); //= spawned synced
      }
      before = next;
    }
    return before;
  }

  @Concurrent
  @Synchronized
  static void tree(int depth, int id, Map<Integer, Integer> leaves) { //! spawned=0..62 in_place=0..62 syncs=0..62
    if (depth == 0) {
      leaves.put(id, work(id));
      return;
    }
    tree(depth - 1, 2 * id, leaves); //= spawned
    tree(depth - 1, 2 * id + 1, leaves); //= spawned
  }

  @Concurrent
  static void index(int number, String text, Map<String, List<Integer>> index) {
    for (String word : text.split(" ")) {
      index.computeIfAbsent(word, k -> new ArrayList<>()).add(number + 1);
    }
  }

  @Synchronized
  static Map<String, List<Integer>> inverted(String[] texts) { //! spawned=20 syncs=1
    Map<String, List<Integer>> index = new HashMap<>();
    index.put("a", new ArrayList<>(List.of(-1)));
    for (int i = 0; i < texts.length; i++) {
      index(i, texts[i], index); //= spawned
    }
    return index;
  }

  @Concurrent
  static void tally(int i, Map<Integer, Map<String, Integer>> table) {
    work(i);
    table.computeIfAbsent(i % 3, k -> new TreeMap<>()).merge("c" + i % 2, i, Integer::sum);
    table.computeIfAbsent(i % 4, k -> new TreeMap<>())
        .put("last", i);
  }

  @Synchronized
  static Map<Integer, Map<String, Integer>> tallied(int n) { //! spawned=30 syncs=1
    Map<Integer, Map<String, Integer>> table = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      tally(i, table); //= spawned
    }
    return table;
  }

  /** It looks at the list that it has put something into. */
  @Concurrent
  static int group(int i, Map<Integer, List<Integer>> groups) {
    groups.computeIfAbsent(i % 4, k -> new ArrayList<>()).add(work(i));
    return groups.get(i % 4).size();
  }

  @Synchronized
  static int grouped(int n) { //! spawned=0..20 in_place=0..20 deferred=0..20 syncs=1..20
    Map<Integer, List<Integer>> groups = new HashMap<>();
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum = sum * 3 + group(i, groups); //= spawned deferred synced
    }
    return sum + groups.hashCode(); //= synced
  }

  /** A list of the map that another task changes, and one that cannot be changed. */
  @Concurrent
  static void append(int i, List<Integer> list) {
    list.add(list.size() + i);
  }

  @Synchronized
  static Map<Integer, List<Integer>> both(int n) { //! spawned=0..40 in_place=0..40 syncs=1..40
    Map<Integer, List<Integer>> groups = new HashMap<>();
    List<Integer> one = new ArrayList<>();
    groups.put(2, one);
    groups.put(30, List.of());
    for (int i = 0; i < n; i++) {
      add(i, groups); //= spawned synced
      append(i, one); //= spawned synced
    }
    return groups;
  }

  @Concurrent
  static void add(int i, Map<Integer, List<Integer>> groups) {
    work(i);
    try {
      groups.computeIfAbsent(i % 10 == 3 ? 30 : i % 4, k -> new ArrayList<>()).add(i);
    } catch (UnsupportedOperationException e) {
      groups.put(100 + i, List.of(i));
    }
  }

  @Synchronized
  static Map<Integer, List<Integer>> refused(int n) { //! spawned=20 syncs=1
    Map<Integer, List<Integer>> groups = new HashMap<>(Map.of(30, List.of()));
    for (int i = 0; i < n; i++) {
      add(i, groups); //= spawned
    }
    return groups;
  }

  public static void main(String[] args) {
    System.out.println(inverted(texts()) + " " + tallied(30) + " " + grouped(20) + " " + both(20) + " " + refused(20));
    System.out.println(putByIndex(40));
    SortedMap<String, Integer> counts = new TreeMap<>(Map.of("a", 5));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      texts.add("a b k" + i % 3 + " c" + i);
    }
    countAll(texts, counts);
    System.out.println(counts);
    LinkedHashSet<Integer> seen = new LinkedHashSet<>(List.of(3));
    System.out.println(distinct(30, seen) + " " + seen);
    Map<Integer, Long> memo = new LinkedHashMap<>();
    System.out.println(sum(30, memo) + " " + memo + " " + pending(10, new HashMap<>()));
    List<String> lines = new ArrayList<>();
    try {
      logUntilItFails(20, lines);
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage() + " " + lines);
    }
    System.out.println(marks(30) + " " + readBetween(10));
    Map<Integer, Integer> one = new HashMap<>();
    moveAll(20, one, new HashMap<>(Map.of(1, 5)));
    moveAll(20, one, one);
    System.out.println(one);
    reachedInAnotherWay(10);
    System.out.println(shared + " " + escapes(5));
    System.out.println(readersBesideWriters(40, new HashMap<>(), 0) + " " + readersBesideWriters(40, new TreeMap<>(), 20));
    System.out.println(readWhole(30) + " " + rounds(5, 10));
    Map<Integer, Integer> leaves = new TreeMap<>();
    tree(5, 1, leaves);
    System.out.println(leaves);
  }
}
