import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** A statement reads a variable that has its value elsewhere, then needs it at once; then the variable changes. */
public class IncrementOfCell {
  @Concurrent
  static int fourfold(int x) {
    return x * 4;
  }

  @Concurrent
  static double peek(int x) {
    return x;
  }

  @Synchronized
  static void scope(List<Double> list) {
    int n = 1;
    n *= fourfold(1);
    for (int i = 0; i < 4; i++) {
      list.set(n & 3, peek(n));
      n++;
    }
  }

  public static void main(String[] args) {
    List<Double> list = new ArrayList<>(List.of(1.0, 2.0, 3.0, 4.0));
    scope(list);
    System.out.println(list);
  }
}
