package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deco.InterruptedScopeException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Interrupting the scope's thread cancels what has not started. */
class InterruptionTest {
  @Test
  void aWaitingScopeLeavesAndItsTasksAreCancelled() throws Exception {
    HandWoven.on(Configuration.threads(2), () -> {
      Thread scopes = Thread.currentThread();
      CountDownLatch started = new CountDownLatch(1);
      AtomicInteger after = new AtomicInteger();
      AtomicInteger statements = new AtomicInteger();
      Throwable thrown = catchThrowable(() -> HandWoven.scope(a -> {
        HandWoven.store(a, v -> statements.incrementAndGet(), x -> {
          started.countDown();
          scopes.interrupt();
          return x;
        }, 0);
        started.await();
      }));
      boolean status = Thread.interrupted();
      // Where the interrupt is seen depends on who runs the task: in the latch, or in the scope's wait.
      if (thrown instanceof InterruptedScopeException) {
        assertThat(status).isTrue();
      } else {
        assertThat(thrown).satisfiesAnyOf(t -> assertThat(t).isNull(),
            t -> assertThat(t).isInstanceOf(InterruptedException.class));
      }
      assertThat(after).hasValue(0);
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
