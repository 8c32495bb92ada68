package dev.deco.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code deco bench}: the launcher starts it from the benchmarks' own jar, so that this one stays free of them. Here
 * it is only told of, and where it is.
 */
@Command(name = "bench",
    description = "Measure Deco beside parallel code written by hand, and write a report with plots.")
final class BenchCommand implements Runnable {
  @Unmatched
  private List<String> options;

  @Override
  public void run() {
    throw Failure.usage("bench is not in deco.jar; run ./deco bench in Deco's own folder, which builds the benchmarks");
  }
}
