import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Calls with a time limit and calls with retries, in every place that a call can have. */
public class Limits {
  /** Never in time: what is in time must have so much that no busy machine takes it away. */
  @Concurrent(timeout = "20ms")
  static int forEver(int i) throws InterruptedException {
    new CountDownLatch(1).await();
    return i;
  }

  @Concurrent(timeout = "1 h")
  static int inTime(int i) {
    return i * i;
  }

  @Concurrent(retries = 2)
  static int fails(int i, int at) {
    if (i == at) {
      throw new IllegalStateException("at " + i);
    }
    return i + 1;
  }

  @Concurrent
  @Synchronized
  static int nested(int i, int at) throws InterruptedException {
    int a = i == at ? forEver(i) : inTime(i);
    int b = fails(i, -1);
    return a + b;
  }

  @Concurrent(timeout = "20 ms")
  @Synchronized
  static int waitsInside(int i) throws InterruptedException {
    int a = waitsLonger(i);
    int b = waitsLonger(i + 1);
    return a + b;
  }

  @Concurrent(timeout = "0.2 s")
  static int waitsLonger(int i) throws InterruptedException {
    return forEver(i);
  }

  static class Named {
    final String name = "named";

    @Concurrent(timeout = "PT0.02S", retries = 1)
    Long forEver(long x, String at) throws InterruptedException {
      new CountDownLatch(1).await();
      return x + at.length();
    }

    @Concurrent(timeout = "PT1H", retries = 1)
    Long call(long x, String at) {
      if (at.equals(name + x)) {
        throw new IllegalStateException("at " + x);
      }
      return x;
    }

    @Synchronized
    List<Long> calls(int n, String at) throws InterruptedException {
      List<Long> out = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        out.add(call(i, at));
      }
      return out;
    }
  }

  static class Special extends Named {
    @Override
    Long call(long x, String at) {
      return x;
    }

    @Synchronized
    long inherited(String at) throws InterruptedException {
      long a = super.call(1, at);
      long b = call(2, at);
      long c = at.equals("named2") ? forEver(3, at) : 0;
      return a + b + c;
    }
  }

  @Synchronized
  static int stored(int n, int at) throws InterruptedException {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      if (i == at) {
        out[i] = forEver(i);
      } else {
        out[i] = inTime(i);
      }
    }
    return Arrays.hashCode(out);
  }

  @Synchronized
  static int chained(int n, int at) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = fails(inTime(fails(i, at)), -1);
    }
    return Arrays.hashCode(out);
  }

  @Synchronized
  static int summed(int n, int at) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += fails(i, at);
    }
    return sum;
  }

  @Synchronized
  static int decided(int n, int at) {
    int found = 0;
    for (int i = 0; i < n; i++) {
      if (fails(i, at) > 3) {
        found++;
      }
    }
    return found;
  }

  @Synchronized
  static int locked(int n, int at) {
    int sum = 0;
    synchronized (Limits.class) {
      for (int i = 0; i < n; i++) {
        sum += fails(i, at);
      }
    }
    return sum;
  }

  @Synchronized
  static List<Integer> mapped(int n, int at) {
    return IntStream.range(0, n).mapToObj(i -> fails(i, at)).toList();
  }

  static int failsAtFive(int i) {
    return fails(i, 5);
  }

  @Concurrent(retries = 3)
  static int five(int i) {
    return failsAtFive(i);
  }

  @Synchronized
  static List<Integer> referred(int n) {
    return Stream.iterate(0, i -> i + 1).map(Limits::five).limit(n).toList();
  }

  @Synchronized
  static String caught(int n, int at) {
    int[] out = new int[n];
    try {
      for (int i = 0; i < n; i++) {
        out[i] = fails(i, at);
      }
    } catch (IllegalStateException e) {
      return e.getMessage() + Arrays.toString(out);
    }
    return "none";
  }

  @Synchronized
  static int both(int n, int at) throws InterruptedException {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = nested(i, at);
    }
    return Arrays.hashCode(out);
  }

  @Concurrent
  @Synchronized
  static int recursive(int n, int at) {
    if (n < 2) {
      return fails(n, at);
    }
    return recursive(n - 1, at) + inTime(n);
  }

  @Synchronized
  static int inside(int n) throws InterruptedException {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = waitsInside(i);
    }
    return Arrays.hashCode(out);
  }

  private static void print(String what, Callable<Object> code) {
    try {
      System.out.println(what + " " + code.call());
    } catch (Throwable t) {
      long runs = Stream.of(t.getSuppressed()).filter(other -> other.getMessage().equals(t.getMessage())).count();
      System.out.println(what + " " + t.getClass().getName() + " " + t.getMessage().replaceAll(" in Limits[$\\w]*", "")
          + " after " + runs + " runs; interrupted: " + Thread.currentThread().isInterrupted());
    }
  }

  public static void main(String[] args) {
    for (int at : new int[] {-1, 7}) {
      print("stored", () -> stored(30, at));
      print("chained", () -> chained(30, at));
      print("summed", () -> summed(30, at));
      print("decided", () -> decided(30, at));
      print("locked", () -> locked(30, at));
      print("mapped", () -> mapped(12, at));
      print("caught", () -> caught(12, at));
      print("both", () -> both(12, at));
      print("recursive", () -> recursive(12, at / 7));
      print("calls", () -> new Named().calls(12, "named" + at));
    }
    print("inside", () -> inside(1));
    for (int at = 0; at < 4; at++) {
      String name = "named" + at;
      print("inherited", () -> new Special().inherited(name));
    }
    print("referred", () -> referred(4));
    print("referred", () -> referred(9));
    print("plain", () -> failsAtFive(4));
    print("plain", () -> failsAtFive(5));
  }
}
