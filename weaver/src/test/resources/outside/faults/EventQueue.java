// Events on a queue of another thread see what was there when they were posted.
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

  static final BlockingQueue<Runnable> EVENTS = new LinkedBlockingQueue<>();
  static final StringBuffer LOG = new StringBuffer();

  @Concurrent
  static int f(int i) {
    return w(i) + i + 1;
  }


  @Synchronized
  static void run(int n) throws Exception {
    int[] row = new int[n];
    for (int i = 0; i < n; i++) {
      row[i] = f(i);
    }
    EVENTS.add(() -> LOG.append(Arrays.hashCode(row)).append('\n'));
    int[] other = new int[n];
    for (int i = 0; i < n; i++) {
      other[i] = f(i + 1);
    }
    CountDownLatch done = new CountDownLatch(1);
    EVENTS.add(() -> {
      LOG.append(Arrays.hashCode(other)).append('\n');
      done.countDown();
    });
    done.await();
  }

  static void handle() {
    try {
      while (true) {
        EVENTS.take().run();
      }
    } catch (InterruptedException over) {
      return;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread handler = new Thread(() -> handle());
    handler.start();
    run(30);
    run(20);
    handler.interrupt();
    handler.join();
    System.out.print(LOG);
  }
}
