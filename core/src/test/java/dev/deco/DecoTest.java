package dev.deco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.runtime.Engines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deco by hand does what the serial code does, on every engine. */
class DecoTest {
  static Stream<Configuration> engines() {
    long seed = Long.getLong("deco.test.seed", System.nanoTime());
    return Stream.of(Configuration.serial(), Configuration.threads(1), Configuration.threads(2),
        Configuration.threads(7), Configuration.threads(1).shuffled(seed), Configuration.threads(2).shuffled(seed + 1),
        Configuration.threads(7).shuffled(seed + 2));
  }

  private static void on(Configuration configuration, Callable<?> code) throws Exception {
    Engines.using(configuration, code);
  }

  private static <T> T fails(Exception e) throws Exception {
    throw e;
  }

  @ParameterizedTest
  @MethodSource("engines")
  void callsYieldPendingValuesAndDeferStatements(Configuration configuration) throws Exception {
    on(configuration, () -> {
      int[] out = new int[4];
      try (Scope scope = Deco.open()) {
        Pending<Integer> a = scope.call(() -> 20);
        scope.call(() -> 22, v -> out[3] = v);
        scope.sync();
        assertThat(a.get() + out[3]).isEqualTo(42);
        Pending<String> chained = a.then(v -> v + 1).then(v -> "v" + v);
        assertThat(chained.get()).isEqualTo("v21");
      }
      return null;
    });
  }

  @ParameterizedTest
  @MethodSource("engines")
  void statementsRunInProgramOrder(Configuration configuration) throws Exception {
    on(configuration, () -> {
      List<Integer> list = new ArrayList<>();
      try (Scope scope = Deco.open()) {
        for (int i = 0; i < 2000; i++) {
          int x = i;
          scope.call(() -> x, list::add);
        }
      }
      assertThat(list).isEqualTo(IntStream.range(0, 2000).boxed().toList());
      return null;
    });
  }

  @ParameterizedTest
  @MethodSource("engines")
  void theFirstFailureLeavesTheTryBlockAsItIs(Configuration configuration) throws Exception {
    on(configuration, () -> {
      IOException failure = new IOException();
      List<Integer> list = new ArrayList<>();
      assertThat(catchThrowable(() -> {
        try (Scope scope = Deco.open()) {
          for (int i = 0; i < 100; i++) {
            int x = i;
            scope.call(() -> x == 60 ? fails(failure) : x, list::add);
          }
        }
      })).isSameAs(failure);
      assertThat(list).isEqualTo(IntStream.range(0, 60).boxed().toList());
      assertThat(Arrays.asList(failure.getSuppressed())).doesNotContain(failure);
      return null;
    });
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aFailureIsThrownOnceAndTheScopeGoesOn(Configuration configuration) throws Exception {
    on(configuration, () -> {
      IOException failure = new IOException();
      int[] out = new int[1];
      try (Scope scope = Deco.open()) {
        assertThat(catchThrowable(() -> scope.call(() -> fails(failure)).get())).isSameAs(failure);
        scope.call(() -> 5, v -> out[0] = v);
      }
      assertThat(out[0]).isEqualTo(5);
      return null;
    });
  }

  @ParameterizedTest
  @MethodSource("engines")
  void mapKeepsTheOrderOfItsInputs(Configuration configuration) throws Exception {
    on(configuration, () -> {
      List<Integer> inputs = IntStream.range(0, 5000).boxed().toList();
      assertThat(Deco.map(inputs, x -> x * 2)).isEqualTo(inputs.stream().map(x -> x * 2).toList());
      assertThat(Deco.map(inputs, x -> null)).hasSize(5000).containsOnlyNulls();
      assertThat(Deco.map(List.of(1, 2, 3), List.of("a", "b"), (x, y) -> y + x)).containsExactly("a1", "b2");
      assertThat(Deco.map(List.<Integer>of(), x -> x)).isEmpty();
      return null;
    });
  }

  @ParameterizedTest
  @MethodSource("engines")
  void mapsNest(Configuration configuration) throws Exception {
    on(configuration, () -> {
      List<Integer> ten = IntStream.range(0, 10).boxed().toList();
      assertThat(Deco.map(ten, x -> Deco.map(ten, y -> Deco.map(ten, z -> x * y * z))).toString())
          .isEqualTo(ten.stream().map(x -> ten.stream().map(y -> ten.stream().map(z -> x * y * z).toList()).toList())
              .toList().toString());
      return null;
    });
  }

  @ParameterizedTest
  @MethodSource("engines")
  void streamIsOrderedAndLazyAndMayBeEndless(Configuration configuration) throws Exception {
    on(configuration, () -> {
      AtomicInteger started = new AtomicInteger();
      Iterable<Integer> naturals = () -> Stream.iterate(0, x -> x + 1).iterator();
      Stream<Integer> squares = Deco.stream(naturals, x -> {
        started.incrementAndGet();
        return x * x;
      });
      assertThat(started).hasValue(0);
      assertThat(squares.filter(x -> x > 100).findFirst()).contains(121);
      assertThat(started.get()).isBetween(12, 20_000);
      assertThat(Deco.stream(naturals, x -> x + 1).limit(10_000).mapToInt(x -> x).sum()).isEqualTo(50_005_000);
      assertThat(Deco.stream(List.of(1, 2, 3), x -> x == 2 ? null : x)).containsExactly(1, null, 3);
      return null;
    });
  }

  @ParameterizedTest
  @MethodSource("engines")
  void aStreamFailsWhereItsReaderComesToTheFailure(Configuration configuration) throws Exception {
    on(configuration, () -> {
      IllegalStateException failure = new IllegalStateException();
      List<Integer> read = new ArrayList<>();
      assertThat(catchThrowable(() -> Deco.stream(IntStream.range(0, 100).boxed().toList(), x -> {
        if (x == 37) {
          throw failure;
        }
        return x;
      }).forEach(read::add))).isSameAs(failure);
      assertThat(read).isEqualTo(IntStream.range(0, 37).boxed().toList());
      return null;
    });
  }

  @ParameterizedTest
  @MethodSource("engines")
  void syncMeansTheInnermostOpenScopeOfTheCodeThatRuns(Configuration configuration) throws Exception {
    on(configuration, () -> {
      Deco.sync();
      List<String> list = new ArrayList<>();
      try (Scope outer = Deco.open()) {
        outer.call(() -> {
          Deco.sync(); // the task has no scope of its own
          return "outer";
        }, list::add);
        try (Scope inner = Deco.open()) {
          inner.call(() -> "inner", list::add);
          Deco.sync();
          assertThat(list).contains("inner");
        }
        Deco.sync();
        assertThat(list).containsExactlyInAnyOrder("inner", "outer");
      }
      return null;
    });
  }

  @Test
  void aScopeBelongsToItsThread() throws Exception {
    on(Configuration.threads(2), () -> {
      try (Scope scope = Deco.open()) {
        Throwable[] thrown = new Throwable[1];
        Thread other = new Thread(() -> thrown[0] = catchThrowable(scope::sync), "other");
        other.start();
        other.join();
        assertThat(thrown[0]).isInstanceOf(IllegalStateException.class).hasMessageContaining("thread \"other\" used it");
      }
      return null;
    });
  }

  @Test
  void aClosedScopeTakesNoCalls() {
    Scope scope = Deco.open();
    Pending<Integer> value = scope.call(() -> 1);
    scope.close();
    scope.close();
    assertThat(value.get()).isEqualTo(1);
    assertThatThrownBy(() -> scope.call(() -> 1)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void theEnginesThreadsAreDaemonsAndEndWithIt() throws Exception {
    List<Thread> threads = new ArrayList<>();
    on(Configuration.threads(7).shuffled(3), () -> {
      Deco.map(IntStream.range(0, 3000).boxed().toList(), x -> {
        Thread thread = Thread.currentThread();
        synchronized (threads) {
          if (!threads.contains(thread)) {
            threads.add(thread);
          }
        }
        return x;
      });
      return null;
    });
    threads.remove(Thread.currentThread());
    assertThat(threads).allSatisfy(thread -> {
      assertThat(thread.isDaemon()).isTrue();
      assertThat(thread.isAlive()).isFalse();
    });
  }
}
