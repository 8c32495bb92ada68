package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** A scope's memory does not grow with its calls. */
class BoundedMemoryTest {
  private static final int CALLS = 10_000_000;

  @Engined
  void tenMillionCallsUseFewBatches(Configuration configuration) throws Exception {
    int calls = configuration.seed() == null ? CALLS : CALLS / 50;
    HandWoven.on(configuration, () -> {
      long[] sum = new long[1];
      HandWoven.Call same = x -> x;
      java.util.function.Consumer<Object> add = v -> sum[0] += (int) v;
      long[] most = new long[1];
      HandWoven.scope(a -> {
        for (int i = 0; i < calls; i++) {
          HandWoven.store(a, add, same, i & 3);
          if ((i & 1023) == 0) {
            most[0] = Math.max(most[0], a.backlog());
          }
        }
      });
      assertThat(sum[0]).isEqualTo(calls / 4 * 6L);
      assertThat(most[0]).isLessThan(4_000_000); // slots of 4 or 8 bytes
    });
  }

  @Engined
  void aSlowFirstTaskHoldsUpOnlySoMuch(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      long[] most = new long[1];
      int[] last = new int[1];
      java.util.concurrent.CountDownLatch gate = new java.util.concurrent.CountDownLatch(1);
      HandWoven.scope(a -> {
        if (!a.direct(HandWoven.CALL)) {
          Task slow = a.task(HandWoven.CALL);
          slow.refs[0] = (HandWoven.Call) x -> {
            for (int i = 0; i < 1_000_000; i++) {
              Thread.onSpinWait();
            }
            return 0;
          };
          a.added(slow);
        }
        for (int i = 0; i < 200_000; i++) {
          HandWoven.store(a, v -> last[0] = (int) v, x -> x, i);
          most[0] = Math.max(most[0], a.backlog());
        }
        gate.countDown();
      });
      assertThat(last[0]).isEqualTo(199_999);
      assertThat(most[0]).isLessThan(4_000_000);
    });
  }

  @Engined
  void whatTasksPrintBehindASlowOneIsKeptForSoManyOnly(Configuration configuration) throws Exception {
    int calls = 200_000;
    int kept = 40_000; // a heap of 24 MB holds their lines
    AtomicInteger printed = new AtomicInteger();
    AtomicInteger written = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    PrintStream out = OrderedOutput.over(new PrintStream(new OutputStream() {
      @Override
      public void write(int b) {
        written.addAndGet(b == '\n' ? 1 : 0);
      }
    }, true));
    HandWoven.Call slow = x -> {
      for (int i = 0; i < 3_000_000 && printed.get() - written.get() < 2 * kept; i++) {
        Thread.onSpinWait();
      }
      return null;
    };
    HandWoven.Call prints = x -> {
      out.print("line " + x + " of many\n");
      int now = printed.incrementAndGet() - written.get();
      most.accumulateAndGet(now, Math::max);
      return null;
    };
    HandWoven.on(configuration, () -> HandWoven.scope(a -> {
      for (int i = 0; i < calls; i++) {
        HandWoven.printing(a, i == 0 ? slow : prints, i);
      }
    }));
    assertThat(written).hasValue(calls - 1);
    assertThat(most).hasValueLessThan(kept);
  }
}
