package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.deco.internal.runtime.HandWoven.Call;
import dev.deco.internal.runtime.HandWoven.Value;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work, span and the sentence about them are those of the program's shape, whoever ran what. */
class BalanceTest {
  private static final long MILLI = 1_000_000;
  private static final int N = 20;

  /** Each thread's own time, which only {@link #take} lets pass: so how long code takes does not depend on who waits. */
  private final ThreadLocal<AtomicLong> clock = ThreadLocal.withInitial(AtomicLong::new);

  private Object take(long millis) {
    return clock.get().addAndGet(millis * MILLI);
  }

  private final Call one = x -> take(1);
  private final Site site = HandWoven.newStore();

  private Balance balance(int workers, HandWoven.Run program) throws Exception {
    return Engines.timed(Configuration.threads(workers), () -> clock.get().get(), () -> {
      try {
        program.run();
      } catch (Throwable t) {
        throw Failures.sneaky(t);
      }
      return Stats.snapshot().balance();
    });
  }

  private static void assertShape(Balance balance, double work, double span) {
    assertThat(balance.workMillis()).isCloseTo(work, within(1e-6));
    assertThat(balance.spanMillis()).isCloseTo(span, within(1e-6));
    assertThat(balance.parallelism()).isCloseTo(work / span, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void tasksThatNeedNothingOfEachOtherHaveTheSpanOfOne(int workers) throws Exception {
    Balance balance = balance(workers, () -> HandWoven.scope(a -> {
      for (int i = 0; i < N; i++) {
        HandWoven.store(a, site, v -> {}, one, i);
      }
    }));

    assertShape(balance, N, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void theScopesOwnCodeIsPartOfTheSpan(int workers) throws Exception {
    Balance balance = balance(workers, () -> HandWoven.scope(a -> {
      for (int i = 0; i < N; i++) {
        take(3);
        HandWoven.store(a, site, v -> {}, one, i);
      }
    }));

    assertShape(balance, 4 * N, 3 * N + 1);
    assertThat(balance.bottleneck()).startsWith("the scope's own code took ");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void aChainOfResultsHasNoParallelism(int workers) throws Exception {
    Site first = HandWoven.newCall();
    Site later = HandWoven.newChain();
    Balance balance = balance(workers, () -> HandWoven.scope(a -> {
      Value v = HandWoven.call(a, first, x -> (int) (long) take(1) * 0, 0);
      for (int i = 1; i < N; i++) {
        v = HandWoven.chain(a, later, x -> (int) (long) take(1) * 0, v);
      }
      v.force();
    }));

    assertShape(balance, N, N);
    assertThat(balance.bottleneck())
        .isEqualTo("95 % of the time was a chain of 19 tasks of Main.java:15, each of which needs the one before");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void aForceInEachRoundOfALoopIsNamed(int workers) throws Exception {
    Site call = HandWoven.newCall();
    Balance balance = balance(workers, () -> HandWoven.scope(a -> {
      for (int i = 0; i < N; i++) {
        HandWoven.call(a, call, one, i).force();
      }
    }));

    assertShape(balance, N, N);
    assertThat(balance.bottleneck()).startsWith("100 % of the time one worker ran: ").endsWith(" forces inside the loop");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void soIsASync(int workers) throws Exception {
    Balance balance = balance(workers, () -> HandWoven.scope(a -> {
      for (int i = 0; i < N; i++) {
        HandWoven.store(a, site, v -> {}, one, i);
        a.sync();
      }
    }));

    assertShape(balance, N, N);
    assertThat(balance.bottleneck()).startsWith("100 % of the time one worker ran: ").endsWith(" syncs inside the loop");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void replaysFollowEachOther(int workers) throws Exception {
    Balance balance = balance(workers, () -> HandWoven.scope(a -> {
      for (int i = 0; i < N; i++) {
        HandWoven.store(a, site, v -> take(3), one, i);
      }
    }));

    assertShape(balance, 4 * N, 1 + 3 * N);
    assertThat(balance.replayMillis()).isEqualTo(3 * N);
    assertThat(balance.bottleneck()).startsWith("replaying Main.java:17 on the scope's thread took ");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void oneLongTaskBoundsTheRest(int workers) throws Exception {
    Balance balance = balance(workers, () -> HandWoven.scope(a -> {
      for (int i = 0; i < N; i++) {
        HandWoven.store(a, site, v -> {}, x -> take(x == 0 ? 100 : 1), i);
      }
    }));

    assertShape(balance, 100 + N - 1, 100);
    assertThat(balance.bottleneck()).startsWith("one task of Main.java:17 took 100.0 ms of ")
        .endsWith(": the longest task bounds the speedup");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void tasksInTheOrderOfTheirDataHaveTheSpanOfTheGraph(int workers) throws Exception {
    Site ordered = HandWoven.newOrdered();
    Object left = new Object();
    Object right = new Object();
    Balance balance = balance(workers, () -> HandWoven.scope(a -> {
      HandWoven.ordered(a, ordered, x -> take(2), left, right);  // 2
      HandWoven.ordered(a, ordered, x -> take(3), left);         // 5
      HandWoven.ordered(a, ordered, x -> take(1), right);        // 3
      HandWoven.ordered(a, ordered, x -> take(1), right);        // 4
      HandWoven.ordered(a, ordered, x -> take(4), right, left);  // 9
    }));

    assertShape(balance, 11, 9);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void aScopeWithinATaskIsPartOfItsChain(int workers) throws Exception {
    Site inner = HandWoven.newStore();
    Balance balance = balance(workers, () -> HandWoven.scope(a -> {
      for (int i = 0; i < N; i++) {
        HandWoven.store(a, site, v -> {}, x -> {
          take(2);
          try {
            HandWoven.scope(b -> {
              for (int k = 0; k < 5; k++) {
                HandWoven.store(b, inner, v -> {}, one, k);
              }
            });
          } catch (Throwable t) {
            throw Failures.sneaky(t);
          }
          return take(4);
        }, i);
      }
    }));

    assertShape(balance, N * 11, 7);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void afterAFailureTheAccountsGoOn(int workers) throws Exception {
    Balance balance = balance(workers, () -> {
      try {
        HandWoven.scope(a -> {
          HandWoven.store(a, site, v -> {}, x -> {
            take(1);
            throw new IllegalStateException();
          }, 0);
        });
      } catch (IllegalStateException expected) {
        take(1000); // outside of all scopes
      }
      HandWoven.scope(a -> take(5));
    });

    assertShape(balance, 6, 6);
  }

  @Test
  void oneWorkerHasNoParallelism() throws Exception {
    Balance balance = balance(1, () -> HandWoven.scope(a -> {
      for (int i = 0; i < N; i++) {
        HandWoven.store(a, site, v -> {}, one, i);
      }
    }));

    assertShape(balance, N, N);
    assertThat(balance.idleMillis() + balance.waitMillis() + balance.overheadMillis()).isZero();
    assertThat(balance.bottleneck()).isEqualTo("one worker ran everything: there is one, set deco.workers to have more");
  }

  @Test
  void nothingIsKnownOfAnEngineThatIsNotMeasured() throws Exception {
    HandWoven.on(Configuration.threads(2), () -> {
      HandWoven.scope(a -> HandWoven.store(a, v -> {}, x -> x, 1));
      assertThat(Stats.snapshot().balance()).isEqualTo(Balance.UNKNOWN);
    });
  }
}
