package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scratch buffers: a task that only looks at what its scope goes on to change may get a copy, and cannot tell. */
class SnapshotsTest {
  /** {@code members}: with a concurrent method {@code f(int[] b, int i)}. */
  private static Program program(String members) {
    return Program.of("Main", """
        import dev.deco.*;
        import java.util.*;
        import java.util.stream.*;
        public class Main {
          static int[] kept;
          static int sum(int[] b) {
            int s = 0;
            for (int x : b) {
              s = s * 31 + x;
            }
            return s;
          }
          %s
          @Synchronized static int[] loop(int n, int[] buf) {
            int[] out = new int[n];
            for (int i = 0; i < n; i++) {
              buf[i %% buf.length] += i;
              out[i] = f(buf, i);
            }
            return out;
          }
          public static void main(String[] args) {
            System.out.println(Arrays.toString(loop(100, new int[] {1, 2, 3})));
          }
        }
        """.formatted(members));
  }

  private static String explained(Program program) {
    return new Weaver(program.classSource()).plans(program.classes().get("Main")).stream()
        .flatMap(plan -> plan.steps().stream()).map(step -> step.what() + ": " + step.why())
        .collect(Collectors.joining("\n"));
  }

  private static long snapshots(Program program) {
    long snapshots = 0;
    for (long seed = 0; seed < 4; seed++) {
      Program.Run run = program.run(program.woven(), Configuration.threads(2).shuffled(seed));
      assertThat(run.printed()).isEqualTo(program.run(program.classes(), Configuration.serial()).printed());
      snapshots += run.stats().snapshots();
    }
    return snapshots;
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "@Concurrent static int f(int[] b, int i) { return b[i % b.length]; }",
      "@Concurrent static int f(int[] b, int i) { int[] c = b; return sum(c) + c.length; }",
      "@Concurrent static int f(int[] b, int i) { return sum(b.clone()) + Arrays.hashCode(b); }",
      "@Concurrent static int f(int[] b, int i) { return Arrays.stream(b).sum(); }",
      "@Concurrent static int f(int[] b, int i) { int[] c = new int[9]; System.arraycopy(b, 0, c, 1, 2); return sum(c); }",
      "@Concurrent static int f(int[] b, int i) { return i < 5 || b[0] == 3 ? b[1] : f(b, i - 5); }",
      "@Concurrent static int f(int[] b, int i) { if (b == null) { return 0; } return sum(b); }",
  })
  void whatATaskOnlyLooksAtMayBeACopy(String members) {
    Program program = program(members);
    assertThat(explained(program)).contains("buf: snapshot");
    assertThat(snapshots(program)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "@Concurrent static int f(int[] b, int i) { kept = b; return b[0]; }",
      "@Concurrent static int f(int[] b, int i) { return b[0] + (kept == b ? 1 : 0); }",
      "static boolean same(int[] a, int[] b) { return a == b; } "
          + "@Concurrent static int f(int[] b, int i) { return same(b, b) ? b[0] : 1; }",
      "@Concurrent static int f(int[] b, int i) { synchronized (b) { return b[0]; } }",
      "@Concurrent static int f(int[] b, int i) { return b[0] + (System.identityHashCode(b) == 0 ? 1 : 0); }",
      "@Concurrent static int f(int[] b, int i) { return b[0] + (b.hashCode() == 0 ? 1 : 0); }",
      "@Concurrent static int f(int[] b, int i) { return b[0] + (b.equals(kept) ? 1 : 0); }",
      "@Concurrent static int f(int[] b, int i) { return b[0] + (\"\" + b).indexOf('!'); }",
      "@Concurrent static int f(int[] b, int i) { return b[0] + String.valueOf((Object) b).indexOf('!'); }",
      "@Concurrent static int f(int[] b, int i) { return IntStream.range(0, 3).map(k -> b[k]).sum(); }",
      "@Concurrent static int f(int[] b, int i) { return Set.of(b).contains(kept) ? 1 : b[0]; }",
      "@Concurrent static int f(int[] b, int i) { return b[1] += b[0]; }",
      "record Box(int[] b) {} static boolean has(Box x, int[] b) { return x.b == b; } "
          + "@Concurrent static int f(int[] b, int i) { return has(new Box(b), b) ? b[0] : 1; }",
  })
  void whatATaskCouldTellFromACopyIsNone(String members) {
    Program program = program(members);
    assertThat(explained(program)).doesNotContain("snapshot");
    assertThat(snapshots(program)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"length, true", "capacity, false"})
  void aBuilderHoldsTheSameInACopyButHasRoomOfItsOwn(String asked, boolean copied) {
    Program program = Program.of("Main", """
        import dev.deco.*;
        import java.util.*;
        public class Main {
          @Concurrent static int f(StringBuilder b) { return b.%s() + b.charAt(0); }
          @Synchronized static int[] loop(int n, StringBuilder b) {
            int[] out = new int[n];
            for (int i = 0; i < n; i++) {
              b.append((char) ('a' + i %% 26));
              out[i] = f(b);
            }
            return out;
          }
          public static void main(String[] args) {
            System.out.println(Arrays.toString(loop(100, new StringBuilder(1000))));
          }
        }
        """.formatted(asked));
    assertThat(snapshots(program) > 0).isEqualTo(copied);
  }
}
