package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a site learns what its tasks cost. */
class GrainTest {
  private static final int FINE = Grain.FINE_NANOS;
  private final Grain grain = new Grain(1, 1, true);

  @Test
  void tasksThatCostMoreThanTheyDidAreMeasuredAgain() {
    grain.observe(1000, 5_000);
    assertThat(grain.surprises(2_000, 2_400, FINE)).isFalse();
    assertThat(grain.nanos).isEqualTo(5);
    assertThat(grain.surprises(2_000, 400_000, FINE)).isTrue();
    assertThat(grain.known()).isFalse();
    assertThat(grain.rows(Grain.BATCH_NANOS)).isEqualTo(30);
    grain.observe(30, 30_000);
    assertThat(grain.nanos).isEqualTo(1000);
  }

  @Test
  void whatTheScopeDoesBesidesSurprisesOnce() {
    grain.observe(1000, 5_000);
    assertThat(grain.surprises(2_000, 80_000, FINE)).isTrue();
    grain.observe(150, 750);
    assertThat(grain.surprises(2_000, 80_000, FINE)).isFalse();
    assertThat(grain.nanos).isEqualTo(5);
    assertThat(grain.surprises(2_000, 400_000, FINE)).isTrue();
  }

  @Test
  void callsInPlaceThatTakeLessCostLess() {
    grain.observe(1000, 10_000);
    assertThat(grain.surprises(2_000, 400, FINE)).isFalse();
    assertThat(grain.nanos).isEqualTo(2);
  }

  @Test
  void fineTasksAreNoSurprise() {
    grain.observe(1000, 1_000);
    assertThat(grain.surprises(2_000, 2_000L * FINE, FINE)).isFalse();
  }

  @Test
  void callsThatGetDearInTheMiddleOfALoopAreSpawned() throws Exception {
    Site site = HandWoven.newStore();
    HandWoven.on(Configuration.threads(2), () -> {
      site.grain.observe(1_000, 2_000);
      Stats before = Stats.snapshot();
      HandWoven.scope(a -> {
        for (int i = 0; i < 20_000; i++) {
          HandWoven.store(a, site, v -> {}, x -> x, i);
        }
        for (int i = 0; i < 20_000; i++) {
          HandWoven.store(a, site, v -> {}, GrainTest::dear, i);
        }
      });
      assertThat(Stats.snapshot().spawned() - before.spawned()).isGreaterThan(10_000);
    });
  }

  private static Object dear(int x) {
    double y = x;
    for (int i = 0; i < 500; i++) {
      y = Math.sqrt(y + i);
    }
    return y;
  }
}
