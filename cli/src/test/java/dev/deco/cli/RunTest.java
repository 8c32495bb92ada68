package dev.deco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program under {@code deco run} and under the agent behaves as it does under {@code java}. */
class RunTest {
  /** Prints what a program can see of how it was started. */
  private static final String FACTS = """
      package facts;
      import dev.deco.*;
      import java.util.*;
      import java.util.stream.*;
      public class Facts {
        @Concurrent static double square(int x) { return (double) x * x; }
        @Synchronized static List<Double> squares(int n) {
          List<Double> list = new ArrayList<>();
          for (int i = 0; i < n; i++) list.add(square(i));
          return list;
        }
        public static void main(String[] args) throws Exception {
          System.out.println(Arrays.toString(args));
          System.out.println(squares(1000).hashCode());
          System.out.println(new Scanner(System.in).nextLine());
          Class<?> self = Facts.class;
          System.out.println(self.getPackage().getImplementationVersion());
          System.out.println(self.getProtectionDomain().getCodeSource().getLocation());
          System.out.println(self.getClassLoader() == ClassLoader.getSystemClassLoader());
          System.out.println(self.getClassLoader() == Thread.currentThread().getContextClassLoader());
          System.out.println(Class.forName("facts.Facts", true, ClassLoader.getSystemClassLoader()) == self);
          System.out.println(ClassLoader.getSystemResource("facts/Facts.class") != null);
          System.out.println(IntStream.range(0, 99).parallel().mapToObj(i -> Thread.currentThread().getContextClassLoader())
              .distinct().count());
          System.out.println(System.getProperty("java.class.path"));
          System.err.println("on the error stream");
          System.exit(7);
        }
      }
      """;

  private static final String FAILING = """
      public class Failing {
        static class Worse extends RuntimeException { Worse(Throwable cause) { super("worse", cause); } }
        public static void main(String[] args) { outer(); }
        static void outer() {
          try {
            inner();
          } catch (IllegalStateException e) {
            throw new Worse(e);
          }
        }
        static void inner() { throw new IllegalStateException("bad"); }
      }
      """;

  private Workspace work;

  @BeforeEach
  void folder(@TempDir Path folder) {
    work = new Workspace(folder);
  }

  enum Form {
    RUN {
      @Override
      Process start(Path directory, String input, Object... program) {
        List<Object> words = new ArrayList<>(List.of(program));
        words.remove("-jar");
        words.add(0, "run");
        return Process.deco(directory, input, words.toArray());
      }
    },
    AGENT {
      @Override
      Process start(Path directory, String input, Object... program) {
        List<Object> words = new ArrayList<>(List.of(program));
        words.add(0, "-javaagent:" + Process.JAR);
        return Process.java(directory, input, words.toArray());
      }
    };

    abstract Process start(Path directory, String input, Object... program);
  }

  @ParameterizedTest
  @EnumSource
  void aFolderOfClassesSeesWhatItSeesUnderJava(Form form) {
    work.compile(work.write("Facts.java", FACTS));
    String path = "classes" + File.pathSeparator + Process.JAR;

    Process woven = form.start(work.folder(), "a line\n", "-cp", path, "facts.Facts", "--workers", "3", "--", "-x");

    assertThat(woven).isEqualTo(Process.java(work.folder(), "a line\n", "-cp", path, "facts.Facts", "--workers", "3", "--", "-x"));
    assertThat(woven.status()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void aJarSeesWhatItSeesUnderJava(Form form) {
    work.jar("app.jar", work.compile(work.write("Facts.java", FACTS)), "Main-Class", "facts.Facts",
        "Class-Path", Process.JAR.toUri().toString(), "Implementation-Version", "1.2.3", "Add-Opens", "java.base/java.lang");

    Process woven = form.start(work.folder(), "a line\n", "-jar", "app.jar", "--stats");

    assertThat(woven).isEqualTo(Process.java(work.folder(), "a line\n", "-jar", "app.jar", "--stats"));
    assertThat(woven.out()).contains("1.2.3");
  }

  @ParameterizedTest
  @EnumSource
  void anUncaughtExceptionPrintsAsUnderJava(Form form) {
    work.compile(work.write("Failing.java", FAILING));

    Process woven = form.start(work.folder(), "", "-cp", "classes", "Failing");

    assertThat(woven).isEqualTo(Process.java(work.folder(), "", "-cp", "classes", "Failing"));
    assertThat(woven.status()).isEqualTo(1);
  }

  @Test
  void aManifestOpensPackages() {
    work.jar("app.jar", work.compile(work.write("Deep.java", """
        public class Deep {
          public static void main(String[] args) throws Exception {
            var field = String.class.getDeclaredField("hash");
            field.setAccessible(true);
            System.out.println(field.getName());
          }
        }
        """)), "Main-Class", "Deep", "Add-Opens", "java.base/java.lang no.such/module");

    assertThat(Process.deco(work.folder(), "", "run", "app.jar")).isEqualTo(new Process(0, "hash\n", ""));
  }

  @Test
  void aSourceFileRunsWithItsArgumentsAndItsSiblings() {
    work.write("src/shapes/Circle.java", """
        package shapes;
        public record Circle(double radius) { public double area() { return Unit.scale() * radius * radius; } }
        class Unit { static double scale() { return 3; } }
        """);
    Path main = work.write("src/app/Main.java", """
        // package wrong;
        /* package wrong; */
        package app;
        import shapes.Circle;
        interface Before { int X = 1; }
        public class Main extends Base {}
        class Base {
          public static void main(String[] args) {
            System.out.println(new Circle(2).area() + " " + String.join(",", args) + " " + Main.class.getResource("Main.class"));
          }
        }
        """);

    assertThat(Process.deco("run", "--workers", "2", main, "--workers", "x"))
        .isEqualTo(new Process(0, "12.0 --workers,x memory:/app/Main.class\n", ""));
  }

  @Test
  void aSourceFileMayBeNamedByAnyPath() throws IOException {
    work.write("Main.java", "public class Main { public static void main(String[] args) { System.out.println(1); } }");
    Path below = Files.createDirectory(work.folder().resolve("below"));

    assertThat(Process.deco(below, "", "run", "../Main.java")).isEqualTo(new Process(0, "1\n", ""));
  }

  @Test
  void aSourceFileMayHaveAPublicClassOfAnotherName() throws IOException {
    work.write("Some.java", "public class Other { public static void main(String[] args) { System.out.println(1); } }");
    assertThat(Process.deco(work.folder(), "", "run", "Some.java")).isEqualTo(new Process(0, "1\n", ""));
  }

  @Test
  void whatTasksPrintIsInProgramOrderOnAStreamThatTheProgramHasSet() {
    Path main = work.write("Main.java", """
        import dev.deco.*;
        import java.io.*;
        public class Main {
          static class Upper extends PrintStream {
            final StringBuilder lines = new StringBuilder();
            Upper() { super(OutputStream.nullOutputStream()); }
            @Override public void println(String line) { lines.append(line.toUpperCase()).append(';'); }
          }
          @Concurrent static int f(int i) {
            int s = i;
            for (int k = 0; k < 50000 * (1 + i % 3); k++) s = s * 31 + k;
            System.out.println("task " + i);
            return s;
          }
          @Synchronized static int all(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) sum += f(i);
            return sum;
          }
          @Synchronized static int twice(int n, PrintStream second) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
              if (i == n / 2) System.setOut(second);
              sum += f(i);
            }
            return sum;
          }
          public static void main(String[] args) {
            PrintStream console = System.out;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            System.setOut(new PrintStream(bytes));
            all(9);
            Upper upper = new Upper();
            twice(8, upper);
            System.setOut(console);
            System.out.println(bytes.toString().replace("\\n", " ") + upper.lines);
          }
        }
        """);

    assertThat(Process.deco(work.folder(), "", "run", "--workers", "4", main.toString()).out()).isEqualTo(
        "task 0 task 1 task 2 task 3 task 4 task 5 task 6 task 7 task 8 task 0 task 1 task 2 task 3 "
        + "TASK 4;TASK 5;TASK 6;TASK 7;\n");
  }

  @Test
  void aThreadKeepsTheProgramAliveAndAHandlerSeesWhatMainThrows() {
    Path main = work.write("Main.java", """
        public class Main {
          public static void main(String[] args) {
            Thread.setDefaultUncaughtExceptionHandler((thread, e) -> System.out.println(thread.getName() + " " + e.getMessage()));
            Thread first = Thread.currentThread();
            new Thread(() -> {
              try { first.join(); } catch (InterruptedException e) { throw new AssertionError(e); }
              System.out.println("after main");
            }).start();
            throw new RuntimeException("thrown");
          }
        }
        """);

    assertThat(Process.deco("run", main)).isEqualTo(new Process(1, "main thrown\nafter main\n", ""));
  }

  @Test
  void aFailingInitializerPrintsAsUnderJava() {
    work.compile(work.write("Init.java",
        "public class Init { static int x = 1 / 0; public static void main(String[] args) {} }"));

    assertThat(Process.deco(work.folder(), "", "run", "-cp", "classes", "Init"))
        .isEqualTo(Process.java(work.folder(), "", "-cp", "classes", "Init"));
  }

  @Test
  void statsAreOneLineOfJsonAfterEverythingElse() throws Exception {
    work.compile(work.write("Facts.java", FACTS));

    Process woven = Process.deco(work.folder(), "a line\n", "run", "--stats", "--workers", "2", "-cp", "classes", "facts.Facts");

    assertThat(woven.status()).isEqualTo(7);
    String[] lines = woven.err().split("\n");
    assertThat(lines).hasSize(3).startsWith("on the error stream");
    assertThat(lines[1]).as("where the time went").startsWith("deco: ");
    JsonNode stats = new ObjectMapper().readTree(lines[2]);
    assertThat(stats.fieldNames()).toIterable().contains("engine", "workers", "scopes", "tasks", "spawned", "inlined",
        "syncs", "forces", "deferred", "wall_ms", "task_ms", "work_ms", "span_ms", "parallelism", "wait_ms", "idle_ms",
        "replay_ms", "overhead_ms");
    assertThat(stats.get("workers").asInt()).isEqualTo(2);
    assertThat(stats.get("tasks").asInt()).isEqualTo(1000);
  }

  @ParameterizedTest
  @EnumSource
  void callsOfConcurrentMethodsGoToWorkers(Form form) throws Exception {
    work.compile(work.write("Busy.java", """
        import dev.deco.*;
        public class Busy {
          @Concurrent static double work(int x) {
            double sum = 0;
            for (int i = 0; i < 20_000; i++) sum += Math.sqrt(x + i);
            return sum;
          }
          @Synchronized static double total(int n) {
            double total = 0;
            for (int i = 0; i < n; i++) total += work(i);
            return total;
          }
          public static void main(String[] args) { System.out.println(total(500)); }
        }
        """));
    String path = "classes" + File.pathSeparator + Process.JAR;
    Object[] program = {"-Ddeco.stats=true", "-Ddeco.workers=4", "-cp", path, "Busy"};

    Process woven = form == Form.RUN ? Process.deco(work.folder(), "", "run", "--stats", "--workers", "4", "-cp", path, "Busy")
        : form.start(work.folder(), "", program);

    assertThat(woven.out()).isEqualTo(Process.java(work.folder(), "", "-cp", path, "Busy").out());
    assertThat(new ObjectMapper().readTree(lastLine(woven)).get("spawned").asInt()).isPositive();
  }

  @Test
  void classesOfTheProgramsOwnLoadersAreWovenToo() throws Exception {
    work.jar("plugin.jar", work.compile(work.write("Facts.java", FACTS.replace("System.exit(7);", ""))));
    Path host = work.write("Host.java", """
        import java.net.*;
        import java.nio.file.*;
        public class Host {
          public static void main(String[] args) throws Exception {
            var loader = new URLClassLoader(new URL[] {Path.of("plugin.jar").toUri().toURL()});
            var squares = loader.loadClass("facts.Facts").getDeclaredMethod("squares", int.class);
            squares.setAccessible(true);
            System.out.println(squares.invoke(null, 3));
          }
        }
        """);

    Process woven = Process.deco(work.folder(), "", "run", "--stats", host);

    assertThat(woven.out()).isEqualTo("[0.0, 1.0, 4.0]\n");
    assertThat(new ObjectMapper().readTree(lastLine(woven)).get("tasks").asInt()).isEqualTo(3);
  }

  private static String lastLine(Process process) {
    return process.err().lines().reduce((before, last) -> last).orElseThrow();
  }

  @Test
  void statsComeForAProgramWithoutScopesToo() {
    Path main = work.write("Main.java", "class Main { public static void main(String[] args) {} }");

    assertThat(Process.deco("run", "--stats", "--engine", "serial", main).err()).startsWith("{\"engine\":\"serial\"");
  }

  @Test
  void theAgentTakesNoOptionsAndSaysSo() {
    work.compile(work.write("Main.java", "public class Main { public static void main(String[] args) {} }"));

    Process run = Process.java(work.folder(), "", "-javaagent:" + Process.JAR + "=workers=3", "-cp", "classes", "Main");

    assertThat(run.status()).isZero();
    assertThat(run.err()).startsWith("deco: warning: -javaagent:deco.jar=workers=3").hasLineCount(1);
  }

  private static final String HURRIED = """
      import dev.deco.*;
      public class Hurried {
        @Concurrent(timeout = "soon") static int f(int i) { return i; }
        @Synchronized static int sum(int n) { int s = 0; for (int i = 0; i < n; i++) { s += f(i); } return s; }
        public static void main(String[] args) { System.out.println(sum(4)); }
      }
      """;

  @Test
  void aClassWhoseLimitsCannotBeKeptRunsSeriallyAndSaysWhy() {
    Process run = Process.deco(work.folder(), "", "run", work.write("Hurried.java", HURRIED));

    assertThat(run.out()).isEqualTo("6\n");
    assertThat(run.err()).hasLineCount(1).contains("deco: warning: ", "DECO-110 at Hurried.java:4", "\"soon\"", "[runs serially]");
  }

  @Test
  void strictComesFromTheSamePlacesAsAllSettings() {
    Path classes = work.compile(work.write("Hurried.java", HURRIED));
    work.write("deco.properties", "deco.strict = true");

    for (Process run : List.of(Process.deco(work.folder(), "", "run", "Hurried.java"),
        Process.java(work.folder(), "", "-javaagent:" + Process.JAR, "-cp", classes, "Hurried"))) {
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("deco: error: ", "DECO-110 at Hurried.java:4", "[its synchronized methods throw", "LinkageError");
      assertThat(run.err()).doesNotContain("runs serially");
    }
  }

  private static final String WAITING = """
      import dev.deco.*;
      import java.util.concurrent.*;
      public class Waiting {
        static final CyclicBarrier ALL = new CyclicBarrier(100);
        @Concurrent static int meet(int i) throws Exception { ALL.await(); return i; }
        @Synchronized static int sum(int n) throws Exception { int s = 0; for (int i = 0; i < n; i++) { s += meet(i); } return s; }
        public static void main(String[] args) throws Exception { System.out.println(sum(100)); }
      }
      """;

  @Test
  void aHundredTasksThatWaitForEachOtherMeetOnVirtualThreads() throws Exception {
    Path main = work.write("Waiting.java", WAITING);

    Process all = Process.deco(work.folder(), "", "run", "--engine", "virtual", "--stats", main);
    Process one = Process.java(work.folder(), "", "-Ddeco.engine.Waiting.meet=virtual", "-jar", Process.JAR, "run", main);

    if (Runtime.version().feature() < 21) {
      assertThat(all.status()).isEqualTo(2);
      assertThat(all.err()).contains("--engine virtual: this is Java " + Runtime.version().feature(), "Java 21");
      assertThat(one.err()).contains("from the system property deco.engine.Waiting.meet", "Java 21");
    } else {
      assertThat(all.out()).isEqualTo("4950\n");
      assertThat(new ObjectMapper().readTree(lastLine(all)).get("engine").asText()).isEqualTo("virtual");
      assertThat(one.out()).isEqualTo("4950\n");
    }
  }

  @Test
  void anEngineForAMethodThatNoTaskHasIsTold() {
    Path main = work.write("Main.java", """
        import dev.deco.*;
        class Main {
          @Concurrent static int twice(int i) { return 2 * i; }
          @Synchronized static int sum(int n) { int s = 0; for (int i = 0; i < n; i++) { s += twice(i); } return s; }
          public static void main(String[] args) { System.out.println(sum(10)); }
        }
        """);

    Process run = Process.java(work.folder(), "", "-Ddeco.engine.Main.twice=serial", "-Ddeco.engine.Main.nope=serial", "-jar",
        Process.JAR, "run", "--workers", "2", main);

    assertThat(run.status()).isZero();
    assertThat(run.err()).hasLineCount(1).startsWith("deco: warning: the setting deco.engine.Main.nope was not used");
  }

  @Test
  void anEngineThatDoesNotExistIsToldWithItsMethod() {
    Path main = work.write("Waiting.java", WAITING);

    Process run = Process.java(work.folder(), "", "-Ddeco.engine.Waiting.meet=warp", "-jar", Process.JAR, "run", main);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("Cannot use \"warp\" from the system property deco.engine.Waiting.meet", "Use one of: serial, threads");
  }
}
