package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scope in a static initializer: its tasks cannot use that class on another thread, and it would wait for them. */
class InitializersTest {
  private static final long PATIENCE_SECONDS = 60;
  /** The tasks are of the class that is being initialized. */
  private static final String OWN = """
      import dev.deco.*;
      public class Own {
        static final double[] TABLE = build();
        @Concurrent static double f(int i) {
          double s = i;
          for (int k = 0; k < 200000; k++) s += Math.sqrt(s + k);
          return s;
        }
        @Synchronized static double[] build() {
          double[] t = new double[64];
          for (int i = 0; i < 64; i++) t[i] = f(i);
          return t;
        }
        public static void main(String[] args) {
          double s = 0;
          for (double d : TABLE) s += d;
          System.out.println(s);
        }
      }
      """;
  /** The tasks, of another class, read a constant of it; some are elements of streams; later ones are free to go. */
  private static final String OTHERS = """
      import dev.deco.*;
      import java.util.*;
      import java.util.stream.*;
      public class Others {
        static class Config {
          static final int SIZE = Integer.getInteger("size", 100);
          static final double[] TABLE = Calc.table(SIZE);
          static final List<Integer> SQUARES = Deco.map(List.of(1, 2, 3, 4, 5), x -> x * x);
          static final List<Double> STREAM = Calc.stream();
        }
        static class Calc {
          @Concurrent static double f(int i) {
            double s = 0;
            for (int k = 0; k < 20000; k++) s += Math.sqrt(i + k) / Config.SIZE;
            return s;
          }
          @Synchronized static double[] table(int n) {
            double[] t = new double[n];
            for (int i = 0; i < n; i++) t[i] = f(i);
            return t;
          }
          @Synchronized static List<Double> stream() {
            return IntStream.range(0, 40).mapToObj(i -> f(i)).collect(Collectors.toList());
          }
          @Synchronized static double total() {
            double s = 0;
            for (int i = 0; i < 200; i++) s += f(i);
            double a = f(3);
            double b = f(4);
            return s + a * b;
          }
        }
        public static void main(String[] args) {
          System.out.println(Arrays.toString(Config.TABLE) + Config.SQUARES + Config.STREAM + Calc.total());
        }
      }
      """;

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({"Own, Own, 2", "Own, Own, 7", "Others, Others$Config, 2", "Others, Others$Config, 7"})
  void tasksRunInPlaceAndTheUserIsTold(String name, String initialized, int workers) throws Exception {
    Program program = Program.of(name, name.equals("Own") ? OWN : OTHERS);

    ChildProcess child = ChildProcess.run(folder, PATIENCE_SECONDS, List.of("-Ddeco.workers=" + workers), program, name);

    assertThat(child.status()).isZero();
    assertThat(Files.readString(child.out()))
        .isEqualTo(program.run(program.classes(), Configuration.serial()).printed());
    assertThat(child.err()).contains("runs in place, since the static initializer of " + initialized + " is running",
        name + ".java:");
  }
}
