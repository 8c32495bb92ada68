package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.deco.internal.weaver.findings.ScopePlan;
import dev.deco.internal.weaver.findings.Step;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plans of the test programs. What is expected of a line stands on it: {@code //= spawned deferred}; nothing stands
 * on lines that run as they are. That a scope waits where it ends goes without saying. What follows in brackets is for
 * {@link WhatRanTest}.
 */
class PlanTest {
  private static final String MARK = "//=";

  static List<String> programs() {
    File[] files = new File(PlanTest.class.getResource("/programs").getPath()).listFiles();
    return Stream.of(files).map(file -> file.getName().replace(".java", "")).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyLineDoesWhatItsCommentSays(String name) {
    Program program = Program.named(name);
    Weaver weaver = new Weaver(program.classSource());
    Map<Integer, Set<String>> planned = new TreeMap<>();
    for (byte[] bytes : program.classes().values()) {
      for (ScopePlan plan : weaver.plans(bytes)) {
        for (Step step : plan.steps()) {
          planned.computeIfAbsent(step.line(), line -> new TreeSet<>()).addAll(kinds(step));
        }
      }
    }
    String[] lines = program.source().split("\n");
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      int mark = lines[i].indexOf(MARK);
      Set<String> wanted = new TreeSet<>();
      if (mark >= 0) {
        wanted.addAll(List.of(lines[i].substring(mark + MARK.length()).split("//!|\\(")[0].strip().split(" ")));
      }
      String code = (mark >= 0 ? lines[i].substring(0, mark) : lines[i]).strip();
      Set<String> kinds = planned.getOrDefault(i + 1, Set.of());
      if (!wanted.isEmpty() || !kinds.isEmpty()) {
        expected.add((i + 1) + ": " + code + " " + wanted);
        actual.add((i + 1) + ": " + code + " " + kinds);
      }
    }
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void aLoopThatHandsOverWholeRangesSaysSo() {
    Program program = Program.of("Ranges", """
        import dev.deco.*;
        public class Ranges {
          @Concurrent static int f(int i) { return i * 31 ^ i >> 3; }
          @Synchronized static void all(int[] in, int[] out) {
            for (int i = 0; i < in.length; i++) {
              out[i] = f(in[i]);
            }
          }
          @Synchronized static void some(int[] in, int[] out) {
            for (int i = 0; i < in.length; i++) {
              if (in[i] > 0) {
                out[i] = f(in[i]);
              }
            }
          }
        }
        """);
    String told = "short ones are handed over by whole ranges of the loop";
    List<ScopePlan> plans = new Weaver(program.classSource()).plans(program.classes().values().iterator().next());

    assertThat(plans).flatExtracting(ScopePlan::steps).filteredOn(step -> step.why().contains(told))
        .extracting(Step::line, Step::kind).containsExactly(tuple(6, Step.Kind.SPAWNED));
  }

  private static Set<String> kinds(Step step) {
    boolean plain = step.kind() == Step.Kind.PLAIN || step.why().equals("the scope ends here");
    return plain ? Set.of() : Set.of(step.kind().name().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyLineOfASynchronizedMethodIsTold(String name) {
    Program program = Program.named(name);
    Weaver weaver = new Weaver(program.classSource());
    for (byte[] bytes : program.classes().values()) {
      for (ScopePlan plan : weaver.plans(bytes)) {
        assertThat(plan.steps()).isNotEmpty().allSatisfy(step -> {
          assertThat(step.line()).isPositive();
          assertThat(step.what()).isNotBlank();
          assertThat(step.why()).isNotBlank();
        });
      }
    }
  }
}
