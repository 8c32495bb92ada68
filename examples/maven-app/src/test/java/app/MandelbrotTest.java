package app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MandelbrotTest {
  @Test
  void thePictureHasItsLinesInOrder() {
    String[] lines = Mandelbrot.picture(21, 60).split("\n");

    assertEquals(21, lines.length);
    for (int row = 0; row < lines.length; row++) {
      assertEquals(Mandelbrot.line(row, 21, 60), lines[row]);
    }
  }

  @Test
  void theClassIsWoven() {
    assertTrue(Arrays.stream(Mandelbrot.class.getDeclaredMethods()).anyMatch(method -> method.getName().startsWith("deco$")));
  }
}
