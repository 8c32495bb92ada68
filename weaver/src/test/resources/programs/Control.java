import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Results that decide, results on some paths, handlers, locks, functions that are handed on, recursion. */
public class Control {
  static final Lock LOCK = new ReentrantLock();
  static final List<String> LOG = new ArrayList<>();

  static class Resource implements AutoCloseable {
    final String name;

    Resource(String name) {
      this.name = name;
      LOG.add("open " + name);
    }

    int use(int x) {
      return x + name.length();
    }

    @Override
    public void close() {
      LOG.add("close " + name);
    }
  }

  @Concurrent
  static int f(int x) {
    int s = x;
    for (int k = 0; k < 200; k++) {
      s = s * 31 + k;
    }
    return s % 1000;
  }

  @Concurrent
  static boolean odd(int x) {
    return f(x) % 2 != 0;
  }

  @Concurrent
  static String word(int x) {
    return "w" + f(x) % 3;
  }

  @Concurrent
  static List<Integer> several(int x) {
    return List.of(x, f(x), f(x + 1));
  }

  @Concurrent
  static int fails(int x, int at) {
    if (x == at) {
      throw new IllegalStateException("at " + x);
    }
    return f(x);
  }

  // if, switch, while, and what else needs a result at once

  @Synchronized
  static int decides(int n) { //! spawned=21 in_place=60 forces=20 syncs=1
    f(n); //= spawned
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (odd(i)) { //= in_place
        count++;
      }
      switch (f(i) & 3) { //= in_place
        case 0 -> count += 2;
        case 1 -> count += 3;
        default -> count--;
      }
      switch (word(i)) { //= spawned forced
        case "w0" -> count += 5;
        case "w1" -> count += 7;
        default -> count--;
      }
      int k = 0;
      do {
        k++;
      } while (f(k) < -2000); //= in_place
    }
    return count;
  }

  @Synchronized
  static int chooses(int n) { //! spawned=40 deferred=60 syncs=1
    int count = 0;
    for (int i = 0; i < n; i++) {
      count += odd(i) ? 1 : 2; //= spawned deferred
      boolean both = odd(i) && i > 3; //= spawned deferred
      count += both ? 1 : 0; //= deferred
    }
    return count; //= synced
  }

  @Synchronized
  static int whileTrue(int n) { //! spawned=1 in_place=8 syncs=1
    f(n); //= spawned
    int i = 0;
    while (i < n && f(i) < 700) { //= in_place
      i++;
    }
    return i;
  }

  @Synchronized
  static int forEach(int n) { //! spawned=1 in_place=20 syncs=1
    f(n); //= spawned
    int sum = 0;
    for (int i = 0; i < n; i++) {
      for (int item : several(i)) { //= in_place
        sum += item;
      }
    }
    return sum;
  }

  @Synchronized
  static int forEachOfOnePending(int n) { //! spawned=2 forces=1 syncs=1
    List<Integer> items = several(n); //= spawned
    f(n); //= spawned
    int sum = 0;
    for (int item : items) { //= forced
      sum += item;
    }
    return sum;
  }

  // pending on some paths only

  @Synchronized
  static String somePaths(int n) { //! spawned=40 deferred=73 syncs=1
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n; i++) {
      int v;
      if (i % 3 == 0) {
        v = f(i); //= spawned deferred
      } else if (i % 3 == 1) {
        v = -i;
      } else {
        v = f(i) + f(i + 1); //= spawned deferred
      }
      String s = null;
      switch (i % 4) {
        case 0:
          s = word(i); //= spawned
          break;
        case 1:
          s = "plain";
        default:
          break;
      }
      out.append(v).append(s); //= deferred
      out.append(i % 2 == 0 ? f(i) : -1).append(' '); //= spawned deferred
      int last = -1;
      for (int k = 0; k < i % 3; k++) {
        if (k == 1) {
          last = f(k); //= spawned
          break;
        }
      }
      out.append(last); //= deferred
    }
    return out.toString(); //= synced
  }

  @Synchronized
  static int overwritten(int n) { //! spawned=20 syncs=1 forces=10
    int kept = 0;
    for (int i = 0; i < n; i++) {
      int v = f(i); //= spawned
      if (i % 2 == 0) {
        v = i;
      }
      if (v > 3) { //= forced
        kept++;
      }
    }
    return kept;
  }

  // try, catch, finally, try-with-resources

  @Synchronized
  static String caught(int n, int at) { //! spawned=26..40 deferred=25 syncs=1..2
    List<Integer> out = new ArrayList<>();
    try {
      for (int i = 0; i < n; i++) { //= synced
        out.add(fails(i, at)); //= spawned deferred
      }
    } catch (IllegalStateException e) {
      return e.getMessage() + " after " + out.size();
    }
    return "fine";
  }

  @Synchronized
  static List<String> handedOver(int n) { //! spawned=38..40 deferred=37 syncs=18..20
    List<String> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      try {
        out.add("a" + fails(i, 7)); //= spawned deferred
        out.add("b" + fails(i, 9)); //= spawned deferred synced
      } catch (IllegalStateException e) {
        out.add(e.getMessage());
      }
    }
    return out;
  }

  @Synchronized
  static int lastly(int[] out) { //! spawned=20 deferred=20 syncs=1
    int done = 0;
    try {
      for (int i = 0; i < out.length; i++) { //= synced
        out[i] = f(i); //= spawned deferred
      }
    } finally {
      done = out[0];
    }
    return done;
  }

  @Synchronized
  static List<Integer> resources(int n) { //! spawned=20 deferred=20 syncs=20
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      try (Resource r = new Resource("r" + i)) {
        out.add(r.use(f(i))); //= spawned deferred synced
      }
    }
    return out;
  }

  @Synchronized
  static List<Integer> aroundTheLoop(int n) { //! spawned=20 deferred=20 syncs=1
    List<Integer> out = new ArrayList<>();
    try (Resource r = new Resource("all")) {
      for (int i = 0; i < n; i++) { //= synced
        out.add(r.use(f(i))); //= spawned deferred
      }
    }
    return out;
  }

  @Synchronized
  static List<Integer> besides(int n) { //! spawned=20 deferred=20 syncs=1
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int k;
      try {
        k = Integer.parseInt(i % 5 == 0 ? "x" : "" + i);
      } catch (NumberFormatException e) {
        k = 0;
      }
      out.add(f(i) + k); //= spawned deferred
    }
    return out;
  }

  // a lock is held

  @Synchronized
  static int inBlock(int n) { //! spawned=20 in_place=20 syncs=20
    int sum = 0;
    for (int i = 0; i < n; i++) {
      f(i); //= spawned
      synchronized (LOCK) { //= synced
        sum += f(i); //= in_place
      }
    }
    return sum;
  }

  @Synchronized
  static int withLock(int n) { //! spawned=20 in_place=20 syncs=20
    int sum = 0;
    for (int i = 0; i < n; i++) {
      f(i); //= spawned
      LOCK.lock(); //= synced
      try {
        sum += f(i); //= in_place
      } finally {
        LOCK.unlock();
      }
    }
    return sum;
  }

  @Synchronized
  static synchronized int synchronizedMethod(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += f(i); //= in_place
    }
    return sum;
  }

  // functions that escape

  @Synchronized
  static int escapes(int n) { //! spawned=1 syncs=1
    f(n); //= spawned
    List<IntSupplier> later = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int x = i;
      later.add(() -> f(x));
    }
    Callable<Integer> anonymous = new Callable<>() {
      @Override
      public Integer call() {
        return f(3);
      }
    };
    int sum = 0;
    for (IntSupplier s : later) {
      sum += s.getAsInt();
    }
    try {
      return sum + anonymous.call();
    } catch (Exception e) {
      return -1;
    }
  }

  static <T> T given(Supplier<T> supplier) {
    return supplier.get();
  }

  // recursion

  @Concurrent
  @Synchronized
  static int fib(int n) { //! spawned=88 in_place=88 forces=88 syncs=88
    return n < 2 ? n : fib(n - 1) + fib(n - 2); //= spawned in_place forced
  }

  @Concurrent
  @Synchronized
  static int leaves(int[] depths, int from, int to) { //! spawned=30 in_place=16 forces=30 syncs=15
    if (to - from == 1) {
      return f(depths[from]) & 7; //= in_place
    }
    int middle = (from + to) / 2;
    int left = leaves(depths, from, middle); //= spawned
    int right = leaves(depths, middle, to); //= spawned
    return left + right; //= forced
  }

  @Concurrent
  @Synchronized
  static long ping(int n) { //! spawned=20 forces=20 syncs=20
    if (n == 0) {
      return 0;
    }
    long rest = pong(n - 1); //= spawned
    return rest + n; //= forced
  }

  @Concurrent
  @Synchronized
  static long pong(int n) { //! spawned=19 forces=19 syncs=19
    if (n == 0) {
      return 0;
    }
    long rest = ping(n - 1); //= spawned
    return rest * 2 + n; //= forced
  }

  @Concurrent
  @Synchronized
  static int[] row(int i, int n) { //! spawned=80 deferred=80 syncs=20
    int[] out = new int[n];
    for (int j = 0; j < n; j++) {
      out[j] = f(i * j); //= spawned deferred
    }
    return out;
  }

  @Synchronized
  static int[][] nested(int n) { //! spawned=20 deferred=20 syncs=1
    int[][] out = new int[n][];
    for (int i = 0; i < n; i++) {
      out[i] = row(i, 4); //= spawned deferred
    }
    return out;
  }

  @Synchronized
  static int callsAScope(int n) { //! spawned=1 forces=1 syncs=1
    int v = f(n); //= spawned
    int sum = Arrays.deepHashCode(nested2(n));
    return sum + v; //= forced
  }

  @Synchronized
  static int[][] nested2(int n) { //! spawned=20 deferred=20 syncs=1
    int[][] out = new int[n][];
    for (int i = 0; i < n; i++) {
      out[i] = new int[] {f(i)}; //= spawned deferred
    }
    return out;
  }

  public static void main(String[] args) {
    System.out.println(decides(20) + " " + chooses(20) + " " + whileTrue(20) + " " + forEach(20) + " " + forEachOfOnePending(20));
    System.out.println(somePaths(20) + overwritten(20));
    System.out.println(caught(20, 40) + caught(20, 5) + handedOver(20));
    int[] out = new int[20];
    System.out.println(lastly(out) + Arrays.toString(out) + resources(20) + aroundTheLoop(20) + besides(20) + LOG);
    System.out.println(inBlock(20) + " " + withLock(20) + " " + synchronizedMethod(20));
    System.out.println(escapes(20) + given(() -> f(5)) + f(6) + Collections.max(several(7)));
    System.out.println(fib(10) + " " + leaves(out, 0, 16) + " " + ping(39));
    System.out.println(Arrays.deepToString(nested(20)) + callsAScope(20));
  }
}
