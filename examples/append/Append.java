package append;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows results that are appended, in the order of the loop whichever task is done first: the rows of a picture of the
 * Mandelbrot set to a {@code StringBuilder}, with plain text between them, and the number of its points in each row to
 * a list.
 *
 * <p>Run it: {@code deco run examples/append/Append.java [ROWS] [ITERATIONS]}
 */
public final class Append {
  static final int COLUMNS = 100;

  @Concurrent
  static String row(int y, int rows, int iterations) {
    var row = new StringBuilder();
    for (int x = 0; x < COLUMNS; x++) {
      int escape = escape(-2.2 + 3.0 * x / COLUMNS, -1.2 + 2.4 * y / rows, iterations);
      row.append(escape == iterations ? '#' : " .:-=+*%@".charAt(Math.min(8, escape / 3)));
    }
    return row.toString();
  }

  @Concurrent
  static int points(int y, int rows, int iterations) {
    int points = 0;
    for (int x = 0; x < COLUMNS; x++)
      if (escape(-2.2 + 3.0 * x / COLUMNS, -1.2 + 2.4 * y / rows, iterations) == iterations) points++;
    return points;
  }

  @Synchronized
  static String picture(int rows, int iterations) {
    String edge = "+" + "-".repeat(COLUMNS) + "+\n";
    var picture = new StringBuilder();
    picture.append(edge);
    for (int y = 0; y < rows; y++) {
      picture.append('|');
      picture.append(row(y, rows, iterations)).append("|\n");
    }
    picture.append(edge);
    return picture.toString();
  }

  @Synchronized
  static List<Integer> pointsOfRows(int rows, int iterations) {
    var list = new ArrayList<Integer>();
    for (int y = 0; y < rows; y++) list.add(points(y, rows, iterations));
    return list;
  }

  /** After how many iterations the point escapes; {@code iterations} where it does not. */
  private static int escape(double a, double b, int iterations) {
    double x = 0;
    double y = 0;
    int i = 0;
    while (i < iterations && x * x + y * y <= 4) {
      double next = x * x - y * y + a;
      y = 2 * x * y + b;
      x = next;
      i++;
    }
    return i;
  }

  public static void main(String[] args) {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 40;
    int iterations = args.length > 1 ? Integer.parseInt(args[1]) : 400_000;
    System.out.print(picture(rows, iterations));
    System.out.println(pointsOfRows(rows, iterations));
  }
}
