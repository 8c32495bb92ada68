// Each task counts down; who waits for all of them finds what they have written, in arrays and lists.
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

  static int[] shared;
  static volatile int got;

  @Concurrent
  static void f(int i, List<Integer> list, CountDownLatch latch) {
    shared[i] = w(i) + i + 1;
    list.add(i);
    latch.countDown();
  }

  @Synchronized
  static int run(int n) throws Exception {
    shared = new int[n];
    List<Integer> list = new ArrayList<>();
    CountDownLatch latch = new CountDownLatch(n);
    Thread reader = new Thread(() -> {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      got = Arrays.hashCode(shared) + list.hashCode();
    });
    reader.start();
    for (int i = 0; i < n; i++) {
      f(i, list, latch);
    }
    reader.join();
    return got;
  }

  public static void main(String[] args) throws Exception {
    for (int r = 0; r < 3; r++) {
      System.out.println(run(30));
    }
  }
}
