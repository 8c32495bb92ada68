import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Map;
import java.util.TreeMap;

/** An iterator, an array in a cell, and a pending value, one after the other in one slot, around a cheap loop. */
public class SlotWithTwoLives {
  static class Box {
    int[] all = {1, 2, 3, 4};

    @Concurrent
    int[] row() {
      return all;
    }
  }

  @Concurrent
  static int mixed(int x) {
    return x * 31 ^ 5;
  }

  @Concurrent
  static long wide(long x) {
    return x + 1;
  }

  @Synchronized
  static int scope() {
    for (Map.Entry<Integer, Integer> entry : new TreeMap<Integer, Integer>().entrySet()) {
      int value = entry.getValue();
      if (value > 3) {
        break;
      }
    }
    for (int each : new Box().row().clone()) {
      mixed(1);
    }
    Long last = Long.valueOf(wide(1L));
    return 1;
  }

  public static void main(String[] args) {
    for (int k = 0; k < 20; k++) {
      System.out.println(scope());
    }
  }
}
