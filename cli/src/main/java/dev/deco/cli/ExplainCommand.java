package dev.deco.cli;

import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.findings.ScopePlan;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "explain", sortOptions = false,
    description = "Show each synchronized method line by line: what is spawned, deferred, forced and synced, and why.",
    customSynopsis = "deco explain [--format text|json] [-cp PATH] (Main.java | app.jar | DIR | File.class)")
final class ExplainCommand implements Runnable {
  @Mixin
  private ReportOptions options;

  @Override
  public void run() {
    Format format = options.format();
    Program program = options.program("explain");
    List<ScopePlan> plans = ReportOptions.ofEachClass(program, Weaver::plans);
    if (format == Format.JSON) {
      System.out.println(Json.plans(program, plans));
    } else if (plans.isEmpty()) {
      System.out.println(program.target() + ": no synchronized method");
    } else {
      PlanText text = new PlanText(new SourceText(program));
      System.out.print(String.join("\n", plans.stream().map(text::of).toList()));
    }
  }
}
