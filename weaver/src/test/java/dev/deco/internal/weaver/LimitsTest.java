package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.weaver.flow.CallLimit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of calls hold wherever the call is made, on every engine; those that cannot hold are refused. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsTest {
  private static Program program;
  private static Map<String, byte[]> woven;
  private static String serial;

  @BeforeAll
  static void weave() throws IOException {
    try (InputStream in = LimitsTest.class.getResourceAsStream("/limits/Limits.java")) {
      program = Program.of("Limits", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    woven = program.woven();
    serial = program.run(woven, Configuration.serial()).printed();
  }

  static Stream<Configuration> configurations() {
    return Stream.of(1, 2, 7).flatMap(workers -> Stream.of(Configuration.threads(workers),
        Configuration.threads(workers).shuffled(workers)));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void everyEngineKeepsThemAsTheSerialOneDoes(Configuration configuration) {
    assertThat(program.run(woven, configuration).printed()).isEqualTo(serial);
  }

  @Test
  void aCallThatTakesTooLongNamesItsMethodItsPlaceAndItsLimit() {
    int line = program.source().substring(0, program.source().indexOf("out[i] = forEver(i)")).split("\n").length;
    assertThat(serial).contains("stored dev.deco.TaskTimeoutException Limits.forEver(int), called at Limits.java:"
        + line + ", took longer than its limit of 20ms.");
  }

  @Test
  void retriesAreCountedAndAPlainCallHasNone() {
    assertThat(serial.lines()).contains(
        "summed java.lang.IllegalStateException at 7 after 2 runs; interrupted: false",
        "recursive java.lang.IllegalStateException at 1 after 2 runs; interrupted: false",
        "locked java.lang.IllegalStateException at 7 after 2 runs; interrupted: false",
        "referred java.lang.IllegalStateException at 5 after 3 runs; interrupted: false",
        "plain java.lang.IllegalStateException at 5 after 0 runs; interrupted: false");
  }

  private static String calling(String annotation, String body) {
    return "import dev.deco.*; public class Main { static int count; int own; int[] given = {1};\n"
        + "@Concurrent(" + annotation + ") static int f(int[] a, int i) { " + body + " }\n"
        + "@Synchronized static int[] all(int[] a, int n) { int[] out = new int[n];\n"
        + "for (int i = 0; i < n; i++) { out[i] = f(a, i); }\nreturn out; } }\n";
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "timeout = \"soon\" | return i; | DECO-110 | is not a number with a unit",
      "timeout = \"5 parsecs\" | return i; | DECO-110 | has the unknown unit parsecs",
      "timeout = \"0s\" | return i; | DECO-110 | is not longer than nothing",
      "timeout = \"P1Y\" | return i; | DECO-110 | is no ISO-8601 duration",
      "retries = -1 | return i; | DECO-111 | cannot be run -1 more times",
      "retries = 1001 | return i; | DECO-111 | cannot be run 1001 more times",
      "retries = 1 | return count += i; | DECO-112 | the static field Main.count",
      "retries = 1 | a[0] = i; return i; | DECO-112 | elements of an array that it did not make",
      "retries = 1 | System.out.println(i); return i; | DECO-112 | PrintStream.println writes"
  })
  void aLimitThatCannotHoldIsNotWovenAndToldWithItsPlace(String annotation, String body, String code, String cause) {
    Program caller = Program.of("Main", calling(annotation, body));
    byte[] main = caller.classes().get("Main");
    assertThatThrownBy(() -> new Weaver(caller.classSource()).weave(main)).isInstanceOf(WeavingException.class)
        .hasMessageContainingAll("Main.java:4", code, cause);
    assertThat(new Weaver(caller.classSource()).findings(main)).filteredOn(finding -> finding.code().equals(code))
        .singleElement().satisfies(finding -> {
          assertThat(finding.line()).isEqualTo(2);
          assertThat(finding.cause()).contains(cause);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"return i;", "int[] own = a.clone(); own[0] = i; return own[0] + a[0];",
      "StringBuilder text = new StringBuilder(); text.append(i); return text.length();",
      "java.util.List<Integer> list = new java.util.ArrayList<>(); list.add(i); return list.get(0);"})
  void aCallThatWritesOnlyWhatItMakesMayRunAgain(String body) {
    Program caller = Program.of("Main", calling("retries = 1", body));
    assertThat(new Weaver(caller.classSource()).weave(caller.classes().get("Main"))).isNotNull();
  }

  @Test
  void anOverrideThatWritesIsFoundWhereItMayBeCalled() {
    Program caller = Program.of("Main", "import dev.deco.*; public class Main {\n"
        + "static class Base { int n; @Concurrent(retries = 1) int f(int i) { return i; } }\n"
        + "static final class Sub extends Base { @Override int f(int i) { return n += i; } }\n"
        + "@Synchronized static int all(Sub b, int n) { int s = 0;\n"
        + "for (int i = 0; i < n; i++) { s += ((Base) b).f(i); }\nreturn s; } }\n");
    dev.deco.internal.weaver.effects.Hierarchy all = name -> caller.classes().keySet();
    assertThatThrownBy(() -> new Weaver(caller.classSource(), all).weave(caller.classes().get("Main")))
        .hasMessageContainingAll("Main.java:5", "DECO-112", "the field n");
  }

  @ParameterizedTest
  @CsvSource({"5s,5000000000", "200ms,200000000", "2 min,120000000000", "1.5 h,5400000000000", "7 us,7000", "7\u00b5s,7000",
      "1ns,1", "PT0.25S,250000000", "pt1m,60000000000", "365000 s,365000000000000", "' 3 sec ',3000000000"})
  void timesAreReadAsTheyAreWritten(String text, long nanos) {
    assertThat(new CallLimit(text, 0).nanos()).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "s", "-5s", "5 s 3 ms", "1e3s", "400000 h", "99999999999999999999h", "PT-5S", "P", "1..5s"})
  void otherTextsAreNoTimes(String text) {
    assertThatThrownBy(() -> new CallLimit(text, 0).nanos()).isInstanceOf(DateTimeException.class)
        .hasMessageNotContaining("null");
  }
}
