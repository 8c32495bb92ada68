import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Every kind of method and of class, every type of argument and result, every depth. */
public class Kinds {
  final int offset;

  Kinds(int offset) {
    this.offset = offset;
  }

  @Concurrent
  static int work(int x) {
    int s = x;
    for (int k = 0; k < 200; k++) {
      s = s * 31 + k;
    }
    return s % 1000;
  }

  // all kinds of methods

  @Concurrent
  private int own(int x) {
    return work(x) + offset;
  }

  @Concurrent
  final int sealed(int x) {
    return own(x) * 2;
  }

  @Concurrent
  protected synchronized int locked(int x) {
    return x + offset;
  }

  @Concurrent
  static int many(String label, int... values) {
    return label.length() + Arrays.stream(values).sum();
  }

  @Concurrent
  <T extends Comparable<T>> T larger(T a, T b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  @Synchronized
  final String instance(int n) { //! spawned=120 deferred=120 syncs=1
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      out.append(own(i)); //= spawned deferred
      out.append(this.sealed(i)); //= spawned deferred
      out.append(locked(i)); //= spawned deferred
      out.append(many("m", i, i + 1)); //= spawned deferred
      out.append(many("none")); //= spawned deferred
      out.append(larger("a" + i, "b")).append(' '); //= spawned deferred
    }
    return out.toString(); //= synced
  }

  @Synchronized
  private static int privately(int n) { //! spawned=20 deferred=20 syncs=1
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += new Kinds(i).own(i); //= spawned deferred
    }
    return sum; //= synced
  }

  @Synchronized
  static int[] varargs(int... inputs) { //! spawned=3 deferred=3 syncs=1
    int[] out = new int[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      out[i] = work(inputs[i]); //= spawned deferred
    }
    return out;
  }

  // all kinds of types

  interface Shape {
    @Concurrent
    default double scaled(double by) {
      return area() * by;
    }

    @Concurrent
    static double unit(int x) {
      return 1.0 / (x + 1);
    }

    double area();

    @Synchronized
    default List<Double> all(int n) { //! spawned=60 deferred=30 syncs=3
      List<Double> out = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        out.add(scaled(i) + unit(i)); //= spawned deferred
      }
      return out;
    }
  }

  record Square(double side) implements Shape {
    @Override
    public double area() {
      return side * side;
    }

    @Concurrent
    Square grown(double by) {
      return new Square(side + by);
    }

    @Synchronized
    List<Square> family(int n) { //! spawned=20 deferred=20 syncs=1
      List<Square> out = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        out.add(grown(i)); //= spawned deferred
      }
      return out;
    }
  }

  enum Planet implements Shape {
    EARTH(1) {
      @Override
      public double area() {
        return 510;
      }
    },
    MARS(0.5);

    final double mass;

    Planet(double mass) {
      this.mass = mass;
    }

    @Override
    public double area() {
      return mass * 100;
    }

    @Concurrent
    double pull(int x) {
      return mass / (x + 1);
    }

    @Synchronized
    double sum(int n) { //! spawned=20 deferred=20 syncs=1
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += pull(i); //= spawned deferred
      }
      return sum; //= synced
    }
  }

  abstract static class Source<T> {
    abstract T make(int x);

    @Synchronized
    List<T> several(int n) { //! spawned=20 deferred=20 syncs=1
      List<T> out = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        out.add(made(i)); //= spawned deferred
      }
      return out;
    }

    @Concurrent
    T made(int x) {
      return make(x);
    }
  }

  static class Words extends Source<String> {
    @Override
    String make(int x) {
      return "w" + x;
    }

    @Override
    @Concurrent
    String made(int x) {
      return super.made(x) + "!";
    }
  }

  class Inner {
    @Concurrent
    int inner(int x) {
      return x * offset;
    }

    @Synchronized
    Map<Integer, Integer> run(int n) { //! spawned=40 deferred=20 syncs=1
      Map<Integer, Integer> out = new TreeMap<>();
      for (int i = 0; i < n; i++) {
        out.put(i, inner(i) + own(i)); //= spawned deferred
      }
      return out;
    }
  }

  static UnaryOperator<Integer> anonymous() {
    return new UnaryOperator<Integer>() {
      @Concurrent
      int twice(int x) {
        return work(x) * 2;
      }

      @Override
      @Synchronized
      public Integer apply(Integer n) { //! spawned=20 deferred=20 syncs=1
        int sum = 0;
        for (int i = 0; i < n; i++) {
          sum += twice(i); //= spawned deferred
        }
        return sum; //= synced
      }
    };
  }

  // every type of argument and result

  @Concurrent
  static boolean aBoolean(boolean x, int k) {
    return x ^ k % 2 == 0;
  }

  @Concurrent
  static byte aByte(byte x) {
    return (byte) (x * 3);
  }

  @Concurrent
  static short aShort(short x) {
    return (short) (x * 3000);
  }

  @Concurrent
  static char aChar(char x) {
    return (char) (x + 1);
  }

  @Concurrent
  static long aLong(long x, int k) {
    return x * 1_000_000_007L + k;
  }

  @Concurrent
  static float aFloat(float x) {
    return x / 3;
  }

  @Concurrent
  static double aDouble(double x, long y, float z) {
    return x / 3 + y - z;
  }

  @Concurrent
  static int[] anArray(int[] x) {
    return new int[] {x[0], x.length};
  }

  @Concurrent
  static String[][] aMatrix(String[][] x) {
    return new String[][] {{x[0][0]}, {}};
  }

  @Concurrent
  static <T> List<T> aList(List<T> x, Object none) {
    return new ArrayList<>(x);
  }

  @Synchronized
  static String types(int n) { //! spawned=200 deferred=200 syncs=1
    boolean[] booleans = new boolean[n];
    byte[] bytes = new byte[n];
    short[] shorts = new short[n];
    char[] chars = new char[n];
    long[] longs = new long[n];
    float[] floats = new float[n];
    double[] doubles = new double[n];
    int[][] arrays = new int[n][];
    String[][][] matrices = new String[n][][];
    List<?>[] lists = new List<?>[n];
    for (int i = 0; i < n; i++) {
      booleans[i] = aBoolean(i % 3 == 0, i); //= spawned deferred
      bytes[i] = aByte((byte) i); //= spawned deferred
      shorts[i] = aShort((short) i); //= spawned deferred
      chars[i] = aChar((char) ('a' + i)); //= spawned deferred
      longs[i] = aLong(i, i); //= spawned deferred
      floats[i] = aFloat(i); //= spawned deferred
      doubles[i] = aDouble(i, i, 0.5f); //= spawned deferred
      arrays[i] = anArray(new int[] {i, 1}); //= spawned deferred
      matrices[i] = aMatrix(new String[][] {{"s" + i}}); //= spawned deferred
      lists[i] = aList(List.of(i, i + 1), null); //= spawned deferred
    }
    return Arrays.toString(booleans) + Arrays.toString(bytes) + Arrays.toString(shorts) + Arrays.toString(chars) //= synced
        + Arrays.toString(longs) + Arrays.toString(floats) + Arrays.toString(doubles) + Arrays.deepToString(arrays)
        + Arrays.deepToString(matrices) + Arrays.deepToString(lists);
  }

  // ten thousand levels, and no scope at all

  @Concurrent
  @Synchronized
  static int deep(int n) { //! spawned=256..10000 forces=256..10000 syncs=256..10000
    if (n == 0) {
      return 0;
    }
    int rest = deep(n - 1); //= spawned
    return rest + 1; //= forced
  }

  @Concurrent
  @Synchronized
  static int deepTwice(int n) { //! spawned=512..4000 forces=512..4000 syncs=256..2000
    if (n == 0) {
      return 1;
    }
    int small = work(n); //= spawned
    int rest = deepTwice(n - 1); //= spawned
    return rest + (small & 1); //= forced
  }

  static int noScope(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += work(i);
    }
    return sum;
  }

  public static void main(String[] args) {
    Kinds kinds = new Kinds(3);
    System.out.println(kinds.instance(20) + privately(20) + Arrays.toString(varargs(3, 1, 2)));
    Square square = new Square(2);
    System.out.println(square.all(10) + " " + square.family(20) + Planet.EARTH.all(10) + Planet.MARS.all(10));
    System.out.println(Planet.MARS.sum(20) + " " + new Words().several(20) + kinds.new Inner().run(20)
        + anonymous().apply(20));
    System.out.println(types(20));
    System.out.println(deep(10_000) + " " + deepTwice(2_000) + " " + noScope(20));
  }
}
