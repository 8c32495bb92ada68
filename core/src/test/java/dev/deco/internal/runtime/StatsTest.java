package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is counted adds up. */
class StatsTest {
  @Engined
  void everyCallIsSpawnedOrRunInPlace(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      for (int scope = 0; scope < 3; scope++) {
        HandWoven.scope(a -> {
          for (int i = 0; i < 1000; i++) {
            HandWoven.store(a, v -> {}, x -> x, i);
            HandWoven.statement(a, none -> {});
          }
          HandWoven.call(a, x -> x, 1).force();
          a.ranInPlace();
        });
      }
      Stats stats = Stats.snapshot();
      assertThat(stats.scopes()).isEqualTo(3);
      assertThat(stats.tasks()).isEqualTo(3 * 1002).isEqualTo(stats.spawned() + stats.inlined());
      assertThat(stats.syncs()).isBetween(0L, 3L);
      assertThat(stats.forces()).isLessThanOrEqualTo(3);
      assertThat(stats.deferred()).isLessThanOrEqualTo(6000);
      assertThat(stats.engine()).isEqualTo(configuration.engine());
      assertThat(stats.workers()).isEqualTo(configuration.workers());
      assertThat(stats.wallMillis()).isPositive();
      assertThat(stats.taskMillis()).isNotNegative();
    });
  }

  @Test
  void theSerialEngineDefersNothing() throws Exception {
    HandWoven.on(Configuration.serial(), () -> {
      HandWoven.scope(a -> {
        for (int i = 0; i < 100; i++) {
          HandWoven.store(a, v -> {}, x -> x, i);
        }
      });
      Stats stats = Stats.snapshot();
      assertThat(stats.inlined()).isEqualTo(100);
      assertThat(stats.spawned() + stats.syncs() + stats.deferred()).isZero();
    });
  }

  @Test
  void theLineIsJson() {
    Stats stats = new Stats("threads", 2, 1, 5, 3, 2, 1, 0, 4, 0, 7, 6, 1.5, 2.25,
        new Balance(2, 0.5, 0.25, 0.125, 1, 0.75, "too little to do"));
    assertThat(stats.json()).isEqualTo("{\"engine\":\"threads\",\"workers\":2,\"scopes\":1,\"tasks\":5,\"spawned\":3,"
        + "\"inlined\":2,\"syncs\":1,\"forces\":0,\"deferred\":4,\"reruns\":0,\"snapshots\":7,\"edges\":6,\"wall_ms\":1.500,\"task_ms\":2.250,\"work_ms\":2.000,"
        + "\"span_ms\":0.500,\"parallelism\":4.00,\"wait_ms\":0.250,\"idle_ms\":0.125,\"replay_ms\":1.000,"
        + "\"overhead_ms\":0.750}");
    assertThat(stats.text()).isEqualTo("deco: too little to do" + System.lineSeparator() + stats.json());
  }
}
