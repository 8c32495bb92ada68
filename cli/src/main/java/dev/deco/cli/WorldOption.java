package dev.deco.cli;

import picocli.CommandLine.Option;

/** Whether classes that are not there may extend those that are. */
final class WorldOption {
  @Option(names = "--library", description = "Others will extend these classes: what theirs do is unknown. The default"
      + " where no class has a main method.")
  private boolean library;

  @Option(names = "--program",
      description = "These classes are all there are. The default where one has a main method.")
  private boolean program;

  /** What has been chosen, or {@code null}. */
  Boolean library(String command) {
    if (library && program) {
      throw Failure.usage(command + ": --library and --program say the contrary of each other; give one of them");
    }
    return library ? Boolean.TRUE : program ? Boolean.FALSE : null;
  }
}
