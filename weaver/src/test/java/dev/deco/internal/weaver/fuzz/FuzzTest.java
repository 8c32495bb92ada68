package dev.deco.internal.weaver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.weaver.fuzz.Differential.Mismatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Random programs do, woven, what they do unwoven; and so do those that once did not. See docs/fuzzing.md. */
class FuzzTest {
  private static final long FIXED = 1_000_000;
  private static final double FRESH_SECONDS = 10;
  private static final double SLICE_SECONDS = 300;
  private static final int SHUFFLES = 12;
  private static final double SHRINKING_SECONDS = 60;
  private static final int MOST_SHRUNK = 20;
  private static final Path REGRESSIONS = Path.of("src", "test", "resources", "fuzz");

  private final List<String> reports = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void fixedProgramsDoTheSameWoven(Style style) throws IOException {
    Fuzzer fuzzer = new Fuzzer(style);
    fuzzer.batch(FIXED, Fuzzer.BATCH, found -> report(fuzzer, found));
    conclude(fuzzer, style + " programs from seed " + FIXED);
    assertThat(fuzzer.refused()).as("programs that do not compile: %s", fuzzer.refusal()).isZero();
  }

  @Test
  void freshProgramsDoTheSameWoven() throws IOException {
    String seconds = System.getProperty("deco.fuzz.seconds");
    String only = System.getProperty("deco.fuzz.style");
    Style[] styles = only == null ? Style.values() : new Style[] {Style.valueOf(only.toUpperCase(Locale.ROOT))};
    double left = seconds == null ? FRESH_SECONDS * styles.length : Double.parseDouble(seconds);
    long seed = Long.getLong("deco.fuzz.seed", Math.floorMod(System.nanoTime(), 1L << 40));
    System.out.println("Fresh programs begin at -Ddeco.fuzz.seed=" + seed);
    Fuzzer[] fuzzers = new Fuzzer[styles.length];
    for (int n = 0; left > 0; n = (n + 1) % styles.length) {
      Fuzzer fuzzer = fuzzers[n] == null ? new Fuzzer(styles[n]) : fuzzers[n];
      fuzzers[n] = fuzzer;
      double slice = Math.min(SLICE_SECONDS, left / (styles.length - n));
      fuzzer.run(seed + fuzzer.programs(), slice, found -> report(fuzzer, found));
      left -= slice;
    }
    for (int n = 0; n < styles.length; n++) {
      conclude(fuzzers[n], styles[n] + " programs from seed " + seed);
    }
  }

  /** Shrinks what went wrong and keeps it, the whole program beside it; goes on, until there is more than anyone reads. */
  private boolean report(Fuzzer fuzzer, Fuzzer.Found found) {
    Shrinker shrinker = fuzzer.shrink(found, SHRINKING_SECONDS);
    String report = "// -Ddeco.fuzz.seed=" + found.seed() + " -Ddeco.fuzz.style=" + fuzzer.style() + "\n"
        + withMismatch(shrinker.program(), shrinker.mismatch());
    String name = fuzzer.style() + "-" + found.seed();
    Path file = Path.of("target", "fuzz", name + ".java");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, report);
      Files.writeString(file.resolveSibling(name + ".whole"), withMismatch(fuzzer.program(found), found.mismatch()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reports.add(file + ":\n" + report);
    return reports.size() < MOST_SHRUNK;
  }

  private static String withMismatch(Code program, Mismatch mismatch) {
    return program + "/*\n" + mismatch + "\n*/\n";
  }

  private void conclude(Fuzzer fuzzer, String what) {
    System.out.println(what + ": " + fuzzer.statistics());
    if (!reports.isEmpty()) {
      throw new AssertionError(reports.size()
          + " woven programs do something else; each is shrunk to a file. The first is "
          + reports.get(0));
    }
    assertThat(fuzzer.programs()).isPositive();
    assertThat(fuzzer.refused()).as("programs that do not compile: %s", fuzzer.refusal())
        .isLessThanOrEqualTo(fuzzer.programs() / 10);
  }

  static Stream<Path> regressions() throws IOException {
    try (Stream<Path> files = Files.list(REGRESSIONS)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("regressions")
  void whatOnceDifferedIsTheSameNow(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".java", "");
    CompiledPrograms compiled = CompiledPrograms.of(Map.of(name, Files.readString(file, StandardCharsets.UTF_8)));
    try (Runner runner = new Runner()) {
      Mismatch mismatch = new Differential(runner).compare(compiled, name, Differential.configurations(1, SHUFFLES));
      assertThat(mismatch).isNull();
    }
  }
}
