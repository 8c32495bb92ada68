package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Vector;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stages of streams that run ahead of their reader are, to their reader, the stages themselves. */
class StreamTasksTest {
  private static final List<Integer> ITEMS = IntStream.range(0, 500).boxed().toList();

  private static Site site() {
    return Lookahead.site(0, "Test", "f", "Test.java", 1);
  }

  private static void on(Configuration engine, Callable<Void> code) throws Exception {
    Engines.using(engine, code);
  }

  private static void same(Object actual, Object expected) {
    assertThat(actual).isEqualTo(expected);
  }

  @Engined
  void everyFormGivesWhatTheStreamGives(Configuration engine) throws Exception {
    on(engine, () -> {
      Site s = site();
      same(StreamTasks.map(ITEMS.stream(), x -> "" + x, s, 0).toList(), ITEMS.stream().map(x -> "" + x).toList());
      same(StreamTasks.mapToInt(ITEMS.stream(), x -> x * 3, s, 0).sum(), ITEMS.stream().mapToInt(x -> x * 3).sum());
      same(StreamTasks.mapToLong(ITEMS.stream(), x -> x * 3L, s, 0).sum(),
          ITEMS.stream().mapToLong(x -> x * 3L).sum());
      same(StreamTasks.mapToDouble(ITEMS.stream(), x -> x / 3.0, s, 0).sum(),
          ITEMS.stream().mapToDouble(x -> x / 3.0).sum());
      same(StreamTasks.map(ints(), x -> -x, s, 0).boxed().toList(), ints().map(x -> -x).boxed().toList());
      same(StreamTasks.mapToObj(ints(), x -> x, s, 0).toList(), ints().mapToObj(x -> x).toList());
      same(StreamTasks.mapToLong(ints(), x -> -x, s, 0).sum(), ints().mapToLong(x -> -x).sum());
      same(StreamTasks.mapToDouble(ints(), x -> x / 3.0, s, 0).sum(), ints().mapToDouble(x -> x / 3.0).sum());
      same(StreamTasks.map(longs(), x -> -x, s, 0).boxed().toList(), longs().map(x -> -x).boxed().toList());
      same(StreamTasks.mapToObj(longs(), x -> x, s, 0).toList(), longs().mapToObj(x -> x).toList());
      same(StreamTasks.mapToInt(longs(), x -> (int) -x, s, 0).sum(), longs().mapToInt(x -> (int) -x).sum());
      same(StreamTasks.mapToDouble(longs(), x -> x / 3.0, s, 0).sum(), longs().mapToDouble(x -> x / 3.0).sum());
      same(StreamTasks.map(doubles(), x -> -x, s, 0).boxed().toList(), doubles().map(x -> -x).boxed().toList());
      same(StreamTasks.mapToObj(doubles(), x -> x, s, 0).toList(), doubles().mapToObj(x -> x).toList());
      same(StreamTasks.mapToInt(doubles(), x -> (int) x, s, 0).sum(), doubles().mapToInt(x -> (int) x).sum());
      same(StreamTasks.mapToLong(doubles(), x -> (long) x, s, 0).sum(), doubles().mapToLong(x -> (long) x).sum());
      return null;
    });
  }

  @Engined
  void innerStreamsAreReadInOrder(Configuration engine) throws Exception {
    on(engine, () -> {
      Site s = site();
      Function<Integer, Stream<Integer>> pair = x -> x % 5 == 0 ? null : Stream.of(x, -x);
      IntFunction<IntStream> upTo = x -> IntStream.range(0, x % 7);
      LongFunction<LongStream> twice = x -> LongStream.of(x, x);
      DoubleFunction<DoubleStream> half = x -> DoubleStream.of(x / 2);
      same(StreamTasks.flatMap(ITEMS.stream(), pair, s, 0).toList(), ITEMS.stream().flatMap(pair).toList());
      same(StreamTasks.flatMap(ints(), upTo, s, 0).boxed().toList(), ints().flatMap(upTo).boxed().toList());
      same(StreamTasks.flatMap(longs(), twice, s, 0).sum(), longs().flatMap(twice).sum());
      same(StreamTasks.flatMap(doubles(), half, s, 0).sum(), doubles().flatMap(half).sum());
      same(StreamTasks.flatMapToInt(ITEMS.stream(), x -> IntStream.of(x), s, 0).sum(), ints().sum());
      return null;
    });
  }

  private static IntStream ints() {
    return IntStream.range(0, 500);
  }

  private static LongStream longs() {
    return LongStream.range(0, 500);
  }

  private static DoubleStream doubles() {
    return IntStream.range(0, 500).mapToDouble(x -> x / 7.0);
  }

  @Engined
  void everyElementIsVisitedOnce(Configuration engine) throws Exception {
    on(engine, () -> {
      int[] visits = new int[500];
      Consumer<Integer> visit = x -> visits[x]++;
      StreamTasks.forEach(ITEMS.stream(), visit, site(), 0);
      StreamTasks.forEachOrdered(ints(), x -> visits[x]++, site(), 0);
      StreamTasks.forEach(longs(), x -> visits[(int) x]++, site(), 0);
      StreamTasks.forEach(IntStream.range(0, 500).asDoubleStream(), x -> visits[(int) x]++, site(), 0);
      StreamTasks.forEach((Iterable<Integer>) ITEMS, visit, site(), 0);
      StreamTasks.forEach((Iterable<Integer>) new Vector<>(ITEMS), visit, site(), 0);
      assertThat(visits).containsOnly(6);
      return null;
    });
  }

  @Engined
  void anElementIsInOneTaskAtATime(Configuration engine) throws Exception {
    on(engine, () -> {
      List<int[]> cells = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        cells.add(i % 3 == 0 ? new int[1] : cells.get(i / 3 * 3));
      }
      cells.add(5, null);
      Consumer<int[]> step = cell -> {
        if (cell != null) {
          cell[0] = cell[0] * 3 + 1;
        }
      };
      StreamTasks.forEach(cells.stream(), step, site(), StreamTasks.DISTINCT);
      List<Integer> values = cells.stream().filter(Objects::nonNull).map(cell -> cell[0]).limit(399).toList();
      assertThat(values).containsOnly(13);
      return null;
    });
  }

  @Engined
  void aReaderMayStopAndGoOn(Configuration engine) throws Exception {
    on(engine, () -> {
      Iterator<Integer> endless = StreamTasks.map(Stream.iterate(1, x -> x + 1), x -> x * x, site(), 0).iterator();
      assertThat(List.of(endless.next(), endless.next(), endless.next())).containsExactly(1, 4, 9);
      var some = StreamTasks.map(ints(), x -> x + 1, site(), 0).spliterator();
      List<Integer> read = new ArrayList<>();
      some.tryAdvance((Integer x) -> read.add(x));
      some.tryAdvance((Integer x) -> read.add(x));
      assertThat(some.estimateSize()).isEqualTo(498);
      some.forEachRemaining((Integer x) -> read.add(x));
      assertThat(read).isEqualTo(IntStream.rangeClosed(1, 500).boxed().toList());
      assertThat(some.tryAdvance((Integer x) -> read.add(x))).isFalse();
      return null;
    });
  }

  @Engined
  void aFailureComesInItsPlaceAndOnlyIfItIsAskedFor(Configuration engine) throws Exception {
    on(engine, () -> {
      IllegalStateException failure = new IllegalStateException("at 20");
      Function<Integer, Integer> fails = x -> {
        if (x >= 20) {
          throw x == 20 ? failure : new IllegalArgumentException("later");
        }
        return x;
      };
      List<Integer> seen = new ArrayList<>();
      assertThatThrownBy(() -> StreamTasks.map(ITEMS.stream(), fails, site(), 0).forEach(seen::add)).isSameAs(failure);
      assertThat(seen).isEqualTo(ITEMS.subList(0, 20));
      assertThat(StreamTasks.map(ITEMS.stream(), fails, site(), 0).limit(20).toList()).hasSize(20);
      assertThatThrownBy(() -> StreamTasks.map(ITEMS.stream(), fails, site(), 0).limit(21).toList()).isSameAs(failure);
      assertThat(StreamTasks.map(ITEMS.stream(), fails, site(), 0).anyMatch(x -> x == 19)).isTrue();
      return null;
    });
  }

  @Engined
  void closingClosesTheSource(Configuration engine) throws Exception {
    on(engine, () -> {
      AtomicInteger closed = new AtomicInteger();
      Stream<Integer> source = ITEMS.stream().onClose(closed::incrementAndGet);
      try (IntStream mapped = StreamTasks.mapToInt(source, x -> x, site(), 0)) {
        assertThat(mapped.isParallel()).isFalse();
        assertThat(mapped.count()).isEqualTo(500);
        assertThat(closed).hasValue(0);
      }
      assertThat(closed).hasValue(1);
      return null;
    });
  }

  @Test
  void onOneThreadNoElementIsTouchedThatTheReaderDoesNotAskFor() throws Exception {
    for (Configuration engine : Arrays.asList(Configuration.serial(), Configuration.threads(1))) {
      on(engine, () -> {
        AtomicInteger calls = new AtomicInteger();
        StreamTasks.map(Stream.iterate(1, x -> x + 1), x -> calls.incrementAndGet(), site(), 0).limit(5).toList();
        assertThat(calls).hasValue(5);
        return null;
      });
    }
  }

  @Test
  void aParallelStreamStaysParallel() {
    assertThat(StreamTasks.map(ITEMS.parallelStream(), x -> x, site(), 0).isParallel()).isTrue();
    assertThat(StreamTasks.map(ITEMS.parallelStream(), x -> x + 1, site(), 0).toList()).hasSize(500).startsWith(1, 2);
  }

  @Test
  void theElementsAreTasks() throws Exception {
    Engines.using(Configuration.threads(2).shuffled(5L), () -> {
      StreamTasks.map(ITEMS.stream(), x -> x, site(), 0).toList();
      Stats stats = Stats.snapshot();
      assertThat(stats.tasks()).isEqualTo(500);
      assertThat(stats.spawned()).isPositive();
      return null;
    });
  }
}
