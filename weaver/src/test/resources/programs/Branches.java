import dev.deco.*;
import java.util.*;
/** Expressions that decide something while results lie on the operand stack. */
public class Branches {
  @Concurrent static double f(double x) { double s = 0; for (int k = 1; k < 50; k++) s += Math.sin(x + k) / k; return s; }
  @Concurrent static int g(int x) { return x * x % 31; }
  @Synchronized static double simpson(int n) { //! spawned=40 deferred=40 syncs=1
    double sum = 0;
    for (int i = 0; i < n; i++)
      sum += f(i) * (i % 2 == 0 ? 2 : 4); //= spawned deferred
    return sum; //= synced
  }
  @Synchronized static double weights(int n) { //! spawned=40 deferred=40 syncs=1
    double sum = 0;
    for (int i = 0; i < n; i++)
      sum += (i % 2 == 0 ? 2 : 4) * f(i); //= spawned deferred
    return sum; //= synced
  }
  static double total;
  @Synchronized static double signs(int n, int[] out) { //! spawned=60 deferred=60 syncs=1
    for (int i = 0; i < n; i++) {
      out[i % 3] += (i % 2 == 0 && i != 4 ? 1 : -1) * g(i); //= spawned deferred
      total += (i > 7 ? i : 7) * f(i); //= spawned deferred
    }
    return total; //= synced
  }
  @Synchronized static double looked(int n, double[] weights) { //! spawned=40 deferred=40 syncs=1
    double sum = 0;
    for (int i = 0; i < n; i++)
      sum -= (i < weights.length ? weights[i] : 1) * f(i); //= spawned deferred
    return sum; //= synced
  }
  @Synchronized static double[] both(int n) { //! spawned=45 deferred=30 syncs=1
    double[] o = new double[n];
    for (int i = 0; i < n; i++)
      o[i] = f(i) + (i % 2 == 0 ? f(-i) : 1); //= spawned deferred
    return o;
  }
  @Synchronized static List<Double> nested(int n) { //! spawned=39 deferred=0..100 syncs=1
    List<Double> o = new ArrayList<>();
    for (int i = 0; i < n; i++)
      o.add(f(i) * (i % 3 == 0 ? (i % 2 == 0 ? 5 : f(i + 1)) : 3) - (i > 4 && i < 9 ? g(i) : 2)); //= spawned deferred
    return o;
  }
  @Synchronized static int assigns(int n) { //! spawned=30 deferred=30 syncs=1
    int k = 0;
    int s = 0;
    for (int i = 0; i < n; i++)
      s += k + g(i) + (i % 2 == 0 ? k++ : 7); //= spawned deferred
    return s + k; //= synced
  }
  @Synchronized static long three(int n) { //! spawned=0..100 deferred=0..300 syncs=1
    long s = 0;
    for (int i = 0; i < n; i++)
      s += (i > 2 ? g(i) : 1) * 3L + g(i + 1) * (i > 3 ? 2 : 1) + (i > 5 ? g(i) : g(-i)); //= spawned deferred
    return s; //= synced
  }
  @Synchronized static double arguments(int n) { //! spawned=20 deferred=20 syncs=1
    double s = 0;
    for (int i = 0; i < n; i++)
      s += Math.max(f(i), i % 2 == 0 ? 0.5 : -0.5); //= spawned deferred
    return s; //= synced
  }
  @Concurrent static boolean odd(int x) { return f(x) > 0 ^ x % 2 == 0; }
  @Concurrent static String name(int x) { return f(x) > 0.2 ? "n" + x : null; }
  @Synchronized static boolean[] compares(int n) { //! spawned=30 deferred=30 syncs=1
    boolean[] o = new boolean[n];
    for (int i = 0; i < n; i++)
      o[i] = f(i) > 0.3; //= spawned deferred
    return o;
  }
  @Synchronized static int counts(int n) { //! spawned=58 in_place=30 deferred=60 syncs=1
    int c = 0;
    for (int i = 0; i < n; i++) {
      c += odd(i) ? 1 : 0; //= spawned deferred
      c -= g(i) == 9 ? i : g(i) - i; //= spawned deferred in_place
    }
    return c; //= synced
  }
  @Synchronized static String picks(int n) { //! spawned=60 in_place=56 deferred=90 syncs=1
    StringBuilder o = new StringBuilder();
    for (int i = 0; i < n; i++) {
      o.append(f(i) > 0.3 ? "big" : "small").append(i); //= spawned deferred
      String s = name(i); //= spawned
      o.append(s == null ? "-" : s); //= deferred
      o.append(g(i) > 3 ? g(i) > 20 ? 2L * i : -1L : i); //= deferred in_place
    }
    return o.toString(); //= synced
  }
  @Synchronized static List<Object> several(int n) { //! spawned=30 deferred=90 syncs=1
    List<Object> o = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double v = f(i); //= spawned
      o.add(v > 0.1 && v < 0.4); //= deferred
      o.add(v < -0.1 || v > 0.5 || i == 3 ? (Object) "edge" : Integer.valueOf(i)); //= deferred
      o.add(v > 0.6 ? 1 : v > 0.3 ? 2.5f : v > 0 ? 'c' : i); //= deferred
    }
    return o;
  }
  @Synchronized static double reduces(int n) { //! spawned=60 deferred=0..200 syncs=1
    double best = -1;
    boolean any = false;
    boolean all = true;
    for (int i = 0; i < n; i++) {
      double v = f(i); //= spawned
      best = v > best ? v : best; //= deferred
      any |= v > 0.7 & i > 3; //= deferred
      all &= f(-i) < 0.9 && v > -0.9; //= spawned deferred
    }
    return any == all ? best : -best; //= synced
  }
  @Synchronized static int extreme(int n, boolean greatest) { //! spawned=20 deferred=40 forces=0 syncs=1
    int best = greatest ? -1 : 100;
    for (int i = 0; i < n; i++) {
      int v = g(i); //= spawned
      best = greatest ? Math.max(best, v) : Math.min(best, v); //= deferred
    }
    return best; //= synced
  }
  /** What both are cannot be named here. */
  @Synchronized static List<CharSequence> hidden(int n, StringBuilder a, StringBuffer b) { //! spawned=20 deferred=20 syncs=1
    List<CharSequence> o = new ArrayList<>();
    for (int i = 0; i < n; i++)
      o.add(f(i) > 0.3 ? a : b); //= spawned deferred
    return o;
  }
  @Synchronized static int effects(int n) { //! spawned=0 deferred=0 syncs=0
    int[] o = new int[n];
    int k = 0;
    for (int i = 0; i < n; i++)
      o[i] = g(i) > 3 ? k++ : o[k]; //= in_place
    return k;
  }
  public static void main(String[] a) {
    int[] out = new int[3];
    System.out.println(weights(40) + " " + signs(30, out) + Arrays.toString(out) + looked(40, new double[] {1, 2, 3}));
    System.out.println(simpson(40) + Arrays.toString(both(30)) + nested(30) + assigns(30) + three(30) + arguments(20));
    System.out.println(Arrays.toString(compares(30)) + counts(30) + picks(30) + several(30) + reduces(30) + extreme(20, true) + hidden(20, new StringBuilder("a"), new StringBuffer("b")) + effects(30));
  }
}
