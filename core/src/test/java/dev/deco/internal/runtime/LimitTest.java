package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deco.TaskTimeoutException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls with a time limit end, and calls that fail are run again. Each of these would hang, or repeat for ever, if not. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitTest {
  private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONG = TimeUnit.DAYS.toNanos(1);

  private interface Code<T> {
    T run() throws Throwable;
  }

  private static Limit limit(long nanos, int retries) {
    return new Limit("the time", nanos, retries, "Main.f(int), called at Main.java:3 in Main");
  }

  /** What woven code does with the call of a method that has a limit. */
  private static <T> T call(Limit limit, Code<T> call) throws Throwable {
    Attempts attempts = limit.attempts();
    for (;;) {
      try {
        attempts.begin();
        T result = call.run();
        attempts.end();
        return result;
      } catch (Throwable t) {
        attempts.failed(t);
      }
    }
  }

  private static Object forEver() throws InterruptedException {
    new CountDownLatch(1).await();
    return null;
  }

  @Test
  void aCallThatWaitsForEverFailsWithItsMethodItsPlaceAndItsLimit() {
    Throwable thrown = catchThrowable(() -> call(limit(SHORT, 0), LimitTest::forEver));
    assertThat(thrown).isInstanceOf(TaskTimeoutException.class)
        .hasMessageContaining("Main.f(int)").hasMessageContaining("Main.java:3").hasMessageContaining("the time")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(thrown.getStackTrace()).extracting(StackTraceElement::getMethodName).contains("await", "forEver");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whatACallReturnsAfterItsTimeIsIgnored() {
    Throwable thrown = catchThrowable(() -> call(limit(SHORT, 0), () -> {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      return 1;
    }));
    assertThat(thrown).isInstanceOf(TaskTimeoutException.class).hasNoCause();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void manyCallsInTimeReturnAndAreNotInterruptedLater() throws Throwable {
    for (int i = 0; i < 2000; i++) {
      assertThat(call(limit(LONG, 0), () -> 5)).isEqualTo(5);
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aRaceBetweenTheEndAndTheTimeHasOneOutcomeAndLeavesNoInterrupt() {
    for (int i = 0; i < 300; i++) {
      long span = 20_000 + i % 10 * 10_000;
      long begin = System.nanoTime();
      int[] result = {0};
      Throwable thrown = catchThrowable(() -> result[0] = call(limit(span, 0), () -> {
        while (System.nanoTime() - begin < span) {
          Thread.onSpinWait();
        }
        return 1;
      }));
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(TaskTimeoutException.class);
      }
      assertThat(result[0]).isEqualTo(thrown == null ? 1 : 0);
    }
  }

  @Test
  void aCallThatDoesNotReactHoldsItsScopeUpAndIsNamed() {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Throwable thrown = catchThrowable(() -> call(limit(SHORT, 0), () -> {
        while (printed.size() == 0) {
          Thread.onSpinWait();
        }
        return 1;
      }));
      assertThat(thrown).isInstanceOf(TaskTimeoutException.class);
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("deco: warning: Main.f(int)", "Main.java:3", "still runs");
  }

  @Engined
  void theScopeFailsWithTheTimeoutAndNothingAfterItIsReplayed(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      List<Object> out = new ArrayList<>();
      AtomicInteger running = new AtomicInteger();
      Throwable thrown = catchThrowable(() -> HandWoven.scope(a -> {
        for (int i = 0; i < 40; i++) {
          HandWoven.store(a, out::add, x -> {
            running.incrementAndGet();
            try {
              return x == 20 ? call(limit(SHORT, 0), LimitTest::forEver) : call(limit(LONG, 0), () -> x);
            } finally {
              running.decrementAndGet();
            }
          }, i);
        }
      }));
      assertThat(thrown).isInstanceOf(TaskTimeoutException.class);
      assertThat(out).hasSize(20);
      assertThat(running).hasValue(0);
    });
  }

  @Engined
  void theTimeOfACallIsThatOfTheScopesInIt(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      Throwable thrown = catchThrowable(() -> HandWoven.scope(a -> HandWoven.store(a, v -> { }, y ->
          call(limit(SHORT, 0), () -> {
            HandWoven.scope(inner -> {
              for (int i = 0; i < 8; i++) {
                HandWoven.store(inner, v -> { }, x -> call(limit(10 * SHORT, 0), LimitTest::forEver), i);
              }
            });
            return y;
          }), 1)));
      assertThat(thrown).isInstanceOf(TaskTimeoutException.class);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    });
  }

  @Test
  void aCallRunsAgainUntilItReturns() throws Throwable {
    AtomicInteger runs = new AtomicInteger();
    assertThat(call(limit(0, 3), () -> {
      if (runs.incrementAndGet() < 4) {
        throw new Exception();
      }
      return "done";
    })).isEqualTo("done");
    assertThat(runs).hasValue(4);
  }

  @Test
  void theLastFailureCarriesTheEarlierOnes() {
    List<Exception> all = new ArrayList<>();
    Throwable thrown = catchThrowable(() -> call(limit(0, 2), () -> {
      all.add(new Exception("run " + all.size()));
      throw all.get(all.size() - 1);
    }));
    assertThat(all).hasSize(3);
    assertThat(thrown).isSameAs(all.get(2));
    assertThat(thrown.getSuppressed()).containsExactly(all.get(0), all.get(1));
  }

  @Test
  void oneExceptionThrownByAllRunsIsNotSuppressedInItself() {
    Exception same = new Exception();
    assertThat(catchThrowable(() -> call(limit(0, 5), () -> {
      throw same;
    }))).isSameAs(same);
    assertThat(same.getSuppressed()).isEmpty();
  }

  @Test
  void anErrorIsNotMetByAnotherRun() {
    AtomicInteger runs = new AtomicInteger();
    Error error = new AssertionError();
    assertThat(catchThrowable(() -> call(limit(0, 3), () -> {
      runs.incrementAndGet();
      throw error;
    }))).isSameAs(error);
    assertThat(runs).hasValue(1);
  }

  @Test
  void eachRunHasTheWholeTime() {
    AtomicInteger runs = new AtomicInteger();
    Throwable thrown = catchThrowable(() -> call(limit(SHORT, 2), () -> {
      runs.incrementAndGet();
      return forEver();
    }));
    assertThat(runs).hasValue(3);
    assertThat(thrown).isInstanceOf(TaskTimeoutException.class);
    assertThat(thrown.getSuppressed()).hasSize(2).allMatch(TaskTimeoutException.class::isInstance);
  }

  @Test
  void anInterruptFromElsewhereEndsTheRuns() {
    AtomicInteger runs = new AtomicInteger();
    assertThat(catchThrowable(() -> call(limit(0, 1000), () -> {
      runs.incrementAndGet();
      Thread.currentThread().interrupt();
      return forEver();
    }))).isInstanceOf(InterruptedException.class);
    assertThat(runs).hasValue(1);
  }

  @Engined
  void theTimeOfACallEndsTheRunsInIt(Configuration configuration) throws Exception {
    AtomicInteger runs = new AtomicInteger();
    HandWoven.on(configuration, () -> {
      Throwable thrown = catchThrowable(() -> HandWoven.scope(a -> HandWoven.store(a, v -> { }, y ->
          call(limit(SHORT, 0), () -> call(limit(LONG, 1000), () -> {
            runs.incrementAndGet();
            return forEver();
          })), 1)));
      assertThat(thrown).isInstanceOf(TaskTimeoutException.class);
    });
    assertThat(runs).hasValue(1);
  }
}
