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
  public static void main(String[] a) {
    System.out.println(simpson(40) + Arrays.toString(both(30)) + nested(30) + assigns(30) + three(30) + arguments(20));
  }
}
