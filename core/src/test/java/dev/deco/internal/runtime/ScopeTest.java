package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What a scope does with results and order. */
class ScopeTest {
  /** Enough tasks that batches are filled, sent, stolen, split and used again. */
  private static final int MANY = 20_000;

  @Engined
  void storesEveryResultInItsPlace(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      int[] out = new int[MANY];
      HandWoven.scope(a -> {
        for (int i = 0; i < MANY; i++) {
          int index = i;
          HandWoven.store(a, v -> out[index] = (int) v, x -> 3 * x, i);
        }
      });
      for (int i = 0; i < MANY; i++) {
        assertThat(out[i]).isEqualTo(3 * i);
      }
    });
  }

  @Engined
  void keepsTheOrderOfInterleavedStatements(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      List<Object> list = new ArrayList<>();
      List<Object> expected = new ArrayList<>();
      HandWoven.scope(a -> {
        for (int i = 0; i < 3000; i++) {
          HandWoven.store(a, HandWoven.STORE, list::add, x -> x, i);
          HandWoven.statement(a, none -> list.add("sep"));
          if (i % 3 == 0) {
            HandWoven.store(a, HandWoven.OTHER_STORE, list::add, x -> -x, i);
          }
          expected.add(i);
          expected.add("sep");
          if (i % 3 == 0) {
            expected.add(-i);
          }
        }
      });
      assertThat(list).isEqualTo(expected);
    });
  }

  @Engined
  void syncMakesAllResultsSoFarVisible(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> HandWoven.scope(a -> {
      int[] sum = {0};
      for (int round = 1; round <= 50; round++) {
        for (int i = 0; i < 100; i++) {
          HandWoven.store(a, v -> sum[0] += (int) v, x -> x, 1);
        }
        a.sync();
        assertThat(sum[0]).isEqualTo(100 * round);
      }
    }));
  }

  @Engined
  void forcesPendingValuesInAnyOrder(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> HandWoven.scope(a -> {
      List<HandWoven.Value> values = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        values.add(HandWoven.call(a, x -> x * x, i));
      }
      for (int i = 499; i >= 0; i--) {
        assertThat(values.get(i).force()).isEqualTo(i * i);
      }
    }));
  }

  @Engined
  void runsEachTaskOnce(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      AtomicInteger runs = new AtomicInteger();
      HandWoven.scope(a -> {
        for (int i = 0; i < MANY; i++) {
          HandWoven.store(a, v -> {}, x -> runs.incrementAndGet(), i);
        }
      });
      assertThat(runs).hasValue(MANY);
    });
  }

  private static int fib(int n) throws Throwable {
    if (n < 2) {
      return n;
    }
    int[] result = new int[1];
    HandWoven.scope(a -> {
      HandWoven.Value left = HandWoven.call(a, ScopeTest::fib, n - 1);
      HandWoven.Value right = HandWoven.call(a, ScopeTest::fib, n - 2);
      result[0] = (int) left.force() + (int) right.force();
    });
    return result[0];
  }

  @Engined
  void recursionOpensScopesWithinTasks(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> assertThat(fib(20)).isEqualTo(6765));
  }

  private static int tree(int depth) throws Throwable {
    int[] leaves = new int[1];
    if (depth == 0) {
      return 1;
    }
    HandWoven.scope(a -> {
      for (int i = 0; i < 3; i++) {
        HandWoven.store(a, v -> leaves[0] += (int) v, ScopeTest::tree, depth - 1);
      }
    });
    return leaves[0];
  }

  @Engined
  void statementsOfNestedScopesStayInTheirScope(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> assertThat(tree(8)).isEqualTo(6561));
  }

  private static int descend(int depth) throws Throwable {
    if (depth == 0) {
      return 0;
    }
    int[] below = new int[1];
    HandWoven.scope(a -> HandWoven.store(a, v -> below[0] = (int) v, ScopeTest::descend, depth - 1));
    return below[0] + 1;
  }

  /** As deep as the stack allows: workers have one of 8 MB, virtual threads what -Xss gives their carriers. */
  @Engined
  void nestsTenThousandScopesDeep(Configuration configuration) throws Exception {
    int levels = configuration.engine().equals(Configuration.VIRTUAL) ? 1_000 : 10_000;
    int[] depth = new int[1];
    Thread deep = new Thread(null, () -> {
      try {
        HandWoven.on(configuration, () -> depth[0] = descend(levels));
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }, "deep", 64L << 20);
    deep.start();
    deep.join();
    assertThat(depth[0]).isEqualTo(levels);
  }

  private static int overflow(int depth) throws Throwable {
    int[] below = new int[1];
    HandWoven.scope(a -> {
      HandWoven.store(a, v -> below[0] = (int) v, ScopeTest::overflow, depth + 1);
      HandWoven.store(a, v -> below[0] += (int) v, ScopeTest::overflow, depth + 1);
    });
    return below[0];
  }

  @Engined
  void endlessRecursionOverflowsTheStackAndLeavesTheEngineUsable(Configuration configuration) throws Exception {
    if (configuration.seed() != null) {
      return; // random orders explore far more than any policy would: a long test that shows nothing more
    }
    HandWoven.on(configuration, () -> {
      Throwable thrown = catchThrowable(() -> overflow(0));
      assertThat(thrown).isInstanceOf(StackOverflowError.class);
      assertThat(fib(12)).isEqualTo(144);
    });
  }

  @Engined
  void severalThreadsHaveScopesAtOnce(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      var engine = Engines.current();
      List<Throwable> failures = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        Thread thread = new Thread(() -> {
          try {
            dev.deco.internal.engine.Worker.call(engine, () -> {
              try {
                assertThat(fib(15)).isEqualTo(610);
                assertThat(tree(6)).isEqualTo(729);
              } catch (Throwable e) {
                throw Failures.sneaky(e);
              }
              return null;
            });
          } catch (Throwable e) {
            synchronized (failures) {
              failures.add(e);
            }
          }
        });
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(failures).isEmpty();
    });
  }
}
