package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However tasks, statements and scopes fail: every engine ends, with the serial program's exception and state. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndsTest {
  private static Program program;
  private static Map<String, byte[]> woven;
  private static String expected;

  @BeforeAll
  static void weave() throws IOException {
    try (InputStream in = EndsTest.class.getResourceAsStream("/failures/Ends.java")) {
      program = Program.of("Ends", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    woven = program.woven();
    expected = program.run(program.classes(), Configuration.serial()).printed();
  }

  static Stream<Configuration> configurations() {
    return Stream.concat(Stream.of(Configuration.serial()), Stream.of(1, 2, 7).flatMap(workers ->
        Stream.of(Configuration.threads(workers), Configuration.threads(workers).shuffled(System.nanoTime()))));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void everyEngineEndsAsTheSerialProgram(Configuration configuration) {
    assertThat(expected).doesNotContain("failed: ").contains("one, the same", "free true false");
    assertThat(program.run(woven, configuration).printed()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void anEndlessRecursionEnds(int workers) {
    Program recursion = Program.of("Main", "import dev.deco.*; public class Main {\n"
        + "@Concurrent @Synchronized static void both(long n) { both(n + 1); both(n + 2); }\n"
        + "public static void main(String[] args) { try { both(0); } catch (StackOverflowError e) { System.out.println(\"full\"); } } }");
    assertThat(recursion.run(recursion.woven(), Configuration.threads(workers)).printed()).isEqualTo("full\n");
  }
}
