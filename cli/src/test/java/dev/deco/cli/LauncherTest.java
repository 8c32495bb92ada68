package dev.deco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code deco}, in a house of its own: a copy of it, and a {@code mvn} that says how it was called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
  private Workspace work;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void house(@TempDir Path folder) throws IOException {
    work = new Workspace(folder);
    work.write("house/pom.xml", "<project/>");
    Files.copy(Path.of("..", "deco"), work.folder().resolve("house/deco")).toFile().setExecutable(true);
    work.write("bin/mvn", "#!/bin/sh\necho \"mvn $MAVEN_OPTS $*\"\nmkdir -p \"$HOUSE/cli/target\"\ncp \"$JAR\" \"$HOUSE/cli/target/deco.jar\"\n")
        .toFile().setExecutable(true);
    environment.put("PATH", work.folder().resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("MAVEN_OPTS", "-Xmx1g");
    environment.put("HOUSE", work.folder().resolve("house").toString());
    environment.put("JAR", Process.JAR.toString());
  }

  private Process deco(String script, Object... arguments) {
    Object[] command = new Object[arguments.length + 1];
    command[0] = work.folder().resolve(script);
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Process.run(work.folder(), "", environment, command);
  }

  @Test
  void buildsOnceThenRunsFromAnywhereThroughLinks() throws IOException {
    work.write("Main.java", "class Main { public static void main(String[] a) { System.out.println(a[0]); System.exit(5); } }");
    Path link = Files.createSymbolicLink(work.folder().resolve("link"), Path.of("house", "deco"));
    Path second = Files.createSymbolicLink(work.folder().resolve("bin").resolve("second"), link);

    Process first = deco("link", "run", "Main.java", "two words");
    Process again = deco("bin/" + second.getFileName(), "run", "Main.java", "two words");

    assertThat(first.out()).isEqualTo("two words\n");
    assertThat(first.status()).isEqualTo(5);
    assertThat(first.err()).startsWith("building deco (first run)...\nmvn -Xmx1g -D").contains("-DskipTests package").hasLineCount(2);
    assertThat(again).isEqualTo(new Process(5, "two words\n", ""));
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws IOException {
    deco("house/deco", "--version");
    Path source = work.write("house/core/src/main/java/A.java", "");
    Files.setLastModifiedTime(work.folder().resolve("house/cli/target/deco.jar"), java.nio.file.attribute.FileTime.fromMillis(0));

    assertThat(deco("house/deco", "--version").err()).startsWith("building deco (its sources changed)...");
    assertThat(source).exists();
    assertThat(deco("house/deco", "--version").err()).isEmpty();
  }

  @Test
  void passesJavasOptionsOn() {
    work.write("Main.java", "class Main { public static void main(String[] a) { System.out.println(System.getProperty(\"a\")); } }");
    environment.put("DECO_JAVA_OPTS", "-Da=b -Xmx300m");

    assertThat(deco("house/deco", "run", "Main.java").out()).isEqualTo("b\n");
  }

  @Test
  void saysWhatIsWrongWithJava() throws IOException {
    environment.put("JAVA_HOME", "/no/such/jdk");
    assertThat(deco("house/deco", "--version"))
        .isEqualTo(new Process(1, "", "deco: JAVA_HOME is /no/such/jdk, where there is no bin/java; point it to a JDK, 17 or newer\n"));

    Path old = work.write("old/bin/java", "#!/bin/sh\n");
    old.toFile().setExecutable(true);
    work.write("old/release", "JAVA_VERSION=\"11.0.2\"\n");
    environment.put("JAVA_HOME", work.folder().resolve("old").toString());
    assertThat(deco("house/deco", "--version"))
        .isEqualTo(new Process(1, "", "deco: " + old + " is Java 11.0.2; Deco needs 17 or newer, point JAVA_HOME to one\n"));
  }

  @Test
  void saysThatTheBuildFailed() {
    work.write("bin/mvn", "#!/bin/sh\necho broken\nexit 1\n");

    assertThat(deco("house/deco", "--version"))
        .isEqualTo(new Process(1, "", "building deco (first run)...\nbroken\ndeco: the build failed, as told above\n"));
  }
}
