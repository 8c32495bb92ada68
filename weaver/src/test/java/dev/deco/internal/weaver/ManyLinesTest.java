package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a million tasks print comes out in order, in a heap that could not hold it. */
class ManyLinesTest {
  private static final int LINES = 1_000_000;
  private static final long PATIENCE_SECONDS = 240;
  private static final String SOURCE = """
      import dev.deco.*;
      public class Lines {
        @Concurrent
        static void told(int i, int fails) {
          System.out.println("line " + i + " of what the tasks have printed, one after the other");
          if (i == fails) {
            if (i % 2 == 0) System.exit(7);
            throw new IllegalStateException("at " + i);
          }
        }

        @Synchronized
        static void all(int n, int fails) {
          for (int i = 0; i < n; i++) {
            told(i, fails);
          }
        }

        public static void main(String[] args) {
          all(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
          System.out.println("end");
        }
      }
      """;

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({"2, -1, 0", "7, 600001, 1"})
  void comeOutInOrder(int workers, int fails, int status) throws Exception {
    Path out = run(workers, LINES, fails, status);
    int printed = fails < 0 ? LINES : fails + 1;
    try (var lines = Files.newBufferedReader(out)) {
      for (int i = 0; i < printed; i++) {
        assertThat(lines.readLine()).isEqualTo("line " + i + " of what the tasks have printed, one after the other");
      }
      assertThat(lines.readLine()).isEqualTo(fails < 0 ? "end" : null);
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "7"})
  void aTaskMayEndTheProcess(int workers) throws Exception {
    assertThat(run(workers, 2000, 1000, 7)).exists();
  }

  private Path run(int workers, int lines, int fails, int status) throws IOException, InterruptedException {
    ChildProcess child = ChildProcess.run(folder, PATIENCE_SECONDS,
        List.of("-Xmx24m", "-Ddeco.output=ordered", "-Ddeco.workers=" + workers), Program.of("Lines", SOURCE), "Lines",
        lines, fails);
    assertThat(child.status()).as(child.err()).isEqualTo(status);
    return child.out();
  }
}
