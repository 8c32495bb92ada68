package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The first failure in program order wins, and is the exception itself. */
class ScopeFailureTest {

  private static Object failing(int x, int at, Throwable failure) throws Throwable {
    if (x == at) {
      throw failure;
    }
    return x;
  }

  @Engined
  void theFirstFailureInProgramOrderIsThrownAsItIs(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      Exception first = new Exception("first");
      Exception later = new Exception("later");
      List<Object> list = new ArrayList<>();
      Throwable thrown = catchThrowable(() -> HandWoven.scope(a -> {
        for (int i = 0; i < 1000; i++) {
          HandWoven.store(a, list::add, x -> failing((int) failing(x, 700, first), 710, later), i);
        }
      }));
      assertThat(thrown).isSameAs(first);
      assertThat(list).isEqualTo(IntStream.range(0, 700).boxed().toList());
      assertThat(Arrays.asList(first.getSuppressed())).doesNotContain(first).doesNotHaveDuplicates();
    });
  }

  @Engined
  void aFailedStatementDropsTheStatementsAfterIt(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      IllegalStateException first = new IllegalStateException("statement");
      List<Object> list = new ArrayList<>();
      Throwable thrown = catchThrowable(() -> HandWoven.scope(a -> {
        for (int i = 0; i < 500; i++) {
          HandWoven.store(a, v -> {
            if (v.equals(300)) {
              throw first;
            }
            list.add(v);
          }, x -> failing(x, 400, new Exception("later")), i);
        }
      }));
      assertThat(thrown).isSameAs(first);
      assertThat(list).isEqualTo(IntStream.range(0, 300).boxed().toList());
    });
  }

  @Engined
  void theScopesOwnExceptionComesAfterTheTasksBeforeIt(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      Exception own = new Exception("own");
      List<Object> list = new ArrayList<>();
      Throwable thrown = catchThrowable(() -> HandWoven.scope(a -> {
        for (int i = 0; i < 200; i++) {
          HandWoven.store(a, list::add, x -> x, i);
        }
        throw own;
      }));
      assertThat(thrown).isSameAs(own);
      assertThat(list).isEqualTo(IntStream.range(0, 200).boxed().toList());
    });
  }

  @Engined
  void anEarlierTaskFailsBeforeTheScopesOwnException(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      Exception own = new Exception("own");
      Exception first = new Exception("task");
      Throwable thrown = catchThrowable(() -> HandWoven.scope(a -> {
        for (int i = 0; i < 200; i++) {
          HandWoven.store(a, v -> {}, x -> failing(x, 100, first), i);
        }
        throw own;
      }));
      assertThat(thrown).isSameAs(first);
    });
  }

  @Engined
  void oneInstanceThrownByManyTasksIsNotSuppressedInItself(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      Exception shared = new Exception("shared");
      Throwable thrown = catchThrowable(() -> HandWoven.scope(a -> {
        for (int i = 0; i < 200; i++) {
          HandWoven.store(a, v -> {}, x -> failing(x, x, shared), i);
        }
      }));
      assertThat(thrown).isSameAs(shared);
      assertThat(shared.getSuppressed()).hasSizeLessThanOrEqualTo(1).doesNotContain(shared);
    });
  }

  private static final class Silent extends Exception {
    private static final long serialVersionUID = 1;

    Silent() {
      super("no suppression, no trace", null, false, false);
    }
  }

  @Engined
  void anExceptionWithoutSuppressionPasses(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      Silent silent = new Silent();
      assertThat(catchThrowable(() -> HandWoven.scope(a -> HandWoven.store(a, v -> {}, x -> failing(x, x, silent), 1))))
          .isSameAs(silent);
    });
  }

  @Engined
  void aLoopThatWouldNeverEndIsEndedByAFailure(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      Exception failure = new Exception();
      assertThat(catchThrowable(() -> HandWoven.scope(a -> {
        for (int i = 0;; i++) {
          HandWoven.store(a, v -> {}, x -> failing(x, 5000, failure), i);
        }
      }))).isSameAs(failure);
      Exception other = new Exception();
      assertThat(catchThrowable(() -> HandWoven.scope(a -> {
        for (int i = 0;; i++) {
          HandWoven.call(a, x -> failing(x, 5000, other), i).force();
        }
      }))).isSameAs(other);
    });
  }

  @Engined
  void theMarkerNamesTheSpawnPlaceOncePerScope(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      Exception failure = new Exception();
      catchThrowable(() -> HandWoven.scope(outer -> HandWoven.store(outer, HandWoven.OTHER_STORE, v -> {}, y -> {
        HandWoven.scope(inner -> HandWoven.store(inner, HandWoven.STORE, v -> {}, x -> failing(x, x, failure), 1));
        return y;
      }, 1)));
      assertThat(failure.getSuppressed()).hasSizeLessThanOrEqualTo(2).doesNotHaveDuplicates()
          .allSatisfy(marker -> {
            assertThat(marker).isInstanceOf(SpawnPlace.class).hasMessageStartingWith("spawned at Main.java:1");
            assertThat(marker.getStackTrace()).hasSize(1);
          });
    });
  }

  @Engined
  void aSettledFailureIsForgotten(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      Exception failure = new Exception();
      List<Object> list = new ArrayList<>();
      HandWoven.scope(a -> {
        for (int round = 0; round < 5; round++) {
          try {
            for (int i = 0; i < 100; i++) {
              HandWoven.store(a, list::add, x -> failing(x, 50, failure), i);
            }
            a.sync();
            throw new AssertionError("the failure was lost");
          } catch (Exception e) {
            assertThat(a.settle(e)).isSameAs(failure);
          }
        }
        HandWoven.store(a, list::add, x -> "end", 0);
      });
      assertThat(list).hasSize(251).endsWith("end");
    });
  }

  @Engined
  void aVariableKeepsItsValueWhenTheFailureOfItsTaskWasSettled(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> HandWoven.scope(a -> {
      Exception failure = new Exception();
      Task task = null;
      try {
        if (a.inPlace(HandWoven.CALL)) {
          throw failure;
        }
        task = a.task(HandWoven.CALL);
        task.refs[0] = (HandWoven.Call) x -> failing(x, x, failure);
        a.added(task);
        a.sync();
      } catch (Exception e) {
        assertThat(a.settle(e)).isSameAs(failure);
      }
      assertThat(Task.force(task, 5)).isEqualTo(5);
      assertThat(Task.value(task, 5)).isEqualTo(5);
    }));
  }

  @Engined
  void tasksThatDependOnAFailedOneNeverStart(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      Exception failure = new Exception();
      AtomicInteger started = new AtomicInteger();
      assertThat(catchThrowable(() -> HandWoven.scope(a -> {
        HandWoven.Value u = HandWoven.call(a, x -> failing(x, x, failure), 1);
        HandWoven.Value v = HandWoven.chain(a, x -> started.incrementAndGet(), u);
        HandWoven.chainStore(a, w -> started.incrementAndGet(), x -> started.incrementAndGet(), v);
      }))).isSameAs(failure);
      assertThat(started).hasValue(0);
    });
  }

  @Engined
  void anErrorInATaskIsReportedLikeAnyFailure(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      for (Error error : List.of(new OutOfMemoryError("planned"), new StackOverflowError("planned"),
          new ThreadDeath(), new AssertionError("planned"))) {
        assertThat(catchThrowable(() -> HandWoven.scope(a -> {
          for (int i = 0; i < 100; i++) {
            HandWoven.store(a, v -> {}, x -> failing(x, 60, error), i);
          }
        }))).isSameAs(error);
      }
    });
  }

  @Engined
  void failReturnsWhatWasThrownAlready(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      Exception failure = new Exception();
      Activation a = Activation.enter();
      Throwable thrown = catchThrowable(() -> {
        HandWoven.store(a, v -> {}, x -> failing(x, x, failure), 1);
        a.close();
      });
      assertThat(thrown).isSameAs(failure);
      assertThat(a.fail(thrown)).isSameAs(failure);
      assertThat(failure.getSuppressed()).doesNotContain(failure);
    });
  }

  @Test
  void whatComesAfterAFailureDoesNotRunWhereOneThreadRunsBoth() throws Exception {
    HandWoven.on(Configuration.threads(2), () -> HandWoven.scope(outer -> {
      CountDownLatch running = new CountDownLatch(1);
      CountDownLatch over = new CountDownLatch(1);
      HandWoven.store(outer, HandWoven.newStore(), v -> { }, x -> {
        running.countDown();
        over.await();
        return x;
      }, 0);
      running.await(); // the other worker is busy from now on
      Exception failure = new Exception();
      AtomicInteger started = new AtomicInteger();
      Site gathering = HandWoven.newStore(); // its rows wait for more of them, and are sent last
      gathering.grain.observe(1, 1_000);
      for (int k = 1; k < 64; k++) {
        gathering.grain.trusted(); // from the next call on it is to be measured again
      }
      for (Site[] sites : new Site[][] {{HandWoven.newStore(), HandWoven.newStore()},
          {HandWoven.STORE, HandWoven.STORE}, {gathering, gathering}}) {
        assertThat(catchThrowable(() -> HandWoven.scope(a -> {
          HandWoven.store(a, sites[0], v -> { }, x -> failing(x, x, failure), 1);
          HandWoven.store(a, sites[1], v -> { }, x -> started.incrementAndGet(), 2);
          HandWoven.store(a, HandWoven.newStore(), v -> { }, x -> started.incrementAndGet(), 3);
        }))).isSameAs(failure);
      }
      over.countDown();
      assertThat(started).hasValue(0);
    }));
  }
}
