// A static initializer prints: what it prints belongs to the first task that uses its class.
import dev.deco.*;

class InitializerPrints {
  static class Library {
    static {
      System.out.println("library is ready");
    }

    static int value(int i) {
      return i * i;
    }
  }

  @Concurrent
  static int f(int i) {
    double sum = 0;
    for (int k = 1; k < (i == 0 ? 600_000 : 10); k++) {
      sum += Math.sqrt(k);
    }
    System.out.println("task " + i);
    return Library.value(i) + (sum < 0 ? 1 : 0);
  }

  @Synchronized
  static int run() {
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += f(i);
    }
    return sum;
  }

  public static void main(String[] arguments) {
    System.out.println(run());
  }
}
