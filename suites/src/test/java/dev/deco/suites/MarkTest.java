package dev.deco.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkTest {
  private static final Choice ALL = new Choice(false, Pattern.compile(""), Pattern.compile("(?!)"));

  @TempDir
  Path folder;

  /** The program that is marked. */
  static final class Sample {
    private static int last;

    static int square(int x) {
      return x * x;
    }

    static long now() {
      return System.nanoTime();
    }

    static void fill(int[] a, int i) {
      a[i] = i;
    }

    static int swap(int[] a, int i) {
      int old = a[i];
      a[i] = i;
      return old;
    }

    static void remember(int x) {
      last = x;
    }

    static Object run(java.util.concurrent.Callable<?> unknown) throws Exception {
      return unknown.call();
    }

    static int caller() {
      return square(last);
    }

    static Runnable callerInLambda() {
      return () -> remember(3);
    }
  }

  private List<String> marks(Choice choice) throws IOException {
    Path in = folder.resolve("in");
    String file = Sample.class.getName().replace('.', '/') + ".class";
    Files.createDirectories(in.resolve(file).getParent());
    Files.copy(ChildJvm.placeOf(Sample.class).resolve(file), in.resolve(file));
    Mark mark = new Mark(in, List.of(), choice);
    mark.write(folder.resolve("out"));
    mark.report(folder.resolve("report"));
    return Files.readAllLines(folder.resolve("report")).stream().map(line -> line.split("\t"))
        .filter(part -> !part[0].equals("NO_BODY")).map(part -> part[2].replaceFirst(".*Sample\\.(\\w+).*", "$1") + " "
            + part[0] + (part[1].equals("-") ? "" : " " + part[1])).collect(Collectors.toList());
  }

  @Test
  void whatIsKnownIsMarkedAndWhatTheUserWouldSayIsNot() throws IOException {
    assertThat(marks(ALL)).containsExactlyInAnyOrder("square CONCURRENT", "now WORLD", "fill OWN_PART",
        "swap CONCURRENT", "remember CONCURRENT", "run UNKNOWN", "caller CONCURRENT SYNCHRONIZED",
        "callerInLambda CONCURRENT SYNCHRONIZED");
  }

  @Test
  void byDataAPartIsCompared() throws IOException {
    assertThat(marks(new Choice(true, ALL.only(), ALL.skip()))).contains("fill CONCURRENT");
  }

  @Test
  void onlyWhatIsChosenIsMarked() throws IOException {
    assertThat(marks(new Choice(false, Pattern.compile("Sample\\."), Pattern.compile("\\.square\\("))))
        .contains("square LEFT_OUT", "caller CONCURRENT", "remember CONCURRENT");
  }
}
