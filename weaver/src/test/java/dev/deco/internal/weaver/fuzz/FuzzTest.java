package dev.deco.internal.weaver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.weaver.fuzz.Differential.Mismatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random programs do, woven, what they do unwoven; and so do those that once did not. See docs/fuzzing.md. */
class FuzzTest {
  private static final long FIXED = 1_000_000;
  private static final int FIXED_BATCHES = 2;
  private static final int SHUFFLES = 12;
  private static final double SHRINKING_SECONDS = 60;
  private static final Path REGRESSIONS = Path.of("src", "test", "resources", "fuzz");

  @Test
  void fixedProgramsDoTheSameWoven() throws IOException {
    fuzz(FIXED, (fuzzer, goOn) -> {
      for (int k = 0; k < FIXED_BATCHES && fuzzer.batch(FIXED + k * Fuzzer.BATCH, Fuzzer.BATCH, goOn); k++) { }
    });
  }

  @Test
  @EnabledIfSystemProperty(named = "deco.fuzz.seconds", matches = "[0-9.]+")
  void freshProgramsDoTheSameWoven() throws IOException {
    long seed = Long.getLong("deco.fuzz.seed", Math.floorMod(System.nanoTime(), 1L << 40));
    System.out.println("Fresh programs begin at -Ddeco.fuzz.seed=" + seed);
    fuzz(seed, (fuzzer, goOn) -> fuzzer.run(seed, Double.parseDouble(System.getProperty("deco.fuzz.seconds")), goOn));
  }

  private static void fuzz(long seed, BiConsumer<Fuzzer, Predicate<Fuzzer.Found>> programs) throws IOException {
    Fuzzer fuzzer = new Fuzzer(Style.GENERAL);
    List<Fuzzer.Found> found = new ArrayList<>();
    programs.accept(fuzzer, one -> {
      found.add(one);
      return false;
    });
    if (!found.isEmpty()) {
      Fuzzer.Found first = found.get(0);
      Shrinker shrinker = fuzzer.shrink(first, SHRINKING_SECONDS);
      String report = "// -Ddeco.fuzz.seed=" + first.seed() + "\n" + shrinker.program() + "/*\n"
          + shrinker.mismatch() + "\n*/\n";
      Path file = Path.of("target", "fuzz", Fuzzer.name(first.seed()) + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, report);
      throw new AssertionError("A woven program does something else; shrunk to " + file + ":\n" + report);
    }
    assertThat(fuzzer.programs()).isPositive();
    assertThat(fuzzer.refused()).as("programs that do not compile: %s", fuzzer.refusal())
        .isLessThanOrEqualTo(fuzzer.programs() / 10);
    System.out.println(fuzzer.programs() + " programs from seed " + seed + " did the same woven");
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
