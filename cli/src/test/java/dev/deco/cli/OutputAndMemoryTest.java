package dev.deco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that exit in the middle, that need their memory, or that have forgotten something. */
class OutputAndMemoryTest {
  private static final String PROGRAM = """
      import dev.deco.*;
      import java.util.*;
      class Main {
        static int w(int i) { int s = 0; for (int k = 0; k < 300_000; k++) s += k ^ i; return s; }
        static class Block { byte[] bytes; int sum; }
        @Concurrent static int f(int i, int last) {
          w(i);
          System.out.println("f " + i);
          if (i == last) { System.out.println("giving up"); System.exit(3); }
          return i;
        }
        @Concurrent static void g(List<Integer> list, int i) {
          w(i);
          list.add(i);
          System.out.println("g " + i);
          if (i == 40) System.exit(4);
        }
        @Concurrent static void fill(Block b, int i) { w(i); b.sum = i; }
        @Concurrent static void add(Block b, Block total) { total.sum += b.sum; }
        @Concurrent static void queue(Deque<byte[]> last, int i) { w(i); last.add(new byte[1 << 20]); if (last.size() > 3) last.poll(); }
        @Concurrent static byte[] next(byte[] s, int i) { byte[] r = new byte[1 << 18]; r[0] = (byte) (s[0] + i); return r; }

        @Synchronized static void task() { int s = 0; for (int i = 0; i < 80; i++) s += f(i, 40); }
        @Synchronized static void scope() { for (int i = 0; i < 80; i++) { System.out.println("r " + f(i, -1)); if (i == 50) stop(); } }
        @Concurrent static int log(int i) { java.util.logging.Logger.getGlobal().info("l " + (w(i) & 1) + i); return i; }
        @Synchronized static int logs() { int s = 0; for (int i = 0; i < 80; i++) s += log(i); return s; }
        static void stop() { System.out.println("stop"); System.exit(5); }
        @Synchronized static void views() { List<Integer> list = new ArrayList<>(); for (int i = 0; i < 80; i++) g(list, i); }
        @Synchronized(order = Order.BY_DATA) static void data() {
          Block total = new Block();
          for (int i = 0; i < 1000; i++) { Block b = new Block(); b.bytes = new byte[1 << 20]; fill(b, i); add(b, total); }
          System.out.println(total.sum);
        }
        @Synchronized static void deque() { Deque<byte[]> last = new ArrayDeque<>(); for (int i = 0; i < 1000; i++) queue(last, i); System.out.println(last.size()); }
        @Synchronized static void chain() { byte[] s = new byte[1]; for (int i = 0; i < 2000; i++) s = next(s, i); System.out.println(s[0]); }

        public static void main(String[] args) {
          switch (args[0]) {
            case "task" -> task();
            case "hook" -> {
              Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
              Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.printf("%s%n", "second")));
              task();
            }
            case "log" -> {
              System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%n");
              System.out.println(logs());
            }
            case "scope" -> scope();
            case "views" -> views();
            case "data" -> data();
            case "deque" -> deque();
            default -> chain();
          }
        }
      }
      """;

  private Workspace work;

  @BeforeEach
  void folder(@TempDir Path folder) {
    work = new Workspace(folder);
    work.compile(work.write("Main.java", PROGRAM));
  }

  private Process woven(String memory, String what) {
    return Process.java(work.folder(), "", memory, "-jar", Process.JAR, "run", "--workers", "2", "-cp", "classes", "Main", what);
  }

  private Process plain(String what) {
    return Process.java(work.folder(), "", "-cp", "classes" + File.pathSeparator + Process.JAR, "Main", what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"task", "scope", "views", "hook", "log"})
  void whatTasksPrintComesInProgramOrder(String what) {
    assertThat(woven("-Xmx256m", what)).isEqualTo(plain(what));
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "deque", "chain"})
  void aScopeNeedsLittleMoreMemoryThanThePlainProgram(String what) {
    assertThat(woven("-Xmx160m", what)).isEqualTo(plain(what));
  }

  @Test
  void aProgramWithoutAScopeSaysSo() {
    Path source = work.write("Forgotten.java", """
        import dev.deco.*;
        class Forgotten {
          @Concurrent static int f(int i) { return i + 1; }
          public static void main(String[] args) { System.out.println(f(1)); }
        }
        """);

    Process ran = Process.deco(work.folder(), "", "run", source);

    assertThat(ran.out()).isEqualTo("2" + System.lineSeparator());
    assertThat(ran.err()).contains("deco: warning: Forgotten has @Concurrent methods").contains("@Synchronized");
    assertThat(Process.deco(work.folder(), "", "check", source).out()).contains("Forgotten.java:4: warning: DECO-106");
  }

  @Test
  void aProgramThatNobodyHasWovenSaysSoWhereItCallsDeco() {
    work.compile(work.write("Unwoven.java", """
        import dev.deco.*;
        class Unwoven {
          @Concurrent static int f(int i) { return i + 1; }
          @Synchronized static int all() { int s = f(1); Deco.map(java.util.List.of(1), i -> f(i)); return s; }
          public static void main(String[] args) { System.out.println(all()); }
        }
        """));
    String path = "classes" + File.pathSeparator + Process.JAR;

    assertThat(Process.java(work.folder(), "", "-cp", path, "Unwoven").err()).contains("deco: warning: Unwoven").contains("[runs serially]");
    assertThat(Process.java(work.folder(), "", "-Ddeco.strict=true", "-cp", path, "Unwoven").status()).isEqualTo(1);
  }

  @Test
  void aFileThatIsNoClassIsNotCopiedWithoutAWord() {
    Path damaged = work.write("damaged/A.class", "garbage");

    Process weave = Process.deco(work.folder(), "", "weave", "damaged", "-o", "out");

    assertThat(weave.status()).isEqualTo(1);
    assertThat(weave.err()).contains("A.class").contains("compile it again");
    assertThat(work.folder().resolve("out")).doesNotExist();
    assertThat(damaged).exists();
  }
}
