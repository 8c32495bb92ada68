// The scope waits for an answer to what it has deferred.
import dev.deco.*;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 10000; k++) {
      s += Math.sin(i + k) / k;
    }
    return s > 1e9 ? 1 : 0;
  }

  static volatile int asked;
  static volatile int answered;

  @Concurrent
  static int f(int i) {
    return w(i) + i;
  }

  @Synchronized
  static int run(int n) {
    int sum = 0;
    for (int i = 1; i <= n; i++) {
      asked = f(i);
      while (answered < i) {
        Thread.onSpinWait();
      }
      sum += i;
    }
    return sum;
  }

  public static void main(String[] args) throws Exception {
    Thread server = new Thread(() -> {
      while (answered < 20) {
        answered = asked;
      }
    });
    server.start();
    System.out.println(run(20));
    server.join();
  }
}
