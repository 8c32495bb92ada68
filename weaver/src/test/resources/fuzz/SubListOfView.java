import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** What tasks set in a list leaves the program's own sub lists of it valid. */
public class SubListOfView {
  static double total;

  @Concurrent
  static double scale(List<Double> all, int i, double x) {
    double before = all.get(i);
    all.set(i, before / 2 + x);
    return before;
  }

  @Synchronized
  static void scope() {
    List<Double> list = new ArrayList<>(List.of(1.0, 2.0, 3.0, 4.0));
    for (int i = 0; i < 3; i++) {
      scale(list.subList(1, 3), 0, 1.0);
      scale(list, 1, total);
    }
    total += list.get(1);
  }

  public static void main(String[] args) {
    total = 0.5;
    scope();
    System.out.println(total);
  }
}
