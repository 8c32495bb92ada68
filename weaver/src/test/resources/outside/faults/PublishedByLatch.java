// What comes before a countDown has happened for whoever awaits it.
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

  @Concurrent
  static int f(int i) {
    return w(i) + i + 1;
  }

  static int[] shared;
  static volatile int got;

  @Synchronized
  static int run(int n) throws Exception {
    shared = new int[n];
    CountDownLatch latch = new CountDownLatch(1);
    Thread reader = new Thread(() -> {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      got = Arrays.hashCode(shared);
    });
    reader.start();
    for (int i = 0; i < n; i++) {
      shared[i] = f(i);
    }
    latch.countDown();
    reader.join();
    return got;
  }

  public static void main(String[] args) throws Exception {
    for (int r = 0; r < 3; r++) {
      System.out.println(run(30));
    }
  }
}
