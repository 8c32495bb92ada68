// Another thread fills the buffer again as soon as it has it: the task has read it by then.
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
  static int f(int[] buffer) {
    int s = w(buffer[0]);
    for (int x : buffer) {
      s = s * 31 + x;
    }
    return s;
  }

  @Synchronized
  static int run(int n) throws Exception {
    int[] buffer = new int[64];
    SynchronousQueue<int[]> empty = new SynchronousQueue<>();
    SynchronousQueue<int[]> full = new SynchronousQueue<>();
    Thread filler = new Thread(() -> {
      try {
        for (int i = 0; i < n; i++) {
          int[] next = empty.take();
          Arrays.fill(next, i);
          full.put(next);
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    filler.start();
    int sum = 0;
    for (int i = 0; i < n; i++) {
      empty.put(buffer);
      sum += f(full.take());
    }
    filler.join();
    return sum;
  }

  public static void main(String[] args) throws Exception {
    for (int r = 0; r < 3; r++) {
      System.out.println(run(30));
    }
  }
}
