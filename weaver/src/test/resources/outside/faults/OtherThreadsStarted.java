// Executors, futures and timers run on threads that see what was there before.
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
  static volatile int timed;

  @Synchronized
  static int run(int n) throws Exception {
    shared = new int[n];
    ExecutorService pool = Executors.newSingleThreadExecutor();
    for (int i = 0; i < n; i++) {
      shared[i] = f(i);
    }
    int sum = pool.submit(() -> Arrays.hashCode(shared)).get();
    pool.shutdown();
    CompletableFuture<String> ready = new CompletableFuture<>();
    CompletableFuture<Integer> next = ready.thenApplyAsync(x -> Arrays.hashCode(shared));
    for (int i = 0; i < n; i++) {
      shared[i] += f(2 * i);
    }
    ready.complete("go");
    sum = sum * 31 + next.get();
    CountDownLatch ran = new CountDownLatch(1);
    Timer timer = new Timer(true);
    for (int i = 0; i < n; i++) {
      shared[i] += f(3 * i);
    }
    timer.schedule(new TimerTask() {
      @Override
      public void run() {
        timed = Arrays.hashCode(shared);
        ran.countDown();
      }
    }, 0);
    ran.await();
    timer.cancel();
    return sum * 31 + timed;
  }

  public static void main(String[] args) throws Exception {
    System.out.println(run(20));
  }
}
