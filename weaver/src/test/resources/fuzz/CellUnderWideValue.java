import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** The variable that takes its value late shares its slot with the second half of another one. */
public class CellUnderWideValue {
  static double total;

  @Concurrent
  static int mix(int x) {
    return x * 31 ^ 5;
  }

  @Synchronized
  static void scope() {
    for (int i = 0; i < 3; i++) {
      {
        int before = 1;
        long sum = before;
        for (int k = 0; k < 6; k++) {
          sum = sum * 3 + mix(k);
        }
        total += sum;
      }
      double after = i;
      total += after;
    }
  }

  public static void main(String[] args) {
    total = 0;
    scope();
    System.out.println(total);
  }
}
