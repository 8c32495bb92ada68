import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/** Every use of a result that the design names: where it is stored, handed to, added to. */
public class Uses {
  static int last;
  static final long[] TOTALS = new long[3];

  static class Leaf {
    double weight = 1;
    Integer boxed = 0;
    Object any;
  }

  static class Tree {
    static float ratio;
    final Leaf left = new Leaf();
    Leaf right = new Leaf();
    int[] counts = new int[4];
  }

  @Concurrent
  static int f(int x) {
    int s = x;
    for (int k = 0; k < 200; k++) {
      s = s * 31 + k;
    }
    return s % 1000;
  }

  @Concurrent
  static double d(double x) {
    return Math.sqrt(x * x + f((int) x));
  }

  @Concurrent
  static Integer boxed(int x) {
    return f(x);
  }

  @Concurrent
  static String text(Object x) {
    return "t" + x;
  }

  @Concurrent
  static int[] pair(int x) {
    return new int[] {x, f(x)};
  }

  // f(x);

  @Synchronized
  static void dropped(int n) { //! spawned=20 syncs=1
    for (int i = 0; i < n; i++) {
      f(i); //= spawned
    }
  }

  // a[i] = f(x): conversions, boxing, two dimensions

  @Synchronized
  static String conversions(int n) { //! spawned=180 deferred=180 syncs=1
    double[] doubles = new double[n];
    long[] longs = new long[n];
    float[] floats = new float[n];
    int[] ints = new int[n];
    byte[] bytes = new byte[n];
    char[] chars = new char[n];
    Number[] numbers = new Number[n];
    Comparable<?>[] comparable = new Comparable<?>[n];
    int[] unboxed = new int[n];
    for (int i = 0; i < n; i++) {
      doubles[i] = f(i); //= spawned deferred
      longs[i] = f(i); //= spawned deferred
      floats[i] = f(i); //= spawned deferred
      ints[i] = (int) d(i); //= spawned deferred
      bytes[i] = (byte) d(i); //= spawned deferred
      chars[i] = (char) f(i); //= spawned deferred
      numbers[i] = d(i); //= spawned deferred
      comparable[i] = f(i); //= spawned deferred
      unboxed[i] = boxed(i); //= spawned deferred
    }
    return Arrays.toString(doubles) + Arrays.toString(longs) + Arrays.toString(floats) + Arrays.toString(ints) //= synced
        + Arrays.toString(bytes) + Arrays.hashCode(chars) + Arrays.toString(numbers) + Arrays.toString(comparable)
        + Arrays.toString(unboxed);
  }

  @Synchronized
  static int[][] twoDimensions(int n) { //! spawned=200 deferred=200 syncs=1
    int[][] out = new int[n][];
    for (int i = 0; i < n; i++) {
      out[i] = new int[10];
      for (int j = 0; j < out[i].length; j++) {
        out[i][j] = f(i * j); //= spawned deferred
      }
    }
    return out;
  }

  @Synchronized
  static int[][] rowsAsResults(int n) { //! spawned=20 deferred=20 syncs=1
    int[][] out = new int[n][];
    for (int i = 0; i < n; i++) {
      out[i] = pair(i); //= spawned deferred
    }
    return out;
  }

  @Synchronized
  static int[] aRowOfAMatrix(int[][] m, int n) { //! spawned=20 deferred=20 syncs=1
    int[] row = m[1];
    for (int i = 0; i < n; i++) {
      row[i] = f(m[0].length + i); //= spawned deferred
    }
    return row;
  }

  // o.field = f(x); Type.field = f(x)

  @Synchronized
  static String fields(int n) { //! spawned=120 deferred=120 syncs=1
    Tree tree = new Tree();
    for (int i = 0; i < n; i++) {
      tree.left.weight = d(i); //= spawned deferred
      tree.right.boxed = f(i); //= spawned deferred
      tree.right.any = text(i); //= spawned deferred
      tree.counts[i % 4] = f(i); //= spawned deferred
      Tree.ratio = f(i); //= spawned deferred
      last = f(i); //= spawned deferred
    }
    return tree.left.weight + " " + tree.right.boxed + tree.right.any + Arrays.toString(tree.counts) + Tree.ratio + last; //= synced
  }

  @Synchronized
  static List<Leaf> objectOfEachRound(int n) { //! spawned=20 deferred=20 syncs=1
    List<Leaf> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Leaf leaf = new Leaf();
      leaf.weight = d(i); //= spawned deferred
      out.add(leaf);
    }
    return out;
  }

  // list.add(f(x)), map.put(k, f(x)), sb.append(f(x)), out.println(f(x)), and plain calls in between

  @Synchronized
  static String calls(int n) { //! spawned=140 deferred=161 syncs=1
    List<Object> list = new ArrayList<>();
    Set<Integer> set = new LinkedHashSet<>();
    Map<Integer, Double> map = new LinkedHashMap<>();
    Queue<Integer> queue = new PriorityQueue<>();
    StringBuilder sb = new StringBuilder("all:");
    for (int i = 0; i < n; i++) {
      list.add(f(i)); //= spawned deferred
      list.add("sep"); //= deferred
      set.add(f(i) % 5); //= spawned deferred
      map.put(i % 7, d(i)); //= spawned deferred
      queue.offer(f(i)); //= spawned deferred
      sb.append(f(i)).append('\n').append(d(i)); //= spawned deferred
      System.out.println(f(i)); //= spawned deferred
      System.out.print('-'); //= deferred
    }
    list.add("end"); //= deferred
    return list.toString() + set + map + queue.poll() + sb; //= synced
  }

  @Synchronized
  static Map<Integer, List<Integer>> grouped(int n) { //! spawned=20 deferred=20 syncs=1
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      groups.computeIfAbsent(i % 3, k -> new ArrayList<>()).add(f(i)); //= spawned deferred
    }
    return groups;
  }

  @Synchronized
  static Map<Object, Integer> keys(int n) { //! spawned=40 deferred=40 syncs=1
    Map<Object, Integer> counts = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      counts.merge(text(i % 4), 1, Integer::sum); //= spawned deferred
      counts.put("k" + f(i) % 3, i); //= spawned deferred
    }
    return counts;
  }

  // several pending values in one statement

  static String combine(int a, double b, Object c) {
    return a + ":" + b + ":" + c;
  }

  @Synchronized
  static String several(int n) { //! spawned=240 deferred=80 syncs=1
    Map<Integer, Double> map = new TreeMap<>();
    List<Object> out = new ArrayList<>();
    int[] at = new int[1000];
    for (int i = 0; i < n; i++) {
      map.put(f(i), d(i)); //= spawned deferred
      out.add(combine(f(i), d(i), text(i))); //= spawned deferred
      out.add(f(i) + f(i + 1) * f(i + 2) - d(i)); //= spawned deferred
      at[Math.abs(f(i)) % 10] = f(i) + f(i + 1); //= spawned deferred
    }
    return map + out.toString() + Arrays.hashCode(at); //= synced
  }

  // sum += f(x) and its like

  @Synchronized
  static String intoLocals(int n) { //! spawned=260 deferred=260 syncs=1
    int sum = 0;
    int less = 0;
    int bits = -1;
    int or = 0;
    int xor = 0;
    int shifted = 1;
    long wide = 1;
    double product = 1;
    float quotient = 1e9f;
    short small = 0;
    char letter = 'a';
    String all = "";
    long rest = Long.MAX_VALUE;
    for (int i = 0; i < n; i++) {
      sum += f(i); //= spawned deferred
      less -= f(i); //= spawned deferred
      bits &= f(i) | 1; //= spawned deferred
      or |= f(i); //= spawned deferred
      xor ^= f(i); //= spawned deferred
      shifted <<= f(i) & 3; //= spawned deferred
      wide = wide * 31 + f(i); //= spawned deferred
      product *= d(i) + 1; //= spawned deferred
      quotient /= d(i) + 1; //= spawned deferred
      small += f(i); //= spawned deferred
      letter += f(i); //= spawned deferred
      all += text(i); //= spawned deferred
      rest >>>= f(i) & 1; //= spawned deferred
    }
    return sum + " " + less + bits + or + " " + xor + " " + shifted + " " + wide + product + quotient + small //= synced
        + (int) letter + all + rest;
  }

  @Synchronized
  static String best(int n) { //! spawned=60 deferred=60 syncs=1
    int best = Integer.MIN_VALUE;
    double least = Double.MAX_VALUE;
    double norm = 0;
    for (int i = 0; i < n; i++) {
      best = Math.max(best, f(i)); //= spawned deferred
      least = Math.min(d(i), least); //= spawned deferred
      norm = Math.hypot(norm, d(i)); //= spawned deferred
    }
    return best + " " + least + " " + norm; //= synced
  }

  @Synchronized
  static String intoElementsAndFields(int n) { //! spawned=140 deferred=140 syncs=20
    int[] count = new int[3];
    double[][] table = new double[2][2];
    Tree tree = new Tree();
    for (int i = 0; i < n; i++) {
      count[i % 3] += f(i); //= spawned deferred
      table[i & 1][i >> 1 & 1] *= d(i); //= spawned deferred
      tree.left.weight -= d(i); //= spawned deferred
      tree.right.boxed += f(i); //= spawned deferred synced
      tree.counts[i % 4] = Math.max(tree.counts[i % 4], f(i)); //= spawned deferred
      last += f(i); //= spawned deferred
      TOTALS[i % 3] ^= f(i); //= spawned deferred
    }
    return Arrays.toString(count) + Arrays.deepToString(table) + tree.left.weight + tree.right.boxed //= synced
        + Arrays.toString(tree.counts) + last + Arrays.toString(TOTALS);
  }

  @Synchronized
  static int readInTheLoop(int n) { //! spawned=20 deferred=40 syncs=20
    long sum = 0;
    long seen = 0;
    int even = 0;
    for (int i = 0; i < n; i++) {
      sum += f(i); //= spawned deferred
      seen ^= sum; //= deferred
      if (sum % 2 == 0) { //= synced
        even++;
      }
    }
    return even + (int) seen; //= synced (nothing is in flight)
  }

  // h(g(f(x))) with all of them concurrent; g(f(x)) with g plain

  @Synchronized
  static String chains(int n) { //! spawned=180 deferred=40 syncs=1
    double[] out = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      out[i] = d(f(f(i))); //= spawned deferred
      sum += d(d(f(i)) + f(i)) + f(boxed(i) & 7) / 2.0 - 1; //= spawned deferred
    }
    return sum + Arrays.toString(out); //= synced
  }

  static int plain(int x) {
    return x / 2 + 1;
  }

  @Synchronized
  static Set<Object> plainAround(int n) { //! spawned=60 deferred=60 syncs=1
    Set<Object> out = new HashSet<>();
    int[] at = new int[n];
    for (int i = 0; i < n; i++) {
      out.add(plain(f(i))); //= spawned deferred
      at[i] = plain(plain(f(i)) + i); //= spawned deferred
      out.add(String.valueOf(d(i)).substring(0, 1)); //= spawned deferred
    }
    out.add(Arrays.hashCode(at)); //= synced
    return out;
  }

  // f(x).forEach(...)

  @Concurrent
  static Map<Integer, Integer> digits(int i) {
    Map<Integer, Integer> digits = new TreeMap<>();
    for (int rest = f(i); rest > 0; rest /= 10) {
      digits.merge(rest % 10, 1, Integer::sum);
    }
    return digits;
  }

  @Synchronized
  static Map<Integer, Integer> allDigits(int n) { //! spawned=20 deferred=20 syncs=1
    Map<Integer, Integer> all = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      digits(i).forEach((digit, times) -> all.merge(digit, times, Integer::sum)); //= spawned deferred
    }
    return all;
  }

  // double v = f(x), used later

  @Synchronized
  static double usedLater(int n) { //! spawned=40 syncs=1 forces=40
    double odd = 0;
    for (int i = 0; i < n; i++) {
      double v = d(i); //= spawned
      int w = f(i); //= spawned
      if (v > 10 && w % 2 == 0) { //= forced
        odd++;
      } else if (w < 100) { //= forced
        odd += 2;
      }
    }
    return odd;
  }

  @Synchronized
  static int returned(int n) { //! spawned=3 deferred=1 syncs=1
    return f(n) + f(n + 1) - f(n + 2); //= spawned deferred synced
  }

  public static void main(String[] args) {
    dropped(20);
    System.out.println(conversions(20));
    System.out.println(Arrays.deepHashCode(twoDimensions(20)) + " " + Arrays.deepHashCode(rowsAsResults(20)));
    System.out.println(Arrays.toString(aRowOfAMatrix(new int[2][20], 20)));
    System.out.println(fields(20));
    for (Leaf leaf : objectOfEachRound(20)) {
      System.out.print(leaf.weight + " ");
    }
    System.out.println(calls(20));
    System.out.println(grouped(20) + " " + keys(20) + several(20));
    System.out.println(intoLocals(20));
    System.out.println(best(20) + intoElementsAndFields(20) + readInTheLoop(20));
    System.out.println(allDigits(20));
    System.out.println(chains(20) + plainAround(20) + usedLater(20) + returned(20));
  }
}
