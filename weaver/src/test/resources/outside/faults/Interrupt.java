// The interrupt hits the call that waits, and the handler of the method runs.
import dev.deco.*;
import java.util.concurrent.CountDownLatch;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 10000; k++) {
      s += Math.sin(i + k) / k;
    }
    return s > 1e9 ? 1 : 0;
  }

  static final CountDownLatch NEVER = new CountDownLatch(1);

  @Concurrent
  static int f(int i) throws InterruptedException {
    if (i == 3) {
      NEVER.await();
    }
    return w(i) + i;
  }

  @Synchronized
  static int all(int n) throws InterruptedException {
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += f(i);
    }
    return s;
  }

  @Synchronized
  static String caught(int n) {
    int s = 0;
    try {
      for (int i = 0; i < n; i++) {
        s += f(i);
      }
    } catch (InterruptedException e) {
      return "caught " + s;
    }
    return "ran " + s;
  }

  static void interruptSoon() {
    Thread main = Thread.currentThread();
    new Thread(() -> {
      w(1);
      main.interrupt();
    }).start();
  }

  public static void main(String[] args) throws Exception {
    for (int r = 0; r < 5; r++) {
      interruptSoon();
      try {
        System.out.println(all(20));
      } catch (InterruptedException e) {
        System.out.println("interrupted");
      }
      System.out.println(Thread.interrupted());
      interruptSoon();
      System.out.println(caught(20) + " " + Thread.interrupted());
      Thread.currentThread().interrupt();
      System.out.println(caught(20) + " " + Thread.interrupted());
    }
  }
}
