// The same by a lock, in a method that is called.
import dev.deco.*;
import java.util.*;
import java.util.concurrent.locks.*;

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
  static final Lock LOCK = new ReentrantLock();
  static boolean ready;

  static void ready(boolean now) {
    LOCK.lock();
    try {
      ready = now;
    } finally {
      LOCK.unlock();
    }
  }

  static boolean isReady() {
    LOCK.lock();
    try {
      return ready;
    } finally {
      LOCK.unlock();
    }
  }

  @Synchronized
  static int run(int n) throws Exception {
    shared = new int[n];
    ready(false);
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
    ready(true);
    reader.join();
    return got;
  }

  public static void main(String[] args) throws Exception {
    for (int r = 0; r < 3; r++) {
      System.out.println(run(30));
    }
  }
}
