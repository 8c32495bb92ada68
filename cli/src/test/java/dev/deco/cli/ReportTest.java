package dev.deco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deco.internal.weaver.findings.ScopePlan;
import dev.deco.internal.weaver.findings.Step;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir
  Path folder;

  private static final ScopePlan PLAN = new ScopePlan("app.Main", "fill", "([D)V", "Main.java", List.of(
      new Step(4, Step.Kind.SPAWNED, "call of work", "its result goes to a deferred store"),
      new Step(4, Step.Kind.DEFERRED, "store into out", "it needs the pending value of work; an unsynced task may not "
          + "have finished, and the scope does not read the element before the method returns"),
      new Step(6, Step.Kind.IN_PLACE, "call of last", "a lock is held")));

  private Program program() {
    new Workspace(folder).write("app/Main.java", """
        class Main {
          static void fill(double[] out) {
            for (int i = 0; i < out.length; i++)
              out[i] = work(i);

            last();
          }
        }
        """);
    return new Program("app", Map.of(), List.of(), List.of(), List.of(), List.of(folder), new Attributes());
  }

  @Test
  void aPlanIsTheSourceWithWhatHappensBesideIt() {
    assertThat(new PlanText(new SourceText(program())).of(PLAN)).isEqualTo("""
        Main.fill (Main.java:4)
             4    out[i] = work(i);  spawned   call of work: its result goes to a deferred store
                                     deferred  store into out: it needs the pending value of work; an unsynced task may not have
                                               finished, and the scope does not read the element before the method returns
             6  last();              in place  call of last: a lock is held
        """);
  }

  @Test
  void aPlanWithoutSourcesStillHasItsLines() {
    Program nowhere = new Program("app", Map.of(), List.of(), List.of(), List.of(), List.of(), new Attributes());

    assertThat(new PlanText(new SourceText(nowhere)).of(PLAN).lines().filter(line -> line.matches(" +[46] .*"))).hasSize(2);
  }

  @Test
  void jsonKeysAreTheDocumentedOnes() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (Json json = new Json(program(), "scopes", written)) {
      json.add(PLAN);
    }
    JsonNode document = new ObjectMapper().readTree(written.toByteArray());

    assertThat(document.fieldNames()).toIterable().containsExactly("version", "target", "scopes");
    JsonNode scope = document.get("scopes").get(0);
    assertThat(scope.fieldNames()).toIterable().containsExactly("class", "method", "descriptor", "file", "steps");
    JsonNode step = scope.get("steps").get(0);
    assertThat(step.fieldNames()).toIterable().containsExactly("line", "kind", "what", "why", "source");
    assertThat(step.get("kind").asText()).isEqualTo("spawned");
    assertThat(step.get("source").asText()).isEqualTo("out[i] = work(i);");
  }

  @Test
  void everyFormOfAProgramWithoutScopesHasNothingToExplainAndNothingToFind() {
    Workspace work = new Workspace(folder);
    Path source = work.write("Plain.java", "public class Plain { public static void main(String[] args) {} }");
    Path classes = work.compile(source);
    for (Path target : List.of(source, classes, classes.resolve("Plain.class"), work.jar("plain.jar", classes))) {
      assertThat(Process.deco("explain", target)).isEqualTo(new Process(0, target + ": no synchronized method\n", ""));
    }
    assertThat(Process.deco("check", classes)).isEqualTo(new Process(0, classes + ": no findings\n", ""));
    assertThat(Process.deco("check", "--format", "json", classes).out()).contains("\"findings\" : [ ]");
  }

  @Test
  void aSurveyTakesEveryMethodAsConcurrentAndSynchronized() {
    Workspace work = new Workspace(folder);
    Path classes = work.compile(work.write("Library.java", """
        public class Library {
          static int calls;
          static int f(int x) { return x + calls++; }
          static void all(int[] out) {
            for (int i = 0; i < out.length; i++)
              out[i] = f(i);
          }
        }
        """));
    Path jar = work.jar("library.jar", classes);

    assertThat(Process.deco("explain", "--every-method", jar).out()).contains("Library.all (", "Library.f becomes a task");
    Process check = Process.deco("check", "--every-method", jar);
    assertThat(check.out()).contains("DECO-301").doesNotContain("DECO-102").contains("warning");
    assertThat(check.status()).isZero();
    assertThat(Process.deco("check", jar).out()).isEqualTo(jar + ": no findings\n");
  }

  @Test
  void versionAndHelpGoToStandardOutput() {
    assertThat(Process.deco("--version").out()).matches("deco \\d\\S+ on Java \\S+\n");
    Process help = Process.deco("help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("run", "explain", "check", "weave", "demo");
    assertThat(Process.deco("run", "--help").out()).contains("deco run [OPTIONS] (Main.java | app.jar | -cp PATH Main) [ARGS]");
  }

  @Test
  void explainShowsTheSourceLineBesideWhatHappensThere() {
    Path source = new Workspace(folder).write("app/Loop.java", """
        package app;
        import dev.deco.*;
        public class Loop {
          @Concurrent static int twice(int x) { return 2 * x; }
          @Synchronized static void fill(int[] out) {
            for (int i = 0; i < out.length; i++)
              out[i] = twice(i);
          }
        }
        """);

    Process explain = Process.deco("explain", source);

    assertThat(explain.status()).isZero();
    assertThat(explain.out()).startsWith("Loop.fill (Loop.java:6)\n").containsPattern("(?m)^ +7 +out\\[i] = twice\\(i\\); +spawned ");
    assertThat(explain.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
  }

  @Test
  void textAndJsonTellTheSamePlanAndTheSameFindings() throws Exception {
    Path source = new Workspace(folder).write("Slow.java", """
        import dev.deco.*;
        import java.util.*;
        public class Slow {
          static int calls;
          @Concurrent static int f(int x) { return 2 * x + calls++; }
          @Concurrent static double g(int x) { return x + Math.random(); }
          @Synchronized static int run(int[] out) {
            int found = 0;
            for (int i = 0; i < out.length; i++) {
              out[i] = f(i);
              if (g(i) > 3) found++;
            }
            return found;
          }
        }
        """);

    JsonNode plan = new ObjectMapper().readTree(Process.deco("explain", "--format", "json", source).out());
    String told = Process.deco("explain", source).out().replaceAll("\\s+", " ");
    for (JsonNode step : plan.get("scopes").get(0).get("steps")) {
      if (!step.get("kind").asText().equals("plain")) {
        assertThat(told).contains(step.get("what").asText() + ": " + step.get("why").asText());
      }
    }
    JsonNode findings = new ObjectMapper().readTree(Process.deco("check", "--format", "json", source).out()).get("findings");
    String found = Process.deco("check", source).out().replaceAll("\\s+", " ");
    assertThat(findings).hasSizeGreaterThan(1);
    for (JsonNode finding : findings) {
      assertThat(found).contains(finding.get("code").asText(), finding.get("cause").asText(), finding.get("cure").asText(),
          ":" + finding.get("line").asInt());
    }
  }

  @Test
  void checkFailsOnAnError() {
    Path source = new Workspace(folder).write("Bad.java", """
        import dev.deco.*;
        public class Bad {
          @Concurrent native int twice(int x);
        }
        """);

    Process check = Process.deco("check", source);

    assertThat(check.out()).containsPattern("Bad\\.java(:\\d+)?: error: DECO-\\d{3}: ").contains(source + ": 1 error");
    assertThat(check.status()).isEqualTo(1);
  }
}
