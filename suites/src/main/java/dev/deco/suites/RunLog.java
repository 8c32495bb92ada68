package dev.deco.suites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@link RunTests} wrote.
 *
 * @param tests how each test ended, by class and test
 * @param micros how long each class took
 * @param hangs classes that did not end
 * @param counters Deco's, when the last class ended
 */
record RunLog(Map<String, Outcome> tests, Map<String, Long> micros, List<String> hangs, Counters counters) {
  static final String TEST = "TEST";
  static final String CLASS = "CLASS";
  static final String HANG = "HANG";
  static final String END = "END";

  /** What Deco has counted in a JVM. */
  record Counters(long scopes, long tasks, long spawned, long syncs) {}

  static RunLog read(Path file) throws IOException {
    Map<String, Outcome> tests = new LinkedHashMap<>();
    Map<String, Long> micros = new LinkedHashMap<>();
    List<String> hangs = new ArrayList<>();
    Counters counters = new Counters(0, 0, 0, 0);
    for (String line : Files.readAllLines(file)) {
      String[] part = line.split("\t", -1);
      switch (part[0]) {
        case TEST -> tests.put(part[1] + " " + part[2], new Outcome(part[3], part[5]));
        case CLASS -> {
          micros.put(part[1], Long.parseLong(part[3]));
          counters = new Counters(Long.parseLong(part[4]), Long.parseLong(part[5]), Long.parseLong(part[6]),
              Long.parseLong(part[7]));
        }
        case HANG -> hangs.add(part[1]);
        default -> { }
      }
    }
    return new RunLog(tests, micros, hangs, counters);
  }

  Set<String> classesSeen() {
    Set<String> seen = new HashSet<>(micros.keySet());
    seen.addAll(hangs);
    return seen;
  }

  double seconds() {
    return micros.values().stream().mapToLong(one -> one).sum() / 1e6;
  }
}
