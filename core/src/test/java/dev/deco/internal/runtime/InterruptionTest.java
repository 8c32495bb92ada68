package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deco.Deco;
import dev.deco.InterruptedScopeException;
import dev.deco.Scope;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An interrupt of the scope's thread hits the call that blocks; a scope that was opened by hand is cancelled by it. */
class InterruptionTest {
  @Test
  void theCallThatBlocksHasTheInterrupt() throws Exception {
    HandWoven.on(Configuration.threads(2), () -> {
      for (int round = 0; round < 20; round++) {
        Thread scopes = Thread.currentThread();
        AtomicInteger statements = new AtomicInteger();
        CountDownLatch running = new CountDownLatch(1);
        Thread other = new Thread(() -> {
          await(running);
          scopes.interrupt();
        });
        other.start();
        Throwable thrown = catchThrowable(() -> HandWoven.scope(a -> {
          HandWoven.store(a, v -> statements.incrementAndGet(), x -> x, 0);
          HandWoven.store(a, HandWoven.newStore(), v -> statements.addAndGet(10), x -> {
            running.countDown();
            new CountDownLatch(1).await();
            return x;
          }, 0);
        }));
        other.join();
        assertThat(thrown).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(statements).hasValue(1);
      }
    });
  }

  @Test
  void whatDoesNotBlockRunsToItsEndAndTheThreadStaysInterrupted() throws Exception {
    HandWoven.on(Configuration.threads(2), () -> {
      for (int round = 0; round < 20; round++) {
        Thread scopes = Thread.currentThread();
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicInteger sum = new AtomicInteger();
        HandWoven.scope(a -> {
          for (int i = 1; i <= 3; i++) {
            int term = i;
            HandWoven.store(a, HandWoven.newStore(), v -> sum.addAndGet(term), x -> {
              if (term == 1) {
                scopes.interrupt();
                interrupted.countDown();
              }
              while (interrupted.getCount() > 0) {
                Thread.onSpinWait();
              }
              return x;
            }, 0);
          }
        });
        assertThat(sum).hasValue(6);
        assertThat(Thread.interrupted()).isTrue();
      }
    });
  }

  @Test
  void aScopeOnAnInterruptedThreadRunsSerially() throws Exception {
    HandWoven.on(Configuration.threads(2).shuffled(1), () -> {
      for (int round = 0; round < 20; round++) {
        int[] sum = {0};
        Thread.currentThread().interrupt();
        HandWoven.scope(a -> HandWoven.store(a, v -> sum[0] = (int) v, x -> x, 7));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sum[0]).isEqualTo(7);
      }
    });
  }

  @Test
  void aScopeByHandLeavesWhenItsRunningTasksHaveEndedAndTheOthersNeverStart() throws Exception {
    HandWoven.on(Configuration.threads(2), () -> {
      Thread scopes = Thread.currentThread();
      CountDownLatch running = new CountDownLatch(1);
      AtomicBoolean waiting = new AtomicBoolean();
      AtomicBoolean ended = new AtomicBoolean();
      AtomicInteger statements = new AtomicInteger();
      Throwable thrown = catchThrowable(() -> {
        try (Scope scope = Deco.open()) {
          scope.call(() -> {
            running.countDown();
            while (!waiting.get() || scopes.getState() != Thread.State.WAITING) {
              Thread.onSpinWait();
            }
            ended.set(true);
            return 1;
          }, v -> statements.incrementAndGet());
          scope.call(() -> 2, v -> statements.incrementAndGet());
          scopes.interrupt();
          waiting.set(true);
          scope.sync();
        }
      });
      assertThat(Thread.interrupted()).isTrue();
      assertThat(thrown).isInstanceOf(InterruptedScopeException.class);
      assertThat(statements).hasValue(0);
      assertThat(ended.get() || running.getCount() > 0).isTrue();
    });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
