import dev.deco.Concurrent;
import dev.deco.Deco;
import dev.deco.Disjoint;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sweeps, bodies, accounts, counters, tables: what scientific and business code does, without a word from its user. */
public class Simulations {
  static double heavy(double x) {
    double s = x;
    for (int k = 1; k < 100; k++) {
      s += Math.sin(x + k) / k;
    }
    return s;
  }

  // Jacobi, two arrays that change places: one sync a sweep

  @Concurrent
  static double relaxed(double[] u, int i) {
    return (u[i - 1] + u[i] + u[i + 1]) / 3 + heavy(u[i]) * 1e-9;
  }

  @Synchronized
  static double[] jacobi(double[] start, int sweeps) { //! spawned=90 deferred=90 syncs=5
    double[] now = start.clone();
    double[] next = start.clone();
    for (int s = 0; s < sweeps; s++) {
      for (int i = 1; i < now.length - 1; i++) {
        next[i] = relaxed(now, i); //= spawned deferred synced
      }
      double[] swap = now;
      now = next;
      next = swap;
    }
    return now;
  }

  @Concurrent
  static void relax(double[] from, double[] to, int i) {
    to[i] = relaxed(from, i);
  }

  @Synchronized
  static double[] jacobiInTasks(double[] start, int sweeps) { //! spawned=90 syncs=5
    double[] now = start.clone();
    double[] next = start.clone();
    for (int s = 0; s < sweeps; s++) {
      for (int i = 1; i < now.length - 1; i++) {
        relax(now, next, i); //= spawned synced
      }
      double[] swap = now;
      now = next;
      next = swap;
    }
    return now;
  }

  // Gauss-Seidel, in place: each round needs the one before

  @Synchronized
  static void gaussSeidel(double[] u, int sweeps) { //! spawned=54 deferred=54 syncs=52
    for (int s = 0; s < sweeps; s++) {
      for (int i = 1; i < u.length - 1; i++) {
        u[i] = relaxed(u, i); //= spawned deferred synced
      }
    }
  }

  // red and black: every second cell, in place; one sync a colour

  @Concurrent
  static void colour(double[] u, int i) {
    u[i] = (u[i - 1] + u[i + 1]) / 2 + heavy(i) * 1e-9;
  }

  @Synchronized
  static void redAndBlack(double[] u, int sweeps) { //! spawned=54 syncs=6
    for (int s = 0; s < sweeps; s++) {
      for (int first = 1; first <= 2; first++) {
        for (int i = first; i < u.length - 1; i += 2) {
          colour(u, i); //= spawned synced
        }
      }
    }
  }

  // two grids of rows

  @Concurrent
  static void heatRow(double[][] from, double[][] to, int y) {
    for (int x = 1; x < from[y].length - 1; x++) {
      to[y][x] = (from[y - 1][x] + from[y + 1][x] + from[y][x - 1] + from[y][x + 1]) / 4;
    }
  }

  @Synchronized
  static double[][] heat(double[][] start, int steps) { //! spawned=24 syncs=3
    double[][] now = start;
    double[][] next = new double[start.length][];
    for (int y = 0; y < start.length; y++) {
      next[y] = start[y].clone();
    }
    for (int s = 0; s < steps; s++) {
      for (int y = 1; y < now.length - 1; y++) {
        heatRow(now, next, y); //= spawned synced
      }
      double[][] swap = now;
      now = next;
      next = swap;
    }
    return now;
  }

  // bodies

  static class Body {
    double x;
    double v;
    final double mass;

    Body(double x, double mass) {
      this.x = x;
      this.mass = mass;
    }

    @Concurrent
    double pull(List<Body> all) {
      double f = 0;
      for (Body o : all) {
        f += o.mass * (o.x - x) / (1 + (o.x - x) * (o.x - x));
      }
      return f;
    }

    @Concurrent
    void step(double dt) {
      x += v * dt;
    }

    @Concurrent
    void kickAndDrift(Body[] all) {
      for (Body o : all) {
        v += o.mass * (o.x - x) * 0.001;
      }
      x += v;
    }
  }

  @Synchronized
  static void forcesThenSteps(List<Body> bodies, int steps) { //! spawned=72 deferred=36 syncs=6
    for (int s = 0; s < steps; s++) {
      for (Body b : bodies) {
        b.v += b.pull(bodies) * 0.01; //= spawned deferred synced
      }
      for (Body b : bodies) {
        b.step(0.01); //= spawned synced
      }
    }
  }

  @Synchronized
  static void inPlace(Body[] bodies) { //! spawned=12 syncs=12
    for (Body b : bodies) {
      b.kickAndDrift(bodies); //= spawned synced
    }
  }

  // accounts that pay each other: known conflicts, object by object

  static class Account {
    long balance;

    Account(long balance) {
      this.balance = balance;
    }
  }

  @Concurrent
  static void pay(Account from, Account to, long amount) {
    long part = Math.min(amount, from.balance);
    from.balance -= part;
    to.balance += part;
  }

  @Synchronized
  static void payments(Account[] accounts) { //! spawned=6 syncs=3
    pay(accounts[0], accounts[1], 10); //= spawned
    pay(accounts[2], accounts[3], 20); //= spawned synced
    pay(accounts[1], accounts[2], 30); //= spawned synced
    pay(accounts[3], accounts[0], 40); //= spawned synced
    pay(accounts[3], accounts[1], 50); //= spawned synced
    pay(accounts[2], accounts[0], 60); //= spawned synced
  }

  // a counter, a static, a memo table: right, and serial

  static int calls;

  @Concurrent
  static int counted(int x) {
    calls++;
    return (int) heavy(x) + calls;
  }

  @Synchronized
  static int[] counts(int n) { //! spawned=20 deferred=20 syncs=20
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = counted(i); //= spawned deferred synced
    }
    return out;
  }

  static final Map<Integer, Long> MEMO = new HashMap<>();

  @Concurrent
  static long memoized(int x) {
    Long known = MEMO.get(x % 7);
    if (known == null) {
      known = (long) heavy(x) + MEMO.size();
      MEMO.put(x % 7, known);
    }
    return known;
  }

  @Synchronized
  static long memo(int n) { //! spawned=20 deferred=20 syncs=20
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += memoized(i); //= spawned deferred synced
    }
    return sum; //= synced
  }

  // a table that is only read

  static final double[] TABLE = {1, 2, 4, 8};

  @Concurrent
  static double looked(int x) {
    return TABLE[x & 3] + heavy(x);
  }

  @Synchronized
  static double lookups(int n) { //! spawned=20 deferred=20 syncs=1
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += looked(i); //= spawned deferred
    }
    return sum; //= synced
  }

  // phases of different methods over one array

  @Concurrent
  static void fill(double[] a, int i) {
    a[i] = heavy(i);
  }

  @Concurrent
  static double read(double[] a, int i) {
    return a[i] * a[a.length - 1 - i];
  }

  @Synchronized
  static double phases(int n) { //! spawned=60 deferred=20 syncs=3
    double[] a = new double[n];
    for (int i = 0; i < n; i++) {
      fill(a, i); //= spawned
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += read(a, i); //= spawned deferred synced
    }
    for (int i = 0; i < n; i++) {
      fill(a, i); //= spawned synced
    }
    return sum; //= synced
  }

  // dynamic programming: by rows serial, by diagonals parallel

  @Concurrent
  static int cell(String a, String b, int[][] t, int i, int j) {
    return Math.max(t[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 1 : 0), Math.max(t[i - 1][j], t[i][j - 1]));
  }

  @Synchronized
  static int commonByRows(String a, String b) { //! spawned=64 deferred=64 syncs=57
    int[][] t = new int[a.length() + 1][b.length() + 1];
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        t[i][j] = cell(a, b, t, i, j); //= spawned deferred synced
      }
    }
    return t[a.length()][b.length()]; //= synced
  }

  @Synchronized
  static int commonByDiagonals(String a, String b) { //! spawned=64 deferred=64 syncs=15
    int[][] t = new int[a.length() + 1][b.length() + 1];
    for (int d = 2; d <= a.length() + b.length(); d++) {
      for (int i = Math.max(1, d - b.length()); i <= Math.min(a.length(), d - 1); i++) {
        t[i][d - i] = cell(a, b, t, i, d - i); //= spawned deferred synced
      }
      Deco.sync(); //= synced
    }
    return t[a.length()][b.length()];
  }

  // merge sort: halves of one array, said to be disjoint

  @Concurrent
  @Synchronized
  static void sort(@Disjoint int[] a, int lo, int hi, @Disjoint int[] buffer) { //! spawned=30 syncs=15
    if (hi - lo < 2) {
      return;
    }
    int middle = (lo + hi) >>> 1;
    sort(a, lo, middle, buffer); //= spawned
    sort(a, middle, hi, buffer); //= spawned
    merge(a, lo, middle, hi, buffer); //= synced
  }

  private static void merge(int[] a, int lo, int middle, int hi, int[] buffer) {
    System.arraycopy(a, lo, buffer, lo, hi - lo);
    for (int i = lo, j = middle, k = lo; k < hi; k++) {
      a[k] = j >= hi || i < middle && buffer[i] <= buffer[j] ? buffer[i++] : buffer[j++];
    }
  }

  // Monte Carlo, prefix sums, histogram, k-means

  @Concurrent
  static int hits(long seed, int n) {
    java.util.Random random = new java.util.Random(seed);
    int hits = 0;
    for (int i = 0; i < n; i++) {
      double x = random.nextDouble();
      double y = random.nextDouble();
      hits += x * x + y * y < 1 ? 1 : 0;
    }
    return hits;
  }

  @Synchronized
  static double pi(int tasks) { //! spawned=20 deferred=20 syncs=1
    long hits = 0;
    for (int i = 0; i < tasks; i++) {
      hits += hits(i, 100); //= spawned deferred
    }
    return 4.0 * hits / tasks / 100; //= synced
  }

  @Synchronized
  static double[] prefixSums(int n) { //! spawned=20 deferred=20 syncs=1
    double[] sums = new double[n];
    for (int i = 0; i < n; i++) {
      sums[i] = heavyTask(i); //= spawned deferred
    }
    for (int i = 1; i < n; i++) {
      sums[i] += sums[i - 1]; //= synced
    }
    return sums;
  }

  @Concurrent
  static double heavyTask(double x) {
    return heavy(x);
  }

  @Concurrent
  static int bucket(double x) {
    return (int) Math.abs(heavy(x) * 10) % 8;
  }

  @Synchronized
  static int[] histogram(double[] data) { //! spawned=20 deferred=20 syncs=1
    int[] counts = new int[8];
    for (double x : data) {
      counts[bucket(x)]++; //= spawned deferred
    }
    return counts;
  }

  @Concurrent
  static int nearest(double x, double[] centres) {
    int best = 0;
    for (int k = 1; k < centres.length; k++) {
      if (Math.abs(x - centres[k]) < Math.abs(x - centres[best])) {
        best = k;
      }
    }
    return best;
  }

  @Synchronized
  static double[] kMeans(double[] data, int rounds) { //! spawned=60 deferred=60 syncs=3
    double[] centres = {data[0], data[1], data[2]};
    int[] of = new int[data.length];
    for (int r = 0; r < rounds; r++) {
      for (int i = 0; i < data.length; i++) {
        of[i] = nearest(data[i], centres); //= spawned deferred
      }
      double[] sums = new double[centres.length];
      int[] members = new int[centres.length];
      for (int i = 0; i < data.length; i++) {
        sums[of[i]] += data[i]; //= synced
        members[of[i]]++;
      }
      for (int k = 0; k < centres.length; k++) {
        centres[k] = members[k] == 0 ? centres[k] : sums[k] / members[k]; //= synced (nothing is in flight)
      }
    }
    return centres;
  }

  private static double[] ramp(int n) {
    double[] a = new double[n];
    Arrays.setAll(a, i -> i * i % 17);
    return a;
  }

  public static void main(String[] args) {
    System.out.println(Arrays.toString(jacobi(ramp(20), 5)) + Arrays.toString(jacobiInTasks(ramp(20), 5)));
    double[] u = ramp(20);
    gaussSeidel(u, 3);
    redAndBlack(u, 3);
    System.out.println(Arrays.toString(u));
    double[][] grid = new double[10][10];
    grid[4][4] = 100;
    System.out.println(Arrays.deepToString(heat(grid, 3)));
    List<Body> bodies = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      bodies.add(new Body(i * i, i));
    }
    forcesThenSteps(bodies, 3);
    inPlace(bodies.toArray(new Body[0]));
    Map<Double, Double> where = new TreeMap<>();
    bodies.forEach(b -> where.put(b.x, b.v));
    Account[] accounts = {new Account(5), new Account(15), new Account(25), new Account(35)};
    payments(accounts);
    System.out.println(where + " " + Arrays.stream(accounts).map(a -> a.balance).toList());
    System.out.println(Arrays.toString(counts(20)) + memo(20) + " " + lookups(20) + " " + phases(20));
    System.out.println(commonByRows("parallel", "serially") + " " + commonByDiagonals("parallel", "serially"));
    int[] a = {5, 3, 9, 1, 1, 8, 2, 7, 4, 6, 0, 3, 5, 2, 9, 8};
    sort(a, 0, a.length, new int[a.length]);
    System.out.println(Arrays.toString(a) + pi(20) + Arrays.toString(prefixSums(20)));
    System.out.println(Arrays.toString(histogram(ramp(20))) + Arrays.toString(kMeans(ramp(20), 3)));
  }
}
