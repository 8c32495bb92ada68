package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.weaver.findings.ScopePlan;
import dev.deco.internal.weaver.findings.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is explained is what runs. Each test program runs observed: every task is spawned, and nothing is replayed
 * before something asks for it, so that what is counted follows from the plan. How often a synchronized method did
 * what, over all of the program, stands on its first line: {@code //! spawned=100 syncs=1}. What is not named did not
 * happen. A line with {@code (nothing is in flight)} has no cause to sync or to defer when it runs.
 */
class WhatRanTest {
  private static final String MARK = "//!";
  private static final Pattern COUNT = Pattern.compile("(\\w+)=(\\d+)(?:\\.\\.(\\d+))?");
  private static final List<String> NAMES = List.of("spawned", "deferred", "syncs", "forces", "in_place");
  private static final List<String> WORDS = List.of("spawned", "deferred", "synced", "forced", "in_place");

  static Stream<Arguments> runs() {
    return PlanTest.programs().stream().flatMap(
        program -> Stream.of(1, 2, 7).map(workers -> Arguments.of(program, workers)));
  }

  @ParameterizedTest(name = "{0} with {1} workers")
  @MethodSource("runs")
  void whatIsExplainedIsWhatRuns(String name, int workers) {
    Program program = Program.named(name);
    WhatHappened happened = new WhatHappened();
    Program.Run run = program.run(program.woven(), Configuration.threads(workers), happened);
    assertThat(run.printed()).isEqualTo(program.run(program.classes(), Configuration.serial()).printed());
    String[] lines = program.source().split("\n");
    List<String> explained = new ArrayList<>();
    List<String> ran = new ArrayList<>();
    for (byte[] bytes : program.classes().values()) {
      for (ScopePlan plan : new Weaver(program.classSource()).plans(bytes)) {
        lines(plan, happened, lines, explained, ran);
        if (plan.steps().stream().anyMatch(step -> step.kind() != Step.Kind.PLAIN)) {
          counts(plan, happened, lines, explained, ran);
        }
      }
    }
    assertThat(ran).isEqualTo(explained);
  }

  /** Each line does what its steps say; a sync that depends on what is in flight may or may not happen. */
  private static void lines(ScopePlan plan, WhatHappened happened, String[] source, List<String> explained,
      List<String> ran) {
    boolean woven = plan.steps().stream().anyMatch(step -> step.kind() == Step.Kind.SPAWNED);
    for (int line : new TreeSet<>(plan.steps().stream().map(Step::line).toList())) {
      Set<String> did = happened.on(line);
      Set<String> said = new TreeSet<>();
      for (Step step : plan.steps()) {
        String word = step.kind().name().toLowerCase(Locale.ROOT);
        boolean idle = source[line - 1].contains("(nothing is in flight)")
            && (step.kind() == Step.Kind.SYNCED || step.kind() == Step.Kind.DEFERRED);
        boolean depends = idle || step.why().equals("the scope ends here") || step.what().startsWith("only if")
            || !woven && step.kind() == Step.Kind.IN_PLACE;
        boolean onNoLine = (step.why().contains("try block")
            || step.why().startsWith("before the loop")) && happened.syncsOnNoLine(name(plan)) > 0;
        if (step.line() == line && step.kind() != Step.Kind.PLAIN && (!depends && !onNoLine || did.contains(word))) {
          said.add(word);
        }
      }
      explained.add(line + ": " + source[line - 1].strip() + " " + said);
      ran.add(line + ": " + source[line - 1].strip() + " " + did);
    }
  }

  private static void counts(ScopePlan plan, WhatHappened happened, String[] source, List<String> explained,
      List<String> ran) {
    int first = plan.steps().get(0).line();
    int last = plan.steps().get(plan.steps().size() - 1).line();
    String said = said(source, first, plan.method());
    for (int k = 0; k < NAMES.size(); k++) {
      Matcher count = COUNT.matcher(said);
      long least = 0;
      long most = 0;
      while (count.find()) {
        if (count.group(1).equals(NAMES.get(k))) {
          least = Long.parseLong(count.group(2));
          most = count.group(3) == null ? least : Long.parseLong(count.group(3));
        }
      }
      long times = happened.between(first, last, WORDS.get(k))
          + (WORDS.get(k).equals("synced") ? happened.syncsOnNoLine(name(plan)) : 0);
      String what = plan.method() + ", line " + first + ": " + NAMES.get(k) + "=";
      explained.add(what + (least <= times && times <= most ? times : least));
      ran.add(what + times);
    }
  }

  private static String name(ScopePlan plan) {
    return plan.className() + "." + plan.method();
  }

  /** What stands on the line of the method's name above its first line of code. */
  private static String said(String[] lines, int firstOfCode, String method) {
    for (int i = firstOfCode - 1; i >= 0; i--) {
      if (lines[i].matches(".*\\b" + method + "\\(.*\\{.*")) {
        int mark = lines[i].indexOf(MARK);
        return mark < 0 ? "" : lines[i].substring(mark);
      }
    }
    throw new IllegalArgumentException("no line declares " + method);
  }
}
