package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.weaver.findings.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What check finds stands on its line: {@code //? DECO-202 warning: part of the cause // part of the cure}. Of other
 * lines it says nothing. A method without code has no line.
 */
class FindingsTest {
  private static final Pattern EXPECTED = Pattern.compile(
      "//\\? (DECO-\\d{3}) (\\w+): (.*?)(?: // (.*?))?(?= //\\?|$)");

  @ParameterizedTest
  @ValueSource(strings = {"Newcomer"})
  void findingsStandOnTheirLines(String name) {
    Program program = Program.resource("/checks/" + name + ".java");
    Weaver weaver = new Weaver(program.classSource());
    List<Finding> found = new ArrayList<>();
    program.classes().values().forEach(bytes -> found.addAll(weaver.findings(bytes)));
    found.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::code));
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    List<Finding> left = new ArrayList<>(found);
    String[] lines = program.source().split("\n");
    for (int i = 0; i < lines.length; i++) {
      int line = i + 1;
      Matcher wanted = EXPECTED.matcher(lines[i]);
      while (wanted.find()) {
        String cure = wanted.group(4) == null ? "" : wanted.group(4);
        String told = line + " " + wanted.group(1) + " " + wanted.group(2) + ": " + wanted.group(3) + " // " + cure;
        Finding match = left.stream().filter(finding -> (finding.line() == line || finding.line() == 0)
            && finding.code().equals(wanted.group(1)) && severity(finding).equals(wanted.group(2))
            && finding.cause().contains(wanted.group(3)) && finding.cure().contains(cure)).findFirst().orElse(null);
        expected.add(told);
        actual.add(match != null ? told : line + " " + said(found, line));
        left.remove(match);
      }
    }
    left.forEach(finding -> {
      expected.add(finding.line() + " nothing");
      actual.add(finding.line() + " " + said(List.of(finding), finding.line()));
    });
    assertThat(actual).isEqualTo(expected);
  }

  private static String said(List<Finding> found, int line) {
    return found.stream().filter(finding -> finding.line() == line)
        .map(finding -> finding.code() + " " + severity(finding) + ": " + finding.cause() + " // " + finding.cure())
        .toList().toString();
  }

  private static String severity(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }
}
