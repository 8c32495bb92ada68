import dev.deco.*;
import java.util.*;
import java.util.function.*;
import java.math.BigInteger;
/** Programs as people write them. */
public class Programs {
  // matrix
  @Concurrent static double dot(double[][] a, double[][] b, int i, int j) { double s = 0; for (int k = 0; k < b.length; k++) s += a[i][k] * b[k][j]; return s; }
  @Synchronized static double[][] mul(double[][] a, double[][] b) { //! spawned=400 deferred=400 syncs=1
    int n = a.length, m = b[0].length;
    double[][] c = new double[n][m];
    for (int i = 0; i < n; i++)
      for (int j = 0; j < m; j++)
        c[i][j] = dot(a, b, i, j); //= spawned deferred
    return c;
  }
  @Synchronized static void mulInto(double[][] a, double[][] b, double[][] c) { //! spawned=800 deferred=800 syncs=382
    for (int i = 0; i < a.length; i++)
      for (int j = 0; j < b[0].length; j++)
        c[i][j] = dot(a, b, i, j); //= spawned deferred synced
  }
  // monte carlo
  @Concurrent static double price(long seed, int n) { Random r = new Random(seed); double s = 0; for (int i = 0; i < n; i++) s += r.nextGaussian(); return s / n; }
  @Synchronized static double mc(int paths) { //! spawned=300 deferred=300 syncs=1
    double sum = 0;
    for (int i = 0; i < paths; i++)
      sum += price(i, 200); //= spawned deferred
    return sum / paths; //= synced
  }
  // word count
  @Concurrent static Map<String, Integer> count(String line) { Map<String, Integer> m = new TreeMap<>(); for (String w : line.split(" ")) m.merge(w, 1, Integer::sum); return m; }
  @Synchronized static Map<String, Integer> words(List<String> lines) { //! spawned=3 deferred=3 syncs=1
    List<Map<String, Integer>> parts = new ArrayList<>();
    for (String line : lines)
      parts.add(count(line)); //= spawned deferred
    Map<String, Integer> all = new TreeMap<>();
    for (Map<String, Integer> p : parts) //= synced
      for (Map.Entry<String, Integer> e : p.entrySet())
        all.merge(e.getKey(), e.getValue(), Integer::sum);
    return all;
  }
  // primes
  @Concurrent static boolean prime(BigInteger b) { return b.isProbablePrime(20); }
  @Synchronized static List<String> primes(int n) { //! spawned=40 deferred=40 syncs=1
    List<String> res = new ArrayList<>();
    BigInteger b = BigInteger.TWO.pow(60);
    for (int i = 0; i < n; i++) {
      boolean p = prime(b); //= spawned
      res.add(b + "=" + p); //= deferred
      b = b.add(BigInteger.ONE);
    }
    return res;
  }
  // simulation with fields
  static class Sim {
    double[] cur, next; int n; private final List<String> log = new ArrayList<>(); int steps;
    Sim(int n) { this.n = n; cur = new double[n]; next = new double[n]; for (int i = 0; i < n; i++) cur[i] = i; }
    @Concurrent double relax(int i) { double l = i > 0 ? cur[i - 1] : 0, r = i < n - 1 ? cur[i + 1] : 0; double s = 0; for (int k = 0; k < 2000; k++) s += Math.sin(l + k) ; return (l + cur[i] + r) / 3 + s * 1e-9; }
    @Synchronized void step() { //! spawned=100 deferred=100 syncs=2
      for (int i = 0; i < n; i++)
        next[i] = relax(i); //= spawned deferred synced
      double[] t = cur;
      cur = next; //= synced
      next = t;
      steps++;
      log.add("step " + steps);
    }
    @Synchronized void run(int k) { //! spawned=150 deferred=150 syncs=3
      for (int s = 0; s < k; s++) {
        for (int i = 0; i < n; i++) next[i] = relax(i); //= spawned deferred synced
        double[] t = cur; cur = next; next = t; //= synced
      }
    }
  }
  // n-body objects
  static final class Body { double x, v, m; Body(double x, double m) { this.x = x; this.m = m; } }
  @Concurrent static double force(List<Body> all, Body b) { double f = 0; for (Body o : all) if (o != b) f += o.m / (1 + (o.x - b.x) * (o.x - b.x)); return f; }
  @Synchronized static void nbody(List<Body> bodies, int steps) { //! spawned=150 deferred=150 syncs=5
    for (int s = 0; s < steps; s++) {
      double[] f = new double[bodies.size()];
      for (int i = 0; i < bodies.size(); i++)
        f[i] = force(bodies, bodies.get(i)); //= spawned deferred
      for (int i = 0; i < bodies.size(); i++) {
        Body b = bodies.get(i);
        b.v += f[i] * 0.01; //= synced
        b.x += b.v * 0.01;
      }
    }
  }
  // mandelbrot
  @Concurrent static int iter(double x, double y) { double a = 0, b = 0; int i = 0; while (i < 200 && a * a + b * b < 4) { double t = a * a - b * b + x; b = 2 * a * b + y; a = t; i++; } return i; }
  @Synchronized static int[][] mandel(int w, int h) { //! spawned=600 deferred=600 syncs=1
    int[][] img = new int[h][w];
    for (int y = 0; y < h; y++)
      for (int x = 0; x < w; x++)
        img[y][x] = iter(-2 + 3.0 * x / w, -1 + 2.0 * y / h); //= spawned deferred
    return img;
  }
  record Result(int id, double value) implements Comparable<Result> { public int compareTo(Result o) { return Double.compare(value, o.value); } }
  @Concurrent static Result eval(int id) { return new Result(id, price(id, 50)); }
  @Synchronized static List<Result> ranked(int n) { //! spawned=30 deferred=31 syncs=1
    List<Result> out = new ArrayList<>();
    for (int i = 0; i < n; i++)
      out.add(eval(i)); //= spawned deferred
    Collections.sort(out); //= deferred
    return out;
  }
  @Synchronized static Result best(int n) { //! spawned=30 deferred=3 syncs=3 forces=29
    Result best = null;
    for (int i = 0; i < n; i++) {
      Result r = eval(i); //= spawned
      if (best == null || r.value() > best.value()) best = r; //= deferred forced synced
    }
    return best; //= synced
  }
  interface Shape { double area(int k); }
  record Circle(double r) implements Shape { public double area(int k) { double s = 0; for (int i = 0; i < k; i++) s += r * r; return s; } }
  record Sq(double r) implements Shape { public double area(int k) { double s = 0; for (int i = 0; i < k; i++) s += r; return s; } }
  @Concurrent static double area(Shape s) { return s.area(1000); }
  @Synchronized static Map<String, Double> areas(List<Shape> shapes) { //! spawned=3 deferred=3 syncs=1
    Map<String, Double> m = new LinkedHashMap<>();
    int i = 0;
    for (Shape s : shapes)
      m.put("s" + i++, area(s)); //= spawned deferred
    return m;
  }
  @Synchronized static void report(int n) { //! spawned=20 deferred=21 syncs=1
    for (int i = 0; i < n; i++)
      System.out.println("row " + i + ": " + price(i, 100)); //= spawned deferred
    System.out.printf("%d rows%n", n); //= deferred
  }
  public static void main(String[] x) {
    double[][] a = new double[20][20], b = new double[20][20]; for (int i = 0; i < 20; i++) for (int j = 0; j < 20; j++) { a[i][j] = i + j; b[i][j] = i - j; }
    System.out.println(Arrays.deepHashCode(mul(a, b))); double[][] c = new double[20][20]; mulInto(a, b, c); System.out.println(Arrays.deepHashCode(c)); mulInto(a, a, a); System.out.println(Arrays.deepHashCode(a));
    System.out.println(mc(300)); System.out.println(words(List.of("a b c a", "b b", "c d e f a"))); System.out.println(primes(40));
    Sim s = new Sim(50); s.step(); s.step(); s.run(3); System.out.println(Arrays.toString(s.cur) + s.log);
    List<Body> bs = new ArrayList<>(); for (int i = 0; i < 30; i++) bs.add(new Body(i * i % 7, i)); nbody(bs, 5); for (Body q : bs) System.out.println(q.x + " " + q.v);
    System.out.println(Arrays.deepHashCode(mandel(30, 20))); System.out.println(ranked(30)); System.out.println(best(30));
    System.out.println(areas(List.of(new Circle(1), new Sq(2), new Circle(3)))); report(20);
  }
}
