// The scope waits for an answer to what a task has found.
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

  static final BlockingQueue<Integer> ASK = new LinkedBlockingQueue<>();
  static final BlockingQueue<Integer> ANSWER = new LinkedBlockingQueue<>();

  @Concurrent
  static int f(int i) {
    return w(i) + i + 1;
  }


  @Synchronized
  static int run(int n) throws Exception {
    int sum = 0;
    for (int i = 1; i <= n; i++) {
      ASK.put(f(i));
      sum = sum * 31 + ANSWER.take();
    }
    return sum;
  }

  static void serve(int n) {
    try {
      for (int i = 0; i < n; i++) {
        ANSWER.put(ASK.take() * 2);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread server = new Thread(() -> serve(30));
    server.start();
    System.out.println(run(30));
    server.join();
  }
}
