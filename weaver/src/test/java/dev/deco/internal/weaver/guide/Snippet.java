package dev.deco.internal.weaver.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.runtime.Stats;
import dev.deco.internal.weaver.Program;
import java.util.Map;

/** A small program of members, one of which is {@code static Object run()}; it prints what that returns. */
final class Snippet {
  private static final String HEAD = "import dev.deco.*; import java.util.*; import java.util.function.*; "
      + "import java.util.stream.*; public class Main { "
      + "@Concurrent static int f(int i) { int s = i; for (int k = 0; k < 500; k++) s = s * 31 + k; return s % 1000; }\n"
      + "public static void main(String[] args) { System.out.println(run()); }\n";

  private final Program program;

  Snippet(String members) {
    program = Program.of("Main", HEAD + members + "}");
  }

  Program program() {
    return program;
  }

  /** The most that was counted in any run. */
  record Counted(long spawned, long deferred, long syncs, long forces) {}

  /** Runs it as it is and woven, on every engine: always {@code expected}. */
  Counted prints(String expected) {
    assertThat(program.run(program.classes(), Configuration.serial()).printed()).isEqualTo(expected + "\n");
    return agrees();
  }

  /** Runs it as it is and woven, on every engine: always the same. */
  Counted agrees() {
    String expected = program.run(program.classes(), Configuration.serial()).printed();
    assertThat(expected).isNotBlank().doesNotContain("failed: ");
    Map<String, byte[]> woven = program.woven();
    Counted most = new Counted(0, 0, 0, 0);
    for (Configuration configuration : GuideTest.configurations()) {
      Program.Run run = program.run(woven, configuration);
      assertThat(run.printed()).as("under %s", configuration).isEqualTo(expected);
      Stats stats = run.stats();
      most = new Counted(Math.max(most.spawned, stats.spawned()), Math.max(most.deferred, stats.deferred()),
          Math.max(most.syncs, stats.syncs()), Math.max(most.forces, stats.forces()));
    }
    return most;
  }
}
