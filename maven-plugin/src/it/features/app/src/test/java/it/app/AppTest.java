package it.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.library.Sums;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AppTest {
  @Test
  void scopesOfTwoModulesNest() {
    double[] data = {1, 2, 3};
    double sum = Sums.sum(data);

    List<Double> all = App.all(data, 100);

    assertEquals(IntStream.range(0, 100).mapToObj(i -> sum + i).toList(), all);
  }
}
