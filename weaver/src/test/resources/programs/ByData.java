import dev.deco.*;
import java.util.*;
/** Tasks ordered by data: a later one waits for those before it that it conflicts with, and the scope for none. */
public class ByData {
  static int counter;
  static long[] shared = new long[8];
  static String log = "";

  static double slow(double x) { double s = 0; for (int k = 1; k < 20; k++) s += Math.sin(x + k) / k; return s; }

  // one object, written again and again
  @Concurrent static void step(double[] a, int t) { for (int i = 0; i < a.length; i++) a[i] = slow(a[i] + t); }
  @Synchronized(order = Order.BY_DATA) static void chain(double[] a) { //! spawned=10 syncs=1
    for (int t = 0; t < 10; t++)
      step(a, t); //= spawned
  }
  @Synchronized(order = Order.BY_DATA) static void chains(double[][] all) { //! spawned=80 syncs=2
    for (int t = 0; t < 10; t++)
      for (double[] a : all)
        step(a, t); //= spawned
  }
  // without the word it waits
  @Synchronized static void waits(double[] a) { //! spawned=10 syncs=10
    for (int t = 0; t < 10; t++)
      step(a, t); //= spawned synced
  }
  // readers beside each other, and the writers between them
  @Concurrent static void add(double[] from, double[] to, int k) { for (int i = 0; i < to.length; i++) to[i] += from[i] * k; }
  @Synchronized(order = Order.BY_DATA) static void readers(double[] a, double[][] to) { //! spawned=30 syncs=1
    for (int t = 0; t < 6; t++) {
      for (int k = 0; k < to.length; k++)
        add(a, to[k], k); //= spawned
      step(a, t); //= spawned
    }
  }
  // one object for two parameters
  @Synchronized(order = Order.BY_DATA) static void itself(double[] a) { //! spawned=3 syncs=1
    add(a, a, 2); //= spawned
    step(a, 1); //= spawned
    add(a, a, 3); //= spawned
  }
  // written only: still one after the other
  @Concurrent static void fill(@Out double[] a, int v) { for (int i = 0; i < a.length; i++) a[i] = slow(v); }
  @Synchronized(order = Order.BY_DATA) static void fills(double[] a) { //! spawned=8 syncs=1
    for (int v = 0; v < 8; v++)
      fill(a, v); //= spawned
  }
  // fields of one object are told apart
  static class Point { double x, y; Point next; double[] data = {1, 2, 3}; }
  @Concurrent static void moveX(Point p, int t) { p.x = slow(p.x + t); }
  @Concurrent static void moveY(Point p, int t) { p.y = slow(p.y - t); }
  @Concurrent static void mix(Point p, Point q) { double x = p.x; p.x = q.y + x; q.y = x - q.y; }
  @Synchronized(order = Order.BY_DATA) static void fields(Point p, Point q) { //! spawned=56 syncs=2
    for (int t = 0; t < 7; t++) {
      moveX(p, t); //= spawned
      moveY(p, t); //= spawned
      moveY(q, t); //= spawned
      mix(p, q); //= spawned
    }
  }
  // receivers, and arrays in their fields
  static class Block {
    final double[] cells = new double[4];
    int version;
    @Concurrent void take(Block other, double f) { for (int i = 0; i < cells.length; i++) cells[i] += other.cells[i] * f + 1; version++; }
    @Concurrent double sum() { double s = 0; for (double c : cells) s += c; return s + version; }
  }
  @Synchronized(order = Order.BY_DATA) static double[] receivers(Block[] blocks) { //! spawned=110 deferred=10 syncs=2
    double[] sums = new double[5];
    for (int t = 0; t < 10; t++)
      for (int i = 0; i < 5; i++)
        blocks[i].take(blocks[(i + 1) % 5], t); //= spawned
    for (int i = 0; i < 5; i++)
      sums[i] = blocks[i].sum(); //= spawned deferred
    return sums;
  }
  // parts of one array: Gauss-Seidel
  @Concurrent static void relax(double[] a, int i) { a[i] = (a[i - 1] + a[i] + a[i + 1]) / 3; }
  @Synchronized(order = Order.BY_DATA) static void gaussSeidel(double[] a) { //! spawned=90 syncs=1
    for (int t = 0; t < 5; t++)
      for (int i = 1; i < a.length - 1; i++)
        relax(a, i); //= spawned
  }
  // declared parts
  @Concurrent static void sweep(@InOut(from = "lo - 1", to = "hi + 1") double[] a, int lo, int hi) {
    for (int i = lo; i < hi; i++) a[i] = (a[i - 1] + a[i + 1]) / 2;
  }
  @Synchronized(order = Order.BY_DATA) static void sweeps(double[] a) { //! spawned=15 syncs=1
    for (int t = 0; t < 5; t++)
      for (int lo = 1; lo < 19; lo += 6)
        sweep(a, lo, lo + 6); //= spawned
  }
  // rows of a matrix, and all of it
  @Concurrent static void row(double[][] m, int i) { for (int j = 0; j < m[i].length; j++) m[i][j] = slow(m[i][j] + i); }
  @Concurrent static void below(double[][] m, int i) { for (int j = 0; j < m[i].length; j++) m[i][j] += m[i - 1][j]; }
  @Concurrent static double total(double[][] m) { double s = 0; for (double[] r : m) for (double v : r) s += v; return s; }
  @Synchronized(order = Order.BY_DATA) static double[] matrix(double[][] m) { //! spawned=96 deferred=8 syncs=2
    double[] totals = new double[4];
    for (int t = 0; t < 4; t++) {
      for (int i = 0; i < m.length; i++)
        row(m, i); //= spawned
      for (int i = 1; i < m.length; i++)
        below(m, i); //= spawned
      totals[t] = total(m); //= spawned deferred
    }
    return totals;
  }
  // a wavefront
  @Concurrent static void cell(long[][] h, int i, int j) { h[i][j] = Math.max(h[i - 1][j - 1], Math.max(h[i - 1][j], h[i][j - 1])) + (i * j) % 7; }
  @Synchronized(order = Order.BY_DATA) static void wavefront(long[][] h) { //! spawned=64 syncs=1
    for (int i = 1; i < h.length; i++)
      for (int j = 1; j < h.length; j++)
        cell(h, i, j); //= spawned
  }
  // statics
  @Concurrent static void count(int n) { counter = counter * 31 + n; }
  @Concurrent static void note(int n) { shared[n % 8] += counter; }
  @Synchronized(order = Order.BY_DATA) static void statics() { //! spawned=20 syncs=1
    for (int n = 0; n < 10; n++) {
      count(n); //= spawned
      note(n); //= spawned
    }
  }
  // what has no name: all the points of a list, beside points at hand
  @Concurrent static void all(Point first, int t) { for (Point p = first; p != null; p = p.next) p.x += t; }
  @Synchronized(order = Order.BY_DATA) static void unnamed(Point first, Point[] some) { //! spawned=24 syncs=1
    for (int t = 0; t < 6; t++) {
      for (int k = 0; k < 3; k++)
        moveX(some[k], t); //= spawned
      all(first, t); //= spawned
    }
  }
  // collections: no views, one after the other
  @Concurrent static void word(Map<String, Integer> counts, String w) { counts.merge(w, 1, Integer::sum); }
  @Concurrent static int read(Map<String, Integer> counts, String w) { return counts.getOrDefault(w, 0); }
  @Synchronized(order = Order.BY_DATA) static List<Integer> words(Map<String, Integer> a, Map<String, Integer> b, String[] text) { //! spawned=48 deferred=16 syncs=2
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < text.length; i++) {
      word(a, text[i]); //= spawned
      word(b, text[text.length - 1 - i]); //= spawned
      seen.add(read(a, text[0])); //= spawned deferred
    }
    return seen;
  }
  @Concurrent static void append(List<Integer> list, int n) { list.add(n); }
  @Concurrent static void twice(List<Integer> list) { for (int i = 0; i < list.size(); i++) list.set(i, list.get(i) * 2); }
  @Synchronized(order = Order.BY_DATA) static void lists(List<Integer> list) { //! spawned=10 syncs=6
    for (int t = 0; t < 5; t++) {
      append(list, t); //= spawned
      twice(list.subList(0, 1)); //= spawned synced
    }
  }
  // pending results
  @Concurrent static int version(Block b) { return b.version; }
  @Concurrent static int combine(Block b, int n) { b.version = b.version * 3 + n; return b.version; }
  @Synchronized(order = Order.BY_DATA) static int pending(Block b) { //! spawned=6 syncs=1 forces=4
    int v = version(b); //= spawned
    int w = combine(b, v); //= spawned
    int x = version(b); //= spawned
    combine(b, x + w); //= spawned
    int y = combine(b, 7); //= spawned
    int z = version(b); //= spawned
    return w + x * 1000 + y * 7 - z; //= forced
  }
  // what the scope touches itself still waits
  @Synchronized(order = Order.BY_DATA) static double scope(double[] a) { //! spawned=4 syncs=3
    double s = 0;
    for (int t = 0; t < 2; t++) {
      step(a, t); //= spawned
      s += a[t]; //= synced
      step(a, -t); //= spawned
    }
    a[1] = 7; //= synced
    return s;
  }
  // which array a task will find is not known before the one that changes it has ended
  @Concurrent static void replace(Point p, int n) { p.data = new double[] {n, n + 1, n + 2}; }
  @Concurrent static void scale(Point p, int n) { for (int i = 0; i < 3; i++) p.data[i] *= n; }
  @Synchronized(order = Order.BY_DATA) static void leads(Point p) { //! spawned=9 syncs=4
    for (int n = 1; n < 4; n++) {
      replace(p, n); //= spawned
      scale(p, n); //= spawned synced
      scale(p, n + 1); //= spawned
    }
  }
  // a task's result is used in its turn, whatever runs first
  @Concurrent static String name(int[] next) { return "n" + next[0]++; }
  @Synchronized(order = Order.BY_DATA) static void names(StringBuilder out, int[] next) { //! spawned=12 deferred=12 syncs=1
    for (int i = 0; i < 12; i++)
      out.append(name(next)).append(' '); //= spawned deferred
  }
  // failures
  @Concurrent static void risky(int[] a, int n) { if (n == 5) throw new IllegalStateException("at " + a[0]); a[0] += n; }
  @Synchronized(order = Order.BY_DATA) static void fails(int[] a) { //! spawned=9 syncs=1
    for (int n = 0; n < 9; n++)
      risky(a, n); //= spawned
  }
  @Synchronized(order = Order.BY_DATA) static String handled(int[] a) { //! spawned=10 syncs=2
    try {
      for (int n = 0; n < 9; n++) //= synced
        risky(a, n); //= spawned
    } catch (IllegalStateException e) {
      log += "caught; ";
    }
    risky(a, 100); //= spawned
    return "done";
  }
  // scopes within scopes
  @Concurrent @Synchronized(order = Order.BY_DATA) static void recursive(double[] a, int lo, int hi) { //! spawned=21 syncs=7
    if (hi - lo < 5)
      return;
    int middle = (lo + hi) >>> 1;
    recursive(a, lo, middle); //= spawned
    recursive(a, middle, hi); //= spawned
    sweep(a, lo + 1, hi - 1); //= spawned
  }

  public static void main(String[] args) {
    double[] a = {1, 2, 3};
    chain(a); waits(a); System.out.println(Arrays.toString(a));
    double[][] all = {{1, 2}, {3}, {4, 5, 6}, {7}};
    chains(all); System.out.println(Arrays.deepToString(all));
    chains(new double[][] {a, a, all[0], a}); System.out.println(Arrays.toString(a));
    readers(a, all); System.out.println(Arrays.toString(a) + Arrays.deepToString(all));
    itself(a); System.out.println(Arrays.toString(a));
    fills(a); System.out.println(Arrays.toString(a));
    Point p = new Point(), q = new Point();
    fields(p, q); System.out.println(p.x + " " + p.y + " " + q.x + " " + q.y);
    fields(p, p); System.out.println(p.x + " " + p.y);
    Block[] blocks = {new Block(), new Block(), new Block(), new Block(), new Block()};
    System.out.println(Arrays.toString(receivers(blocks)));
    blocks[2] = blocks[0];
    System.out.println(Arrays.toString(receivers(blocks)));
    double[] line = new double[20];
    for (int i = 0; i < 20; i++) line[i] = i * i % 11;
    gaussSeidel(line); sweeps(line); System.out.println(Arrays.toString(line));
    double[][] m = new double[6][5];
    System.out.println(Arrays.toString(matrix(m)) + Arrays.deepToString(m));
    m[3] = m[1];
    System.out.println(Arrays.toString(matrix(m)) + Arrays.deepToString(m));
    long[][] h = new long[9][9];
    wavefront(h); System.out.println(Arrays.deepToString(h));
    statics(); System.out.println(counter + " " + Arrays.toString(shared));
    Point first = new Point(); first.next = p; p.next = new Point();
    unnamed(first, new Point[] {p, q, first}); System.out.println(first.x + " " + p.x + " " + q.x + " " + p.next.x);
    Map<String, Integer> one = new HashMap<>(), two = new TreeMap<>();
    String[] text = "a b a c b a d e".split(" ");
    System.out.println(words(one, two, text) + " " + one + two);
    System.out.println(words(one, one, text) + " " + one);
    List<Integer> list = new ArrayList<>(List.of(3, 4));
    lists(list); System.out.println(list);
    System.out.println(pending(blocks[1]));
    System.out.println(scope(a) + Arrays.toString(a));
    leads(p); System.out.println(Arrays.toString(p.data));
    StringBuilder out = new StringBuilder();
    names(out, new int[1]); System.out.println(out);
    int[] c = {0};
    try { fails(c); } catch (IllegalStateException e) { System.out.println(e.getMessage() + " " + c[0]); }
    System.out.println(handled(c) + log + c[0]);
    recursive(line, 0, 20); System.out.println(Arrays.toString(line));
  }
}
