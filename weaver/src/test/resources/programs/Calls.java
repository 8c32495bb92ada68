import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Results that go into calls. */
public class Calls {
  record Point(double x, int y) {}

  static class Grid {
    private final double[] cells;
    private final int columns;

    Grid(int rows, int columns) {
      cells = new double[rows * columns];
      this.columns = columns;
      for (int i = 0; i < cells.length; i++) {
        cells[i] = i % 17;
      }
    }

    int rows() {
      return cells.length / columns;
    }

    int columns() {
      return columns;
    }

    double at(int row, int column) {
      return cells[row * columns + column];
    }
  }

  @Concurrent
  static double f(int i, double k) {
    double s = 0;
    for (int j = 0; j < 300; j++) {
      s += Math.sqrt(i * k + j);
    }
    return s;
  }

  @Concurrent
  private static String name(String prefix, int i) {
    return prefix + (int) f(i, 1);
  }

  @Concurrent
  static double processLatLon(int lat, int lon, Grid data) {
    return data.at(lat, lon) + f(lat, lon);
  }

  @Synchronized
  static Map<Integer, Map<Integer, Double>> processDataSet(Grid data) { //! spawned=30 deferred=30 syncs=1
    var results = new TreeMap<Integer, Map<Integer, Double>>();
    for (int lat = 0; lat < data.rows(); lat++) {
      results.put(lat, new TreeMap<>());
      for (int lon = 0; lon < data.columns(); lon++) {
        results.get(lat).put(lon, processLatLon(lat, lon, data)); //= spawned deferred
      }
    }
    return results;
  }

  @Synchronized
  static String builder(int n) { //! spawned=40 deferred=60 syncs=1
    StringBuilder sb = new StringBuilder();
    for (int i = 0; i < n; i++) {
      sb.append(f(i, 1)).append(','); //= spawned deferred
      sb.append("sep"); //= deferred
      sb.append(i).append(name("n", i)).append('\n'); //= spawned deferred
    }
    return sb.toString(); //= synced
  }

  @Synchronized
  static List<Object> lists(int n) { //! spawned=140 deferred=140 syncs=1
    List<Object> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      out.add(f(i, 3)); //= spawned deferred
      out.add("sep"); //= deferred
      out.add(0, name("x", i)); //= spawned deferred
      out.add(new Point(f(i, 3), (int) f(i, 4))); //= spawned deferred
      out.add("text " + f(i, 5) + " and " + name("y", i)); //= spawned deferred
      out.add(new Object[] {f(i, 6)}.length); //= spawned deferred
    }
    return out;
  }

  @Synchronized
  static Map<String, Double> severalPendingValues(int n) { //! spawned=92 deferred=46 syncs=2
    Map<String, Double> out = new HashMap<>();
    for (int i = 0; i < n; i++) {
      out.put(name("k", i), f(i, 2)); //= spawned deferred
      out.merge(name("k", i / 2), f(i, 3), Double::sum); //= spawned deferred
    }
    return out;
  }

  @Synchronized
  static void output(int n) { //! spawned=10 deferred=20 syncs=1
    for (int i = 0; i < n; i++) {
      System.out.println("row " + i + ": " + f(i, 2)); //= spawned deferred
      System.out.println("plain"); //= deferred
    }
  }

  @Synchronized
  static int dropped(int n) { //! spawned=20 syncs=1
    int i = 0;
    for (; i < n; i++) {
      f(i, 2); //= spawned
      name("a", i); //= spawned
    }
    return i;
  }

  @Synchronized
  static int readsInBetween(int n) { //! spawned=10 deferred=10 syncs=10
    List<Double> out = new ArrayList<>();
    int sizes = 0;
    for (int i = 0; i < n; i++) {
      out.add(f(i, 1)); //= spawned deferred
      sizes += out.size(); //= synced
    }
    return sizes;
  }

  @Synchronized
  static Deque<Double> otherListsStayReadable(int n) { //! spawned=20 deferred=20 syncs=1
    Deque<Double> out = new ArrayDeque<>();
    List<Integer> in = new ArrayList<>(List.of(1, 2, 3));
    for (int i = 0; i < n; i++) {
      out.addLast(f(in.get(i % in.size()), 1)); //= spawned deferred
      in.add(i);
    }
    return out;
  }

  static double combine(double a, double b, int c) {
    return a * 31 + b * c;
  }

  @Synchronized
  static double[] plainCallsOnResults(int n) { //! spawned=20 deferred=10 syncs=1
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = combine(f(i, 1), f(i, 2), i); //= spawned deferred
    }
    return out;
  }

  private static String joined(Object... parts) {
    return parts.length + List.of(parts).toString();
  }

  @Synchronized
  static String formatted(int n) { //! spawned=60 deferred=80 syncs=1
    List<String> out = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    String all = "";
    for (int i = 0; i < n; i++) {
      out.add(String.format("%d %.3f %s", i, f(i, 1), "x")); //= spawned deferred
      lines.append("%s of %d%n".formatted(name("n", i), n)); //= spawned deferred
      out.add("sep"); //= deferred
      all += joined(joined(i, 'c'), name("m", i), new int[] {i}[0]); //= spawned deferred
    }
    return out.toString() + lines + all; //= synced
  }

  @Synchronized
  static int arraysAreThere(int n) { //! spawned=20 deferred=20 syncs=10
    int read = 0;
    for (int i = 0; i < n; i++) {
      double[] row = {i, f(i, 1)}; //= spawned deferred
      read += row.length;
      if (String.format("%s", f(i, 2)).isEmpty()) { //= spawned deferred synced
        read = 0;
      }
    }
    return read;
  }

  public static void main(String[] args) {
    System.out.println(formatted(20) + " " + arraysAreThere(10));
    System.out.println(processDataSet(new Grid(5, 6)));
    System.out.println(builder(20).hashCode());
    System.out.println(lists(20).toString().hashCode());
    System.out.println(severalPendingValues(20));
    output(10);
    System.out.println(dropped(10) + readsInBetween(10));
    System.out.println(otherListsStayReadable(20));
    System.out.println(java.util.Arrays.toString(plainCallsOnResults(10)));
    System.out.println(new LinkedHashMap<>(severalPendingValues(3)));
  }
}
