import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.concurrent.locks.ReentrantLock;

/** A lock is held where a scope is opened whose tasks want it. */
public class LockOfCaller {
  static final Object MONITOR = new Object();
  static final ReentrantLock LOCK = new ReentrantLock();
  static int count;

  @Concurrent
  @Synchronized
  static int both(int n) {
    if (n == 0) {
      return 1;
    }
    synchronized (MONITOR) {
      LOCK.lock();
      try {
        count += n;
      } finally {
        LOCK.unlock();
      }
    }
    return both(n - 1) + both(n - 1);
  }

  @Synchronized
  static int inBlock() {
    synchronized (MONITOR) {
      return both(3);
    }
  }

  @Synchronized
  static int underLock() {
    int sum = both(1);
    if (LOCK.tryLock()) {
      try {
        sum += both(3);
      } finally {
        LOCK.unlock();
      }
    }
    return sum + both(2);
  }

  static int plain() {
    synchronized (MONITOR) {
      return both(3);
    }
  }

  private static final class Holder {
    synchronized int held(int n) {
      if (n < 0) {
        throw new IllegalStateException("negative");
      }
      return tasks(n);
    }

    @Concurrent
    synchronized int task(int n) {
      return count + n;
    }

    @Synchronized
    int tasks(int n) {
      int sum = 0;
      for (int i = 0; i < n; i++) {
        sum += task(i) + both(1);
      }
      return sum;
    }
  }

  public static void main(String[] args) {
    count = 0;
    Holder holder = new Holder();
    System.out.println(inBlock() + " " + underLock() + " " + plain() + " " + holder.held(4));
    try {
      holder.held(-1);
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage() + " " + both(3));
    }
    System.out.println(count);
  }
}
