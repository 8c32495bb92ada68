import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sierpinski's carpet, a row at a time. */
public class Carpet {
  private static boolean solid(int x, int y) {
    while (x > 0 || y > 0) {
      if (x % 3 == 1 && y % 3 == 1) {
        return false;
      }
      x /= 3;
      y /= 3;
    }
    return true;
  }

  @Concurrent
  static String row(int y, int size) {
    StringBuilder row = new StringBuilder();
    for (int x = 0; x < size; x++) {
      row.append(solid(x, y) ? '#' : ' ');
    }
    return row.toString().stripTrailing();
  }

  @Synchronized
  static String carpet(int order) {
    int size = (int) Math.pow(3, order);
    return IntStream.range(0, size).mapToObj(y -> row(y, size)).collect(Collectors.joining("\n"));
  }

  public static void main(String[] args) {
    for (int order = 0; order < 5; order++) {
      String carpet = carpet(order);
      System.out.println(order < 4 ? carpet : carpet.hashCode());
    }
  }
}
