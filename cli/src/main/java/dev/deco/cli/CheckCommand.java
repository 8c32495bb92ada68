package dev.deco.cli;

import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.findings.Finding;
import dev.deco.internal.weaver.findings.Finding.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deco check}: the findings in a program, as text or JSON. */
@Command(name = "check", sortOptions = false,
    description = "Look for trouble: what is wrong (exit status 1), what is doubtful, what was trusted.",
    customSynopsis = "deco check [--format text|json] [-cp PATH] [--every-method] "
        + "(Main.java | app.jar | DIR | File.class)")
final class CheckCommand implements Callable<Integer> {
  @Mixin
  private ReportOptions options;

  @Override
  public Integer call() {
    Format format = options.format();
    Program program = options.program("check");
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    if (format == Format.JSON) {
      try (Json json = new Json(program, "findings", System.out)) {
        find(program, counts, json::add);
      } catch (IOException e) {
        throw Failure.of("check: cannot write: " + e.getMessage());
      }
    } else {
      find(program, counts, finding -> System.out.println(text(finding)));
      System.out.println(program.target() + ": " + summary(counts));
    }
    return counts.containsKey(Severity.ERROR) ? Failure.FAILED : 0;
  }

  private void find(Program program, Map<Severity, Integer> counts, ReportOptions.Sink<Finding> sink) {
    options.ofEachClass(program, Weaver::findings, Weaver::findings, finding -> {
      if (!options.isSurvey() || !finding.code().equals("DECO-102")) { // nobody has asked for tasks there
        counts.merge(finding.severity(), 1, Integer::sum);
        sink.take(finding);
      }
    });
  }

  private static String text(Finding finding) {
    String place = finding.sourceFile() == null ? finding.className() : finding.sourceFile();
    return place + (finding.line() > 0 ? ":" + finding.line() : "") + ": " + word(finding.severity()) + ": "
        + finding.code() + ": " + finding.cause() + System.lineSeparator() + "    " + finding.cure();
  }

  private static String summary(Map<Severity, Integer> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((severity, count) -> parts.add(count + " " + word(severity) + (count == 1 ? "" : "s")));
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
