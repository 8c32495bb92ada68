package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.engine.Demand;
import dev.deco.internal.engine.Worker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.junit.jupiter.api.Test;

class RecursionTest {
  private static final int SHORT = 10_000;
  private static final int LONG = 10_000_000;

  private static Recursion recursion() throws Throwable {
    return (Recursion) Recursion.link(MethodHandles.lookup(), "recursion", MethodType.methodType(Recursion.class))
        .dynamicInvoker().invoke();
  }

  private interface Body {
    void run(Recursion recursion, Worker worker) throws Throwable;
  }

  /** Runs code in a scope on two workers, with an activation measured at that level. */
  private static void measured(int nanos, Body body) throws Exception {
    HandWoven.on(Configuration.threads(2), () -> HandWoven.scope(scope -> {
      Worker worker = Worker.current();
      Recursion recursion = recursion();
      recursion.took(worker.level, nanos);
      body.run(recursion, worker);
    }));
  }

  @Test
  void aLongActivationIsSpread() throws Exception {
    measured(LONG, (recursion, worker) -> {
      assertThat(recursion.plain()).isEqualTo(Recursion.NOT);
      assertThat(worker.entering).isSameAs(recursion);
      worker.entering = null;
    });
  }

  @Test
  void aShortOneRunsInItsOriginalBodyThoughSomebodyIsHungry() throws Exception {
    measured(SHORT, (recursion, worker) -> {
      Demand.hungry = true;
      assertThat(recursion.plain()).isEqualTo(Recursion.FIRST);
      assertThat(recursion.plain()).isEqualTo(Recursion.WITHIN);
      Recursion.left(Recursion.WITHIN);
      assertThat(recursion.plain()).isEqualTo(Recursion.WITHIN);
      Recursion.left(Recursion.FIRST);
      assertThat(recursion.plain()).isEqualTo(Recursion.FIRST);
    });
  }

  @Test
  void whatIsCalledForAHungryWorkerIsSpreadUnlessItShouldSoonBeAtItsEnd() throws Exception {
    measured(SHORT, (recursion, worker) -> {
      Demand.hungry = true;
      worker.plainSince = worker.nanos() + LONG;
      worker.asked = true;
      assertThat(recursion.plain()).isEqualTo(Recursion.WITHIN);
      assertThat(worker.asked).isFalse();

      worker.plainSince = worker.nanos() - LONG;
      worker.asked = true;
      assertThat(recursion.plain()).isEqualTo(Recursion.NOT);
      worker.entering = null;
    });
  }

  @Test
  void aScopeWithinAnOriginalBodyBeginsAnew() throws Exception {
    measured(SHORT, (recursion, worker) -> {
      assertThat(recursion.plain()).isEqualTo(Recursion.FIRST);
      HandWoven.scope(inner -> {
        recursion.took(worker.level, SHORT);
        assertThat(recursion.plain()).isEqualTo(Recursion.FIRST);
        Recursion.left(Recursion.FIRST);
      });
      assertThat(recursion.plain()).isEqualTo(Recursion.WITHIN);
    });
  }
}
