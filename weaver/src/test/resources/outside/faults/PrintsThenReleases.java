// A task prints before it lets another thread go on, which prints, too.
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

  static final Semaphore SAID = new Semaphore(0);

  @Concurrent
  static void f(int i) {
    w(i);
    System.out.println("task " + i);
    SAID.release();
  }

  @Synchronized
  static void run(int n) throws Exception {
    Thread other = new Thread(() -> {
      SAID.acquireUninterruptibly(n);
      System.out.println("other");
    });
    other.start();
    for (int i = 0; i < n; i++) {
      f(i);
    }
    other.join();
  }

  public static void main(String[] args) throws Exception {
    run(5);
    run(3);
  }
}
