package dev.deco.suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tests that may end otherwise than in a plain run, by the contract, each with its reason: lines {@code runs, test,
 * reason} of a file, separated by tabs. Runs and test are regular expressions that match all of the name.
 */
record Allowed(List<Pattern> tests) {
  static final Allowed NONE = new Allowed(List.of());

  /** What {@code file}, if it exists, says of the run of that name. */
  static Allowed read(Path file, String run) throws IOException {
    List<Pattern> tests = new ArrayList<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      String[] part = line.split("\t");
      if (!line.isBlank() && !line.startsWith("#")) {
        if (part.length != 3) {
          throw new IOException(file + ": not 'runs, test, reason', with tabs between them: " + line);
        } else if (run.matches(part[0])) {
          tests.add(Pattern.compile(part[1]));
        }
      }
    }
    return new Allowed(tests);
  }

  boolean allows(String test) {
    return tests.stream().anyMatch(one -> one.matcher(test).matches());
  }
}
