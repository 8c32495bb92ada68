package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.files.ProgramClasses;
import dev.deco.internal.weaver.findings.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What functions of the platform's types do to tasks that do not know which function it is. */
class OwnFunctionsTest {
  private static final String PROGRAM = """
      import dev.deco.*;
      import java.util.*;
      import java.util.function.*;
      import java.util.stream.*;

      public class Priced {
        static int counter;
        final List<Function<Double, Double>> steps = new ArrayList<>();

        @Concurrent
        double price(Predicate<Double> valid, double x) {
          for (Function<Double, Double> step : steps) {
            x = step.apply(x);
          }
          return valid.test(x) ? x : 0;
        }

        @Synchronized
        double prices(Predicate<Double> valid) {
          double sum = 0;
          for (int i = 0; i < 20; i++) {
            sum += price(valid, i);
          }
          return sum;
        }

        public static void main(String[] args) {
          Priced priced = new Priced();
          priced.steps.add(x -> x + 1);
          priced.steps.add(Math::sqrt);
          System.out.println(priced.prices(x -> x > 0));
          Map<Integer, List<Integer>> groups = new TreeMap<>();
          Set<Integer> seen = new HashSet<>();
          IntStream.range(0, 9).boxed().filter(i -> seen.add(i)).map(i -> i + counter++)
              .forEach(i -> groups.computeIfAbsent(i, k -> new ArrayList<>(counter++)).add(i));
          //more
        }
      }
      """;

  @Test
  void functionsThatOnlyStreamsCallAreNotMeant() {
    assertThat(findings(PROGRAM)).isEmpty();
  }

  @Test
  void oneThatMayBeMeantOrdersTheTasks() {
    List<Finding> found = findings(PROGRAM.replace("//more", "priced.steps.add(x -> x + counter++);"));
    assertThat(found).extracting(Finding::code).contains("DECO-202").doesNotContain("DECO-303");
  }

  private static List<Finding> findings(String source) {
    Program program = Program.of("Priced", source);
    ProgramClasses whole = new ProgramClasses(program.classSource(), each -> program.classes().values().forEach(each));
    Weaver weaver = new Weaver(whole, whole);
    List<Finding> found = new ArrayList<>();
    program.classes().values().forEach(bytes -> found.addAll(weaver.findings(bytes)));
    return found;
  }
}
