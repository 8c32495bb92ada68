package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A task that drops what a collection's method returns has not read the collection. */
class DroppedResultsTest {
  private static Program.Run run(Program program) {
    Program.Run run = program.run(program.woven(), Configuration.threads(2).shuffled(7));
    assertThat(run.printed()).isEqualTo(program.run(program.classes(), Configuration.serial()).printed());
    return run;
  }

  @Test
  void noTaskOfTheseIsRunAgain() {
    Program.Run run = run(Program.named("Counts"));
    assertThat(run.stats().spawned()).isGreaterThan(150);
    assertThat(run.stats().reruns()).isZero();
  }

  private static Program program(String statement) {
    return Program.of("Main", """
        import dev.deco.*;
        import java.util.*;
        import java.util.function.*;
        public class Main {
          static final int[] factor = {1};
          record Box(int[] sum) {}
          @Concurrent static void f(int i, Map<Integer, Integer> map, Map<Integer, int[]> arrays) {
            %s
          }
          @Synchronized static void loop(int n, Map<Integer, Integer> map, Map<Integer, int[]> arrays) {
            for (int i = 0; i < n; i++) {
              f(i, map, arrays);
            }
          }
          public static void main(String[] args) {
            Map<Integer, Integer> map = new HashMap<>();
            Map<Integer, int[]> arrays = new TreeMap<>();
            loop(200, map, arrays);
            System.out.println(map);
            arrays.forEach((key, value) -> System.out.println(key + Arrays.toString(value)));
          }
        }
        """.formatted(statement));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "map.merge(i % 5, i, Math::max);",
      "int w = i + 1; map.merge(i % 5, i, (a, b) -> a + b * w);",
      "for (int k = 0; k < 9; k++) { map.merge(i * k % 5, i, (a, b) -> a * b); }",
      "arrays.merge(i % 5, new int[] {i}, (a, b) -> b);",
      "map.put(i % 3, i); map.merge(i % 3, 1, Integer::sum);",
  })
  void aFunctionOfItsArgumentsAloneIsCalledInTheTasksTurn(String statement) {
    assertThat(run(program(statement)).stats().reruns()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "int old = map.merge(i % 5, 1, Integer::sum); map.put(1000 + i, old);",
      "map.merge(i % 5, i, (a, b) -> a + b * factor[0]);",
      "BiFunction<Integer, Integer, Integer> sum = i < 0 ? null : Integer::sum; map.merge(i % 5, 1, sum);",
      "arrays.merge(i % 5, new int[] {i}, (a, b) -> new int[] {a[0] + b[0]});",
  })
  void anyOtherOneIsCalledInTheTaskWhichHasReadTheKey(String statement) {
    assertThat(run(program(statement)).stats().reruns()).isPositive();
  }
}
