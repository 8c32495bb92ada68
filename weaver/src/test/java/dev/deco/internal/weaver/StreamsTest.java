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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams in synchronized methods: which run ahead of their reader, and that nobody can tell by the results. */
class StreamsTest {
  private static final long SEED = 4711;
  private static final Pattern MARK = Pattern.compile("// (SPAWNED|IN_PLACE)(?: (\\d+))?$");
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

  /**
   * A number beside the mark says how often: not where the stream may stop early, and looks ahead as far as it likes; 0
   * where the running program has a reason, as a count that needs no element, or a collection that holds a lock.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void whatThePlanSpawnsIsSpawnedAndNothingElse(int workers) {
    WhatHappened happened = new WhatHappened();
    PROGRAM.run(PROGRAM.woven(), Configuration.threads(workers), happened);
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    String[] lines = PROGRAM.source().split("\n");
    for (int i = 0; i < lines.length; i++) {
      Matcher mark = MARK.matcher(lines[i]);
      if (mark.find()) {
        long spawned = happened.between(i + 1, i + 1, "spawned");
        String said = mark.group(2) != null ? mark.group(2) : mark.group(1).equals("SPAWNED") ? "some" : "0";
        expected.add(i + 1 + ": " + said);
        actual.add(i + 1 + ": " + (said.equals("some") && spawned > 0 ? said : spawned));
      }
    }
    assertThat(actual).isEqualTo(expected);
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
      Matcher mark = MARK.matcher(lines[i]);
      if (mark.find()) {
        expected.add((i + 1) + " " + mark.group(1));
      }
    }
    assertThat(told.stream().distinct()).containsExactlyInAnyOrderElementsOf(expected);
  }
}
