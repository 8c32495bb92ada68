package dev.deco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeaveTest {
  private Workspace work;
  private Path classes;

  @BeforeEach
  void program(@TempDir Path folder) {
    work = new Workspace(folder);
    classes = work.compile(work.write("Main.java", """
        import dev.deco.*;
        import java.util.*;
        public class Main {
          @Concurrent static String name(int i) { return "n" + i; }
          @Synchronized static Map<Integer, String> names(int n) {
            Map<Integer, String> names = new HashMap<>();
            for (int i = 0; i < n; i++) names.put(i, name(i));
            return names;
          }
          public static void main(String[] args) { System.out.println(names(100)); }
        }
        """), work.write("Other.java", "class Other {}"));
    work.write("classes/META-INF/data.txt", "data");
  }

  private Process plain(Path folder) {
    return Process.java("-cp", folder + File.pathSeparator + Process.JAR, "Main");
  }

  @Test
  void wovenClassesRunWithoutAnAgentAndAllElseIsCopied() throws IOException {
    Path out = work.folder().resolve("out").resolve("deep");

    Process weave = Process.deco("weave", classes, "-o", out);

    assertThat(weave.status()).isZero();
    assertThat(weave.out()).matches("\\S+: 1 of 2 classes woven\n");
    assertThat(names(out)).isEqualTo(names(classes));
    assertThat(out.resolve("META-INF/data.txt")).hasContent("data");
    assertThat(out.resolve("Other.class")).hasSameBinaryContentAs(classes.resolve("Other.class"));
    assertThat(plain(out)).isEqualTo(plain(classes)).extracting(Process::status).isEqualTo(0);
  }

  @Test
  void weavingInPlaceTwiceIsWeavingOnce() throws IOException {
    Process before = plain(classes);
    Process.deco("weave", classes, "-o", classes);
    Map<String, String> once = contents();

    Process again = Process.deco("weave", classes, "-o", classes);

    assertThat(again.out()).isEqualTo(classes + ": 0 of 2 classes woven\n");
    assertThat(contents()).isEqualTo(once);
    assertThat(plain(classes)).isEqualTo(before);
  }

  @Test
  void wovenClassesAreExplainedAndCheckedAsTheyWere() {
    Process explained = Process.deco("explain", classes);
    Process checked = Process.deco("check", classes);
    Process.deco("weave", classes, "-o", classes);

    assertThat(Process.deco("explain", classes)).isEqualTo(explained);
    assertThat(Process.deco("check", classes)).isEqualTo(checked);
    assertThat(explained.out()).contains("spawned");
  }

  @Test
  void aFolderInsideTheInputIsNotReadAgain() {
    Path inside = classes.resolve("woven");
    Process.deco("weave", classes, "-o", inside);

    Process.deco("weave", classes, "-o", inside);

    assertThat(inside.resolve("woven")).doesNotExist();
  }

  private static List<String> names(Path folder) {
    return Workspace.files(folder).stream().map(file -> folder.relativize(file).toString()).toList();
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : Workspace.files(classes)) {
      contents.put(file.toString(), Arrays.toString(Files.readAllBytes(file)));
    }
    return contents;
  }
}
