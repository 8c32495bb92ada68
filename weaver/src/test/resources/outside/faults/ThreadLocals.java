// What a thread local holds is that of the thread which runs the serial program.
import dev.deco.*;
import java.util.*;
import java.util.stream.IntStream;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 10000; k++) {
      s += Math.sin(i + k) / k;
    }
    return s > 1e9 ? 1 : 0;
  }

  static final ThreadLocal<int[]> COUNT = ThreadLocal.withInitial(() -> new int[1]);
  static final ThreadLocal<Integer> TENANT = new ThreadLocal<>();

  static class Session {
    private static final ThreadLocal<Session> CURRENT = new ThreadLocal<>();
    final String user;

    Session(String user) {
      this.user = user;
    }

    static Session current() {
      return CURRENT.get();
    }

    static void open(String user) {
      CURRENT.set(new Session(user));
    }
  }

  @Concurrent
  static int f(int i) {
    COUNT.get()[0]++;
    return w(i) + TENANT.get();
  }

  @Concurrent
  static String name(int i) {
    return w(i) + Session.current().user + i;
  }

  @Synchronized
  static String run(int n) {
    Session.open("ann" + n);
    int sum = 0;
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < n; i++) {
      sum += f(i);
      names.append(name(i));
    }
    return COUNT.get()[0] + " " + sum + " " + names;
  }

  @Synchronized
  static List<Integer> streamed(int n) {
    return IntStream.range(0, n).boxed().map(i -> f(i)).toList();
  }

  public static void main(String[] args) throws Exception {
    TENANT.set(5);
    for (int r = 0; r < 3; r++) {
      System.out.println(run(30));
    }
    System.out.println(streamed(30));
  }
}
