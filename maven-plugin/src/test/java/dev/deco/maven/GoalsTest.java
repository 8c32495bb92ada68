package dev.deco.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deco.internal.files.Marks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import javax.tools.ToolProvider;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals on a project's folders. The module {@code benchmarks} is built by Maven with them. */
class GoalsTest {
  private static final String PROGRAM = """
      import dev.deco.*;
      class Program {
        @Concurrent static int twice(int x) { return Names.FACTOR * x; }
        @Synchronized static void fill(int[] out) {
          for (int i = 0; i < out.length; i++) out[i] = twice(i);
        }
      }
      class Names { static final int FACTOR = 2; }
      """;

  private Path target;

  @BeforeEach
  void project(@TempDir Path folder) {
    target = folder;
  }

  private void compile(String name, String text) throws IOException {
    Path source = Files.writeString(target.resolve(name), text);
    int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes().toString(),
        "-cp", System.getProperty("java.class.path"), source.toString());
    assertThat(status).isZero();
  }

  private Path classes() {
    return target.resolve("classes");
  }

  private <M extends ClassesMojo> M configured(M mojo) {
    mojo.classesDirectory = classes().toFile();
    mojo.keptDirectory = target.resolve("deco/unwoven").toFile();
    mojo.classPath = List.of(classes().toString());
    return mojo;
  }

  private void weave() throws Exception {
    configured(new WeaveMojo()).execute();
  }

  private CheckMojo check(CheckMojo.FailOn failOn) {
    CheckMojo check = configured(new CheckMojo());
    check.failOn = failOn;
    return check;
  }

  @Test
  void weavesClassesWhereTheyAreAndKeepsThemAsTheyWere() throws Exception {
    compile("Program.java", PROGRAM);
    byte[] compiled = Files.readAllBytes(classes().resolve("Program.class"));

    weave();

    assertThat(Marks.isWoven(Files.readAllBytes(classes().resolve("Program.class")))).isTrue();
    assertThat(target.resolve("deco/unwoven/Program.class")).hasBinaryContent(compiled);
    assertThat(target.resolve("deco/unwoven/Names.class")).doesNotExist();
  }

  @Test
  void aSecondRunTouchesNothing() throws Exception {
    compile("Program.java", PROGRAM);
    weave();
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(classes().resolve("Program.class"), longAgo);

    weave();

    assertThat(Files.getLastModifiedTime(classes().resolve("Program.class"))).isEqualTo(longAgo);
  }

  @Test
  void whatTheCompilerWritesAnewIsWovenAnew() throws Exception {
    compile("Program.java", PROGRAM);
    weave();
    byte[] before = Files.readAllBytes(classes().resolve("Program.class"));

    compile("Program.java", PROGRAM.replace("fill(int[] out)", "fill(int[] out, int more)"));
    weave();

    byte[] after = Files.readAllBytes(classes().resolve("Program.class"));
    assertThat(Marks.isWoven(after)).isTrue();
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void checkSeesTheClassesAsTheyWereAndFailsOnErrors() throws Exception {
    compile("Bad.java", """
        import dev.deco.*;
        class Bad {
          @Concurrent static native int broken(int x);
          @Concurrent static int twice(int x) { return 2 * x; }
          @Synchronized static void fill(int[] out) { for (int i = 0; i < out.length; i++) out[i] = twice(i); }
        }
        """);
    weave();

    assertThatThrownBy(() -> check(CheckMojo.FailOn.ERROR).execute()).isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("Bad.java").hasMessageContaining("DECO-");
    check(CheckMojo.FailOn.NEVER).execute();
  }

  @Test
  void aProjectWithoutClassesAndASkippedOneAreFine() throws Exception {
    weave();
    check(CheckMojo.FailOn.WARNING).execute();
    compile("Program.java", PROGRAM);
    WeaveMojo skipped = configured(new WeaveMojo());
    skipped.skip = true;

    skipped.execute();

    assertThat(Marks.isWoven(Files.readAllBytes(classes().resolve("Program.class")))).isFalse();
  }
}
