package dev.deco.internal.weaver.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.weaver.Program;
import dev.deco.internal.weaver.Weaver;
import dev.deco.internal.weaver.findings.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every finding has a page. The first example on it has the finding on the line that names its code (without such a
 * line: where class files tell no line), and the cured forms after it have no finding of that code.
 */
class ChecksTest {
  private static final Pattern CODE = Pattern.compile("DECO-\\d{3}");

  static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(Example.docs().resolve("checks"))) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("DECO-")).sorted().toList();
    }
  }

  @Test
  void everyCodeHasAPage() throws IOException {
    Path sources = Example.docs().resolveSibling("weaver/src/main/java/dev/deco/internal/weaver/findings");
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group() + ".md"));
      }
    }
    assertThat(pages()).containsExactlyElementsOf(codes);
  }

  @Test
  void theIndexNamesEachPage() throws IOException {
    String index = Files.readString(Example.docs().resolve("checks").resolve("README.md"));
    assertThat(Pattern.compile("\\((DECO-\\d{3}\\.md)\\)").matcher(index).results().map(found -> found.group(1)).toList())
        .isEqualTo(pages());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theExampleHasTheFinding(String page) {
    Example example = Example.of("checks/" + page).get(0);
    String code = page.replace(".md", "");
    List<Integer> marked = new ArrayList<>();
    String[] lines = example.text().split("\n");
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].contains("// " + code)) {
        marked.add(i + 1);
      }
    }
    List<Finding> found = findings(example).stream().filter(finding -> finding.code().equals(code)).toList();
    assertThat(found.stream().map(Finding::line).distinct()).isEqualTo(marked.isEmpty() ? List.of(0) : marked);
    assertThat(found).allSatisfy(finding -> {
      assertThat(finding.cause()).isNotBlank().doesNotContain("null");
      assertThat(finding.cure()).endsWith(".");
      assertThat(Example.lines("checks/" + page).get(2)).startsWith("**" + severity(finding));
    });
  }

  private static String severity(Finding finding) {
    String name = finding.severity().name();
    return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theCuredFormsDoNot(String page) {
    List<Example> examples = Example.of("checks/" + page);
    assertThat(examples).hasSizeGreaterThan(1);
    for (Example cured : examples.subList(1, examples.size())) {
      assertThat(findings(cured)).extracting(Finding::code).doesNotContain(page.replace(".md", ""));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.deco.internal.weaver.guide.GuideTest#examples")
  void theGuideWarnsOfNothingThatItDoesNotName(Example example) {
    Set<String> named = new TreeSet<>();
    Matcher codes = CODE.matcher(String.join("\n", Example.lines("guide.md")));
    while (codes.find()) {
      named.add(codes.group());
    }
    Set<String> warned = findings(example).stream().filter(finding -> finding.severity() != Finding.Severity.NOTE)
        .filter(finding -> !finding.code().equals("DECO-106")) // a sample shows a part of a program, not all who call it
        .map(Finding::code).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).containsAll(warned);
  }

  private static List<Finding> findings(Example example) {
    Program program = example.program();
    Weaver weaver = new Weaver(program.classSource());
    List<Finding> all = new ArrayList<>();
    program.classes().values().forEach(bytes -> all.addAll(weaver.findings(bytes)));
    all.addAll(weaver.findings(program.classes().values(), List.of()));
    all.sort(Comparator.comparingInt(Finding::line));
    return all;
  }
}
