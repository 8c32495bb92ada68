package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What ordinary code does, as people write it in tasks. The sources under {@code effects/} tell beside each method all
 * that it may read and write of what it was given; nothing of it is unknown.
 */
class EffectsCorpusTest {
  private static final Pattern METHOD =
      Pattern.compile("^  (?:static )?[\\w<>\\[\\], .]+ (\\w+)\\(.*\\) (?:throws \\w+ )?\\{ // (.*)$", Pattern.MULTILINE);
  private static final Map<String, Compiled> COMPILED = new HashMap<>();

  private static String source(String name) {
    try (InputStream in = EffectsCorpusTest.class.getResourceAsStream("/effects/" + name + ".java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Stream<Arguments> methods() {
    return Stream.of("Numbers", "Texts", "Objects").flatMap(name -> METHOD.matcher(source(name)).results()
        .map(found -> Arguments.of(name, found.group(1), found.group(2))));
  }

  @ParameterizedTest(name = "{0}.{1}")
  @MethodSource("methods")
  void itsEffectsAreThoseBesideIt(String type, String method, String expected) {
    Compiled compiled = COMPILED.computeIfAbsent(type, name -> new Compiled(source(name)));
    Summary summary = compiled.summary(type, method);
    Set<String> told = expected.equals("nothing") ? Set.of() : new TreeSet<>(Arrays.asList(expected.split(", ")));
    assertThat(summary.unknown()).isEmpty();
    assertThat(Compiled.strings(summary.accesses()).stream().map(one -> one.replace(type + ".", "")))
        .containsExactlyInAnyOrderElementsOf(told);
  }

  @Test void itIsLarge() {
    List<Arguments> all = methods().toList();
    assertThat(all).hasSizeGreaterThan(60);
  }
}
