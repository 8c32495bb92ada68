package dev.deco.suites;

import java.nio.file.Path;
import java.util.List;

/**
 * What is the same for all libraries.
 *
 * @param output where all is written, in a folder for each library
 * @param options of the JVMs that run tests
 * @param only which methods may become concurrent, as a regular expression: see {@link Choice}
 * @param skip which of these may not
 */
record Settings(Path output, List<String> options, String only, String skip) {
  /** With options as on a command line. */
  static Settings of(Path output, String options, String only, String skip) {
    return new Settings(output, options.isBlank() ? List.of() : List.of(options.trim().split("\\s+")), only, skip);
  }
}
