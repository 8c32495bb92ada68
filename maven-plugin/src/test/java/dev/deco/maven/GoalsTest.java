package dev.deco.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deco.internal.weaver.Marks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goals do in a project, and what they say. The projects under {@code src/it} are built with them. */
class GoalsTest {
  private static final String PROGRAM = """
      package app;
      import dev.deco.*;
      class Program {
        @Concurrent static int twice(int x) { return 2 * x; }
        @Synchronized static void fill(int[] out) {
          for (int i = 0; i < out.length; i++) out[i] = twice(i);
        }
      }
      class Other {}
      """;
  private static final String BAD = """
      package app;
      import dev.deco.*;
      class Program {
        @Concurrent static int twice(int x) { return 2 * x; }
        @Synchronized static void fill(int[] out) {
          for (int i = 0; i < out.length; i++) if (twice(i) > 3) out[i] = 1;
        }
        @Concurrent static native int broken(int x);
      }
      """;

  private final List<String> said = new ArrayList<>();
  private final MavenProject project = new MavenProject();

  @BeforeEach
  void project(@TempDir Path folder) {
    Build build = new Build();
    build.setDirectory(folder.resolve("target").toString());
    build.setOutputDirectory(folder.resolve("target/classes").toString());
    build.setTestOutputDirectory(folder.resolve("target/test-classes").toString());
    project.setBuild(build);
    project.setFile(folder.resolve("pom.xml").toFile());
    project.addCompileSourceRoot(folder.resolve("src").toString());
    project.setArtifacts(Set.of());
  }

  private Path folder() {
    return project.getBasedir().toPath();
  }

  private void compile(String text, String output) throws IOException {
    Path source = folder().resolve("src/app/Program.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, text);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", "-d", folder().resolve(output).toString(),
        "-cp", System.getProperty("java.class.path"), source.toString())).isZero();
  }

  private <M extends ClassesMojo> M configured(M mojo) {
    mojo.project = project;
    mojo.setLog(new SystemStreamLog() {
      @Override
      public void info(CharSequence text) {
        said.add("info " + text);
      }

      @Override
      public void warn(CharSequence text) {
        said.add("warn " + text);
      }

      @Override
      public void error(CharSequence text) {
        said.add("error " + text);
      }
    });
    return mojo;
  }

  private CheckMojo check(CheckMojo.FailOn failOn) {
    CheckMojo check = configured(new CheckMojo());
    check.failOn = failOn;
    return check;
  }

  private boolean isWoven(String file) throws IOException {
    return Marks.isWoven(Files.readAllBytes(folder().resolve(file)));
  }

  @Test
  void weaveSaysInOneLineWhatItDid() throws Exception {
    compile(PROGRAM, "target/classes");

    configured(new WeaveMojo()).execute();
    configured(new WeaveMojo()).execute();
    Files.delete(folder().resolve("target/classes/app/Program.class"));
    configured(new WeaveMojo()).execute();

    assertThat(said).satisfiesExactly(
        line -> assertThat(line).matches("info Deco: 1 of 2 classes woven in \\d+ ms"),
        line -> assertThat(line).isEqualTo("info Deco: nothing to weave, 1 of 2 classes are woven and up to date"),
        line -> assertThat(line).isEqualTo(
            "info Deco: nothing to weave, no concurrent method is called from a synchronized one in 1 class"));
  }

  @Test
  void mainAndTestClassesHaveGoalsOfTheirOwn() throws Exception {
    compile(PROGRAM, "target/classes");
    compile(PROGRAM, "target/test-classes");

    configured(new TestWeaveMojo()).execute();
    assertThat(isWoven("target/test-classes/app/Program.class")).isTrue();
    assertThat(isWoven("target/classes/app/Program.class")).isFalse();

    configured(new WeaveMojo()).execute();
    assertThat(isWoven("target/classes/app/Program.class")).isTrue();
  }

  @Test
  void excludedClassesAreNeitherWovenNorChecked() throws Exception {
    compile(BAD, "target/classes");
    WeaveMojo weave = configured(new WeaveMojo());
    weave.excludes = List.of("app/**");
    CheckMojo check = check(CheckMojo.FailOn.ERROR);
    check.includes = List.of("**/Other*");

    weave.execute();
    check.execute();

    assertThat(isWoven("target/classes/app/Program.class")).isFalse();
    assertThat(said).last().isEqualTo("info Deco: check found nothing");
  }

  @Test
  void checkNamesPlaceCauseAndCureAndFailsOnErrors() throws Exception {
    compile(BAD, "target/classes");
    configured(new WeaveMojo()).execute();
    said.clear();

    assertThatThrownBy(() -> check(CheckMojo.FailOn.ERROR).execute()).isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("Deco: check found 1 error, 1 warning. " + Path.of("src", "app", "Program.java") + " DECO-101: ")
        .hasMessageContaining("Put the annotation on a method with a body.")
        .hasMessageEndingWith("(What fails the build is set by deco.check.failOn, which is ERROR.)");
    assertThat(said).hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith("error " + Path.of("src", "app", "Program.java") + " DECO-101: "))
        .anySatisfy(line -> assertThat(line).startsWith("warn " + Path.of("src", "app", "Program.java:[6]") + " DECO-201: "));
  }

  @Test
  void whatFailsTheBuildCanBeChosen() throws Exception {
    compile(BAD.replaceAll(".*native.*\n", ""), "target/classes");

    check(CheckMojo.FailOn.ERROR).execute();
    check(CheckMojo.FailOn.NEVER).execute();
    assertThatThrownBy(() -> check(CheckMojo.FailOn.WARNING).execute()).isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 warning").hasMessageContaining("DECO-201");
  }

  @Test
  void aProjectWithoutClassesAndASkippedOneAreFine() throws Exception {
    configured(new WeaveMojo()).execute();
    check(CheckMojo.FailOn.WARNING).execute();
    compile(PROGRAM, "target/classes");
    WeaveMojo skipped = configured(new WeaveMojo());
    skipped.skip = true;

    skipped.execute();

    assertThat(isWoven("target/classes/app/Program.class")).isFalse();
    assertThat(said).isEmpty();
  }

  @Test
  void anotherVersionOfTheRuntimeIsRefused() throws Exception {
    compile(PROGRAM, "target/classes");
    project.setArtifacts(Set.of(new DefaultArtifact("dev.deco", "deco", "0.3", "compile", "jar", null, new DefaultArtifactHandler("jar"))));
    WeaveMojo weave = configured(new WeaveMojo());
    weave.version = "0.4";

    assertThatThrownBy(weave::execute).isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("pom.xml").hasMessageContaining("deco is 0.3").hasMessageContaining("one version");
    weave.version = "0.3";
    weave.execute();
    assertThat(isWoven("target/classes/app/Program.class")).isTrue();
  }
}
