import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tasks and scopes that touch the same objects, and some that only might. */
public class Conflicts {
  static int counter;
  static final Object LOCK = new Object();
  double field;

  @Concurrent
  static double twice(double[] in, int i) {
    return in[i] * 2 + Math.sqrt(i);
  }

  @Synchronized
  static void copy(double[] in, double[] out) { //! spawned=80 deferred=80 syncs=2
    for (int i = 0; i < out.length; i++) {
      out[i] = twice(in, i); //= spawned deferred synced
    }
  }

  @Synchronized
  static double[] fresh(double[] in) { //! spawned=40 deferred=40 syncs=1
    double[] out = new double[in.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = twice(in, i); //= spawned deferred
    }
    return out;
  }

  @Synchronized
  static void inPlaceSweep(double[] a) { //! spawned=39 deferred=39 syncs=39
    for (int i = 1; i < a.length; i++) {
      a[i] = twice(a, i - 1); //= spawned deferred synced
    }
  }

  @Concurrent
  static void fill(double[] out, int i) {
    out[i] = Math.sqrt(i);
  }

  @Concurrent
  static void square(double[] out, int i) {
    out[i] = out[i] * out[i] + 1;
  }

  @Synchronized
  static void tasksFillTheirOwnPart(double[] out) { //! spawned=40 syncs=1
    for (int i = 0; i < out.length; i++) {
      fill(out, i); //= spawned
    }
  }

  @Synchronized
  static void phases(double[] out) { //! spawned=80 deferred=40 syncs=2
    for (int i = 0; i < out.length; i++) {
      fill(out, i); //= spawned
    }
    for (int i = 0; i < out.length; i++) {
      out[i] = twice(out, i); //= spawned deferred synced
    }
  }

  @Concurrent
  static int count(int i) {
    counter += i;
    return counter;
  }

  @Synchronized
  static int[] statics(int n) { //! spawned=30 deferred=30 syncs=30
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = count(i); //= spawned deferred synced
    }
    return out;
  }

  @Concurrent
  double plusField(int i) {
    return field + i;
  }

  @Synchronized
  double[] writesWhatTasksRead(int n) { //! spawned=30 deferred=30 syncs=3
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = plusField(i); //= spawned deferred
      if (i % 10 == 9) {
        field++; //= synced
      }
    }
    return out;
  }

  @Synchronized
  static double locked(int n) { //! spawned=9 deferred=9 syncs=9 in_place=9
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += Math.abs(count(i)); //= spawned deferred
      synchronized (LOCK) { //= synced
        s += count(i); //= in_place deferred (nothing is in flight)
      } //= synced (nothing is in flight)
    }
    return s; //= synced (nothing is in flight)
  }

  @Synchronized
  static double[] scratch(int n) { //! spawned=20 deferred=20 syncs=20
    double[] buffer = new double[1];
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      buffer[0] = i; //= synced
      out[i] = twice(buffer, 0); //= spawned deferred
    }
    return out;
  }

  @Concurrent
  static void fillRow(double[] row, int k) {
    for (int j = 0; j < row.length; j++) {
      row[j] = j * k;
    }
  }

  @Concurrent
  static double sumRow(double[] row) {
    double s = 0;
    for (double d : row) {
      s += d;
    }
    return s;
  }

  @Synchronized
  static double rows(int n) { //! spawned=40 deferred=20 syncs=2
    double[][] m = new double[n][8];
    for (int i = 0; i < n; i++) {
      fillRow(m[i], i); //= spawned synced
    }
    List<Double> sums = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      sums.add(sumRow(m[i])); //= spawned deferred synced
    }
    double s = 0;
    for (double d : sums) { //= synced
      s += d;
    }
    return s;
  }

  interface Rule {
    int apply(int x);
  }

  static final class Next implements Rule {
    @Override public int apply(int x) {
      return x + 1;
    }
  }

  @Concurrent
  static int applied(Rule rule, int x) {
    int sum = 0;
    for (int i = 0; i < 100; i++) {
      sum += rule.apply(x) % 7;
    }
    return sum;
  }

  @Synchronized
  static int[] ruleThatCounts(int n) { //! spawned=30 deferred=30 syncs=30
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = applied(x -> x + counter++, i); //= spawned deferred synced
    }
    return out;
  }

  @Synchronized
  static int[] plainRules(int n) { //! spawned=60 deferred=60 syncs=1
    int[] out = new int[2 * n];
    Rule next = new Next();
    for (int i = 0; i < n; i++) {
      out[2 * i] = applied(next, i); //= spawned deferred
      out[2 * i + 1] = applied(x -> x * 31, i); //= spawned deferred
    }
    return out;
  }

  public static void main(String[] args) {
    double[] a = new double[40];
    double[] b = new double[40];
    Arrays.setAll(a, i -> i);
    copy(a, b);
    System.out.println(Arrays.toString(b));
    copy(a, a);
    System.out.println(Arrays.toString(a) + Arrays.toString(fresh(a)));
    inPlaceSweep(a);
    System.out.println(Arrays.toString(a));
    tasksFillTheirOwnPart(a);
    phases(b);
    System.out.println(Arrays.toString(a) + Arrays.toString(b));
    System.out.println(Arrays.toString(statics(30)));
    System.out.println(Arrays.toString(new Conflicts().writesWhatTasksRead(30)) + locked(9));
    System.out.println(Arrays.toString(scratch(20)) + rows(20));
    System.out.println(Arrays.toString(ruleThatCounts(30)) + Arrays.toString(plainRules(30)));
  }
}
