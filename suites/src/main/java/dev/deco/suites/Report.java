package dev.deco.suites;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of the suites, as tables in Markdown. */
final class Report {
  /** Differences of one run that are written out. */
  private static final int MOST_SHOWN = 30;

  private Report() {}

  static List<String> of(List<Suite> suites) throws IOException {
    List<String> lines = new ArrayList<>(List.of("# Other people's tests", "",
        "| library | test classes | tests | concurrent methods | synchronized | in its tests |",
        "|---|---|---|---|---|---|"));
    for (Suite suite : suites) {
      lines.add(marks(suite));
    }
    lines.addAll(List.of("",
        "| library | run | scopes | tasks | spawned | syncs | same | flaky | allowed | differences | hangs | time "
            + "| plain |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|---|"));
    for (Suite suite : suites) {
      suite.comparisons().keySet().forEach(run -> lines.add(row(suite, run)));
    }
    for (Suite suite : suites) {
      suite.comparisons().forEach((run, comparison) -> comparison.differences().stream().limit(MOST_SHOWN).forEach(
          one -> lines.addAll(List.of("", suite.library().name() + " " + run + ": " + one))));
    }
    return lines;
  }

  private static String marks(Suite suite) throws IOException {
    RunLog plain = suite.logs().get(Run.PLAIN);
    return plain == null ? "| " + suite.library().name() + " | not run |" : String.format(Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d, %d |", suite.library().name(), plain.micros().size(), plain.tests().size(),
        concurrent(suite.marks(false)), scopes(suite.marks(false)), concurrent(suite.marks(true)),
        scopes(suite.marks(true)));
  }

  private static long concurrent(List<String> marks) {
    return marks.stream().filter(line -> line.startsWith(Verdict.CONCURRENT + "\t")).count();
  }

  private static long scopes(List<String> marks) {
    return marks.stream().filter(line -> line.split("\t")[1].equals("SYNCHRONIZED")).count();
  }

  private static String row(Suite suite, Run run) {
    RunLog log = suite.logs().get(run);
    RunLog.Counters counted = log.counters();
    Comparison compared = suite.comparisons().get(run);
    return String.format(Locale.ROOT, "| %s | %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %.1f s | %.1f s |",
        suite.library().name(), run, counted.scopes(), counted.tasks(), counted.spawned(), counted.syncs(),
        compared.same(), compared.flaky(), compared.allowed(), compared.differences().size(), log.hangs().size(),
        log.seconds(), suite.plainSeconds());
  }
}
