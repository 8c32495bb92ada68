package dev.deco.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final String PASSES = "TEST\tp.T\ta()\tSUCCESSFUL\t1\t";
  private static final String FAILS = "TEST\tp.T\ta()\tFAILED\t1\tjava.lang.AssertionError: expected 1 @ p.T.a:3";

  @TempDir
  Path folder;

  private RunLog log(String... lines) throws IOException {
    return RunLog.read(Files.write(Files.createTempFile(folder, "run", ".tsv"), List.of(lines)));
  }

  @Test
  void anOutcomeIsTheSameWhereverItHappened() throws IOException {
    RunLog elsewhere = log("TEST\tp.T\ta()\tFAILED\t9\tjava.lang.AssertionError: expected 1 @ p.T.b:77");
    assertThat(Comparison.of(List.of(log(FAILS)), elsewhere, Allowed.NONE).differences()).isEmpty();
  }

  @Test
  void anotherOutcomeIsADifference() throws IOException {
    Comparison compared = Comparison.of(List.of(log(PASSES)), log(FAILS), Allowed.NONE);
    assertThat(compared.differences()).singleElement().asString()
        .contains("p.T a()", "plain SUCCESSFUL", "FAILED java.lang.AssertionError: expected 1");
  }

  @Test
  void anotherMessageIsADifference() throws IOException {
    RunLog other = log("TEST\tp.T\ta()\tFAILED\t9\tjava.lang.AssertionError: expected 2 @ p.T.a:3");
    assertThat(Comparison.of(List.of(log(FAILS)), other, Allowed.NONE).differences()).hasSize(1);
  }

  @Test
  void aTestThatDidNotRunIsADifference() throws IOException {
    assertThat(Comparison.of(List.of(log(PASSES)), log(), Allowed.NONE).differences()).hasSize(1);
    assertThat(Comparison.of(List.of(log()), log(PASSES), Allowed.NONE).differences()).hasSize(1);
  }

  @Test
  void whatDiffersAmongPlainRunsIsFlaky() throws IOException {
    RunLog other = log("TEST\tp.T\ta()\tABORTED\t9\t");
    Comparison compared = Comparison.of(List.of(log(PASSES), log(FAILS)), other, Allowed.NONE);
    assertThat(compared.flaky()).isEqualTo(1);
    assertThat(compared.differences()).isEmpty();
  }

  @Test
  void aClassThatHangsIsOneDifference() throws IOException {
    assertThat(Comparison.of(List.of(log(PASSES)), log("HANG\tp.T"), Allowed.NONE).differences())
        .containsExactly("hangs: p.T");
  }

  @Test
  void whatMayDifferIsNamedForItsRuns() throws IOException {
    Path file = Files.write(folder.resolve("x.allowed"), List.of("# why", "", "tests-.*\tp\\.T a\\(\\)\tits store"));
    List<RunLog> plain = List.of(log(PASSES));
    assertThat(Comparison.of(plain, log(FAILS), Allowed.read(file, "tests-serial")).allowed()).isEqualTo(1);
    assertThat(Comparison.of(plain, log(FAILS), Allowed.read(file, "serial")).differences()).hasSize(1);
  }
}
