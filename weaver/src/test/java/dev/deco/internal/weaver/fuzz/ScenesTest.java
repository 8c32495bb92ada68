package dev.deco.internal.weaver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Scenes are programs that compile, whatever is chosen in them, and that say the same twice. */
class ScenesTest {
  private static final int SEEDS = 4;

  @TestFactory
  Stream<DynamicTest> areProgramsThatSayTheSameTwice() {
    List<DynamicTest> tests = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      Scenes.each("Scene", seed).forEach((name, program) -> tests.add(DynamicTest.dynamicTest(name, () -> {
        CompiledPrograms compiled = CompiledPrograms.of(Map.of("Scene", program.text()));
        try (Runner runner = new Runner()) {
          String first = runner.watch(() -> runner.run(compiled.plain("Scene"), "no engine"));
          String second = runner.watch(() -> runner.run(compiled.plain("Scene"), "no engine"));
          assertThat(second).as(program.text()).isEqualTo(first);
        }
      })));
    }
    return tests.stream();
  }
}
