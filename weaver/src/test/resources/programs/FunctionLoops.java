import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Functions that are handed to the loops of the platform: forEach, setAll, replaceAll. */
public class FunctionLoops {
  record Item(String name, int weight) {}

  static class Bag implements Iterable<Integer> {
    final int size;

    Bag(int size) {
      this.size = size;
    }

    @Override
    public Iterator<Integer> iterator() {
      return new Iterator<>() {
        int at;

        @Override
        public boolean hasNext() {
          return at < size;
        }

        @Override
        public Integer next() {
          return at++;
        }
      };
    }
  }

  static class Backwards extends Bag {
    Backwards(int size) {
      super(size);
    }

    @Override
    public void forEach(Consumer<? super Integer> action) {
      for (int i = size; i-- > 0;) {
        action.accept(i);
      }
    }
  }

  final List<String> log = new ArrayList<>();
  int count;
  double total;

  @Concurrent
  static double f(int x) {
    double s = 0;
    for (int k = 1; k < 200; k++) {
      s += Math.sin(x + k) / k;
    }
    return s;
  }

  @Concurrent
  static int whole(int x) {
    return (int) (f(x) * 1000);
  }

  @Concurrent
  static Integer boxed(Integer x) {
    return whole(x) + x;
  }

  @Concurrent
  static String label(Item item) {
    return item.name() + whole(item.weight());
  }

  @Concurrent
  static int risky(int x) {
    if (x == 13) {
      throw new IllegalStateException("bad " + x);
    }
    return x + whole(x);
  }

  @Concurrent
  double scaled(int i) {
    return f(i) * 2;
  }

  @Synchronized
  static void ofAList(List<Item> items, List<String> out) { //! spawned=40 deferred=40 syncs=2..40
    items.forEach(item -> out.add(label(item))); //= spawned deferred synced (only if it is one list)
  }

  @Synchronized
  static void ofASet(Set<Item> items, Map<String, String> out) { //! spawned=20 deferred=20 syncs=1
    items.forEach(item -> {
      String text = label(item); //= spawned
      out.put(item.name(), text); //= deferred
    });
  }

  @Synchronized
  static Map<String, Double> ofAMap(Map<String, Integer> weights) { //! spawned=20 deferred=20 syncs=2
    Map<String, Double> out = new TreeMap<>();
    weights.forEach((name, weight) -> {
      if (weight % 2 == 0) {
        return;
      }
      out.merge(name.substring(0, 1), f(weight), Double::sum); //= spawned deferred
    });
    return out;
  }

  @Synchronized
  static double[] intoAnArray(int n) { //! spawned=20 deferred=20 syncs=1
    double[] out = new double[n];
    Arrays.setAll(out, i -> f(i) * 2); //= spawned deferred
    return out;
  }

  @Synchronized
  static Object[] intoObjects(Item[] items) { //! spawned=20 deferred=20 syncs=1
    Object[] out = new Object[items.length];
    Arrays.setAll(out, i -> label(items[i])); //= spawned deferred
    return out;
  }

  @Synchronized
  static double[] ofABlock(int n) { //! spawned=60 deferred=60..120 syncs=1
    double[] out = new double[n];
    Arrays.setAll(out, i -> { //= deferred
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        sum += f(i + k); //= spawned deferred
      }
      return sum; //= deferred
    });
    return out;
  }

  @Synchronized
  static int[] ofAReference(int n) { //! spawned=20 deferred=20 syncs=1
    int[] out = new int[n];
    Arrays.setAll(out, FunctionLoops::whole); //= spawned deferred
    return out;
  }

  @Synchronized
  static void replaced(List<Integer> numbers) { //! spawned=40 deferred=42 syncs=2
    numbers.replaceAll(x -> boxed(x) + 1); //= spawned deferred
    numbers.replaceAll(FunctionLoops::boxed); //= spawned deferred synced
  }

  @Synchronized
  static List<Double> ofARange(int n) { //! spawned=40 deferred=40 syncs=1
    List<Double> out = new ArrayList<>();
    IntStream.range(2, n).forEach(i -> out.add(f(i))); //= spawned deferred
    IntStream.rangeClosed(1, n).forEachOrdered(i -> {
      double value = f(i); //= spawned
      out.add(value / i); //= deferred
    });
    IntStream.rangeClosed(n, n + 1).forEach(i -> out.add(f(i))); //= spawned deferred
    return out;
  }

  @Synchronized
  static double[][] ofLoopsInLoops(int n) { //! spawned=36 deferred=36 syncs=1
    double[][] out = new double[n][n];
    IntStream.range(0, n).forEach(i -> IntStream.range(0, n).forEach(j -> out[i][j] = f(i * j))); //= spawned deferred
    return out;
  }

  @Synchronized
  static Map<Integer, List<Double>> ofLists(Map<Integer, List<Integer>> in) { //! spawned=60 deferred=60 syncs=1
    Map<Integer, List<Double>> out = new TreeMap<>();
    in.forEach((key, numbers) -> {
      List<Double> results = new ArrayList<>();
      numbers.forEach(x -> results.add(f(x + key))); //= spawned deferred
      out.put(key, results);
    });
    return out;
  }

  @Synchronized
  void ofFields(List<Integer> numbers) { //! spawned=40 deferred=40 syncs=1
    numbers.forEach(i -> {
      count++;
      total += scaled(i); //= spawned deferred
    });
    numbers.forEach(i -> log.add("x" + f(i))); //= spawned deferred synced (only if it is the log)
  }

  @Synchronized
  static String around(List<Integer> numbers) { //! spawned=9 deferred=9 syncs=1
    StringBuilder text = new StringBuilder();
    try {
      numbers.forEach(i -> text.append(risky(i)).append(',')); //= spawned deferred synced
    } catch (IllegalStateException e) {
      text.append(e.getMessage());
    }
    return text.toString();
  }

  @Synchronized
  static String within(List<Integer> numbers) { //! spawned=20 deferred=19..20 syncs=20
    StringBuilder text = new StringBuilder();
    numbers.forEach(i -> {
      try {
        text.append(risky(i)).append(','); //= spawned deferred synced (each time)
      } catch (IllegalStateException e) {
        text.append(e.getMessage());
      }
    });
    return text.toString();
  }

  @Synchronized
  static List<Double> ofABag(Bag bag) { //! spawned=13 deferred=13 syncs=2
    List<Double> out = new ArrayList<>();
    bag.forEach(i -> out.add(f(i))); //= spawned deferred
    return out;
  }

  @Synchronized
  static int decided(List<Integer> numbers) {
    int[] found = new int[1];
    numbers.forEach(i -> {
      if (whole(i) > 0) { //= in_place
        found[0]++;
      }
    });
    return found[0];
  }

  public static void main(String[] args) {
    List<Integer> numbers = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    Map<String, Integer> weights = new HashMap<>();
    Map<Integer, List<Integer>> lists = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      numbers.add(i);
      items.add(new Item((char) ('a' + i % 3) + "n" + i, i));
      weights.put(items.get(i).name(), i);
      lists.put(i, List.of(i, i + 1, i + 2));
    }
    List<String> labels = new ArrayList<>();
    ofAList(items, labels);
    ofAList(new LinkedList<>(items), labels);
    ofAList(Collections.synchronizedList(items), labels);
    ofAList(Collections.unmodifiableList(items), labels);
    System.out.println(labels);
    Map<String, String> texts = new LinkedHashMap<>();
    ofASet(new LinkedHashSet<>(items), texts);
    System.out.println(texts + "" + ofAMap(weights) + ofAMap(new TreeMap<>(weights)) + ofAMap(new Hashtable<>(weights)));
    System.out.println(Arrays.toString(intoAnArray(20)) + Arrays.toString(intoObjects(items.toArray(new Item[0]))));
    System.out.println(Arrays.toString(ofABlock(20)) + Arrays.toString(ofAReference(20)));
    List<Integer> linked = new LinkedList<>(numbers);
    List<Integer> copy = new ArrayList<>(numbers);
    replaced(linked);
    replaced(copy);
    System.out.println(linked + " " + copy + " " + ofARange(20) + Arrays.deepToString(ofLoopsInLoops(6)));
    FunctionLoops object = new FunctionLoops();
    object.ofFields(numbers);
    System.out.println(object.count + " " + object.total + " " + object.log + ofLists(lists));
    System.out.println(around(numbers.subList(0, 9)) + " " + within(numbers) + " " + decided(numbers));
    System.out.println(ofABag(new Bag(9)) + " " + ofABag(new Backwards(9)) + " " + ofABag(new Bag(4) {}));
    try {
      ofAList(null, labels);
    } catch (NullPointerException e) {
      System.out.println("null");
    }
  }
}
