import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Streams of concurrent calls. A comment tells what the plan says of its line. */
public class Streams {
  static final AtomicInteger CALLS = new AtomicInteger();
  static int total;

  static class Cell {
    int value;

    Cell(int value) {
      this.value = value;
    }

    @Concurrent
    void step() {
      value = value * 3 + 1;
    }
  }

  @Concurrent static int f(int x) {
    return x * x + 1;
  }

  @Concurrent static String text(int x) {
    return "<" + x + ">";
  }

  @Concurrent static double root(double x) {
    return Math.sqrt(x);
  }

  @Concurrent static long twice(long x) {
    return 2 * x;
  }

  @Concurrent static int failing(int x) {
    if (x % 10 == 7) {
      throw new IllegalStateException("at " + x);
    }
    return x;
  }

  @Concurrent static void square(double[] out, int i) {
    out[i] = i * i;
  }

  @Concurrent static void tally(int x) {
    total += x;
  }

  @Concurrent static int looked(Map<Integer, Integer> table, int x) {
    return table.getOrDefault(x, -1);
  }

  @Concurrent @Synchronized static int nested(int n) {
    return n < 2 ? n : IntStream.range(0, 2).map(i -> nested(n - 1 - i)).sum(); // SPAWNED
  }

  @Concurrent static Stream<String> burst(int x) {
    return Stream.of("a" + x, "b" + x);
  }

  @Synchronized static void forms(List<Integer> items) {
    System.out.println(items.stream().map(x -> f(x)).collect(Collectors.toList())); // SPAWNED 40
    System.out.println(items.stream().map(Streams::text).toList()); // SPAWNED 40
    System.out.println(IntStream.range(0, 100).mapToDouble(i -> root(i)).sum()); // SPAWNED 100
    System.out.println(IntStream.rangeClosed(1, 9).map(Streams::f).boxed().sorted().toList()); // SPAWNED 9
    System.out.println(LongStream.range(0, 50).map(x -> twice(x)).filter(x -> x % 3 == 0).sum()); // SPAWNED 50
    System.out.println(DoubleStream.of(1, 4, 9).map(x -> root(x)).boxed().toList()); // SPAWNED 3
    System.out.println(IntStream.range(0, 9).mapToObj(i -> text(i)).collect(Collectors.joining(","))); // SPAWNED 9
    System.out.println(items.stream().mapToInt(x -> f(x)).max().getAsInt()); // SPAWNED 40
    System.out.println(items.stream().mapToLong(x -> twice(x)).reduce(1, (a, b) -> a * 31 + b)); // SPAWNED 40
    System.out.println(items.stream().map(x -> Map.of(f(x) % 7, text(x))).reduce(Map.of(), (a, b) -> { // SPAWNED 40
      Map<Integer, String> both = new HashMap<>(a);
      both.putAll(b);
      return both;
    }));
    System.out.println(items.stream().flatMap(x -> burst(x)).toList()); // SPAWNED 40
    System.out.println(items.stream().filter(x -> x % 2 == 0).map(x -> f(x)).map(x -> text(x)).toList()); // SPAWNED
    System.out.println(Stream.of("b", "a").map(s -> text(s.length())).count()); // SPAWNED 0
    System.out.println(Arrays.stream(new int[] {3, 1, 2}).map(x -> f(x)).sorted().boxed().toList()); // SPAWNED 3
    Stream<Integer> held = items.stream();
    Stream<Integer> mapped = held.map(x -> f(x)); // SPAWNED 40
    System.out.println(mapped.skip(2).collect(Collectors.groupingBy(x -> x % 3)));
  }

  @Synchronized static void lazy() {
    AtomicInteger pulled = new AtomicInteger();
    System.out.println(Stream.iterate(1, x -> x + 1).map(x -> f(x)).limit(5).toList()); // SPAWNED
    System.out.println(Stream.iterate(1, x -> x + 1).map(x -> f(x)).filter(x -> x > 50).findFirst()); // SPAWNED
    System.out.println(IntStream.iterate(0, x -> x + 1).map(x -> failing(x)).anyMatch(x -> x == 6)); // SPAWNED
    System.out.println(Stream.generate(pulled::incrementAndGet).map(x -> f(x)).limit(4).toList()); // IN_PLACE
    System.out.println(pulled);
    total = 0;
    System.out.println(IntStream.range(0, 9).peek(x -> tally(x)).boxed().findFirst()); // IN_PLACE
    System.out.println(total);
  }

  @Synchronized static void refused(List<Integer> items, Map<Integer, Integer> table) {
    List<Integer> out = new ArrayList<>();
    items.forEach(x -> out.add(f(x))); // becomes a loop
    System.out.println(out);
    items.forEach(x -> tally(x)); // becomes a loop
    System.out.println(total);
    System.out.println(items.parallelStream().map(x -> f(x)).toList()); // IN_PLACE
    items.stream().map(x -> looked(table, x)).forEach(x -> table.put(x + 1, x)); // IN_PLACE
    System.out.println(table);
    items.stream().map(x -> looked(table, x)).forEach(x -> out.add(x)); // SPAWNED
    System.out.println(out);
    items.stream().peek(x -> table.put(x, 5)).map(x -> looked(table, x)).forEach(x -> out.add(x)); // IN_PLACE
    System.out.println(out + " " + table);
    items.stream().peek(System.out::println).map(x -> f(x)).forEach(System.out::println); // IN_PLACE
  }

  static Stream<Integer> given(Stream<Integer> stream) {
    return stream;
  }

  @Synchronized static Stream<Integer> escaping(List<Integer> items) {
    return items.stream().map(x -> f(x)); // IN_PLACE
  }

  /** Elements of a list; parts of one list have some in common. */
  @Concurrent static void grow(List<Integer> list) {
    for (int i = 0; i < list.size(); i++) {
      list.set(i, list.get(i) * 3 + f(i));
    }
  }

  @Concurrent static void raise(Map.Entry<Integer, Integer> entry) {
    entry.setValue(entry.getValue() + f(entry.getKey()));
  }

  @Synchronized static void loops(List<Cell> cells, List<Integer> items) {
    double[] out = new double[50];
    IntStream.range(0, 50).forEach(i -> square(out, i)); // SPAWNED 50
    System.out.println(Arrays.toString(out));
    long[] own = new long[50];
    IntStream.range(0, 50).filter(i -> i != 3).forEach(i -> own[i] = f(i)); // SPAWNED 49
    IntStream.range(0, 50).forEach(i -> own[i / 2] = f(i)); // becomes a loop
    IntStream.range(0, 50).forEach(i -> own[i] = own[(i + 49) % 50] + f(i)); // becomes a loop
    IntStream.range(0, 50).map(i -> i % 7).forEach(i -> own[i] = f(i) + own.length); // IN_PLACE
    IntStream.of(3, 4, 3).forEach(i -> own[i] = f(i)); // IN_PLACE
    System.out.println(Arrays.toString(own));
    List<Integer> all = new ArrayList<>(items);
    List<List<Integer>> parts = List.of(all.subList(0, 30), all.subList(20, 40), all.subList(10, 35), all, new ArrayList<>(all));
    parts.forEach(part -> grow(part)); // SPAWNED
    parts.stream().forEach(Streams::grow); // SPAWNED
    System.out.println(all + " " + parts.get(4));
    Map<Integer, Integer> map = new HashMap<>();
    items.forEach(x -> map.put(x, x));
    map.entrySet().forEach(entry -> raise(entry)); // becomes a loop
    new ArrayList<>(map.entrySet()).forEach(entry -> raise(entry)); // SPAWNED 40
    System.out.println(map);
    cells.forEach(cell -> cell.step()); // SPAWNED
    cells.stream().forEachOrdered(Cell::step); // SPAWNED
    for (Cell cell : cells) {
      System.out.print(cell.value + " ");
    }
    System.out.println();
    Collections.synchronizedList(items).forEach(x -> f(x)); // SPAWNED 0
    AtomicInteger closed = new AtomicInteger();
    try (Stream<Integer> stream = items.stream().onClose(closed::incrementAndGet).map(x -> f(x))) { // SPAWNED
      System.out.println(stream.filter(x -> x > 3).count());
    }
    System.out.println("closed " + closed);
  }

  @Synchronized static void failures(List<Integer> seen) {
    try {
      IntStream.range(0, 100).map(x -> failing(x)).forEach(x -> seen.add(x)); // SPAWNED
    } catch (IllegalStateException e) {
      System.out.println("caught " + e.getMessage() + " after " + seen);
    }
    try {
      System.out.println(IntStream.range(0, 100).map(x -> failing(x)).limit(7).sum()); // SPAWNED
      System.out.println(IntStream.range(0, 100).map(x -> failing(x)).limit(8).sum()); // SPAWNED
    } catch (IllegalStateException e) {
      System.out.println("caught " + e.getMessage());
    }
    try {
      IntStream.range(0, 100).map(x -> f(x)).forEach(x -> { // SPAWNED
        if (x > 100) {
          throw new IllegalArgumentException("too much: " + x);
        }
      });
    } catch (IllegalArgumentException e) {
      System.out.println("caught " + e.getMessage());
    }
  }

  static int[] stored = new int[40];

  static void put(int i, int value) {
    stored[i] += value;
  }

  @Concurrent static void store(int i) {
    put(i, f(i));
  }

  @Concurrent static void storeNext(int i) {
    put(i + 1, f(i) + stored[i]);
  }

  @Synchronized static void numbered() {
    IntStream.range(0, 40).forEach(i -> store(i)); // SPAWNED
    IntStream.range(0, 40).forEach(Streams::store); // SPAWNED
    IntStream.of(3, 5, 3).forEach(Streams::store); // IN_PLACE
    IntStream.range(0, 39).forEach(Streams::storeNext); // becomes a loop
    System.out.println(Arrays.toString(stored));
  }

  @Concurrent static int printing(int i) {
    System.out.println("working on " + i);
    return f(i);
  }

  @Synchronized static void printed() {
    System.out.println(IntStream.range(0, 20).map(Streams::printing).sum()); // SPAWNED
    IntStream.range(0, 20).mapToObj(i -> printing(i)).forEach(r -> System.out.println("result " + r)); // SPAWNED
    List<Integer> in = List.of(1, 2, 3, 4, 5);
    in.forEach(i -> { System.out.print(i + ": "); System.out.println(f(i)); }); // SPAWNED
    System.out.println(in.stream().peek(i -> System.out.println("before " + i)).map(i -> printing(i)).toList()); // IN_PLACE
    System.out.println(in.stream().map(i -> printing(i)).filter(r -> r > 0).findFirst()); // IN_PLACE
  }

  @Concurrent static boolean isSmall(int x) {
    if (x == 37) {
      throw new IllegalStateException("no answer for " + x);
    }
    return f(x) % 2 == 0;
  }

  @Concurrent static boolean isAny(Object x) {
    return x == null || f(x.hashCode()) % 2 == 0;
  }

  @Synchronized static void tested(List<Integer> items) {
    System.out.println(IntStream.range(0, 30).filter(x -> isSmall(x)).count()); // SPAWNED 30
    System.out.println(Arrays.asList(3, null, 8).stream().filter(Streams::isAny).toList()); // SPAWNED 3
    System.out.println(LongStream.range(0, 9).filter(x -> isAny(x)).sum()); // SPAWNED 9
    System.out.println(DoubleStream.of(0, 1, 2.5).filter(x -> isAny(x)).boxed().toList()); // SPAWNED 3
    System.out.println(Stream.iterate(1, x -> x + 1).filter(x -> isSmall(x)).limit(5).toList()); // SPAWNED
    System.out.println(IntStream.range(0, 99).anyMatch(x -> isSmall(x) && x > 9)); // SPAWNED
    System.out.println(items.stream().allMatch(x -> isAny(x)) + " " + LongStream.of(1, 2).noneMatch(x -> isAny(x))); // SPAWNED
    AtomicInteger asked = new AtomicInteger();
    System.out.println(items.stream().anyMatch(x -> isAny(x + asked.incrementAndGet())) + " " + asked); // IN_PLACE
    try {
      System.out.println(IntStream.range(0, 60).filter(x -> isSmall(x)).sum()); // SPAWNED
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }

  @Synchronized static int inner(int n) {
    return nested(n) + IntStream.range(0, n).map(x -> nested(x)).sum(); // SPAWNED
  }

  public static void main(String[] args) {
    List<Integer> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      items.add(i * 7 % 40);
    }
    forms(items);
    lazy();
    Map<Integer, Integer> table = new HashMap<>();
    table.put(3, 30);
    refused(items, table);
    System.out.println(escaping(items).toList());
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      cells.add(new Cell(i));
    }
    cells.add(cells.get(0));
    cells.add(cells.get(0));
    loops(cells, items);
    failures(new ArrayList<>());
    System.out.println(inner(9));
    numbered();
    printed();
    tested(items);
  }
}
