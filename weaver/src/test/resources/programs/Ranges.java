import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counted loops that do nothing but store rows: many of these at once. */
public class Ranges {
  static final int N = 400;
  static double scale = 1.5;
  double step = 0.25;
  double state = 1;
  double[] field = new double[N];

  @Concurrent
  static double f(double x) {
    double s = x;
    for (int k = 0; k < 60; k++) {
      s = s * 0.999 + Math.sqrt(k);
    }
    return s;
  }

  @Concurrent
  static double look(double[] a, int i) {
    return f(a[i]) + a[i];
  }

  @Concurrent
  static double around(double[] a, int i) {
    return f(a[i - 1] + a[i] + a[i + 1]);
  }

  @Concurrent
  static void into(double[] a, int i) {
    a[i] = f(i);
  }

  @Concurrent
  static double rows(double[][] m, int i, int j) {
    return f(m[i][0] - m[j][0]);
  }

  @Concurrent
  static double failing(int i, int at) {
    if (i == at) {
      throw new IllegalStateException("at " + i);
    }
    return f(i);
  }

  @Concurrent
  static String text(int i, String with) {
    return with + (int) f(i);
  }

  @Concurrent
  static boolean good(long i) {
    return ((long) f(i) & 1) == 0;
  }

  @Concurrent
  double scaled(double x) {
    return f(x * step);
  }

  // what rows are made of

  @Synchronized
  static void looksUp(double[] in, double[] out) { //! spawned=400 deferred=400 syncs=1
    for (int i = 0; i < out.length; i++) {
      out[i] = f(in[i]); //= spawned deferred synced
    }
  }

  @Synchronized
  static void inOnePlace(double[] a) { //! spawned=400 deferred=400 syncs=1
    for (int i = 0; i < a.length; i++) {
      a[i] = f(a[i]); //= spawned deferred synced
    }
  }

  @Synchronized
  static void looksOnItsOwn(double[] a, double[] out) { //! spawned=400 deferred=400 syncs=1
    for (int i = 0; i < a.length; i++) {
      out[i] = look(a, i); //= spawned deferred synced
    }
  }

  @Synchronized
  static void looksWhereItStores(double[] a) { //! spawned=400 deferred=400 syncs=1
    for (int i = 0; i < a.length; i++) {
      a[i] = look(a, i); //= spawned deferred synced
    }
  }

  @Synchronized
  static void sweeps(double[] a) { //! spawned=398 deferred=398 syncs=398
    for (int i = 1; i < a.length - 1; i++) {
      a[i] = around(a, i); //= spawned deferred synced
    }
  }

  @Synchronized
  static void pushesOn(double[] a) { //! spawned=399 deferred=399 syncs=399
    for (int i = 0; i < a.length - 1; i++) {
      a[i + 1] = f(a[i]); //= spawned deferred synced
    }
  }

  @Synchronized
  static void jacobi(double[] a, double[] b) { //! spawned=1990 deferred=1990 syncs=5
    for (int t = 0; t < 5; t++) {
      for (int i = 1; i < a.length - 1; i++) {
        b[i] = around(a, i); //= spawned deferred synced
      }
      double[] c = a;
      a = b;
      b = c;
    }
  }

  @Synchronized
  static void tasksStore(double[] a) { //! spawned=400 syncs=1
    for (int i = 0; i < a.length; i++) {
      into(a, i); //= spawned
    }
  }

  @Synchronized
  static void twoDimensions(double[][] m, double[][] out, int n) { //! spawned=900 deferred=900 syncs=1
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        out[i][j] = rows(m, i, j); //= spawned deferred synced
      }
    }
  }

  @Synchronized
  static void oneDimension(int[] pixels, int width, int height) { //! spawned=1000 deferred=1000 syncs=1
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (int) f(x * 0.5 - y); //= spawned deferred
      }
    }
  }

  @Synchronized
  static void steps(double[] out, int by) { //! spawned=134 deferred=134 syncs=1
    for (int i = by; i < out.length; i += 3) {
      out[i] = f(Math.max(i % 7, by) + (i << 2) / 3.0); //= spawned deferred
    }
  }

  @Synchronized
  static void through(int[] index, double[] in, double[] out) { //! spawned=400 deferred=400 syncs=1
    for (int i = 0; i < index.length; i++) {
      out[index[i]] = f(in[index[i]]); //= spawned deferred synced
    }
  }

  @Synchronized
  double temporaries(int n) { //! spawned=400 deferred=400 syncs=1
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double x = (i + 0.5) * step;
      double y = x * x;
      sum += scaled(x + y); //= spawned deferred
    }
    return sum; //= synced
  }

  @Synchronized
  static double lastOfThem(int n) { //! spawned=400 deferred=400 syncs=1
    double x = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      x = i * scale;
      sum += f(x); //= spawned deferred
    }
    return sum + x; //= synced
  }

  @Synchronized
  static int counter(double[] out, int n) { //! spawned=300 deferred=300 syncs=1
    int i;
    for (i = 0; i < n; i++) {
      out[i] = f(i); //= spawned deferred
    }
    return i;
  }

  @Synchronized
  void fields(int n) { //! spawned=400 deferred=400 syncs=1
    for (int i = 0; i < n; i++) {
      field[i] = scaled(i); //= spawned deferred
    }
  }

  @Synchronized
  void fieldOfItsOwn(int n) { //! spawned=50 deferred=50 syncs=50
    for (int i = 0; i < n; i++) {
      state = f(state + i); //= spawned deferred synced
    }
  }

  // what becomes of results

  @Synchronized
  static long counts(int n) { //! spawned=400 deferred=400 syncs=1
    long count = 0;
    for (int i = 0; i < n; i++) {
      count += good(i * 3L) ? 1 : 0; //= spawned deferred
    }
    return count; //= synced
  }

  @Synchronized
  static double extremes(double[] in) { //! spawned=800 deferred=800 syncs=1
    double least = Double.MAX_VALUE;
    for (double x : in) {
      least = Math.min(least, f(x)); //= spawned deferred
    }
    double most = -Double.MAX_VALUE;
    for (int i = 0; i < in.length; i++) {
      most = Math.max(most, f(in[i])); //= spawned deferred
    }
    return most - least; //= synced
  }

  @Synchronized
  static String collections(int n, String with) { //! spawned=1200 deferred=1200 syncs=1
    List<String> list = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      list.add(text(i, with)); //= spawned deferred
    }
    Map<Integer, Double> map = new HashMap<>();
    for (int i = 0; i < n; i++) {
      map.put(i % 10, f(i)); //= spawned deferred
    }
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < n; i++) {
      all.append(text(i, "-")); //= spawned deferred
    }
    return list.hashCode() + " " + new TreeMap<>(map) + " " + all.toString().hashCode(); //= synced
  }

  @Synchronized
  static void kinds(byte[] bytes, char[] chars, float[] floats, boolean[] flags, String[] texts) { //! spawned=500 deferred=500 syncs=1
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) f(i); //= spawned deferred
    }
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) f(i); //= spawned deferred
    }
    for (int i = 0; i < floats.length; i++) {
      floats[i] += (float) f(i); //= spawned deferred
    }
    for (int i = 0; i < flags.length; i++) {
      flags[i] = good(i); //= spawned deferred
    }
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text(i, texts[i]); //= spawned deferred synced
    }
  }

  // what goes wrong

  @Synchronized
  static void fails(double[] out, int at) { //! spawned=334..410 deferred=333 syncs=0..1
    for (int i = 0; i < out.length; i++) {
      out[i] = failing(i, at); //= spawned deferred
    }
  }

  @Synchronized
  static void beyond(double[] in, double[] out) { //! spawned=400 deferred=400 syncs=1
    for (int i = 0; i < out.length; i++) {
      out[i] = f(in[i]); //= spawned deferred synced
    }
  }

  @Synchronized
  static void divides(double[] out, int by) { //! spawned=222 deferred=222 syncs=1
    for (int i = 0; i < out.length; i++) {
      out[i] = f(1000 / (by - i)); //= spawned deferred
    }
  }

  static void attempt(double[] state, Runnable code) {
    try {
      code.run();
      System.out.println("done " + Arrays.hashCode(state));
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getSimpleName() + " " + e.getMessage() + " " + Arrays.hashCode(state));
    }
  }

  static double[] numbers(int n) {
    double[] numbers = new double[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = i * 37 % 101;
    }
    return numbers;
  }

  public static void main(String[] args) {
    double[] in = numbers(N);
    double[] out = new double[N];
    looksUp(in, out);
    System.out.println(Arrays.hashCode(out));
    inOnePlace(out);
    System.out.println(Arrays.hashCode(out));
    looksOnItsOwn(in, out);
    System.out.println(Arrays.hashCode(out));
    looksWhereItStores(out);
    System.out.println(Arrays.hashCode(out));
    sweeps(out);
    System.out.println(Arrays.hashCode(out));
    pushesOn(out);
    System.out.println(Arrays.hashCode(out));
    double[] other = numbers(N);
    jacobi(out, other);
    System.out.println(Arrays.hashCode(out) + " " + Arrays.hashCode(other));
    tasksStore(out);
    System.out.println(Arrays.hashCode(out));
    double[][] m = new double[30][1];
    for (int i = 0; i < m.length; i++) {
      m[i][0] = i * i;
    }
    double[][] all = new double[30][30];
    twoDimensions(m, all, 30);
    System.out.println(Arrays.deepHashCode(all));
    int[] pixels = new int[1000];
    oneDimension(pixels, 100, 10);
    System.out.println(Arrays.hashCode(pixels));
    steps(out, 0);
    System.out.println(Arrays.hashCode(out));
    int[] index = new int[N];
    for (int i = 0; i < N; i++) {
      index[i] = i * 7 % N;
    }
    through(index, in, out);
    System.out.println(Arrays.hashCode(out));
    Ranges own = new Ranges();
    System.out.println(own.temporaries(N) + " " + lastOfThem(N) + " " + counter(out, 300));
    own.fields(N);
    own.fieldOfItsOwn(50);
    System.out.println(Arrays.hashCode(own.field) + " " + own.state + " " + counts(N) + " " + extremes(in));
    System.out.println(collections(N, "x"));
    byte[] bytes = new byte[100];
    char[] chars = new char[100];
    float[] floats = new float[100];
    boolean[] flags = new boolean[100];
    String[] texts = new String[100];
    kinds(bytes, chars, floats, flags, texts);
    System.out.println(Arrays.hashCode(bytes) + " " + Arrays.hashCode(chars) + " " + Arrays.hashCode(floats) + " "
        + Arrays.hashCode(flags) + " " + Arrays.hashCode(texts));
    double[] target = new double[N + 10];
    attempt(target, () -> fails(target, 333));
    attempt(target, () -> beyond(in, target));
    attempt(target, () -> beyond(null, target));
    attempt(target, () -> beyond(in, null));
    attempt(target, () -> divides(target, 222));
  }
}
