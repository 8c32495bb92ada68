import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Results that go through local variables, reductions, chains, branches. */
public class Locals {
  @Concurrent
  static double f(double i) {
    double s = 0;
    for (int j = 0; j < 300; j++) {
      s += Math.sqrt(i + j);
    }
    return s;
  }

  @Concurrent
  static int g(int i) {
    int s = 0;
    for (int j = 0; j < 300; j++) {
      s = s * 31 + (i ^ j);
    }
    return s;
  }

  @Concurrent
  static String h(String s, int k, Object o) {
    return s + k + o;
  }

  @Concurrent
  static void check(double d) {
    if (d < 0) {
      throw new IllegalStateException("negative");
    }
  }

  @Synchronized
  static double forcedAtFirstUse(int n) { //! spawned=40 syncs=1 forces=40
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double v = f(i); //= spawned
      int w = g(i); //= spawned
      if (v > w) { //= forced
        sum += 1;
      }
    }
    return sum;
  }

  @Synchronized
  static double both(int n) { //! spawned=1 syncs=1 forces=1 in_place=1
    return f(n - 1) + f(n - 2); //= spawned in_place forced
  }

  @Synchronized
  static int branch(int n) {
    int c = 0;
    for (int i = 0; i < n; i++) {
      if (g(i) > 0) { //= in_place
        c++;
      }
    }
    return c;
  }

  @Synchronized
  static double[] usedInDeferredStatements(int n) { //! spawned=18 deferred=9 syncs=1
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      double v = f(i); //= spawned
      int w = g(i); //= spawned
      out[i] = v + w; //= deferred
    }
    return out;
  }

  @Synchronized
  static double sum(int n) { //! spawned=40 deferred=40 syncs=1
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += f(i); //= spawned deferred
    }
    return sum; //= synced
  }

  @Synchronized
  static double recurrence(int n, double a) { //! spawned=40 deferred=40 syncs=1
    double s = 1;
    for (int i = 0; i < n; i++) {
      s = s * a + f(i) / 3.0; //= spawned deferred
    }
    return s; //= synced
  }

  @Synchronized
  static long best(int n) { //! spawned=60 deferred=60 syncs=1
    long best = Long.MIN_VALUE;
    String all = "";
    for (int i = 0; i < n; i++) {
      best = Math.max(best, g(i)); //= spawned deferred
      all += g(i); //= spawned deferred
    }
    return best + all.hashCode(); //= synced
  }

  @Synchronized
  static double[] innerSums(int n) { //! spawned=48 deferred=60 syncs=1
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      double t = 0;
      for (int j = 0; j < 4; j++) {
        t += f(i * j) / 3.0; //= spawned deferred
      }
      out[i] = t; //= deferred
    }
    return out;
  }

  @Synchronized
  static double chains(int n) { //! spawned=240 deferred=60 syncs=1
    double s = 0;
    double[] out = new double[n];
    List<String> l = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      s += f(g(i) & 255); //= spawned deferred
      out[i] = f(f(g(i)) * 1e-9 + g(i + 1)) / 2; //= spawned deferred
      double d = f(i); //= spawned
      double e = f(d); //= spawned
      l.add(h("x" + i, g(g(i) & 7), d + e)); //= spawned deferred
      check(e); //= spawned
    }
    return s + Arrays.hashCode(out) + l.hashCode(); //= synced
  }

  @Synchronized
  static double[] conditional(int n) { //! spawned=14 deferred=20 syncs=1
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = i % 3 == 0 ? f(i) : i % 3 == 1 ? -f(i + 1) : 0.5; //= spawned deferred
    }
    return out;
  }

  @Synchronized
  static List<Double> pendingOnSomePaths(int n) { //! spawned=5 deferred=9 syncs=1
    List<Double> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double v = 1;
      if (i % 2 == 0) {
        v = f(i); //= spawned
      }
      out.add(v); //= deferred
    }
    return out;
  }

  @Synchronized
  static String switches(int n) { //! spawned=28 deferred=53 syncs=1
    StringBuilder sb = new StringBuilder();
    for (int i = 0; i < n; i++) {
      switch (i % 4) {
        case 0:
          sb.append(f(i)); //= spawned deferred
          break;
        case 1:
          sb.append("one"); //= deferred
        case 2:
          sb.append(f(i)).append(i); //= spawned deferred
          continue;
        default:
          sb.append(switch (i % 3) { //= deferred
            case 0 -> f(i); //= spawned
            case 1 -> 3.0;
            default -> f(i + 1); //= spawned
          });
      }
      sb.append('|'); //= deferred
    }
    return sb.toString(); //= synced
  }

  @Concurrent
  @Synchronized
  static long fib(int n) { //! spawned=986 syncs=986 forces=986 in_place=986
    if (n < 2) {
      return n;
    }
    return fib(n - 1) + fib(n - 2); //= spawned in_place forced
  }

  @Concurrent
  @Synchronized
  static boolean isEven(int n) {
    if (n == 0) {
      return true;
    }
    return isOdd(n - 1); //= in_place
  }

  @Concurrent
  @Synchronized
  static boolean isOdd(int n) {
    if (n == 0) {
      return false;
    }
    return isEven(n - 1); //= in_place
  }

  @Concurrent
  static double[] row(int n, double scale) {
    double[] row = new double[n];
    for (int i = 0; i < n; i++) {
      row[i] = f(i) * scale;
    }
    return row;
  }

  static double half(double value) {
    return value / 2;
  }

  static double slow(int i) {
    double s = 0;
    for (int j = 0; j < i; j++) {
      s += half(j);
    }
    return s;
  }

  @Synchronized
  static double[] loopsAfterTheLastTask(int n) { //! spawned=2 syncs=1 forces=2
    double[] left = row(n, 1); //= spawned
    double[] right = row(n, 2); //= spawned
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = half(left[i] + right[i]); //= forced
    }
    return out;
  }

  @Synchronized
  static double[] slowLoopAfterTheLastTask(int n) { //! spawned=1 deferred=20 syncs=1
    double[] left = row(n, 1); //= spawned
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      double other = slow(i);
      out[i] = left[i] + other; //= deferred
    }
    return out;
  }

  public static void main(String[] args) {
    System.out.println(Arrays.toString(loopsAfterTheLastTask(20)) + Arrays.toString(slowLoopAfterTheLastTask(20)));
    System.out.println(forcedAtFirstUse(20) + both(9) + branch(30));
    System.out.println(Arrays.toString(usedInDeferredStatements(9)) + sum(40) + " " + recurrence(40, 0.99));
    System.out.println(best(30) + " " + Arrays.toString(innerSums(12)));
    System.out.println(chains(20));
    System.out.println(Arrays.toString(conditional(20)) + pendingOnSomePaths(9));
    System.out.println(switches(30).hashCode());
    System.out.println(fib(15) + " " + isEven(200));
  }
}
