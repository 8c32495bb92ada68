// A task is the first to use a class whose static initializer changes what the scope reads.
import dev.deco.*;

class Main {
  static int made = 0;

  static class Lazy {
    static final int ID;

    static {
      long sum = 0;
      for (int i = 0; i < 2_000_000; i++) {
        sum += i % 7;
      }
      made += (int) (sum % 5) + 7;
      ID = made;
    }

    static int id(int i) {
      return ID + i;
    }
  }

  @Concurrent
  static int f(int i) {
    return Lazy.id(i);
  }

  @Synchronized
  static String run() {
    int[] out = new int[4];
    for (int i = 0; i < 4; i++) {
      out[i] = f(i);
    }
    int seen = made;
    return seen + " " + out[0];
  }

  public static void main(String[] a) {
    System.out.println(run());
  }
}
