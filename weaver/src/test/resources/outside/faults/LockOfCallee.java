// A method that is called takes a lock, and the tasks want it, or look whether they have it.
import dev.deco.*;
import java.util.concurrent.locks.ReentrantLock;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 10000; k++) {
      s += Math.sin(i + k) / k;
    }
    return s > 1e9 ? 1 : 0;
  }

  static final ReentrantLock LOCK = new ReentrantLock();
  static int shared;

  @Concurrent
  static int f(int i) {
    int s = w(i) + i;
    LOCK.lock();
    try {
      return s + shared;
    } finally {
      LOCK.unlock();
    }
  }

  @Concurrent
  static int looks(int i) {
    return w(i) + (LOCK.isHeldByCurrentThread() ? 1000 : i);
  }

  static void open() {
    LOCK.lock();
  }

  static void close() {
    LOCK.unlock();
  }

  @Synchronized
  static int run(int n) {
    int s = 0;
    open();
    for (int i = 0; i < n; i++) {
      s += f(i) + looks(i);
    }
    close();
    return s;
  }

  public static void main(String[] args) throws Exception {
    for (int r = 0; r < 3; r++) {
      System.out.println(run(30));
    }
  }
}
