import dev.deco.Concurrent;
import dev.deco.Deco;
import dev.deco.Synchronized;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntUnaryOperator;

/** What newcomers write, with what check says of it. */
public class Newcomer {
  static int total;
  static final Lock LOCK = new ReentrantLock();
  final List<Integer> log = new ArrayList<>();
  int last;

  @Concurrent
  static int f(int x) {
    return x * 31 % 7;
  }

  @Concurrent
  static int counted(int x) {
    total += x;
    return total;
  }

  @Concurrent
  int remembered(int x) {
    last = x;
    return x;
  }

  @Concurrent
  static void saved(int x) {
    try {
      Files.writeString(Path.of("out" + x), "x");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Concurrent
  static int loud(int x) {
    System.out.println("at " + x);
    System.err.printf("%d%n", x);
    return x;
  }

  @Concurrent
  static double drawn(int x) {
    return x + Math.random();
  }

  static native int lookup(int x);

  @Concurrent
  static int trusted(int x) {
    return lookup(x) + 1;
  }

  @Concurrent
  native int nativeTask(int x); //? DECO-101 error: nativeTask is native: it has no body // on a method with a body

  // no code, no line


  static int plain(int x) {
    return x + 1;
  }

  @Synchronized
  static int forgotTheOtherAnnotation(int n) {
    int sum = 0; //? DECO-102 warning: calls no concurrent method // Mark the method that does the work @Concurrent
    for (int i = 0; i < n; i++) {
      sum += plain(i);
    }
    return sum;
  }

  @Synchronized
  static int decidesAtOnce(int n) {
    int found = 0;
    for (int i = 0; i < n; i++) {
      if (f(i) > 3) { //? DECO-201 warning: Newcomer.f runs in place in every round of the loop // Choose a value instead
        found++;
      }
    }
    return found;
  }

  @Synchronized
  static int usesTheResultNextLine(int n) {
    int best = 0;
    for (int i = 0; i < n; i++) {
      int value = f(i);
      if (value > best) { //? DECO-203 warning: for the result of line 104 // Store the results of all rounds first
        best = value;
      }
    }
    return best;
  }

  @Synchronized
  static int printsProgress(int n) {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      out.add(f(i));
      if (out.size() % 10 == 0) { //? DECO-202 warning: for the tasks of line 116: List.size reads the List; the statement deferred on line 116 may still write it // Move this out of the loop
        System.out.println("done " + i);
      }
    }
    return out.size();
  }

  @Synchronized
  static double[] reusesABuffer(int n) {
    List<Double> buffer = new ArrayList<>(Arrays.asList(1.0));
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      buffer.add(i / 2.0); //? DECO-202 warning: for the tasks of line 130: List.add writes the List; the task spawned on line 130 may still read it // such as a new one in each round
      out[i] = mean(buffer);
    }
    return out;
  }

  @Concurrent
  static double mean(List<Double> values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum / values.size();
  }

  @Synchronized
  static void catchesInTheLoop(int[] out) {
    for (int i = 0; i < out.length; i++) {
      try {
        out[i] = f(i); //? DECO-204 warning: the try block ends in every round // Put the try around the loop
      } catch (ArithmeticException e) {
        out[i] = -1;
      }
    }
  }

  @Synchronized
  static int locksInTheLoop(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      synchronized (LOCK) {
        sum += f(i); //? DECO-205 warning: a lock is held // before the lock is taken or after it is released
      }
      LOCK.lock();
      try {
        sum += f(i); //? DECO-205 warning: a lock is held
      } finally {
        LOCK.unlock();
      }
    }
    return sum;
  }

  static int apply(IntUnaryOperator function, int x) {
    return function.applyAsInt(x);
  }

  @Synchronized
  static int handsAFunctionOn(int n) throws Exception {
    int sum = f(n);
    sum += apply(Newcomer::f, n); //? DECO-206 warning: Newcomer.f is called by a function that is handed on // Call it here in a loop
    Runnable later = () -> f(3); //? DECO-206 warning: Newcomer.f is called by a function that is handed on
    later.run();
    Callable<Integer> anonymous = new Callable<>() { //? DECO-206 warning: Newcomer.f is called by an object that is made here
      @Override
      public Integer call() {
        return f(4);
      }
    };
    return sum + anonymous.call();
  }

  @Synchronized
  static int[] countsInAStatic(int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = counted(i); //? DECO-202 warning: writes static total; the task spawned on line 195 may still // an object or a part of its own //? DECO-301 warning: writes the static field Newcomer.total // Return the value
    }
    return out;
  }

  @Synchronized
  int[] remembersInAField(int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      out[i] = remembered(i); //? DECO-202 warning: writes field last; the task spawned on line 204 may still write it //? DECO-301 warning: the field last of its own object
    }
    return out;
  }

  @Synchronized
  static void writesFiles(int n) {
    for (int i = 0; i < n; i++) {
      saved(i); //? DECO-302 note: Files.writeString writes the world (io)
      loud(i);
      drawn(i); //? DECO-302 note: Math.random
      trusted(i); //? DECO-303 warning: Newcomer.lookup, which is native // say so: @Concurrent(trusted
    }
  }

  @Synchronized
  static void memoInATask(int n) {
    Map<Integer, Integer> memo = new HashMap<>();
    for (int i = 0; i < n; i++) {
      out(memo.get(i % 3)); //? DECO-202 warning: Map.get reads the Map; the statement deferred on line 224 may still write it
      memo.put(i % 3, f(i));
    }
  }

  static void out(Object o) {
    System.out.println(o);
  }

  @Synchronized
  static long asksTheClock(int n) {
    long start = System.nanoTime();
    f(n);
    f(n + 1);
    return System.nanoTime() - start;
  }

  @Synchronized
  static int oneCallOnly(int n) {
    return f(n) + 1; //? DECO-201 note: there is nothing else to do meanwhile // Spawn more than one call
  }

  @Synchronized
  static void syncsByHandInTheLoop(int[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = f(i);
      Deco.sync();
    }
  }

  @Synchronized
  static void inPlaceSweep(int[] a) {
    for (int i = 1; i < a.length; i++) {
      a[i] = left(a, i); //? DECO-207 note: wherever a[i - 1] overlaps a[i] of an earlier round, which is compared when it runs // read one array and write another
    }
  }

  @Concurrent
  static int left(int[] a, int i) {
    return a[i - 1] + 1;
  }

  static final class Account {
    long balance;
  }

  @Concurrent
  static void pay(Account from, Account to, long amount) {
    from.balance -= amount;
    to.balance += amount;
  }

  @Synchronized
  static void accountsThatPayEachOther(Account[] all, int[] from, int[] to) {
    for (int i = 0; i < from.length; i++) {
      pay(all[from[i]], all[to[i]], i); //? DECO-207 note: wherever two rounds have the same object for all[from[i]] or all[to[i]], which is compared when it runs: Newcomer.pay reads field balance // let the task return what is to be changed
    }
  }

  @Synchronized
  static void oneAccountPaysAll(Account one, List<Account> all) {
    for (Account other : all) {
      pay(one, other, 3); //? DECO-202 warning: Newcomer.pay writes field balance
      if (other.balance > 3) {
        one.balance--; //? DECO-202 warning: reads field balance; the task spawned on line 285 may still write it
      }
    }
  }

  @Synchronized
  static void smoothedInPlace(double[] a, int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (int i = 1; i < a.length - 1; i++) {
        smooth(a, i); //? DECO-207 note: the loop is serial wherever a[i - 1 to i + 1] or a[i] overlaps
      }
    }
  }

  @Concurrent
  static void smooth(double[] a, int i) {
    a[i] = (a[i - 1] + a[i] + a[i + 1]) / 3;
  }

  @Concurrent
  static double doubled(double[] a, int i) {
    return 2 * a[i];
  }

  @Synchronized
  static void elementByElement(double[] in, double[] out) {
    for (int i = 0; i < in.length; i++) {
      out[i] = doubled(in, i);
    }
  }

  @Concurrent
  static void count(int i, Map<Integer, Integer> counts) {
    counts.merge(i % 7, 1, Integer::sum);
  }

  @Synchronized
  static int changesACollectionInAStream(List<Integer> all) {
    Map<Integer, Integer> counts = new HashMap<>();
    all.stream().forEach(i -> count(i, counts)); //? DECO-206 warning: Newcomer.count runs in place: Map.merge writes the Map // Call it in a loop, where tasks change views of collections
    return counts.size();
  }

  @Synchronized
  static Object computesInACollector(List<Integer> all) {
    Object map = all.stream().collect(java.util.stream.Collectors.toMap(i -> i, i -> f(i))); //? DECO-206 warning: a function of the collector Collectors.toMap // Call it in map(..), before collect
    return Map.of(map,
        all.stream().map(i -> f(i)).collect(java.util.stream.Collectors.summingInt(i -> f(i)))); //? DECO-206 warning: the collector Collectors.summingInt
  }

  @Synchronized
  static Object hasAParallelStream(List<Integer> all) {
    return all.parallelStream().map(i -> f(i)).toList(); //? DECO-206 warning: the stream is parallel // Make it a sequential stream
  }

  @Synchronized
  static void looksUpWhatIsNotThere(List<Integer> all, Map<Integer, Integer> known) {
    known.computeIfAbsent(3, k -> f(k)); //? DECO-206 warning: a function of Map.computeIfAbsent, which calls it itself // in a loop before
  }

  @Synchronized
  static List<Integer> countsForAMessage(int n) {
    List<Integer> out = new ArrayList<>();
    int line = 0;
    try {
      for (int i = 0; i < n; i++) {
        line++; //? DECO-202 warning: the handler on line 356 may read the variable that changes here // such as the size of a list
        out.add(f(i));
      }
    } catch (ArithmeticException e) {
      throw new IllegalStateException("line " + line, e);
    }
    return out;
  }
}
