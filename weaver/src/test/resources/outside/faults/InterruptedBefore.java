// A scope on a thread that has been interrupted, where nothing blocks; and a task that interrupts its thread.
import dev.deco.*;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 10000; k++) {
      s += Math.sin(i + k) / k;
    }
    return s > 1e9 ? 1 : 0;
  }

  @Concurrent
  static int f(int i) {
    return w(i) + i * i;
  }

  @Concurrent
  static int interrupts(int i) {
    if (i == 5) {
      Thread.currentThread().interrupt();
    }
    return w(i) + i;
  }

  @Synchronized
  static int sum(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += f(i);
    }
    return s;
  }

  @Synchronized
  static int two(int i) {
    int a = f(i);
    int b = f(i + 1);
    return a + b;
  }

  @Synchronized
  static int all(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += interrupts(i);
    }
    return s;
  }

  public static void main(String[] args) throws Exception {
    for (int r = 0; r < 3; r++) {
      Thread.currentThread().interrupt();
      System.out.println(sum(10) + " " + Thread.interrupted());
      Thread.currentThread().interrupt();
      System.out.println(two(3) + " " + Thread.interrupted());
      System.out.println(all(20) + " " + Thread.interrupted());
    }
  }
}
