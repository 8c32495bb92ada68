package dev.deco.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.weaver.Program;
import dev.deco.internal.weaver.findings.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a library, in a file from one build to the next. */
class SummaryFilesTest {
  private static final String LIBRARY = """
      abstract class Step { abstract int apply(int[] in, int i); }
      class Plain extends Step { int apply(int[] in, int i) { return in[i]; } }
      class Library { static int run(Step s, int[] in, int i) { return s.apply(in, i); } }
      """;
  private static final String PROGRAM = """
      import dev.deco.*;
      class Main {
        @Concurrent static int f(Step s, int[] in, int i) { return Library.run(s, in, i); }
        @Synchronized static void fill(Step s, int[] in, int n) {
          int[] out = new int[n];
          for (int i = 0; i < n; i++) out[i] = f(s, in, i);
        }
      }
      """;
  private static final String COUNTING = "class Counting extends Step { static int n; int apply(int[] in, int i) { return n++; } }";

  @TempDir
  Path place;
  private Path cache;
  private String before;

  @BeforeEach
  void cacheOfItsOwn() {
    cache = place.resolve("cache");
    before = System.setProperty("deco.cache", cache.toString());
  }

  @AfterEach
  void cacheOfOthers() {
    if (before == null) {
      System.clearProperty("deco.cache");
    } else {
      System.setProperty("deco.cache", before);
    }
  }

  private ClassFolder folder(String library, String own) throws IOException {
    Path classes = Files.createTempDirectory(place, "classes");
    Path jar = classes.resolveSibling(classes.getFileName() + ".jar");
    try (OutputStream out = Files.newOutputStream(jar); JarOutputStream to = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> one : Program.of("Main", PROGRAM + library + own).classes().entrySet()) {
        if (List.of("Step", "Plain", "Library").contains(one.getKey())) {
          JarEntry entry = new JarEntry(one.getKey() + ".class");
          entry.setTime(0);
          to.putNextEntry(entry);
          to.write(one.getValue());
        } else {
          Files.write(classes.resolve(one.getKey() + ".class"), one.getValue());
        }
      }
    }
    return new ClassFolder(classes, List.of(jar));
  }

  private List<String> codes(String library, String own) throws IOException {
    return folder(library, own).findings().stream().map(Finding::code).toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(cache)) {
      return all.toList();
    }
  }

  @Test
  void aSecondBuildFindsWhatTheFirstDid() throws IOException {
    assertThat(codes(LIBRARY, "")).isEmpty();
    byte[] kept = Files.readAllBytes(files().get(0));
    assertThat(codes(LIBRARY, "")).isEmpty();
    assertThat(files()).hasSize(1);
    assertThat(files().get(0)).hasBinaryContent(kept);
  }

  @Test
  void aNewSubclassInTheProgramCounts() throws IOException {
    codes(LIBRARY, "");
    assertThat(codes(LIBRARY, COUNTING)).contains("DECO-202", "DECO-301");
    assertThat(codes(LIBRARY, "")).isEmpty();
  }

  @Test
  void anotherLibraryHasAnotherFile() throws IOException {
    codes(LIBRARY, "");
    assertThat(codes(LIBRARY.replace("return in[i]", "return in[0]++"), "")).contains("DECO-202");
    assertThat(files()).hasSize(2);
  }

  @Test
  void aDamagedFileIsWrittenAnew() throws IOException {
    codes(LIBRARY, "");
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, whole.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(codes(LIBRARY, "")).isEmpty();
      assertThat(Files.size(file)).isEqualTo(whole.length);
    }
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    Files.write(file, flipped);
    assertThat(codes(LIBRARY, COUNTING)).contains("DECO-202");
    assertThat(codes(LIBRARY, "")).isEmpty();
  }

  @Test
  void buildsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
    ExecutorService builds = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<String>>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ClassFolder folder = folder(LIBRARY, i % 2 == 0 ? "" : COUNTING);
        all.add(() -> folder.findings().stream().map(Finding::code).toList());
      }
      List<Future<List<String>>> done = builds.invokeAll(all);
      for (int i = 0; i < done.size(); i++) {
        assertThat(done.get(i).get().contains("DECO-202")).isEqualTo(i % 2 == 1);
      }
    } finally {
      builds.shutdownNow();
    }
    assertThat(files()).allMatch(file -> file.toString().endsWith(".summaries"));
  }

  @Test
  void withoutACacheNothingIsWritten() throws IOException {
    System.setProperty("deco.cache", "off");
    assertThat(codes(LIBRARY, COUNTING)).contains("DECO-202");
    assertThat(cache).doesNotExist();
  }
}
