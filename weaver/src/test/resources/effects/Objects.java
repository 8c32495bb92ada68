import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Records, enums, sealed types, generics, iterators, collections, streams. */
class Objects {
  record Point(double x, double y) {
    Point {
      if (Double.isNaN(x)) {
        throw new IllegalArgumentException("no number");
      }
    }

    double length() {
      return Math.hypot(x, y);
    }

    Point plus(Point other) {
      return new Point(x + other.x, y + other.y);
    }
  }

  enum Op {
    ADD("+") {
      @Override int apply(int a, int b) {
        return a + b;
      }
    },
    MULTIPLY("*") {
      @Override int apply(int a, int b) {
        return a * b;
      }
    };

    private final String sign;

    Op(String sign) {
      this.sign = sign;
    }

    abstract int apply(int a, int b);
  }

  sealed interface Expression permits Constant, Sum, Product {}

  record Constant(double value) implements Expression {}

  record Sum(Expression left, Expression right) implements Expression {}

  record Product(Expression left, Expression right) implements Expression {}

  interface Shape {
    double area();
  }

  static final class Circle implements Shape {
    double radius;

    @Override public double area() {
      return Math.PI * radius * radius;
    }
  }

  static final class Square implements Shape {
    double side;

    @Override public double area() {
      return side * side;
    }
  }

  static final class Stack<T> implements Iterable<T> {
    private Object[] items = new Object[4];
    private int size;

    void push(T item) {
      if (size == items.length) {
        items = java.util.Arrays.copyOf(items, size * 2);
      }
      items[size++] = item;
    }

    @SuppressWarnings("unchecked")
    T pop() {
      if (size == 0) {
        throw new NoSuchElementException();
      }
      return (T) items[--size];
    }

    @Override public Iterator<T> iterator() {
      return new Iterator<>() {
        int at = size;

        @Override public boolean hasNext() {
          return at > 0;
        }

        @Override @SuppressWarnings("unchecked") public T next() {
          return (T) items[--at];
        }
      };
    }
  }

  static final class Node implements Comparable<Node> {
    final int id;
    double distance;
    final List<Node> next = new ArrayList<>();

    Node(int id) {
      this.id = id;
    }

    @Override public int compareTo(Node other) {
      return Double.compare(distance, other.distance);
    }
  }

  static final class Range implements Iterable<Integer> {
    final int to;

    Range(int to) {
      this.to = to;
    }

    @Override public Iterator<Integer> iterator() {
      return IntStream.range(0, to).iterator();
    }
  }

  static double records(Point a, Point b) { // nothing
    Point sum = a.plus(b).plus(new Point(1, 2));
    return sum.equals(a) ? sum.length() + sum.hashCode() : sum.toString().length();
  }

  static int enums(Op op, int a) { // nothing
    int result = op.apply(a, 3) + op.ordinal() + op.sign.length();
    for (Op each : Op.values()) {
      result += switch (each) {
        case ADD -> each.apply(1, 2);
        case MULTIPLY -> Op.valueOf("ADD").apply(3, 4);
      };
    }
    return result;
  }

  static double evaluate(Expression e) { // nothing
    if (e instanceof Constant c) {
      return c.value();
    } else if (e instanceof Sum s) {
      return evaluate(s.left()) + evaluate(s.right());
    } else if (e instanceof Product p) {
      return evaluate(p.left()) * evaluate(p.right());
    }
    throw new IllegalStateException();
  }

  static double areas(List<Shape> shapes) { // read #0.content, read #0.structure, read #0{}.radius, read #0{}.side
    double sum = 0;
    for (Shape shape : shapes) {
      sum += shape.area();
    }
    return sum;
  }

  static int stack(int n) { // nothing
    Stack<Integer> stack = new Stack<>();
    for (int i = 0; i < n; i++) {
      stack.push(i * i);
    }
    int sum = stack.pop();
    for (int item : stack) {
      sum += item;
    }
    return sum;
  }

  static int ranges(int n) { // nothing
    int sum = 0;
    for (int i : new Range(n)) {
      sum += i;
    }
    return sum;
  }

  static double shortest(int[][] edges, int n) { // read #0.[L], read #0[].[I]
    Node[] nodes = new Node[n];
    for (int i = 0; i < n; i++) {
      nodes[i] = new Node(i);
      nodes[i].distance = Double.MAX_VALUE;
    }
    for (int[] edge : edges) {
      nodes[edge[0]].next.add(nodes[edge[1]]);
    }
    PriorityQueue<Node> open = new PriorityQueue<>();
    nodes[0].distance = 0;
    open.add(nodes[0]);
    while (!open.isEmpty()) {
      Node at = open.poll();
      for (Node to : at.next) {
        if (at.distance + 1 < to.distance) {
          to.distance = at.distance + 1;
          open.add(to);
        }
      }
    }
    return nodes[n - 1].distance;
  }

  static List<Integer> collections(int n) { // nothing
    Deque<Integer> queue = new ArrayDeque<>();
    Set<Integer> seen = new HashSet<>();
    Map<Integer, List<Integer>> groups = new HashMap<>();
    queue.add(n);
    while (!queue.isEmpty()) {
      int at = queue.poll();
      if (seen.add(at) && at > 0) {
        queue.addLast(at / 2);
        queue.push(at - 1);
        groups.computeIfAbsent(at % 3, key -> new ArrayList<>()).add(at);
      }
    }
    List<Integer> all = new ArrayList<>(groups.getOrDefault(1, List.of()));
    all.addAll(seen);
    Collections.sort(all, Comparator.reverseOrder());
    all.removeIf(i -> i % 2 == 0);
    all.subList(0, 1).clear();
    return Collections.unmodifiableList(all);
  }

  static int entries(Map<String, Integer> map) { // read #0.content, read #0.structure
    int sum = 0;
    for (Map.Entry<String, Integer> entry : map.entrySet()) {
      sum += entry.getKey().length() * entry.getValue();
    }
    for (int value : map.values()) {
      sum += value;
    }
    return sum + map.keySet().size();
  }

  static Map<Op, Integer> byOp() { // nothing
    Map<Op, Integer> map = new EnumMap<>(Op.class);
    map.put(Op.ADD, 1);
    map.merge(Op.MULTIPLY, 2, Integer::sum);
    return map;
  }

  static String optional(String text) { // nothing
    return Optional.ofNullable(text).filter(s -> !s.isEmpty()).map(String::trim).or(() -> Optional.of("none")).orElseGet(() -> "");
  }

  static Map<Integer, List<String>> grouped(List<String> words) { // read #0*.any, read #0.content, read #0.structure, read #0{}.any
    return words.stream().filter(w -> w.length() > 1).sorted().distinct()
        .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList()));
  }

  static double streams(int n) { // nothing
    return IntStream.rangeClosed(1, n).mapToObj(i -> new Point(i, i)).mapToDouble(Point::length).limit(10).sum()
        + Stream.iterate(1, i -> i * 2).limit(n).reduce(0, Integer::sum)
        + Stream.of("a", "b").flatMap(s -> Stream.of(s, s + s)).collect(Collectors.joining()).length();
  }

  static List<Point> ordered(List<Point> points) { // read #0.content, read #0.structure
    List<Point> copy = new ArrayList<>(points);
    copy.sort(Comparator.comparingDouble(Point::length).thenComparing(Point::x).reversed());
    return copy;
  }

  static int composed(int x) { // nothing
    IntUnaryOperator twice = i -> i * 2;
    Function<Integer, Integer> half = i -> i / 2;
    BinaryOperator<Integer> larger = BinaryOperator.maxBy(Comparator.naturalOrder());
    Supplier<Point> origin = () -> new Point(0, 0);
    return twice.andThen(i -> i + 1).applyAsInt(x) + half.compose(half).apply(x) + larger.apply(1, 2)
        + (int) origin.get().x();
  }

  static <T, R> List<R> mapped(Collection<T> all, Function<? super T, ? extends R> function) {
    List<R> out = new ArrayList<>();
    for (T one : all) {
      out.add(function.apply(one));
    }
    return out;
  }

  static int higherOrder(List<String> words, int factor) { // read #0.content, read #0.structure
    return mapped(words, word -> word.length() * factor).stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  static Map<String, Point> cache(int n) { // nothing
    Map<String, Point> cache = new LinkedHashMap<>(16, 0.75f, true) {
      @Override protected boolean removeEldestEntry(Map.Entry<String, Point> eldest) {
        return size() > n;
      }
    };
    cache.put("a", new Point(1, n));
    return cache;
  }

  int counter;

  static int anonymous(int n) { // nothing
    Objects own = new Objects();
    Runnable count = new Runnable() {
      @Override public void run() {
        own.counter += n;
      }
    };
    count.run();
    return own.counter;
  }

  int counted() { // read #0.counter, write #0.counter
    Runnable count = () -> counter++;
    count.run();
    return counter;
  }

  static <T extends Comparable<T>> T largest(List<T> all) { // read #0*.any, read #0.content, read #0.structure, read #0{}.any
    T best = all.get(0);
    for (T one : all) {
      best = one.compareTo(best) > 0 ? one : best;
    }
    return best;
  }
}
