package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.weaver.findings.ScopePlan;
import dev.deco.internal.weaver.findings.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams in synchronized methods: which run ahead of their reader, and that nobody can tell by the results. */
class StreamsTest {
  private static final long SEED = 4711;
  private static final Program PROGRAM = program();
  private static final String EXPECTED = PROGRAM.run(PROGRAM.classes(), Configuration.serial()).printed();

  private static Program program() {
    try (InputStream in = StreamsTest.class.getResourceAsStream("/streams/Streams.java")) {
      return Program.of("Streams", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Stream<Configuration> configurations() {
    List<Configuration> all = new ArrayList<>(List.of(Configuration.serial()));
    for (int workers : new int[] {1, 2, 7}) {
      all.add(Configuration.threads(workers));
      for (long k = 0; k < 6; k++) {
        all.add(Configuration.threads(workers).shuffled(SEED + k));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void wovenIsAsUnwoven(Configuration configuration) {
    assertThat(EXPECTED).contains("caught at 7 after [0, 1, 2, 3, 4, 5, 6]").doesNotContain("failed: ");
    assertThat(PROGRAM.run(PROGRAM.woven(), configuration).printed()).isEqualTo(EXPECTED);
  }

  @Test
  void functionsAreHandedToWorkers() {
    var stats = PROGRAM.run(PROGRAM.woven(), Configuration.threads(2).shuffled(SEED)).stats();
    assertThat(stats.spawned()).isPositive();
    assertThat(stats.tasks()).isEqualTo(stats.spawned() + stats.inlined());
  }

  @Test
  void thePlanTellsWhatRunsAheadAndWhatDoesNot() {
    List<String> told = new ArrayList<>();
    for (ScopePlan plan : new Weaver(PROGRAM.classSource()).plans(PROGRAM.classes().get("Streams"))) {
      for (Step step : plan.steps()) {
        boolean stream = step.what().endsWith("for each element") || step.kind() == Step.Kind.IN_PLACE;
        if (stream) {
          assertThat(step.why()).isNotBlank();
          told.add(step.line() + " " + step.kind());
        }
      }
    }
    List<String> expected = new ArrayList<>();
    String[] lines = PROGRAM.source().split("\n");
    for (int i = 0; i < lines.length; i++) {
      int comment = lines[i].indexOf("; // ") >= 0 ? lines[i].indexOf("; // ") + 5
          : lines[i].indexOf("{ // ") >= 0 ? lines[i].indexOf("{ // ") + 5 : -1;
      if (comment >= 0) {
        expected.add((i + 1) + " " + lines[i].substring(comment).strip());
      }
    }
    assertThat(told.stream().distinct()).containsExactlyInAnyOrderElementsOf(expected);
  }
}
