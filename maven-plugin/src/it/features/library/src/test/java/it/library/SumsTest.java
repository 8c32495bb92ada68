package it.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SumsTest {
  @Concurrent
  private static double square(int i) {
    return (double) i * i;
  }

  @Synchronized
  private static double[] squares(int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = square(i);
    }
    return out;
  }

  private static boolean isWoven(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("Ldev/deco/internal/runtime/Woven;");
    }
  }

  @Test
  void mainAndTestClassesAreWovenAndRunInTheirModule() throws IOException {
    double[] squares = squares(1000);
    double expected = 0;
    for (double x : squares) {
      expected += Math.sin(x) + x;
    }

    assertEquals(expected, Sums.sum(squares));
    assertEquals(998001, squares[999]);
    assertTrue(isWoven(Sums.class), "main classes");
    assertTrue(isWoven(SumsTest.class), "test classes");
    assertTrue(Sums.class.getModule().isNamed());
  }
}
