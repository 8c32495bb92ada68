package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scope of very many statements, each with its decisions and its sync: it is planned statement by statement. */
class LargeScopeTest {
  private static final int STATEMENTS = 600;

  @ParameterizedTest
  @ValueSource(strings = {
      "o[%1$d] = f(%1$d) + o[%1$d / 2]; s += f(o[%1$d - 1]);",
      "o[%1$d] += f(o[%1$d - 1]); l.add(f(o[%1$d]) + 1);",
      "if (s > %1$d) { s += f(%1$d); } else { o[%1$d] += f((int) s); }"})
  void runsAsUnwoven(String statement) {
    StringBuilder source = new StringBuilder("""
        import dev.deco.*;
        import java.util.*;

        public class Large {
          @Concurrent
          static int f(int i) {
            return i % 1000 * 3 + 1;
          }

          @Synchronized
          static long large(int[] o, List<Integer> l, long s) {
        """);
    for (int i = 1; i <= STATEMENTS; i++) {
      source.append(String.format(statement, i)).append('\n');
    }
    source.append("""
            return s;
          }

          public static void main(String[] args) {
            int[] o = new int[1000];
            List<Integer> l = new ArrayList<>();
            System.out.println(large(o, l, 1) + " " + Arrays.hashCode(o) + " " + l.hashCode());
          }
        }
        """);
    Program program = Program.of("Large", source.toString());
    String plain = program.run(program.classes(), Configuration.serial()).printed();
    assertThat(program.run(program.wovenWhole(), Configuration.threads(2)).printed()).isEqualTo(plain);
  }
}
