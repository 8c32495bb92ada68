// What a task has waited for is there for those after it.
import dev.deco.*;
import java.util.*;
import java.util.concurrent.*;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 10000; k++) {
      s += Math.sin(i + k) / k;
    }
    return s > 1e9 ? 1 : 0;
  }

  static final int[] SHARED = new int[4];
  static final CountDownLatch GO = new CountDownLatch(1);

  @Concurrent
  static void f() throws InterruptedException {
    GO.await();
  }

  @Concurrent
  static int g(int i) {
    return w(i) + SHARED[i];
  }

  @Synchronized
  static String run() throws Exception {
    f();
    int a = g(1);
    int b = g(2);
    return a + " " + b + " " + SHARED[3];
  }

  public static void main(String[] args) throws Exception {
    new Thread(() -> {
      w(1);
      Arrays.fill(SHARED, 7);
      GO.countDown();
    }).start();
    System.out.println(run());
  }
}
