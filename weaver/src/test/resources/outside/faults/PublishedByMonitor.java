// What comes before the end of a synchronized block has happened for whoever enters one.
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
  static final Object LOCK = new Object();
  static boolean ready;

  static boolean isReady() {
    synchronized (LOCK) {
      return ready;
    }
  }

  @Synchronized
  static int run(int n) throws Exception {
    shared = new int[n];
    synchronized (LOCK) {
      ready = false;
    }
    Thread reader = new Thread(() -> {
      while (!isReady()) {
        Thread.onSpinWait();
      }
      got = Arrays.hashCode(shared);
    });
    reader.start();
    for (int i = 0; i < n; i++) {
      shared[i] = f(i);
    }
    synchronized (LOCK) {
      ready = true;
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
