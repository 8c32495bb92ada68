// Functions of the platform's types that tasks get from elsewhere: fields, lists, parameters, maps; each does something
import dev.deco.*;
import java.util.*;
import java.util.function.*;

public class FunctionsFromAnywhere {
  static int seq;
  static final List<Consumer<String>> LISTENERS = new ArrayList<>();
  static final Map<String, IntUnaryOperator> STEPS = new TreeMap<>();

  static class Named {
    final Supplier<String> name;

    Named(Supplier<String> name) {
      this.name = name;
    }
  }

  static class Counting implements IntSupplier {
    private int n;

    @Override
    public int getAsInt() {
      return ++n;
    }
  }

  static String work(int i) {
    double s = i;
    for (int k = 1; k < (i % 3 == 0 ? 100000 : 5); k++) {
      s += Math.sin(s + k);
    }
    return i + (s > 1e9 ? "!" : "#");
  }

  @Concurrent
  static String label(Supplier<Integer> ids, int i) {
    return work(i) + ids.get();
  }

  @Concurrent
  static int event(int i) {
    String event = work(i);
    for (Consumer<String> each : LISTENERS) {
      each.accept(event);
    }
    return i;
  }

  @Concurrent
  static String named(Named named, int i) {
    return work(i) + named.name.get();
  }

  @Concurrent
  static String counted(IntSupplier numbers, int i) {
    return work(i) + numbers.getAsInt();
  }

  @Concurrent
  static String stepped(String step, int i) {
    return work(i) + STEPS.get(step).applyAsInt(i);
  }

  @Concurrent
  static String cached(Map<Integer, Integer> cache, Function<Integer, Integer> load, int i) {
    return work(i) + cache.computeIfAbsent(i, load);
  }

  @Synchronized
  static List<String> labels(Supplier<Integer> ids) {
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      log.add(label(ids, i));
    }
    return log;
  }

  @Synchronized
  static List<String> events() {
    List<String> log = new ArrayList<>();
    LISTENERS.add(log::add);
    for (int i = 0; i < 7; i++) {
      event(i);
    }
    return log;
  }

  @Synchronized
  static List<String> others(Named named, IntSupplier numbers, Map<Integer, Integer> cache,
      Function<Integer, Integer> load) {
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      log.add(named(named, i));
      log.add(counted(numbers, i));
      log.add(stepped(i % 2 == 0 ? "up" : "down", i));
      log.add(cached(cache, load, i / 2));
    }
    return log;
  }

  public static void main(String[] args) {
    System.out.println(labels(() -> ++seq));
    int[] count = {0};
    System.out.println(labels(() -> ++count[0]));
    System.out.println(labels(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9).iterator()::next));
    System.out.println(labels(new Random(1)::nextInt));
    System.out.println(events());
    StringBuilder names = new StringBuilder("n");
    STEPS.put("up", x -> seq += x);
    STEPS.put("down", x -> seq -= x);
    List<Integer> loaded = new ArrayList<>();
    Function<Integer, Integer> load = k -> loaded.size() * 10 + k;
    System.out.println(others(new Named(() -> names.append('x').toString()), new Counting(), new HashMap<>(),
        load.andThen(v -> loaded.add(v) ? v : -v)));
    System.out.println(loaded);
  }
}
