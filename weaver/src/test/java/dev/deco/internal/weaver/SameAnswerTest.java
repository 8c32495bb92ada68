package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.runtime.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Woven programs print what they print unwoven, on every engine, on any number of workers, in any schedule. */
class SameAnswerTest {
  private static final long SEED = ThreadLocalRandom.current().nextLong();

  static Stream<Arguments> runs() {
    List<Configuration> configurations = new ArrayList<>(List.of(Configuration.serial()));
    for (int workers : new int[] {1, 2, 7}) {
      configurations.add(Configuration.threads(workers));
      for (long k = 0; k < 6; k++) {
        configurations.add(Configuration.threads(workers).shuffled(SEED + k));
      }
    }
    return PlanTest.programs().stream().flatMap(
        program -> configurations.stream().map(configuration -> Arguments.of(program, configuration)));
  }

  @ParameterizedTest(name = "{0} under {1}")
  @MethodSource("runs")
  void wovenIsAsUnwoven(String name, Configuration configuration) {
    Program program = Program.named(name);
    String expected = program.run(program.classes(), Configuration.serial()).printed();
    String printed = program.run(program.woven(), configuration).printed();
    assertThat(expected).doesNotContain("failed: ");
    assertThat(printed).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("dev.deco.internal.weaver.PlanTest#programs")
  void tasksAreHandedToWorkers(String name) {
    Program program = Program.named(name);
    Stats stats = program.run(program.woven(), Configuration.threads(2).shuffled(SEED)).stats();
    assertThat(stats.spawned()).isPositive();
    assertThat(stats.tasks()).isEqualTo(stats.spawned() + stats.inlined());
    assertThat(stats.deferred()).isPositive();
  }
}
