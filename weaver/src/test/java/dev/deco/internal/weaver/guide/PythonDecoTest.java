package dev.deco.internal.weaver.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.weaver.Program;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What Python's DECO does, and where its users got stuck: each as a Java program that gives the serial answer. Kept
 * docstrings have no counterpart.
 */
class PythonDecoTest {

  // What it does

  @Test
  void concurrentCallFromSynchronizedMethodIsATask() {
    Snippet.Counted counted = new Snippet("""
        @Synchronized static Object run() { for (int i = 0; i < 50; i++) f(i); return "done"; }
        """).prints("done");
    assertThat(counted.spawned()).isPositive();
  }

  @Test
  void concurrentCallOutsideIsAPlainCall() {
    Snippet.Counted counted = new Snippet("static Object run() { return f(1) + f(2); }").agrees();
    assertThat(counted.spawned()).isZero();
  }

  @Test
  void resultKeyAssignmentIsDeferred() {
    Snippet.Counted counted = new Snippet("""
        @Synchronized static Object run() {
          Map<Integer, Integer> result = new TreeMap<>();
          for (int key = 0; key < 50; key++) result.put(key, f(key));
          return result;
        }""").agrees();
    assertThat(counted.spawned()).isPositive();
    assertThat(counted.deferred()).isPositive();
  }

  @Test
  void anyCallWithOneConcurrentArgumentIsDeferredAndSoIsOneWithTwo() {
    Snippet.Counted counted = new Snippet("""
        @Synchronized static Object run() {
          List<Integer> output = new ArrayList<>();
          Map<Integer, Integer> both = new TreeMap<>();
          for (int i = 0; i < 50; i++) { output.add(f(i)); both.put(f(i), f(i + 1)); }
          return output.toString() + both;
        }""").agrees();
    assertThat(counted.deferred()).isPositive();
  }

  @Test
  void comprehensionsAreStreamsOrMaps() {
    Snippet.Counted counted = new Snippet("""
        @Synchronized static Object run() {
          List<Integer> xs = IntStream.range(0, 50).boxed().toList();
          List<Integer> mapped = Deco.map(xs, i -> f(i));
          return xs.stream().map(i -> f(i)).toList() + " " + mapped;
        }""").agrees();
    assertThat(counted.spawned()).isPositive();
  }

  @Test
  void listArgumentThatTasksAppendToHasTheSerialOrder() {
    new Snippet("""
        @Concurrent static void append(List<Integer> list, int i) { list.add(f(i)); }
        @Synchronized static Object run() {
          List<Integer> list = new ArrayList<>();
          for (int i = 0; i < 50; i++) append(list, i);
          return list;
        }""").agrees();
  }

  @Test
  void waitIsDecoSync() {
    Snippet.Counted counted = new Snippet("""
        @Synchronized static Object run() {
          int[] out = new int[50];
          for (int i = 0; i < 50; i++) out[i] = f(i);
          Deco.sync();
          return Arrays.toString(out);
        }""").agrees();
    assertThat(counted.syncs()).isPositive();
  }

  @Test
  void waitReturningResultsIsPending() {
    new Snippet("""
        static Object run() {
          List<Pending<Integer>> all = new ArrayList<>();
          try (Scope scope = Deco.open()) {
            for (int i = 0; i < 50; i++) { int x = i; all.add(scope.call(() -> f(x))); }
            return all.stream().map(Pending::get).toList();
          }
        }""").agrees();
  }

  @Test
  void statementThatNamesAnArgumentWaitsOnlyIfItMustNot() {
    Snippet.Counted counted = new Snippet("""
        @Concurrent static int sum(int[] data, int i) { return f(data[i % data.length]) + i; }
        @Synchronized static Object run() {
          int[] data = {3, 1, 2};
          long s = 0;
          for (int i = 0; i < 60; i++) { s += sum(data, i) + data[i % 3]; }
          return s;
        }""").agrees();
    assertThat(counted.syncs()).isLessThan(10);
  }

  @Test
  void operationsAreAppliedInProgramOrder() {
    new Snippet("""
        @Synchronized static Object run() {
          List<String> order = new ArrayList<>();
          for (int i = 0; i < 50; i++) { order.add("a" + f(i)); order.add("b" + i); order.add(0, "c" + f(i)); }
          return order;
        }""").agrees();
  }

  @Test
  void methodsCanBeConcurrent() {
    Snippet.Counted counted = new Snippet("""
        final int k = 3;
        @Concurrent private int own(int i) { return f(i) * k; }
        @Synchronized List<Integer> all() {
          List<Integer> out = new ArrayList<>();
          for (int i = 0; i < 50; i++) out.add(own(i));
          return out;
        }
        static Object run() { return new Main().all(); }""").agrees();
    assertThat(counted.spawned()).isPositive();
  }

  @Test
  void plainNamesTwoTargetsAndAnyOtherUseWork() {
    Snippet.Counted counted = new Snippet("""
        @Synchronized static Object run() {
          int[] a = new int[50], b = new int[50];
          String s = "";
          for (int i = 0; i < 50; i++) { int v = f(i); a[i] = b[49 - i] = f(i); s += v > 500 ? "+" : "-"; }
          return s + Arrays.toString(a) + Arrays.toString(b) + -f(3) + (f(1) > f(2)) + new int[] {f(4)}.length;
        }""").agrees();
    assertThat(counted.spawned()).isPositive();
  }

  @Test
  void varargsTakeThePlaceOfDefaultArguments() {
    new Snippet("""
        @Concurrent static int g(int a, int... rest) { return f(a) + rest.length; }
        @Synchronized static Object run() {
          int[] out = new int[60];
          for (int i = 0; i < 60; i += 2) { out[i] = g(i); out[i + 1] = g(i, 1, 2); }
          return Arrays.toString(out);
        }""").agrees();
  }

  /** In Python each task changes a copy of its body, so its answer is not the serial one. */
  @Test
  void bodiesChangedInPlaceChangeAsInASerialRun() {
    new Snippet("""
        static class Body { double x; Body(double x) { this.x = x; } }
        @Concurrent static Body moved(Body b, List<Body> all) {
          double pull = 0;
          for (Body o : all) pull += (o.x - b.x) / (1 + Math.abs(o.x - b.x));
          b.x += pull * 0.01;
          return b;
        }
        @Synchronized static Map<Integer, Body> step(List<Body> all) {
          Map<Integer, Body> next = new HashMap<>();
          for (int i = 0; i < all.size(); i++) next.put(i, moved(all.get(i), all));
          return next;
        }
        static Object run() {
          List<Body> all = new ArrayList<>();
          for (int i = 0; i < 12; i++) all.add(new Body(i * i));
          for (int k = 0; k < 5; k++) all = new ArrayList<>(step(all).values());
          return all.stream().map(b -> b.x).toList();
        }""").agrees();
  }

  @Test
  void poolArgumentsAreSettings() {
    Program program = new Snippet("""
        @Synchronized static Object run() { int[] out = new int[50]; for (int i = 0; i < 50; i++) out[i] = f(i);
          return Arrays.toString(out); }""").program();
    Map<String, byte[]> woven = program.woven();
    for (int workers : new int[] {1, 2, 4, 7}) {
      assertThat(program.run(woven, Configuration.threads(workers)).stats().workers()).isEqualTo(workers);
    }
  }

  @Test
  void threadedAndCustomPoolsAreEngines() {
    Program program = new Snippet("""
        @Synchronized static Object run() { int[] out = new int[50]; for (int i = 0; i < 50; i++) out[i] = f(i);
          return Arrays.toString(out); }""").program();
    Map<String, byte[]> woven = program.woven();
    Program.Run serial = program.run(woven, Configuration.serial());
    Program.Run threads = program.run(woven, Configuration.threads(2));
    assertThat(serial.stats().engine()).isEqualTo("serial");
    assertThat(serial.stats().spawned()).isZero();
    assertThat(threads.stats().engine()).isEqualTo("threads");
    assertThat(threads.printed()).isEqualTo(serial.printed());
  }

  // What its users reported

  /** The call that blocks has the interrupt, and those after it never count. */
  @Test
  void keyboardInterruptLeavesNoWorkerRunning() {
    Program program = new Snippet("""
        static final java.util.concurrent.CountDownLatch NEVER = new java.util.concurrent.CountDownLatch(1);
        @Concurrent static int waits(int i) throws InterruptedException {
          if (i == 3) { NEVER.await(); }
          return i;
        }
        @Synchronized static void all(List<Integer> out) throws InterruptedException {
          for (int i = 0; i < 50; i++) out.add(waits(i));
        }
        static Object run() {
          List<Integer> out = new ArrayList<>();
          Thread.currentThread().interrupt();
          try { all(out); return "not interrupted"; }
          catch (InterruptedException e) { return "interrupted " + Thread.interrupted() + out; }
        }""").program();
    for (int workers : new int[] {1, 2, 7}) {
      Program.Run run = program.run(program.woven(), Configuration.threads(workers),
          (event, type, method, line, times) -> { });
      assertThat(run.printed()).isEqualTo("interrupted false[0, 1, 2]\n");
    }
  }

  @Test
  void bothConcurrentAndSynchronizedNests() {
    Snippet.Counted counted = new Snippet("""
        @Concurrent @Synchronized static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
        static Object run() { return fib(14); }""").prints("377");
    assertThat(counted.spawned()).isPositive();
  }

  @Test
  void listAppendThenLenSeesAllResults() {
    Snippet.Counted counted = new Snippet("""
        @Synchronized static Object run() {
          List<Integer> list = new ArrayList<>();
          for (int i = 0; i < 50; i++) list.add(f(i));
          int size = list.size();
          long sum = 0;
          for (int v : list) sum += v;
          return size + " " + sum;
        }""").agrees();
    assertThat(counted.spawned()).isPositive();
    assertThat(counted.syncs()).isPositive();
  }

  @Test
  void resultsReadThroughAnotherNameAreThere() {
    new Snippet("""
        @Concurrent static Map<String, Integer> region(int i) { return new TreeMap<>(Map.of("k" + i, f(i))); }
        @Synchronized static Object run() {
          List<Map<String, Integer>> regions = new ArrayList<>();
          for (int i = 0; i < 20; i++) regions.add(region(i));
          List<Map<String, Integer>> other = regions;
          StringBuilder keys = new StringBuilder();
          for (Map<String, Integer> r : other) keys.append(r.keySet());
          return keys;
        }""").agrees();
  }

  @Test
  void timeIsMeasuredAfterSync() {
    new Snippet("""
        @Synchronized static Object run() {
          int[] out = new int[50];
          for (int i = 0; i < 50; i++) out[i] = f(i);
          Deco.sync();
          long after = System.nanoTime();
          return after != 0 && Arrays.stream(out).anyMatch(v -> v != 0);
        }""").prints("true");
  }

  @Test
  void argumentsAreAnyExpression() {
    new Snippet("""
        @Concurrent static String g(String s, int i, double d) { return s + i + d; }
        @Synchronized static Object run() {
          List<String> out = new ArrayList<>();
          for (int i = 0; i < 20; i++) out.add(g("literal" + i, i * 2 + (i > 3 ? 1 : 0), Math.sqrt(i)));
          out.add(g("literal", 7, 0.5));
          return out;
        }""").agrees();
  }

  @Test
  void concurrentMethodPassedAsAValueGoesThroughMapAndStreams() {
    Snippet.Counted counted = new Snippet("""
        static List<Integer> apply(Function<Integer, Integer> function, List<Integer> xs) { return Deco.map(xs, function); }
        static Object run() { return apply(Main::f, IntStream.range(0, 50).boxed().toList()); }""").agrees();
    assertThat(counted.spawned()).isPositive();
  }

  @Test
  void assignmentsUnderConstantKeysAreKeptApart() {
    new Snippet("""
        @Synchronized static Object run() {
          Map<String, Integer> d = new TreeMap<>();
          d.put("first", f(1));
          d.put("second", f(2));
          d.put("first", f(3));
          return d;
        }""").agrees();
  }

  @Test
  void theOriginalExceptionComesWithThePlaceOfItsCall() {
    new Snippet("""
        @Concurrent static int bad(int i) { if (i == 20) throw new IllegalStateException("at 20"); return f(i); }
        @Synchronized static void all(List<Integer> out) { for (int i = 0; i < 50; i++) out.add(bad(i)); }
        static Object run() {
          List<Integer> out = new ArrayList<>();
          try { all(out); return "fine"; } catch (IllegalStateException e) {
            boolean at = Arrays.stream(e.getStackTrace()).anyMatch(t -> t.getMethodName().equals("bad"));
            return e.getMessage() + " " + out.size() + " " + at;
          }
        }""").prints("at 20 20 true");
  }

  @Test
  void nestedStructuresTuplesAndAttributesAreTargets() {
    Snippet.Counted counted = new Snippet("""
        record Pair(int a, int b) {}
        static class Holder { int[] attribute = new int[4]; Pair pair; int plain; }
        @Synchronized static Object run() {
          Map<Integer, Map<Integer, Integer>> r = new TreeMap<>();
          Holder h = new Holder();
          for (int a = 0; a < 8; a++) {
            r.put(a, new TreeMap<>());
            for (int b = 0; b < 8; b++) r.get(a).put(b, f(a * b));
            h.attribute[a % 4] += f(a);
          }
          h.pair = new Pair(f(1), f(2));
          h.plain = f(3);
          return r + Arrays.toString(h.attribute) + h.pair + h.plain;
        }""").agrees();
    assertThat(counted.spawned()).isPositive();
  }
}
