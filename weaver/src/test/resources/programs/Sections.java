import dev.deco.*;
import java.util.*;
/** Tasks that touch parts of arrays: which parts is told from their arguments. */
public class Sections {
  static double[] result = new double[40];
  static int[][] grid = new int[12][6];
  final int width = 8;
  int[] pixels = new int[8 * 10];
  double[] now = new double[40], next = new double[40];

  static double slow(double x) { double s = 0; for (int k = 1; k < 20; k++) s += Math.sin(x + k) / k; return s; }

  // one element of an array that nobody handed over
  @Concurrent static void one(int i) { result[i] = slow(i); }
  @Synchronized static void ones() { //! spawned=40 syncs=1
    for (int i = 0; i < result.length; i++)
      one(i); //= spawned synced
  }
  @Synchronized static void onesBackwards() { //! spawned=20 syncs=1
    for (int i = 38; i >= 0; i -= 2)
      one(i); //= spawned synced
  }
  @Synchronized static void oneTwice() { //! spawned=3 syncs=2
    one(3); //= spawned
    one(4); //= spawned synced
    one(3); //= spawned synced
  }
  // read and written, through another method
  static void set(int i, double v) { result[i] = v; }
  @Concurrent static void update(int i) { result[i] += 1; set(i, result[i] * 2); }
  @Synchronized static void updates() { //! spawned=40 syncs=1
    for (int i = 0; i < result.length; i++)
      update(i); //= spawned synced
  }
  // a row
  @Concurrent static void row(int i) { for (int j = 0; j < grid[i].length; j++) grid[i][j] += i + j; }
  @Synchronized static void rows() { //! spawned=24 syncs=2
    for (int t = 0; t < 2; t++)
      for (int i = 0; i < grid.length; i++)
        row(i); //= spawned synced
  }
  @Concurrent static void fill(double[][] m, int i) { double[] r = m[i]; for (int j = 0; j < r.length; j++) r[j] = slow(i + j); }
  @Synchronized static void fills(double[][] m) { //! spawned=5 syncs=1
    for (int i = 0; i < m.length; i++)
      fill(m, i); //= spawned synced
  }
  @Synchronized static void sharedRows(double[][] m) { //! spawned=5 syncs=2
    for (int i = 0; i < m.length; i++)
      fill(m, i); //= spawned synced
  }
  @Concurrent static void column(double[][] m, int j) { for (int i = 0; i < m.length; i++) m[i][j] = slow(i * j); }
  @Synchronized static void columns(double[][] m) { //! spawned=4 syncs=1
    for (int j = 0; j < m[0].length; j++)
      column(m, j); //= spawned
  }
  // a line of an image in one array
  @Concurrent void line(int y) { for (int x = 0; x < width; x++) pixels[y * width + x] = y ^ x; }
  @Synchronized void lines() { //! spawned=10 syncs=1
    for (int y = 0; y < 10; y++)
      line(y); //= spawned synced
  }
  // backwards, with a step, up to a bound that is computed
  @Concurrent void evens(int from, int to) { for (int k = Math.min(to, now.length) - 1; k >= from; k--) { if (k % 2 == 0) continue; now[k] = k; } for (int k = from; k < to; k += 2) now[k] = -k; }
  @Synchronized void blocksOfTen() { //! spawned=4 syncs=1
    for (int i = 0; i < 40; i += 10)
      evens(i, i + 10); //= spawned synced
  }
  @Synchronized void blocksThatOverlap() { //! spawned=4 syncs=4
    for (int i = 0; i < 40; i += 10)
      evens(Math.max(0, i - 1), i + 10); //= spawned synced
  }
  // neighbours
  @Concurrent void relax(int i) { next[i] = (now[i - 1] + now[i] + now[i + 1]) / 3; }
  @Synchronized void jacobi() { //! spawned=76 syncs=2
    for (int t = 0; t < 2; t++) {
      for (int i = 1; i < 39; i++)
        relax(i); //= spawned synced
      double[] x = now;
      now = next; //= synced
      next = x;
    }
  }
  @Concurrent void sweep(int i) { now[i] = (now[i - 1] + now[i] + now[i + 1]) / 3; }
  @Synchronized void seidel() { //! spawned=38 syncs=38
    for (int i = 1; i < 39; i++)
      sweep(i); //= spawned synced
  }
  @Synchronized void redAndBlack() { //! spawned=38 syncs=2
    for (int c = 1; c <= 2; c++)
      for (int i = c; i < 39; i += 2)
        sweep(i); //= spawned synced
  }
  // what code cannot tell, a declaration does
  @Concurrent static void sort(@InOut(from = "lo", to = "lo + (n - 0) * 1") int[] v, int lo, int n) { Arrays.sort(v, lo, lo + n); }
  @Concurrent static void sortUndeclared(int[] v, int lo, int hi) { Arrays.sort(v, lo, hi); }
  @Synchronized static void sorts(int[] v) { //! spawned=6 syncs=2
    for (int i = 0; i < 60; i += 20)
      sort(v, i, 20); //= spawned synced
    for (int i = 0; i < 60; i += 20)
      sortUndeclared(v, i, i + 20); //= spawned synced
  }
  @Concurrent @Synchronized static void mergeSort(@InOut(from = "lo", to = "hi") int[] v, @InOut(from = "lo", to = "hi") int[] t, int lo, int hi) { //! spawned=22 syncs=11
    if (hi - lo < 8) {
      Arrays.sort(v, lo, hi);
      return;
    }
    int mid = (lo + hi) >>> 1;
    mergeSort(v, t, lo, mid); //= spawned
    mergeSort(v, t, mid, hi); //= spawned synced
    merge(v, t, lo, mid, hi); //= synced
  }
  static void merge(int[] v, int[] t, int lo, int mid, int hi) {
    for (int i = lo, j = mid, k = lo; k < hi; k++)
      t[k] = j >= hi || i < mid && v[i] <= v[j] ? v[i++] : v[j++];
    System.arraycopy(t, lo, v, lo, hi - lo);
  }
  @Concurrent @Synchronized static void disjointSort(@Disjoint int[] v, @Disjoint int[] t, int lo, int hi) { //! spawned=22 syncs=11
    if (hi - lo < 8) {
      Arrays.sort(v, lo, hi);
      return;
    }
    int mid = (lo + hi) >>> 1;
    disjointSort(v, t, lo, mid); //= spawned
    disjointSort(v, t, mid, hi); //= spawned
    merge(v, t, lo, mid, hi); //= synced
  }
  // numbers that wrap around say nothing
  @Concurrent static void wraps(double[] a, int i) { int k = i * 0x40000000; a[k + i] += slow(i); }
  @Synchronized static void wrapping(double[] a) { //! spawned=9 syncs=9
    for (int i = 0; i < 9; i++)
      wraps(a, i & 4); //= spawned synced
  }
  // results beside it
  @Concurrent static double twice(double[] a, int i) { a[i] *= 2; return a[i]; }
  @Synchronized static double sum(double[] a) { //! spawned=9 deferred=9 syncs=1
    double sum = 0;
    for (int i = 0; i < 9; i++)
      sum += twice(a, i); //= spawned deferred synced
    return sum; //= synced
  }
  // in place
  @Concurrent static int next(int x) { return x * x % 17 + 1; }
  @Synchronized static void mapped(int[] a) { //! spawned=20 deferred=20 syncs=1
    for (int i = 0; i < 20; i++)
      a[i] = next(a[i]); //= spawned deferred synced
  }
  @Synchronized static void chained(int[] a) { //! spawned=19 deferred=19 syncs=19
    for (int i = 1; i < 20; i++)
      a[i] = next(a[i - 1]); //= spawned deferred synced
  }
  @Synchronized static void mappedList(List<Integer> l) { //! spawned=60 deferred=60 syncs=22
    for (int i = 0; i < l.size(); i++)
      l.set(i, next(l.get(i))); //= spawned deferred synced
  }
  public static void main(String[] args) {
    ones(); onesBackwards(); oneTwice(); updates();
    rows(); System.out.println(Arrays.deepToString(grid) + Arrays.toString(result));
    double[][] m = new double[5][4];
    fills(m); System.out.println(Arrays.deepToString(m));
    columns(m); System.out.println(Arrays.deepToString(m));
    m[3] = m[2];
    sharedRows(m); System.out.println(Arrays.deepToString(m));
    Sections o = new Sections();
    o.lines(); System.out.println(Arrays.toString(o.pixels));
    o.blocksOfTen(); System.out.println(Arrays.toString(o.now));
    o.blocksThatOverlap(); System.out.println(Arrays.toString(o.now));
    o.jacobi(); o.seidel(); o.redAndBlack(); System.out.println(Arrays.toString(o.now));
    int[] v = new Random(1).ints(60, 0, 1000).toArray();
    sorts(v); System.out.println(Arrays.toString(v));
    v = new Random(2).ints(60, 0, 1000).toArray();
    mergeSort(v, new int[60], 0, 60); System.out.println(Arrays.toString(v));
    v = new Random(3).ints(60, 0, 1000).toArray();
    disjointSort(v, new int[60], 0, 60); System.out.println(Arrays.toString(v));
    mapped(v); chained(v); System.out.println(Arrays.toString(v));
    List<Integer> l = new ArrayList<>(); for (int i = 0; i < 20; i++) l.add(i);
    mappedList(l); mappedList(new LinkedList<>(l)); mappedList(l.subList(0, 20)); System.out.println(l);
    double[] a = new double[9]; wrapping(a); System.out.println(sum(a) + Arrays.toString(a));
  }
}
