package dev.deco.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example prints the same, byte for byte, without Deco and with it, however it is woven and wherever it runs. */
class ExamplesTest {
  private static final String CLASSES = System.getProperty("classes");
  private static final Path DECO = Path.of(System.getProperty("deco.jar")).normalize();
  private static final Map<Example, Child> PLAIN = new ConcurrentHashMap<>();

  @TempDir
  static Path woven;

  @BeforeAll
  static void weaveAhead() {
    assertThat(DECO).as("the runnable jar: build it with `mvn -pl cli -am package`").isRegularFile();
    Child weave = Child.java(List.of("-jar", DECO.toString(), "weave", CLASSES, "-o", woven.toString()));
    assertThat(weave.status()).as("%s", weave).isZero();
  }

  static List<Example> examples() {
    return Example.ALL;
  }

  static Stream<Arguments> everywhere() {
    return Example.ALL.stream().flatMap(example -> Stream.of("serial", "threads").flatMap(engine ->
        Stream.of(1, 2, 7).map(workers -> Arguments.of(example, engine, workers))));
  }

  @ParameterizedTest(name = "{0} on {1} with {2} workers")
  @MethodSource("everywhere")
  void printsTheSameOnEveryEngineWithAnyWorkers(Example example, String engine, int workers) {
    Child run = deco(example, "run", "--engine", engine, "--workers", "" + workers, "--stats", "-cp", CLASSES,
        example.main());
    assertSameAsPlain(run, example);
    if (engine.equals("threads") && workers > 1) assertParallel(run, example);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void runsFromItsOneSourceFile(Example example) {
    Child run = deco(example, "run", "--workers", "2", "--stats", example.source());
    assertSameAsPlain(run, example);
    assertParallel(run, example);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void runsUnderTheAgent(Example example) {
    Child run = java(example, "-javaagent:" + DECO, "-Ddeco.workers=2", "-Ddeco.stats=true", "-cp", CLASSES,
        example.main());
    assertSameAsPlain(run, example);
    assertParallel(run, example);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void runsWovenAhead(Example example) {
    Child run = java(example, "-Ddeco.workers=2", "-Ddeco.stats=true", "-cp",
        woven + File.pathSeparator + CLASSES + File.pathSeparator + DECO, example.main());
    assertSameAsPlain(run, example);
    assertParallel(run, example);
  }

  private static void assertSameAsPlain(Child run, Example example) {
    Child plain = PLAIN.computeIfAbsent(example, e -> java(e, "-cp", CLASSES, e.main()));
    assertThat(plain.status()).as("%s", plain).isZero();
    assertThat(plain.out()).isNotEmpty();
    assertThat(run.status()).as("%s", run).isZero();
    assertThat(run.out()).as("%s", run).isEqualTo(plain.out());
  }

  private static void assertParallel(Child run, Example example) {
    assertThat(run.statistic("scopes")).as("scopes of %s", run).isEqualTo(example.scopes());
    assertThat(run.statistic("tasks")).as("tasks of %s", run).isEqualTo(example.tasks());
    assertThat(run.statistic("spawned")).as("spawned of %s", run).isPositive();
    assertThat(run.statistic("forces")).as("forces of %s", run).isZero();
    assertThat(run.statistic("syncs")).as("syncs of %s", run).isLessThanOrEqualTo(example.syncs());
  }

  private static Child deco(Example example, String... arguments) {
    var all = new ArrayList<>(List.of("-jar", DECO.toString()));
    all.addAll(List.of(arguments));
    return Child.java(with(all, example));
  }

  private static Child java(Example example, String... arguments) {
    return Child.java(with(new ArrayList<>(List.of(arguments)), example));
  }

  private static List<String> with(List<String> command, Example example) {
    command.addAll(example.arguments());
    return command;
  }
}
