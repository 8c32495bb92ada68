package dev.deco.cli;

import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.findings.ScopePlan;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deco explain}: the plans of a program, as text or JSON. */
@Command(name = "explain", sortOptions = false,
    description = "Show each synchronized method line by line: what is spawned, deferred, forced and synced, and why.",
    customSynopsis = "deco explain [--format text|json] [-cp PATH] [--every-method] "
        + "(Main.java | app.jar | DIR | File.class)")
final class ExplainCommand implements Runnable {
  @Mixin
  private ReportOptions options;

  @Override
  public void run() {
    Format format = options.format();
    Program program = options.program("explain");
    if (format == Format.JSON) {
      try (Json json = new Json(program, "scopes", System.out)) {
        options.ofEachClass(program, Weaver::plans, json::add);
      } catch (IOException e) {
        throw Failure.of("explain: cannot write: " + e.getMessage());
      }
      return;
    }
    PlanText text = new PlanText(new SourceText(program));
    int[] plans = {0};
    options.ofEachClass(program, Weaver::plans, (ScopePlan plan) ->
        System.out.print((plans[0]++ == 0 ? "" : System.lineSeparator()) + text.of(plan)));
    if (plans[0] == 0) {
      System.out.println(program.target() + ": no synchronized method");
    }
  }
}
