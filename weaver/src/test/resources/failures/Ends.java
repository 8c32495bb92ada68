import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ways in which tasks, statements and scopes fail; each ends, and ends as the serial program does. */
public class Ends {
  static final IllegalStateException ONE = new IllegalStateException("one");

  @Concurrent
  static int f(int i, int at, int kind) throws Exception {
    double s = 0;
    for (int k = 0; k < 500; k++) {
      s += Math.sqrt(i + k);
    }
    if (i == at) {
      switch (kind) {
        case 0 -> throw ONE;
        case 1 -> throw new Exception("checked");
        case 2 -> throw new AssertionError("assertion");
        case 3 -> throw new OutOfMemoryError("planned");
        case 4 -> throw new StackOverflowError();
        case 5 -> throw new LinkageError("linkage");
        case 6 -> Ends.<RuntimeException>sneak(new Throwable("bare"));
        case 7 -> {
          return new int[Integer.MAX_VALUE].length + new int[Integer.MAX_VALUE].length;
        }
        case 8 -> {
          return endless(0);
        }
        default -> throw new ThreadDeath();
      }
    }
    return (int) s % 100 + i;
  }

  static int endless(int n) {
    return endless(n + 1) + 1;
  }

  @SuppressWarnings("unchecked")
  static <T extends Throwable> void sneak(Throwable t) throws T {
    throw (T) t;
  }

  @Synchronized
  static void stored(int[] out, int at, int kind) throws Exception {
    for (int i = 0; i < out.length; i++) {
      out[i] = f(i, at, kind);
    }
  }

  @Synchronized
  static void index(int[] out, int n) throws Exception {
    for (int i = 0; i < n; i++) {
      out[i] = f(i, n - 1, 0);
    }
  }

  @Synchronized
  static void nullArray(int[][] out) throws Exception {
    for (int i = 0; i < out.length; i++) {
      out[i][0] = f(i, -1, 0);
    }
  }

  @Synchronized
  static void arrayStore(Object[] out) throws Exception {
    for (int i = 0; i < out.length; i++) {
      out[i] = Integer.valueOf(f(i, -1, 0));
    }
  }

  @Concurrent
  static Object any(int i) {
    return i == 17 ? "seventeen" : (Object) i;
  }

  @Synchronized
  static void cast(List<Integer> out, int n) {
    for (int i = 0; i < n; i++) {
      out.add((Integer) any(i));
    }
  }

  @Synchronized
  static void unboxed(TreeMap<String, Integer> map, int n) throws Exception {
    for (int i = 0; i < n; i++) {
      map.put(i == 9 ? null : "k" + i, f(i, -1, 0));
    }
  }

  @Synchronized
  static void divided(int[] out) throws Exception {
    for (int i = 0; i < out.length; i++) {
      out[i] = 100 / (f(i, -1, 0) - f(11, -1, 0));
    }
  }

  @Synchronized
  static void ownAfterTask(int[] out, int at) throws Exception {
    for (int i = 0; i < out.length; i++) {
      out[i] = f(i, at, 0);
    }
    throw new IllegalArgumentException("own");
  }

  @Synchronized
  static String handlers(int at, int kind) {
    StringBuilder told = new StringBuilder();
    int[] out = new int[20];
    try {
      try {
        for (int i = 0; i < out.length; i++) {
          out[i] = f(i, at, kind);
        }
      } catch (IllegalStateException e) {
        told.append(e == ONE ? "one " : "other ");
        throw new IllegalArgumentException(e);
      } catch (Error e) {
        told.append(e.getClass().getSimpleName()).append(' ');
      } finally {
        told.append("finally ").append(out[3]).append(' ');
      }
    } catch (Exception e) {
      told.append(e.getMessage());
    }
    return told + Arrays.toString(out);
  }

  record Resource(String name, List<String> log, boolean failsToo) implements AutoCloseable {
    @Override
    public void close() {
      log.add("close " + name);
      if (failsToo) {
        throw new IllegalStateException("closing " + name);
      }
    }
  }

  @Synchronized
  static void resources(List<String> log, int at, boolean failsToo) throws Exception {
    try (Resource a = new Resource("a", log, false); Resource b = new Resource("b", log, failsToo)) {
      int[] out = new int[20];
      for (int i = 0; i < out.length; i++) {
        out[i] = f(i, at, 0);
      }
      log.add("body " + out[1] + a.name + b.name);
    }
  }

  @Synchronized
  static int chained(int n, int at) throws Exception {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += f(f(f(i, at, 0), -1, 0) % 50, 1000, 0);
    }
    return sum;
  }

  @Synchronized
  static int variables(int at) throws Exception {
    int a = f(1, at, 0);
    int b = f(2, at, 1);
    int c = f(3, at, 0);
    if (at == 3) {
      return b + a;
    }
    return a + b + c;
  }

  static int g(int i, int at) {
    try {
      return f(i, at, 0);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Concurrent
  static int h(int i, int at) {
    return g(i, at);
  }

  @Synchronized
  static List<Integer> streamed(int n, int at) {
    return IntStream.range(0, n).mapToObj(i -> h(i, at)).toList();
  }

  @Synchronized
  static int stopped(int at) {
    return Stream.iterate(0, i -> i + 1).map(i -> h(i, at)).limit(10).mapToInt(i -> i).sum();
  }

  static final Object LOCK = new Object();
  static final ReentrantLock LOCKED = new ReentrantLock();

  @Synchronized
  static void locked(int[] out, int at) throws Exception {
    synchronized (LOCK) {
      for (int i = 0; i < out.length; i++) {
        out[i] = f(i, at, 0);
      }
    }
  }

  @Synchronized
  static void reentrant(int[] out, int at) throws Exception {
    LOCKED.lock();
    try {
      for (int i = 0; i < out.length; i++) {
        out[i] = f(i, at, 0);
      }
    } finally {
      LOCKED.unlock();
    }
  }

  @Concurrent
  @Synchronized
  static int tree(int n, int at) throws Exception {
    if (n == 0) {
      return f(at, at, 0);
    }
    int a = tree(n - 1, at + 1);
    int b = tree(n - 1, at);
    return a + b;
  }

  @Synchronized
  static void again(int[] out, Iterator<Integer> places) throws Exception {
    while (places.hasNext()) {
      int at = places.next();
      try {
        for (int i = 0; i < out.length; i++) {
          out[i] = f(i, at, 0);
        }
      } catch (IllegalStateException e) {
        out[at] = -1;
      }
    }
  }

  interface Code {
    Object run() throws Throwable;
  }

  private static void print(String what, Code code) {
    try {
      System.out.println(what + ": " + code.run());
    } catch (Throwable t) {
      String text = t instanceof VirtualMachineError || t instanceof NullPointerException ? "" : " " + t.getMessage();
      List<String> closing = Stream.of(t.getSuppressed()).map(Throwable::getMessage)
          .filter(message -> message != null && message.startsWith("closing")).toList();
      System.out.println(what + " ends by " + t.getClass().getName() + text + (t == ONE ? ", the same" : "") + closing);
    }
  }

  private static Object after(Code code, Object shown) throws Throwable {
    try {
      return code.run();
    } catch (Throwable t) {
      System.out.print(shown instanceof int[] a ? Arrays.toString(a) : shown instanceof Object[] a ? Arrays.toString(a)
          : String.valueOf(shown));
      throw t;
    }
  }

  private static Code of(Runner runner) {
    return () -> {
      runner.run();
      return "through";
    };
  }

  interface Runner {
    void run() throws Throwable;
  }

  public static void main(String[] args) throws Exception {
    for (int kind = 0; kind < 10; kind++) {
      int k = kind;
      int[] out = new int[40];
      print("stored " + kind, () -> after(of(() -> stored(out, 23, k)), out));
      print("handlers " + kind, () -> handlers(13, k));
    }
    print("handlers", () -> handlers(-1, 0));
    int[] few = new int[12];
    print("index", () -> after(of(() -> index(few, 30)), few));
    int[][] rows = {new int[1], new int[1], null, new int[1]};
    print("null", () -> after(of(() -> nullArray(rows)), rows[1][0] + " " + rows[3][0]));
    Object[] strings = new String[4];
    print("store", () -> after(of(() -> arrayStore(strings)), strings));
    List<Integer> numbers = new ArrayList<>();
    print("cast", () -> after(of(() -> cast(numbers, 30)), numbers));
    TreeMap<String, Integer> map = new TreeMap<>();
    print("key", () -> after(of(() -> unboxed(map, 30)), map));
    int[] quotients = new int[20];
    print("divided", () -> after(of(() -> divided(quotients)), quotients));
    for (int at : new int[] {-1, 7}) {
      int[] out = new int[20];
      print("own", () -> after(of(() -> ownAfterTask(out, at)), out));
      List<String> log = new ArrayList<>();
      print("resources", () -> after(of(() -> resources(log, at, false)), log));
      print("resources", () -> after(of(() -> resources(log, at, true)), log));
      print("chained", () -> chained(20, at));
      print("streamed", () -> streamed(20, at));
      print("stopped", () -> stopped(at));
      int[] held = new int[20];
      print("locked", () -> after(of(() -> locked(held, at)), held));
      print("reentrant", () -> after(of(() -> reentrant(held, at)), held));
    }
    print("stopped", () -> stopped(12));
    for (int at = 0; at < 4; at++) {
      int place = at;
      print("variables", () -> variables(place));
    }
    print("tree", () -> tree(6, 100));
    int[] many = new int[10];
    again(many, List.of(3, 9, 0, 5).iterator());
    System.out.println(Arrays.toString(many));
    Thread other = new Thread(() -> {
      synchronized (LOCK) {
        System.out.println("free " + LOCKED.tryLock() + " " + Thread.currentThread().isInterrupted());
      }
    });
    other.start();
    other.join();
  }
}
