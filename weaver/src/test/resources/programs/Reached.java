import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tasks read lies behind fields, elements and collections; whether it is what the scope writes, is looked up. */
public class Reached {
  static final class Body {
    private final double[] position = new double[12];

    Body(double x, double y) {
      position[0] = x;
      position[1] = y;
    }

    double distance(Body other) {
      return Math.hypot(position[0] - other.position[0], position[1] - other.position[1]);
    }
  }

  // Results in an array, arguments in arrays of objects

  @Concurrent
  static double potential(Body body, List<Body> all) {
    double sum = 0;
    for (Body other : all) {
      sum += other == body ? 0 : 1 / body.distance(other);
    }
    return sum;
  }

  @Synchronized
  static void potentials(List<Body> all, double[] out) { //! spawned=24 deferred=24 syncs=13
    for (int i = 0; i < all.size(); i++) {
      out[i] = potential(all.get(i), all); //= spawned deferred synced
    }
  }

  @Concurrent
  static double nearest(Body body, Body[] all) {
    double least = Double.MAX_VALUE;
    for (Body other : all) {
      least = other == body ? least : Math.min(least, body.distance(other));
    }
    return least;
  }

  @Synchronized
  static void distances(Body[] all, double[] out) { //! spawned=12 deferred=12 syncs=1
    for (int i = 0; i < all.length; i++) {
      out[i] = nearest(all[i], all); //= spawned deferred synced
    }
  }

  @Synchronized
  static void inOrder(List<Body> bodies, List<Double> out) { //! spawned=12 deferred=12 syncs=1
    for (Body body : bodies) { //= synced (nothing is in flight)
      out.add(potential(body, bodies)); //= spawned deferred synced
    }
  }

  @Concurrent
  static List<Integer> children(int node) {
    return node < 16 ? List.of(2 * node, 2 * node + 1) : List.of();
  }

  /** The list that one round fills is the one that the next round goes through. */
  @Synchronized
  static int levels() { //! spawned=31 deferred=31 syncs=5
    int seen = 0;
    List<Integer> level = List.of(1);
    while (!level.isEmpty()) { //= synced
      List<Integer> next = new ArrayList<>();
      for (int node : level) { //= synced (never: this is not the list that is filled)
        seen += node;
        next.addAll(children(node)); //= spawned deferred
      }
      level = next;
    }
    return seen;
  }

  // A program's state in fields

  private final List<List<Integer>> rows = new ArrayList<>();
  private final Map<Integer, Integer> sums = new TreeMap<>();
  private final List<Integer> log = new ArrayList<>();
  private final StringBuilder report = new StringBuilder();
  private final BufferedImage image = new BufferedImage(6, 5, BufferedImage.TYPE_INT_RGB);

  @Concurrent
  private int pixel(int i) {
    return rows.stream().flatMap(List::stream).mapToInt(value -> value * i).sum();
  }

  @Synchronized
  void draw() { //! spawned=30 deferred=30 syncs=1
    for (int i = 0; i < 30; i++) {
      image.setRGB(i % 6, i / 6, pixel(i)); //= spawned deferred synced
    }
  }

  @Concurrent
  int sum(int row) {
    int sum = 0;
    for (int value : rows.get(row)) {
      sum = 31 * sum + value;
    }
    return sum;
  }

  @Synchronized
  void intoMap() { //! spawned=20 deferred=20 syncs=1
    for (int i = 0; i < rows.size(); i++) { //= synced (nothing is in flight)
      sums.put(i, sum(i)); //= spawned deferred synced
    }
  }

  @Synchronized
  void intoText() { //! spawned=20 deferred=20 syncs=1
    for (int i = 0; i < rows.size(); i++) { //= synced (nothing is in flight)
      report.append(sum(i)).append(' '); //= spawned deferred synced
    }
  }

  @Synchronized
  void intoList(List<Integer> out) { //! spawned=40 deferred=40 syncs=21
    for (int i = 0; i < rows.size(); i++) { //= synced (nothing is in flight)
      out.add(sum(i)); //= spawned deferred synced
    }
  }

  // An iterator of a view, while another map is filled

  @Concurrent
  static int length(String text) {
    return text.length() * 7;
  }

  @Synchronized
  static void lengths(Map<Integer, String> from, Map<Integer, Integer> to) { //! spawned=20 deferred=20 syncs=1
    for (Map.Entry<Integer, String> entry : from.entrySet()) { //= synced (nothing is in flight)
      to.put(entry.getKey(), length(entry.getValue())); //= spawned deferred synced
    }
  }

  // Rows of one array, each written by the task that reads it

  @Concurrent
  static void multiply(double[] out, double[] row, double[][] by) {
    for (int k = 0; k < row.length; k++) {
      for (int j = 0; j < out.length; j++) {
        out[j] += row[k] * by[k][j];
      }
    }
  }

  @Synchronized
  static double[][] product(double[][] a, double[][] b) { //! spawned=8 syncs=1
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < c.length; i++) {
      multiply(c[i], a[i], b); //= spawned synced
    }
    return c;
  }

  public static void main(String[] args) {
    List<Body> bodies = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      bodies.add(new Body(i * i % 7, i));
    }
    double[] out = new double[12];
    potentials(bodies, out);
    System.out.println(Arrays.toString(out));
    distances(bodies.toArray(new Body[0]), out);
    List<Double> inOrder = new ArrayList<>();
    inOrder(bodies, inOrder);
    System.out.println(Arrays.toString(out) + inOrder);
    potentials(bodies, bodies.get(2).position); // which tasks read, too
    System.out.println(bodies.get(3).distance(bodies.get(4)));

    System.out.println(levels());
    Reached state = new Reached();
    for (int i = 0; i < 20; i++) {
      state.rows.add(new ArrayList<>(List.of(i, i + 1, i * i)));
    }
    state.draw();
    state.intoMap();
    state.intoText();
    state.intoList(state.log);
    state.intoList(state.rows.get(7)); // which tasks read, too
    System.out.println(Arrays.hashCode(state.image.getRGB(0, 0, 6, 5, null, 0, 6)));
    System.out.println(state.sums + " " + state.log + state.report + state.rows);

    Map<Integer, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      texts.put(i, "text".repeat(i % 5));
    }
    Map<Integer, Integer> lengths = new HashMap<>();
    lengths(texts, lengths);
    double[][] a = new double[8][8];
    for (int i = 0; i < 64; i++) {
      a[i / 8][i % 8] = i % 5;
    }
    System.out.println(lengths + Arrays.deepToString(product(a, a)));
  }
}
