package dev.deco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** {@code deco run --graph} writes what ran and what ordered it. */
class GraphTest {
  private static final String DIAMOND = """
      import dev.deco.*;
      public class Diamond {
        @Concurrent static void make(int[] made, int x) { made[0] = x; }
        @Concurrent static void pass(int[] from, int[] made) { made[0] = from[0] + 1; }
        @Concurrent static void join(int[] left, int[] right, int[] made) { made[0] = left[0] * right[0]; }
        @Concurrent static int read(int[] made) { return made[0]; }
        @Concurrent static int twice(int x) { return 2 * x; }
        @Synchronized(order = Order.BY_DATA) static int run(int n) {
          int[] a = new int[1], b = new int[1], c = new int[1], d = new int[1];
          for (int i = 0; i < n; i++) {
            make(a, i);
            pass(a, b);
            pass(a, c);
            join(b, c, d);
          }
          int[] result = new int[1];
          result[0] = twice(read(d));
          return result[0];
        }
        public static void main(String[] args) { System.out.println(run(Integer.parseInt(args[0]))); }
      }
      """;

  private Workspace work;

  @BeforeEach
  void folder(@TempDir Path folder) {
    work = new Workspace(folder);
    work.write("Diamond.java", DIAMOND);
  }

  private Process run(String graph, int n) {
    return Process.deco(work.folder(), "", "run", "--workers", "2", "--graph", graph, "Diamond.java", n);
  }

  private String text(String name) throws IOException {
    return Files.readString(work.folder().resolve(name));
  }

  @Test
  void edgesFollowFromTheData() throws IOException {
    Process run = run("g.dot", 1);

    assertThat(run).isEqualTo(new Process(0, "2\n", ""));
    assertThat(text("g.dot").lines().filter(line -> line.contains("->")).map(String::strip)
        .map(line -> line.replace(", color=red, penwidth=2", ""))).containsExactlyInAnyOrder(
        "t0 -> t1 [label=\"a[0]\"];", "t0 -> t2 [label=\"a[0]\"];", "t1 -> t3 [label=\"b[0]\"];",
        "t2 -> t3 [label=\"c[0]\"];", "t3 -> t4 [label=\"d[0]\"];", "t4 -> t5 [label=\"result\"];");
    assertThat(text("g.dot")).containsPattern("t1 \\[label=\"Diamond.pass #1\\\\nDiamond.java:12\\\\n[0-9.]+ [nmu]?s\"");
  }

  @Test
  void theCriticalPathIsRed() throws IOException {
    run("g.dot", 1);

    assertThat(text("g.dot").lines().filter(line -> line.contains("color=red")).map(line -> line.strip().replaceAll(" \\[.*", "")))
        .contains("t0", "t3", "t4", "t5", "t3 -> t4", "t4 -> t5").hasSize(9)
        .containsAnyOf("t1", "t2").containsAnyOf("t0 -> t1", "t0 -> t2").containsAnyOf("t1 -> t3", "t2 -> t3");
  }

  @Test
  void aDrawingShowsEveryTaskOnItsLevel() throws Exception {
    assertThat(run("g.svg", 10).status()).isZero();

    Document drawing = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(work.folder().resolve("g.svg").toFile());
    assertThat(drawing.getElementsByTagName("g").getLength()).isEqualTo(42);
    assertThat(text("g.svg")).contains("Diamond.join #10", "<title>42 tasks, longest chain 23</title>", "In red, the critical path",
        "Diamond.pass, 20 calls, ");
    assertThat(Files.getPosixFilePermissions(work.folder().resolve("g.svg")))
        .as("who may read it: as for any new file").isEqualTo(Files.getPosixFilePermissions(Files.writeString(
            work.folder().resolve("other"), "")));
  }

  @Test
  void tooManyTasksAreCountedAndSaid() throws IOException {
    Process run = run("g.svg", 1300);

    assertThat(run.out()).isEqualTo("3380000\n");
    assertThat(run.err()).contains("shows the first 5000 tasks; there were 202 more");
    assertThat(text("g.svg")).contains("and 202 tasks more, which are not drawn");
  }

  @Test
  void whatCannotBeWrittenIsToldBeforeTheProgramStarts() throws IOException {
    Files.createDirectory(work.folder().resolve("folder.svg"));
    for (List<String> bad : List.of(List.of("g.png", "give a file that ends with .svg"), List.of("none/g.svg", "there is no folder"),
        List.of("folder.svg", "name a file in it"))) {
      Process run = run(bad.get(0), 1);
      assertThat(run.status()).as("%s", bad).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("deco: --graph " + bad.get(0) + ": ").contains(bad.get(1));
    }
  }

  @Test
  void aProgramThatFailsHasItsGraphToo() throws IOException {
    Process run = Process.deco(work.folder(), "", "run", "--graph", "g.dot", "Diamond.java", "x");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("NumberFormatException").contains("is empty: no call became a task");
    assertThat(text("g.dot")).startsWith("digraph tasks {");
    assertThat(Files.list(work.folder()).map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
  }
}
