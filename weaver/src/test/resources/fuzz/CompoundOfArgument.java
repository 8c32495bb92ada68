import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** The old value is read before the calls, though the statement stands in a loop whose calls conflict with each other. */
public class CompoundOfArgument {
  static int sum;

  @Concurrent
  static int total(int[] all) {
    return all.length;
  }

  @Concurrent
  static int next(int n) {
    return n + 1;
  }

  @Concurrent
  static int[] counting() {
    sum += 100;
    return new int[4];
  }

  @Synchronized
  static void scope() {
    for (int i = 0; i < 5; i++) {
      sum += next(total(counting()) & 3);
    }
  }

  public static void main(String[] args) {
    sum = 7;
    scope();
    System.out.println(sum);
  }
}
