package dev.deco.internal.weaver.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.weaver.Program;
import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.findings.ScopePlan;
import dev.deco.internal.weaver.findings.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the guide says is so: each of its examples compiles, does on each line what the comment says, and gives the same
 * answer on every engine. On lines whose comment names nothing, nothing happens but the line.
 */
class GuideTest {
  private static final long SEED = ThreadLocalRandom.current().nextLong();
  private static final String WORD = "(?:spawned|deferred|forced|synced|in place)";
  private static final Pattern SAID = Pattern.compile("// (" + WORD + "(?:, " + WORD + ")*)");

  static List<Example> examples() {
    return Example.of("guide.md");
  }

  static List<Configuration> configurations() {
    List<Configuration> all = new ArrayList<>(List.of(Configuration.serial()));
    for (int workers : new int[] {1, 2, 7}) {
      all.add(Configuration.threads(workers));
      for (long k = 0; k < 3; k++) {
        all.add(Configuration.threads(workers).shuffled(SEED + k));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleGivesTheSerialAnswerOnEveryEngine(Example example) {
    Program program = example.program();
    String expected = program.run(program.classes(), Configuration.serial()).printed();
    assertThat(expected).isNotEmpty().doesNotContain("failed: ");
    Map<String, byte[]> woven = program.woven();
    for (Configuration configuration : configurations()) {
      assertThat(program.run(woven, configuration).printed()).as("under %s", configuration).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyLineOfAnExampleDoesWhatItsCommentSays(Example example) {
    Map<Integer, Set<String>> planned = planned(example.program());
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    String[] lines = example.text().split("\n");
    for (int i = 0; i < lines.length; i++) {
      Matcher said = SAID.matcher(lines[i]);
      Set<String> wanted = said.find() ? new TreeSet<>(List.of(said.group(1).split(", "))) : Set.of();
      String place = (example.line() + i) + ": " + lines[i].split("//")[0].strip() + " ";
      expected.add(place + wanted);
      actual.add(place + planned.getOrDefault(i + 1, Set.of()));
    }
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void examplesHandTasksToWorkers() {
    long spawned = 0;
    for (Example example : examples()) {
      Program program = example.program();
      spawned += program.run(program.woven(), Configuration.threads(2).shuffled(SEED)).stats().spawned();
    }
    assertThat(spawned).isPositive();
  }

  private static Map<Integer, Set<String>> planned(Program program) {
    Map<Integer, Set<String>> planned = new TreeMap<>();
    Weaver weaver = new Weaver(program.classSource());
    for (byte[] bytes : program.classes().values()) {
      for (ScopePlan plan : weaver.plans(bytes)) {
        for (Step step : plan.steps()) {
          if (step.kind() != Step.Kind.PLAIN && !step.why().equals("the scope ends here")) {
            String word = step.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            planned.computeIfAbsent(step.line(), line -> new TreeSet<>()).add(word);
          }
        }
      }
    }
    return planned;
  }
}
