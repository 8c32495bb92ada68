// A counter says how much is there: each addition comes after what it counts.
import dev.deco.*;
import java.util.*;
import java.util.concurrent.atomic.AtomicInteger;

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
  static volatile int sum;
  static final AtomicInteger DONE = new AtomicInteger();

  @Synchronized
  static int run(int n) throws Exception {
    shared = new int[n];
    DONE.set(0);
    sum = 0;
    Thread reader = new Thread(() -> {
      for (int i = 0; i < n; i++) {
        while (DONE.get() <= i) {
          Thread.onSpinWait();
        }
        sum = sum * 31 + shared[i];
      }
      got = sum;
    });
    reader.start();
    for (int i = 0; i < n; i++) {
      shared[i] = f(i);
      DONE.incrementAndGet();
    }
    DONE.incrementAndGet();
    reader.join();
    return got;
  }

  public static void main(String[] args) throws Exception {
    for (int r = 0; r < 3; r++) {
      System.out.println(run(30));
    }
  }
}
