package dev.deco.cli;

import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.findings.Finding;
import dev.deco.internal.weaver.findings.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "check", sortOptions = false,
    description = "Look for trouble: what is wrong (exit status 1), what is doubtful, what was trusted.",
    customSynopsis = "deco check [--format text|json] [-cp PATH] (Main.java | app.jar | DIR | File.class)")
final class CheckCommand implements Callable<Integer> {
  @Mixin
  private ReportOptions options;

  @Override
  public Integer call() {
    Format format = options.format();
    Program program = options.program("check");
    List<Finding> findings = ReportOptions.ofEachClass(program, Weaver::findings);
    if (format == Format.JSON) {
      System.out.println(Json.findings(program, findings));
    } else {
      findings.forEach(finding -> System.out.println(text(finding)));
      System.out.println(program.target() + ": " + summary(findings));
    }
    return count(findings, Severity.ERROR) > 0 ? Failure.FAILED : 0;
  }

  private static String text(Finding finding) {
    String place = finding.sourceFile() == null ? finding.className() : finding.sourceFile();
    return place + (finding.line() > 0 ? ":" + finding.line() : "") + ": " + word(finding.severity()) + ": "
        + finding.code() + ": " + finding.cause() + System.lineSeparator() + "    " + finding.cure();
  }

  private static String summary(List<Finding> findings) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = count(findings, severity);
      if (count > 0) {
        parts.add(count + " " + word(severity) + (count == 1 ? "" : "s"));
      }
    }
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
