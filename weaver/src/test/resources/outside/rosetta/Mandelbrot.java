import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** The Mandelbrot set in characters. */
public class Mandelbrot {
  private static final String SHADES = " .:-=+*#%@";

  @Concurrent
  static char point(double re, double im) {
    double x = 0;
    double y = 0;
    int steps = 0;
    while (x * x + y * y < 4 && steps < 1000) {
      double next = x * x - y * y + re;
      y = 2 * x * y + im;
      x = next;
      steps++;
    }
    return SHADES.charAt(steps * (SHADES.length() - 1) / 1000);
  }

  @Synchronized
  static String picture(int width, int height) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        text.append(point(-2.0 + 2.6 * column / width, -1.2 + 2.4 * row / height));
      }
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  public static void main(String[] args) {
    System.out.print(picture(72, 30));
  }
}
