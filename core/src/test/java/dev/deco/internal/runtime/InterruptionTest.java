package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deco.InterruptedScopeException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Interrupting the scope's thread cancels what has not started. */
class InterruptionTest {
  @Test
  void aWaitingScopeLeavesWhenItsRunningTasksHaveEndedAndTheOthersNeverStart() throws Exception {
    HandWoven.on(Configuration.threads(2), () -> {
      Thread scopes = Thread.currentThread();
      CountDownLatch running = new CountDownLatch(1);
      AtomicBoolean waiting = new AtomicBoolean();
      AtomicBoolean ended = new AtomicBoolean();
      AtomicBoolean started = new AtomicBoolean();
      AtomicInteger statements = new AtomicInteger();
      Throwable thrown = catchThrowable(() -> HandWoven.scope(a -> {
        HandWoven.store(a, HandWoven.newStore(), v -> statements.incrementAndGet(), x -> {
          running.countDown();
          while (!waiting.get() || scopes.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
          }
          ended.set(true);
          return x;
        }, 0);
        running.await();
        Task second = a.task(HandWoven.CALL);
        second.refs[0] = (HandWoven.Call) x -> {
          started.set(true);
          return x;
        };
        scopes.interrupt();
        waiting.set(true);
        a.added(second);
        Task.force(second, null);
      }));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(thrown).isInstanceOf(InterruptedScopeException.class);
      assertThat(ended).isTrue();
      assertThat(started).isFalse();
      assertThat(statements).hasValue(0);
    });
  }

  @Test
  void anInterruptedThreadCancelsAtItsFirstWait() throws Exception {
    HandWoven.on(Configuration.threads(2).shuffled(1), () -> {
      AtomicInteger started = new AtomicInteger();
      for (int round = 0; round < 20; round++) {
        Throwable thrown = catchThrowable(() -> HandWoven.scope(a -> {
          Task task = a.task(HandWoven.CALL);
          task.refs[0] = (HandWoven.Call) x -> started.incrementAndGet();
          Thread.currentThread().interrupt();
          a.added(task);
          Task.force(task, null);
        }));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).satisfiesAnyOf(t -> assertThat(t).isNull(),
            t -> assertThat(t).isInstanceOf(InterruptedScopeException.class));
      }
      int[] sum = {0};
      HandWoven.scope(a -> HandWoven.store(a, v -> sum[0] = (int) v, x -> x, 7));
      assertThat(sum[0]).isEqualTo(7);
    });
  }
}
