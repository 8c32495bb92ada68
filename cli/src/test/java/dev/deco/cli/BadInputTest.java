package dev.deco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad input gets one line that says where, why and what to do, and a status that is not zero. */
class BadInputTest {
  @TempDir
  static Path folder;

  @BeforeAll
  static void files() throws IOException {
    Workspace work = new Workspace(folder);
    work.write("NoMain.java", "class NoMain { void other() {} }");
    work.write("Empty.java", "// nothing");
    work.write("broken.jar", "not a jar");
    work.write("Broken.class", "not a class");
    work.write("notes.txt", "not a program");
    work.write("empty/notes.txt", "");
    Path classes = work.compile(work.write("Good.java", "public class Good { public static void main(String[] a) {} }"),
        work.write("Mainless.java", "public class Mainless {}"), work.write("Work.java", """
            import dev.deco.*;
            public class Work {
              @Concurrent static int f(int x) { return x; }
              @Synchronized static void g(int[] a) { for (int i = 0; i < a.length; i++) a[i] = f(i); }
            }
            """));
    byte[] whole = Files.readAllBytes(classes.resolve("Work.class"));
    byte[] newer = whole.clone();
    newer[6] = 1; // the major version is 256 more
    work.write("cut/Work.class", Arrays.copyOf(whole, whole.length - 40));
    work.write("newer/Work.class", newer);
    work.write("misplaced/deep/Work.class", whole);
    work.jar("plain.jar", classes);
    work.jar("wrong.jar", classes, "Main-Class", "no.Such");
    work.jar("mainless.jar", classes, "Main-Class", "Mainless");
  }

  static Stream<Arguments> inputs() {
    return Stream.of(
        input(2, "no command given", "see 'deco --help'"),
        input(2, "no such command: bogus", "see 'deco --help'", "bogus"),
        input(2, "no such option: --bogus", "see 'deco run --help'", "run", "--bogus", "Good.java"),
        input(2, "no program given", "name a .java file", "run"),
        input(2, "--workers x: not a number", "from 1 to", "run", "--workers", "x", "Good.java"),
        input(2, "--workers 0: not a number", "from 1 to", "run", "--workers", "0", "Good.java"),
        input(2, "--workers 99999999999: not a number", "from 1 to", "run", "--workers", "99999999999", "Good.java"),
        input(2, "--engine warp: no such engine", "choose one of", "run", "--engine", "warp", "Good.java"),
        input(2, "--workers 257: not a number", "from 1 to 256", "run", "--workers", "257", "Good.java"),
        input(2, "PATH", "see 'deco run --help'", "run", "-cp"),
        input(1, "Nope.java: no such file", "name a .java file", "run", "Nope.java"),
        input(1, "nope.jar: no such file", "name a .java file", "run", "nope.jar"),
        input(2, "Nope: no such program", "-cp PATH Main", "run", "Nope"),
        input(2, "empty: not a program", "name a .java file", "run", "empty"),
        input(1, "-cp classes: class no.Such not found", "check the class path", "run", "-cp", "classes", "no.Such"),
        input(1, "Mainless: no method public static void main(String[])", "add one", "run", "-cp", "classes", "Mainless"),
        input(1, "NoMain.java: no method public static void main(String[])", "add one", "run", "NoMain.java"),
        input(1, "Empty.java: declares no class", "add one", "run", "Empty.java"),
        input(1, "broken.jar is not a readable jar", "build it again", "run", "broken.jar"),
        input(1, "broken.jar: not a jar", "build it again", "run", "-cp", "broken.jar", "Good"),
        input(1, "plain.jar: its manifest names no Main-Class", "-cp plain.jar Main", "run", "plain.jar"),
        input(1, "wrong.jar: class no.Such not found", "correct Main-Class", "run", "wrong.jar"),
        input(1, "mainless.jar: no method public static void main(String[])", "add one", "run", "mainless.jar"),
        input(2, "explain: nothing to read", "name a .java file", "explain"),
        input(2, "explain: one thing at a time", "name a .java file", "explain", "classes", "plain.jar"),
        input(2, "--format xml: no such format", "choose text or json", "explain", "--format", "xml", "classes"),
        input(2, "notes.txt: not something to read classes from", "name a .java file", "explain", "notes.txt"),
        input(1, "empty: neither class files nor .java files", "name the folder", "explain", "empty"),
        input(1, "Broken.class: it is not a class file", "compile it again", "check", "Broken.class"),
        input(1, "broken.jar is not a readable jar", "build it again", "check", "broken.jar"),
        input(2, "weave: needs one folder", "deco weave DIR -o DIR", "weave", "classes"),
        input(1, "nope: no such file", "a folder of class files", "weave", "nope", "-o", "out"),
        input(2, "plain.jar: not a folder", "name the folder", "weave", "plain.jar", "-o", "out"),
        input(2, "-o plain.jar: a file", "name a folder", "weave", "classes", "-o", "plain.jar"),
        input(1, "weave: classes to plain.jar/x: ", "name another folder", "weave", "classes", "-o", "plain.jar/x"),
        input(1, "Work.class: it is not a class file that can be read", "compile it again", "weave", "cut", "-o", "out"),
        input(1, "cut: Work.class: it is not a class file that can be read", "compile it again", "check", "cut"),
        input(1, "cut: Work.class: it is not a class file that can be read", "compile it again", "explain", "cut"),
        input(1, "Work.class: it is a class file of Java 2", "--release 28", "weave", "newer", "-o", "out"),
        input(1, "newer: Work.class: it is a class file of Java 2", "or use a newer Deco", "check", "newer"),
        input(1, "it holds Work, which is not its place", "name the folder", "weave", "misplaced", "-o", "out"),
        input(1, "misplaced: deep/Work.class holds Work", "name the folder", "check", "misplaced"),
        input(2, "one word too many: classes", "see 'deco demo --help'", "demo", "classes"));
  }

  private static Arguments input(int status, String cause, String cure, String... words) {
    return Arguments.of(status, cause, cure, words);
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("inputs")
  void getsOneMessage(int status, String cause, String cure, String[] words) {
    Process run = Process.deco(folder, "", (Object[]) words);

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).startsWith("deco: ").contains(cause).contains(cure);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void compileErrorsAreJavacsWithOneSummary() {
    Path source = new Workspace(folder).write("Wrong.java", "class Wrong {\n  int x = \"text\";\n  Missing y;\n}\n");

    Process run = Process.deco(folder, "", "run", source);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(source + ":2: error: incompatible types").contains(source + ":3: error: cannot find symbol")
        .endsWith("deco: " + source + " does not compile: 2 errors, told above; correct them and run again\n");
    assertThat(run.err().lines().filter(line -> line.startsWith("deco: "))).hasSize(1);
  }
}
