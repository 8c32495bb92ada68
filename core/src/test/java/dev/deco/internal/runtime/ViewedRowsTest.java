package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deco.DependentTaskException;
import dev.deco.internal.views.Dropped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tasks that change collections they are given. */
class ViewedRowsTest {
  private static final Configuration WORKERS = Configuration.threads(2);

  private static Site site(int flags) {
    return new Site(Site.STATEMENT | Site.VIEWS | flags, 1, 3, (batch, from, to) -> {
      int i = from;
      try {
        for (; i < to; i++) {
          @SuppressWarnings("unchecked")
          BiConsumer<Integer, Object> body = (BiConsumer<Integer, Object>) batch.refs[i * 3];
          body.accept((int) batch.longs[i], batch.refs[i * 3 + 1]);
        }
      } catch (Throwable t) {
        batch.failed(i, t);
      }
    }, (batch, from, to) -> {}, "pkg.Main", "pkg.Main.f(int,java.util.Map)", "Main.java", 31);
  }

  /** {@code for (int x = 0; x < n; x++) f(x, collection);}. */
  @SuppressWarnings("unchecked")
  private static <C> void loop(int flags, int n, Class<?> declared, C collection, BiConsumer<Integer, C> f)
      throws Throwable {
    Site site = site(flags);
    HandWoven.scope(scope -> {
      for (int x = 0; x < n; x++) {
        if (scope.direct(site)) {
          f.accept(x, collection);
          continue;
        }
        Object held = scope.viewed(collection, declared);
        Batch batch = scope.open(site);
        batch.refs[batch.rows * 3] = f;
        batch.refs[batch.rows * 3 + 1] = held;
        batch.longs[batch.rows] = x;
        scope.added(batch);
      }
    });
  }

  /** A thousand tasks that do more than to change the collection, so that views are worth while. */
  private static <C> void dear(Class<?> declared, C collection, BiConsumer<Integer, C> f) throws Throwable {
    double[] sums = new double[1000];
    loop(Site.REPEATABLE, 1000, declared, collection, (i, view) -> {
      for (int k = 0; k < 10_000; k++) {
        sums[i] += Math.sqrt(k);
      }
      f.accept(i, view);
    });
  }

  private static Stats stats(HandWoven.Run run) throws Exception {
    Stats[] stats = new Stats[1];
    HandWoven.on(WORKERS, () -> {
      run.run();
      stats[0] = Stats.snapshot();
    });
    return stats[0];
  }

  @Test
  void keysOfTheirOwnDependOnNothing() throws Exception {
    Map<Integer, String> next = new HashMap<>();
    Stats stats = stats(() -> dear(Map.class, next, (i, map) -> map.put(i, "body " + i)));
    Map<Integer, String> serial = new HashMap<>();
    IntStream.range(0, 1000).forEach(i -> serial.put(i, "body " + i));
    assertThat(new ArrayList<>(next.entrySet())).isEqualTo(new ArrayList<>(serial.entrySet()));
    assertThat(stats.spawned()).isGreaterThan(900);
    assertThat(stats.reruns()).isZero();
  }

  @Test
  void whatIsAddedAtTheEndDependsOnNothing() throws Exception {
    List<Integer> list = new ArrayList<>(List.of(-1));
    Stats stats = stats(() -> loop(0, 1000, List.class, list, (i, all) -> all.addAll(List.of(i, -i))));
    assertThat(list).hasSize(2001).endsWith(998, -998, 999, -999);
    assertThat(stats.reruns()).isZero();
  }

  @Test
  void aTaskThatHasReadWhatAnEarlierOneHasChangedRunsAgain() throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    Stats stats = stats(() -> loop(Site.REPEATABLE, 1000, Map.class, counts,
        (i, map) -> map.merge("k" + i % 10, 1, Integer::sum)));
    assertThat(counts).hasSize(10).containsEntry("k3", 100).containsEntry("k9", 100);
    assertThat(stats.reruns()).isPositive();
  }

  @Test
  void aTaskThatDropsWhatItsChangesReturnHasReadNothing() throws Exception {
    Map<String, Integer> counts = new HashMap<>();
    Map<Integer, Double> sums = new TreeMap<>();
    Map<Integer, String> last = new LinkedHashMap<>();
    Set<Integer> seen = new HashSet<>(Set.of(3));
    List<Integer> left = new LinkedList<>(IntStream.range(0, 2000).boxed().toList());
    List<Integer> slots = new ArrayList<>(List.of(0, 0, 0));
    Stats stats = stats(() -> {
      dear(Map.class, counts, (i, map) -> {
        Dropped.combine(map, "k" + i % 10, 1, Integer::sum);
        Dropped.combine(map, "k" + i % 3, i, Integer::sum);
      });
      dear(Map.class, sums, (i, map) -> Dropped.merge(map, i % 3, 1.0 / (i + 1), Double::sum));
      dear(Map.class, last, (i, map) -> Dropped.put(map, i % 7, "task " + i));
      dear(Set.class, seen, (i, set) -> Dropped.add(set, i % 11));
      dear(List.class, left, (i, list) -> Dropped.remove(list, (Object) (2 * i)));
      dear(List.class, slots, (i, list) -> Dropped.set(list, i % 3, i));
    });
    assertThat(counts).hasSize(10).containsEntry("k3", 100).containsEntry("k1", 100 + 333 * 499);
    double serial = 0;
    for (int i = 1; i < 1000; i += 3) {
      serial = i == 1 ? 1.0 / 2 : serial + 1.0 / (i + 1);
    }
    assertThat(sums).containsEntry(1, serial);
    assertThat(last.toString()).startsWith("{0=task 994, 1=task 995, 2=task 996");
    assertThat(seen).hasSize(11);
    assertThat(left).hasSize(1000).startsWith(1, 3, 5);
    assertThat(slots).containsExactly(999, 997, 998);
    assertThat(stats.spawned()).isGreaterThan(5000);
    assertThat(stats.reruns()).isZero();
  }

  @Test
  void whatTasksPutIntoCollectionsOfAMapWaitsForTheirTurn() throws Exception {
    int kind = Site.REPEATABLE | Site.GROUPS;
    Map<String, Object> lists = new HashMap<>(Map.of("k3", new ArrayList<>(List.of(-1))));
    Map<String, Object> tables = new TreeMap<>();
    Stats stats = stats(() -> {
      loop(kind, 1000, Map.class, lists, (i, map) -> Dropped.addTo(map, "k" + i % 10, k -> new ArrayList<>(), i));
      loop(kind, 1000, Map.class, tables, (i, map) -> {
        Dropped.putTo(map, "last" + i % 3, k -> new TreeMap<>(), i % 5, i);
        Dropped.combineTo(map, "sum", k -> new HashMap<>(), i % 7, i, (a, b) -> (int) a + (int) b);
      });
    });
    assertThat(lists).hasSize(10).containsEntry("k7", IntStream.range(0, 100).map(i -> 10 * i + 7).boxed().toList());
    assertThat(lists.get("k3").toString()).startsWith("[-1, 3, 13, 23, 33,").endsWith(" 993]");
    assertThat(tables.toString()).startsWith("{last0={0=990, 1=996, 2=987, 3=993, 4=999}, last1=").contains("sum={0=71071, 1=");
    assertThat(stats.reruns()).isZero();
  }

  @Test
  void aTaskRunsAgainWhereWhatItPutsSomewhereMayBeRefusedOrIsLookedAt() throws Exception {
    int kind = Site.REPEATABLE | Site.GROUPS;
    Map<Integer, Object> lists = new HashMap<>(Map.of(3, List.of()));
    List<Integer> refused = Collections.synchronizedList(new ArrayList<>());
    Stats stats = stats(() -> loop(kind, 100, Map.class, lists, (i, map) -> {
      try {
        Dropped.addTo(map, i % 20, k -> new ArrayList<>(), i);
      } catch (UnsupportedOperationException e) {
        refused.add(i);
      }
      if (i % 10 == 4) {
        Dropped.addTo(map, 100 + map.keySet().size(), k -> new ArrayList<>(), i);
      }
    }));
    assertThat(refused).containsExactly(3, 23, 43, 63, 83);
    assertThat(lists).hasSize(30).containsEntry(105, List.of(4)).containsEntry(116, List.of(14)).containsEntry(122, List.of(24));
    assertThat(stats.reruns()).isPositive();
  }

  @Test
  void aTaskThatLooksAtWhatItsMergeCameToHasReadIt() throws Exception {
    Map<String, Integer> counts = new HashMap<>();
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    Stats stats = stats(() -> loop(Site.REPEATABLE, 400, Map.class, counts, (i, map) -> {
      Dropped.combine(map, "a", 1, Integer::sum);
      if (i % 50 == 49) {
        seen.add(map.get("a"));
      }
    }));
    assertThat(counts).containsEntry("a", 400);
    assertThat(seen).contains(50, 100, 150, 200, 250, 300, 350, 400);
    assertThat(stats.reruns()).isLessThanOrEqualTo(8);
  }

  @Test
  void aFunctionThatFailsFailsWhereItWouldHaveBeenCalled() {
    Map<String, Integer> sums = new HashMap<>();
    assertThatThrownBy(() -> stats(() -> loop(Site.REPEATABLE, 300, Map.class, sums, (i, map) -> {
      Dropped.put(map, "before", i);
      Dropped.merge(map, "sum", i, Math::addExact);
      try {
        Dropped.merge(map, "caught", 1_000_000_000, Math::addExact);
      } catch (ArithmeticException e) {
        Dropped.put(map, "caught", 1);
        Dropped.combine(map, "times", 1, Integer::sum);
      }
      Dropped.compute(map, "limit", (key, old) -> Math.addExact(old == null ? 0 : old, 10_000_000));
      Dropped.put(map, "after", i);
    }))).isInstanceOf(ArithmeticException.class);
    assertThat(sums).containsEntry("before", 214).containsEntry("after", 213).containsEntry("sum", 215 * 214 / 2)
        .containsEntry("times", 71).containsEntry("caught", 2_000_000_001).containsEntry("limit", 2_140_000_000);
  }

  @Test
  void theSerialProgramsFirstOnesAreAdded() throws Exception {
    Set<Integer> seen = new TreeSet<>();
    List<Integer> firsts = Collections.synchronizedList(new ArrayList<>());
    stats(() -> loop(Site.REPEATABLE, 300, Set.class, seen, (i, set) -> {
      if (set.add(i % 7)) {
        firsts.add(i);
      }
    }));
    assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(firsts).contains(0, 1, 2, 3, 4, 5, 6);
  }

  @Test
  void aTaskThatCannotRunAgainIsReportedWithBothPlacesAndTheKey() {
    Map<String, Integer> counts = new HashMap<>();
    assertThatThrownBy(() -> stats(() -> loop(0, 1000, Map.class, counts, (i, map) -> map.merge("a", 1, Integer::sum))))
        .isInstanceOf(DependentTaskException.class)
        .hasMessage("pkg.Main.f(int,java.util.Map) at Main.java:31 has read its key \"a\" of a collection, which the "
            + "earlier task pkg.Main.f(int,java.util.Map) at Main.java:31 has changed since. It cannot be run again, "
            + "since it may have changed more than collections that it was given. Let it change nothing else, or call "
            + "Deco.sync() between the two.");
    assertThat(counts).containsOnlyKeys("a");
  }

  @Test
  void whatAFailedTaskChangedBeforeItFailedIsThere() {
    List<Integer> list = new ArrayList<>();
    assertThatThrownBy(() -> stats(() -> loop(Site.REPEATABLE, 1000, List.class, list, (i, all) -> {
      all.add(i);
      if (i == 500) {
        throw new IllegalStateException("at 500");
      }
      all.add(-i);
    }))).isInstanceOf(IllegalStateException.class).hasMessage("at 500");
    assertThat(list).hasSize(1001).endsWith(499, -499, 500);
  }

  @Test
  void aFailureThatAnEarlierTaskWouldHavePreventedIsNone() throws Exception {
    Map<Integer, Integer> chain = new HashMap<>(Map.of(0, 1));
    stats(() -> loop(Site.REPEATABLE, 200, Map.class, chain, (i, map) -> map.put(i + 1, map.get(i) + 1)));
    assertThat(chain).hasSize(201).containsEntry(200, 201);
  }

  @Test
  void whereEachTaskDependsOnTheOneBeforeMostRunOnceOnly() throws Exception {
    Map<Integer, Integer> chain = new HashMap<>(Map.of(0, 1));
    int n = 20_000;
    Stats stats = stats(() -> loop(Site.REPEATABLE, n, Map.class, chain, (i, map) -> map.put(i + 1, map.get(i) + 1)));
    assertThat(chain).hasSize(n + 1).containsEntry(n, n + 1);
    assertThat(stats.reruns()).isLessThan(n / 2);
  }

  @Test
  void whatCannotBeViewedIsChangedByOneTaskAfterTheOther() throws Exception {
    List<Integer> fixed = Arrays.asList(1, 1, 1);
    List<Integer> shown = Collections.unmodifiableList(fixed);
    Map<String, Integer> byUse = new LinkedHashMap<>(16, 0.75f, true);
    byUse.putAll(Map.of("a", 0, "b", 0));
    class Own extends ArrayList<Integer> {
      @Override
      public boolean add(Integer element) {
        return super.add(element + size());
      }
    }
    List<Integer> own = new Own();
    Stats stats = stats(() -> {
      loop(0, 100, List.class, fixed, (i, list) -> list.set(i % 3, list.get((i + 1) % 3) + 1));
      loop(0, 100, List.class, shown, (i, list) -> assertThat(list.get(0)).isPositive());
      loop(0, 100, Map.class, byUse, (i, map) -> map.merge(i % 2 == 0 ? "a" : "b", 1, Integer::sum));
      loop(0, 5, List.class, own, (i, list) -> list.add(i));
    });
    List<Integer> serial = Arrays.asList(1, 1, 1);
    IntStream.range(0, 100).forEach(i -> serial.set(i % 3, serial.get((i + 1) % 3) + 1));
    assertThat(fixed).isEqualTo(serial);
    assertThat(new ArrayList<>(byUse.keySet())).containsExactly("a", "b");
    assertThat(byUse).containsEntry("a", 50).containsEntry("b", 50);
    assertThat(own).containsExactly(0, 2, 4, 6, 8);
    assertThat(stats.reruns()).isZero();
  }

  @Test
  void collectionsMadeForThreadsArePassedAsTheyAre() throws Exception {
    Map<Integer, Integer> map = new ConcurrentHashMap<>();
    ConcurrentLinkedQueue<Object> given = new ConcurrentLinkedQueue<>();
    stats(() -> loop(0, 100, Map.class, map, (i, all) -> {
      given.add(all);
      all.put(i, i);
    }));
    assertThat(map).hasSize(100);
    assertThat(given).allMatch(each -> each == map);
  }

  @Test
  void aMillionRowsAreReplayedInBoundedMemory() throws Exception {
    List<Integer> list = new ArrayList<>();
    stats(() -> loop(0, 1_000_000, List.class, list, (i, all) -> all.add(i)));
    assertThat(list).hasSize(1_000_000).endsWith(999_999);
  }
}
