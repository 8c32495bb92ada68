package dev.deco.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Published libraries under their own tests, woven: each test ends as it does with the class files that were published.
 * Which libraries and which runs is said by the system properties {@code deco.suites.libraries} and {@code
 * deco.suites.runs}; the build sets them, in its profile {@code suites} to all.
 */
class SuitesTest {
  private static final Path HERE = Path.of(System.getProperty("deco.suites.folder"));
  private static final Path TARGET = HERE.resolve("target");
  private static final Settings SETTINGS = Settings.of(TARGET.resolve("runs"), System.getProperty("deco.suites.jvm"),
      System.getProperty("deco.suites.only"), System.getProperty("deco.suites.skip"));
  private static final List<Suite> DONE = new ArrayList<>();

  @TestFactory
  Stream<DynamicNode> libraries() {
    return said("deco.suites.libraries").stream().map(SuitesTest::library);
  }

  private static DynamicNode library(String name) {
    List<Run> runs = said("deco.suites.runs").stream().map(Run::named).toList();
    try {
      Library library = Library.read(HERE.resolve("libraries"), TARGET.resolve("published"), name);
      Suite suite = new Suite(library, SETTINGS);
      DONE.add(suite);
      return dynamicContainer(name, Stream.concat(
          Stream.of(dynamicTest(name + " is woven, and all its classes link", () -> prepare(suite, runs))),
          runs.stream().map(run -> dynamicTest(name + " " + run, () -> run(suite, run)))));
    } catch (IOException e) {
      return dynamicTest(name + " is there", () -> {
        throw e;
      });
    }
  }

  private static void prepare(Suite suite, List<Run> runs) throws Exception {
    assertThat(suite.prepare(runs)).isEmpty();
  }

  private static void run(Suite suite, Run run) throws Exception {
    assumeTrue(suite.isPrepared(), "woven and linked");
    suite.run(run);
    assertThat(suite.logs().get(run).tests()).as("tests that ran").isNotEmpty();
    if (run.woven) {
      assertThat(suite.comparisons().get(run).differences()).as(suite.library().name() + " " + run).isEmpty();
    }
  }

  private static List<String> said(String property) {
    return List.of(System.getProperty(property).trim().split("\\s*,\\s*"));
  }

  @AfterAll
  static void report() throws IOException {
    List<String> report = Report.of(DONE);
    Files.write(TARGET.resolve("suites.md"), report);
    report.forEach(System.out::println);
  }
}
