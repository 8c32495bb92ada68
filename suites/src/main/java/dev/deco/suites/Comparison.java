package dev.deco.suites;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run held against plain ones, test by test.
 *
 * @param same tests that ended as in a plain run
 * @param flaky tests that ended otherwise, but do so among the plain runs too
 * @param allowed tests that ended otherwise, by the contract
 * @param differences what else ended otherwise, in words
 */
record Comparison(int same, int flaky, int allowed, List<String> differences) {

  /** @param allowed what may differ, of this kind of run */
  static Comparison of(List<RunLog> plain, RunLog other, Allowed allowed) {
    int same = 0;
    int flaky = 0;
    int byContract = 0;
    List<String> differences = new ArrayList<>();
    other.hangs().forEach(type -> differences.add("hangs: " + type));
    Set<String> names = new LinkedHashSet<>();
    plain.forEach(run -> names.addAll(run.tests().keySet()));
    names.addAll(other.tests().keySet());
    for (String name : names) {
      Set<String> expected = plain.stream().map(run -> essence(run, name)).collect(Collectors.toSet());
      String got = essence(other, name);
      if (expected.contains(got)) {
        same++;
      } else if (expected.size() > 1) {
        flaky++;
      } else if (allowed.allows(name)) {
        byContract++;
      } else if (!other.hangs().contains(name.substring(0, name.indexOf(' ')))) {
        differences.add(name + System.lineSeparator() + "    plain " + expected.iterator().next()
            + System.lineSeparator() + "    here  " + text(other.tests(), name));
      }
    }
    return new Comparison(same, flaky, byContract, differences);
  }

  private static String essence(RunLog run, String test) {
    Outcome outcome = run.tests().get(test);
    return outcome == null ? "not run" : outcome.essence();
  }

  private static String text(Map<String, Outcome> tests, String name) {
    Outcome outcome = tests.get(name);
    return outcome == null ? "not run" : outcome.status() + " " + outcome.text();
  }
}
