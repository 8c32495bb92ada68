package dev.deco.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deco demo}, as a user starts it. */
class DemoTest {
  private static final String DECO = Path.of(System.getProperty("deco.jar")).normalize().toString();

  @TempDir
  Path folder;

  @Test
  void runsInParallelFindsTheResultsEqualDrawsThemAndShowsNoBarWhereThereIsNoTerminal() throws IOException {
    Path file = folder.resolve("map.png");
    Child demo = Child.java(List.of("-jar", DECO, "demo", "--workers", "2", "--stats", "-o", file.toString()));
    assertThat(demo.status()).as("%s", demo).isZero();
    assertThat(demo.out()).contains("equal, bit for bit", "2 workers", file.toString());
    assertThat(demo.statistic("spawned")).isGreaterThan(0);
    assertThat(demo.statistic("forces")).isZero();
    assertThat(demo.err().lines()).as("only the statistics, and where the time went").hasSize(2);
    assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(1000);
  }

  @Test
  void drawsTheSamePictureWithoutWorkersAndWithoutAFontOrDisplay() throws IOException {
    Path serial = folder.resolve("serial.png");
    Path parallel = folder.resolve("parallel.png");
    Child one = Child.java(List.of("--limit-modules", "java.base,java.instrument,jdk.compiler,java.sql", "-jar", DECO,
        "demo", "--engine", "serial", "-o", serial.toString()));
    Child seven = Child.java(List.of("-jar", DECO, "demo", "--workers", "7", "-o", parallel.toString()));
    assertThat(one.status()).as("%s", one).isZero();
    assertThat(seven.status()).as("%s", seven).isZero();
    assertThat(Files.mismatch(serial, parallel)).isEqualTo(-1);
  }

  @Test
  void saysWhereThePictureCannotGo() {
    Path file = folder.resolve("missing").resolve("map.png");
    Child demo = Child.java(List.of("-jar", DECO, "demo", "-o", file.toString()));
    assertThat(demo.status()).isEqualTo(1);
    assertThat(demo.out()).isEmpty();
    assertThat(demo.err()).contains(file.toString(), "folder that exists", "-o FILE");
  }

  @Test
  void refusesToRunWithoutWorkers() {
    Child demo = Child.java(List.of("-jar", DECO, "demo", "--workers", "0"));
    assertThat(demo.status()).isEqualTo(2);
    assertThat(demo.err()).contains("--workers 0");
  }
}
