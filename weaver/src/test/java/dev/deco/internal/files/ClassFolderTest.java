package dev.deco.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.files.ClassFolder.Result;
import dev.deco.internal.weaver.Marks;
import dev.deco.internal.weaver.Program;
import dev.deco.internal.weaver.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weaving where the classes are, again and again, as a build does. */
class ClassFolderTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  private static final String PROGRAM = """
      import dev.deco.*;
      class Program {
        @Concurrent static int twice(int[] in, int i) { return Library.at(in, i); }
        @Synchronized static void fill(int[] in, int[] out) {
          for (int i = 0; i < out.length; i++) out[i] = twice(in, i);
        }
      }
      class Other {}
      """;
  private static final String READS = "class Library { static int at(int[] in, int i) { return in[i]; } }";
  private static final String WRITES = "class Library { static int at(int[] in, int i) { return in[0]++; } }";

  private Path folder;
  private Path library;
  private Path record;

  @BeforeEach
  void program(@TempDir Path place) throws IOException {
    folder = place.resolve("classes");
    library = place.resolve("library");
    record = place.resolve("record");
    compile(PROGRAM, READS);
  }

  private void compile(String program, String libraryText) throws IOException {
    for (var compiled : Program.of("Program", program + libraryText).classes().entrySet()) {
      Path into = compiled.getKey().equals("Library") ? library : folder;
      Path file = into.resolve(compiled.getKey() + ".class");
      Files.createDirectories(into);
      if (!Files.exists(file) || into == library || program != PROGRAM) {
        Files.write(file, compiled.getValue());
      }
    }
  }

  private Path file() {
    return folder.resolve("Program.class");
  }

  private byte[] bytes() throws IOException {
    return Files.readAllBytes(file());
  }

  private Result weave(String... excluded) throws IOException {
    return new ClassFolder(folder, List.of(library), file -> !List.of(excluded).contains(file.toString()))
        .weaveInPlace(record, String.join(" ", excluded));
  }

  @Test
  void aWovenClassHoldsWhatItWasWovenFrom() throws IOException {
    byte[] compiled = bytes();

    assertThat(weave()).isEqualTo(new Result(2, 1, 1));

    assertThat(Marks.isWoven(bytes())).isTrue();
    assertThat(Weaver.unwoven(bytes())).isEqualTo(compiled);
  }

  @Test
  void nothingIsWovenTwice() throws IOException {
    weave();
    Files.setLastModifiedTime(file(), LONG_AGO);

    assertThat(weave()).isEqualTo(new Result(2, 1, 0));
    Files.delete(record);
    assertThat(weave()).as("without a record").isEqualTo(new Result(2, 1, 0));

    assertThat(Files.getLastModifiedTime(file())).isEqualTo(LONG_AGO);
  }

  @Test
  void aClassThatTheCompilerWritesAnewIsWovenAnew() throws IOException {
    weave();
    byte[] before = bytes();

    compile(PROGRAM.replace("fill(int[] in", "fill(int more, int[] in"), READS);

    assertThat(weave()).isEqualTo(new Result(2, 1, 1));
    assertThat(Marks.isWoven(bytes())).isTrue();
    assertThat(bytes()).isNotEqualTo(before);
  }

  @Test
  void aChangedEffectOfADependencyWeavesItsCallersAnew() throws IOException {
    weave();
    byte[] beside = bytes();
    Files.setLastModifiedTime(file(), LONG_AGO);

    compile(PROGRAM, WRITES);
    assertThat(weave()).isEqualTo(new Result(2, 1, 1));
    assertThat(bytes()).isNotEqualTo(beside);
    assertThat(Files.getLastModifiedTime(file())).as("so that a jar is made anew").isGreaterThan(LONG_AGO);

    compile(PROGRAM, READS);
    weave();
    assertThat(bytes()).isEqualTo(beside);
  }

  @Test
  void aClassThatSpawnsNothingAnyMoreIsAsTheCompilerWroteIt() throws IOException {
    byte[] compiled = bytes();
    weave();

    assertThat(weave("Program.class")).isEqualTo(new Result(2, 0, 1));
    assertThat(bytes()).isEqualTo(compiled);
    assertThat(weave()).isEqualTo(new Result(2, 1, 1));
  }

  @Test
  void whatIsDeletedIsForgotten() throws IOException {
    weave();
    Files.delete(file());

    assertThat(weave()).isEqualTo(new Result(1, 0, 0));
  }

  @Test
  void findingsAreThoseOfTheUnwovenClasses() throws IOException {
    compile(PROGRAM.replace("out[i] = twice(in, i)", "if (twice(in, i) > 3) out[i] = 1"), READS);
    var before = new ClassFolder(folder, List.of(library)).findings();
    weave();

    assertThat(new ClassFolder(folder, List.of(library)).findings()).isEqualTo(before).isNotEmpty();
  }

  @Test
  void aWovenLibraryHasTheEffectsThatItHadBefore() throws IOException {
    String scope = "import dev.deco.*; class Library { @Concurrent static int g(int i) { return i; }"
        + " @Synchronized static int at(int[] in, int i) { int sum = 0; for (int k = 0; k < i; k++) sum += g(k) * in[k]; return sum; } }";
    Files.write(library.resolve("Library.class"), Program.of("Library", scope).classes().get("Library"));
    weave();
    byte[] beside = bytes();

    assertThat(new ClassFolder(library, List.of()).weaveInto(library).written()).isEqualTo(1);

    assertThat(weave().written()).isZero();
    assertThat(bytes()).isEqualTo(beside);
  }
}
