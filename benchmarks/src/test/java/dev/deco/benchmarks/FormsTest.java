package dev.deco.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form of every program computes what the serial one does. */
class FormsTest {
  @ParameterizedTest
  @CsvSource({"fill, 5000", "sum, 5000", "collect, 5000", "fib, 22", "nqueens, 7", "merge sort, 3000", "climate, 2", "n-body, 60",
      "mandelbrot, 48", "matrix product, 40", "Monte Carlo, 500", "word count, 100", "k-means, 600", "convolution, 40"})
  void equalsSerial(String program, int size) {
    Subject subject = new Subject(Subject.Group.PROGRAMS, program, program, size, 50, 42, 1);
    Object expected;
    try (Contestant serial = FormLoader.contestant(subject, Form.SERIAL, 1)) {
      expected = serial.run();
    }
    for (Form form : Form.available()) {
      try (Contestant contestant = FormLoader.contestant(subject, form, 2)) {
        int[] cutoffs = contestant.cutoffs();
        for (int run = 0; run < Math.max(2, cutoffs.length); run++) {
          if (run < cutoffs.length) {
            contestant.cutoff(cutoffs[run]);
          }
          assertThat(Difference.between(expected, contestant.run(), contestant.tolerance())).as(form.title()).isNull();
        }
        if (form == Form.DECO) {
          assertThat(contestant.tasks()[0]).as("tasks: it is woven").isPositive();
        }
      }
    }
  }

  @Test
  void differencesAreFound() {
    assertThat(Difference.between(new double[][] {{1, 0.0}}, new double[][] {{1, -0.0}}, 0)).startsWith("the result[0][1] is -0.0");
    assertThat(Difference.between(1.0, 1.0 + 1e-12, 1e-9)).isNull();
    assertThat(Difference.between(1.0, 1.0 + 1e-6, 1e-9)).isNotNull();
  }

  @Test
  void ratiosAreOfTheSameRound() {
    Measured measured = new Measured(new Subject(Subject.Group.LOOP, "a|b", "fill", 1, 0, 1, 1));
    Stream.of(10, 40, 20).forEach(nanos -> measured.add(Form.SERIAL, new Measured.Turn(nanos, 0)));
    Stream.of(5, 10, 5).forEach(nanos -> measured.add(Form.DECO, new Measured.Turn(nanos, 0)));

    assertThat(measured.speedup(Form.DECO, Form.SERIAL)).isEqualTo(new Spread(3, 4, 4));
    assertThat(new Markdown(List.of("x", "y")).row(List.of("a|b", "4")))
        .hasToString("| x | y |\n|---|--:|\n| a\\|b | 4 |\n");
  }
}
