package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks run where the configuration puts their method. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlacesTest {
  /** Runs {@code pkg.Main.f} many times, each waiting for all if {@code meets}; says on which threads. */
  private static Set<Thread> threads(Configuration configuration, boolean meets) throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    HandWoven.on(configuration, () -> {
      List<Object> out = new ArrayList<>();
      CyclicBarrier pair = new CyclicBarrier(64);
      Site site = HandWoven.newStore();
      HandWoven.scope(a -> {
        for (int i = 0; i < 64; i++) {
          HandWoven.store(a, site, out::add, x -> {
            threads.add(Thread.currentThread());
            if (meets) {
              meet(pair);
            }
            return x;
          }, i);
        }
      });
      assertThat(out).isEqualTo(IntStream.range(0, 64).boxed().toList());
    });
    return threads;
  }

  private static void meet(CyclicBarrier pair) throws InterruptedException, BrokenBarrierException {
    pair.await();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pkg.Main.f", "Main.f"})
  void aMethodOnTheSerialEngineRunsOnItsScopesThread(String method) throws Exception {
    Set<Thread> threads = threads(Configuration.threads(7).with(method, "serial"), false);
    assertThat(threads).hasSize(1);
  }

  @Test
  void outstandingTasksOfOthersDoNotChangeThat() throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    HandWoven.on(Configuration.threads(2).with("Main.f", "serial"), () -> HandWoven.scope(a -> {
      threads.add(Thread.currentThread());
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch over = new CountDownLatch(1);
      Task other = a.task(HandWoven.CHAIN); // of pkg.Main.g
      other.refs[0] = (HandWoven.Call) x -> {
        begun.countDown();
        over.await();
        return x;
      };
      a.added(other);
      begun.await();
      List<Object> out = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        HandWoven.store(a, HandWoven.STORE, out::add, x -> {
          threads.add(Thread.currentThread());
          return x;
        }, i);
        HandWoven.call(a, x -> threads.add(Thread.currentThread()), i);
      }
      over.countDown();
      a.sync();
      assertThat(out).hasSize(10);
    }));
    assertThat(threads).hasSize(1);
  }

  @Test
  void oneMethodOnThreadsLeavesTheOthersSerial() throws Exception {
    assertThat(threads(Configuration.serial().with("pkg.Main.other", "threads"), false)).hasSize(1);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void onVirtualThreadsTasksThatWaitForEachOtherMeet() throws Exception {
    for (Configuration configuration : List.of(Configuration.virtual(1000), Configuration.threads(1).with("Main.f", "virtual"),
        Configuration.serial().with("pkg.Main.f", "virtual"))) {
      assertThat(threads(configuration, true)).hasSize(64)
          .allMatch(thread -> thread.toString().startsWith("VirtualThread"));
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void beyondTheirNumberTasksRunInPlace() throws Exception {
    Set<Thread> threads = threads(Configuration.virtual(2), false);
    assertThat(threads.size()).isBetween(2, 64);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void recursionOnVirtualThreadsEndsAtAnyDepth() throws Exception {
    HandWoven.on(Configuration.virtual(50), () -> assertThat(fib(18)).isEqualTo(2584));
  }

  private static int fib(int n) throws Throwable {
    if (n < 2) {
      return n;
    }
    int[] sum = {0};
    HandWoven.scope(a -> {
      HandWoven.store(a, v -> sum[0] += (int) v, PlacesTest::fib, n - 1);
      HandWoven.store(a, HandWoven.OTHER_STORE, v -> sum[0] += (int) v, PlacesTest::fib, n - 2);
    });
    return sum[0];
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aFailureOnAVirtualThreadIsThrownAsItIs() throws Exception {
    Exception failure = new Exception();
    HandWoven.on(Configuration.virtual(100), () -> assertThatThrownBy(() -> HandWoven.scope(a -> {
      for (int i = 0; i < 50; i++) {
        HandWoven.store(a, v -> { }, x -> {
          if (x == 30) {
            throw failure;
          }
          return x;
        }, i);
      }
    })).isSameAs(failure));
  }
}
