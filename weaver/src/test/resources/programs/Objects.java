import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every kind of method and class that can be concurrent or synchronized. */
public class Objects {
  static double work(int i) {
    double s = 0;
    for (int j = 0; j < 300; j++) {
      s += Math.sqrt(i + j);
    }
    return s;
  }

  interface Shape {
    double area(int k);

    @Concurrent
    default double scaled(int k) {
      return area(k) * 2 + work(k);
    }

    @Concurrent
    static double unit(int k) {
      return work(k);
    }

    @Synchronized
    default double total(int n) { //! spawned=40 deferred=40 syncs=1
      double t = 0;
      for (int i = 0; i < n; i++) {
        t += scaled(i); //= spawned deferred
        t -= Shape.unit(i); //= spawned deferred
      }
      return t; //= synced
    }
  }

  record Circle(double radius) implements Shape {
    public double area(int k) {
      return radius * radius * k;
    }

    @Concurrent
    double twice(int k) {
      return 2 * radius * k;
    }

    @Synchronized
    List<Double> all(int n) { //! spawned=5 deferred=5 syncs=1
      List<Double> out = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        out.add(twice(i)); //= spawned deferred
      }
      return out;
    }
  }

  enum Unit {
    METRE(1), FOOT(0.3);

    private final double factor;

    Unit(double factor) {
      this.factor = factor;
    }

    @Concurrent
    private double convert(int i) {
      return factor * work(i);
    }

    @Synchronized
    double sum(int n) { //! spawned=40 deferred=40 syncs=2
      double s = 0;
      for (int i = 0; i < n; i++) {
        s += convert(i); //= spawned deferred
      }
      return s; //= synced
    }
  }

  static class Box<T extends Comparable<T>> {
    private final T value;

    Box(T value) {
      this.value = value;
    }

    @Concurrent
    final T max(T other) {
      return value.compareTo(other) > 0 ? value : other;
    }

    @Synchronized
    List<T> maxima(List<T> others) { //! spawned=3 deferred=3 syncs=1
      List<T> out = new ArrayList<>();
      for (T other : others) {
        out.add(max(other)); //= spawned deferred
      }
      return out;
    }
  }

  abstract static class Base {
    @Concurrent
    protected double step(int i) {
      return work(i);
    }
  }

  static class Derived extends Base {
    @Override
    @Concurrent
    protected double step(int i) {
      return super.step(i) + 1;
    }

    @Synchronized
    double run(int n) { //! spawned=40 deferred=40 syncs=1
      double s = 0;
      for (int i = 0; i < n; i++) {
        s += step(i); //= spawned deferred
        s += super.step(i); //= spawned deferred
      }
      return s; //= synced
    }
  }

  class Inner {
    final int k;

    Inner(int k) {
      this.k = k;
    }

    @Concurrent
    private double inner(int i) {
      return work(i) * k + offset;
    }

    @Synchronized
    Map<Integer, Double> run(int n) { //! spawned=9 deferred=9 syncs=1
      Map<Integer, Double> out = new LinkedHashMap<>();
      for (int i = 0; i < n; i++) {
        out.put(i, inner(i)); //= spawned deferred
      }
      return out;
    }
  }

  final double offset = 0.5;

  @Concurrent
  static int sum(int... values) {
    int s = 0;
    for (int v : values) {
      s += v;
    }
    return s;
  }

  @Concurrent
  static <T> T identity(T value) {
    return value;
  }

  @Synchronized
  static Map<String, Integer> varargsAndGenerics(int n) { //! spawned=18 deferred=18 syncs=1
    Map<String, Integer> out = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      out.put("s" + i, sum(i, i + 1, i + 2)); //= spawned deferred
      String text = identity("t" + i); //= spawned
      out.put(text, i); //= deferred
    }
    return out;
  }

  static class Board {
    final Map<Integer, int[]> rows = new TreeMap<>();
    private final double[][] cells;
    private double sum;

    Board(int size) {
      cells = new double[size][size];
      for (int i = 0; i < size; i++) {
        rows.put(i, new int[] {i});
        rows.get(i)[0]++;
        cells[i][i] = i;
      }
      weigh();
    }

    private void weigh() {
      for (double[] row : cells) {
        sum += row[0];
        row[0] = sum;
      }
    }
  }

  static class Registered extends Board {
    Registered(int size, List<Board> all) {
      super(size);
      all.add(this);
    }
  }

  @Concurrent
  static double weight(Board board) {
    return work(board.rows.get(0)[0]) + board.cells[1][1] + board.sum;
  }

  @Synchronized
  static List<Double> madeInTheLoop(int n) { //! spawned=40 deferred=40 syncs=1
    List<Double> out = new ArrayList<>();
    List<Board> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      out.add(weight(new Board(3 + i))); //= spawned deferred
      out.add(weight(new Registered(4, all))); //= spawned deferred
    }
    return out;
  }

  public static void main(String[] args) {
    System.out.println(madeInTheLoop(20));
    System.out.println(new Circle(2).total(20) + " " + new Circle(3).all(5));
    System.out.println(Unit.METRE.sum(20) + " " + Unit.FOOT.sum(20));
    System.out.println(new Box<>("m").maxima(List.of("a", "z", "n")));
    System.out.println(new Derived().run(20) + " " + new Objects().new Inner(3).run(9));
    System.out.println(varargsAndGenerics(9));
  }
}
