package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.Deco;
import dev.deco.Scope;
import dev.deco.internal.runtime.Balance;
import dev.deco.internal.runtime.Configuration;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sentence about where the time went names the line of the program that it is about. */
public class BottleneckTest {
  /** Time that passes when a program takes some. The weaver cannot see what that does, and believes that it is nothing. */
  public interface Time {
    /** So many milliseconds pass. */
    @Pure
    double take(double millis);
  }

  /** Each thread's own, so that what is measured does not depend on who waits for whom. */
  private static final ThreadLocal<AtomicLong> NOW = ThreadLocal.withInitial(AtomicLong::new);

  /** Not made by the class's initializer: what that does could not be seen, and each use of the class would wait. */
  public static Time time;

  @BeforeAll
  static void makeTime() {
    time = (Time) Proxy.newProxyInstance(Time.class.getClassLoader(), new Class<?>[] {Time.class},
        (proxy, method, arguments) -> {
          NOW.get().addAndGet((long) ((double) arguments[0] * 1e6));
          return arguments[0];
        });
  }

  /** Runs a program while the other one of two workers is busy, so that each task is in flight until somebody waits. */
  public static void alone(Runnable program) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (Scope scope = Deco.open()) {
      scope.call(() -> {
        begun.countDown();
        ended.await();
        return time.take(0.1); // enough to be worth a worker the next time
      });
      begun.await();
      try {
        program.run();
      } finally {
        ended.countDown();
      }
    }
  }

  /** Of a program whose method under test begins in line 8. */
  private static Balance balance(String... lines) {
    Program program = Program.of("Main", """
        import dev.deco.internal.weaver.BottleneckTest;
        import dev.deco.*;
        public class Main {
          static double take(double millis) { return BottleneckTest.time.take(millis); }
          @Concurrent static double f(double millis) { return take(millis); }
          @Concurrent static void update(double[] a, int i) { a[i] = a[i - 1] + take(1); }
          public static void main(String[] args) throws Exception { BottleneckTest.alone(() -> test(20)); }
        """ + String.join("\n", lines) + "\n}\n");
    Program.Run run = program.run(program.woven(), Configuration.threads(2), () -> NOW.get().get());
    assertThat(run.printed()).isEmpty();
    return run.stats().balance();
  }

  @Test
  void aForceInALoop() {
    Balance balance = balance(
        "@Synchronized static double test(int n) {", // 8
        "  double s = 1;",
        "  for (int i = 0; i < n; i++) {",
        "    double v = f(1);",                      // 11
        "    take(0.1);",
        "    if (v > s)",                            // 13
        "      s = v;",
        "  }",
        "  return s;",
        "}");

    assertThat(balance.parallelism()).isBetween(1.0, 1.2);
    assertThat(balance.bottleneck()).endsWith("% of the time one worker ran: Main.java:13 forces inside the loop");
  }

  @Test
  void aSyncInALoop() {
    Balance balance = balance(
        "@Synchronized static double test(int n) {", // 8
        "  double[] a = new double[n];",
        "  double s = 1;",
        "  for (int i = 0; i < n; i++) {",
        "    a[i] = f(1);",                          // 12
        "    s = Math.max(s, a[i / 2]);",            // 13
        "    s = Math.max(s, a[i]);",                // 14
        "  }",
        "  return s;",
        "}");

    assertThat(balance.parallelism()).isBetween(1.0, 1.01);
    assertThat(balance.bottleneck()).contains("of the time one worker ran: Main.java:1").endsWith(" syncs inside the loop");
  }

  /** After each sync some tasks run in place, until there seem to be enough for a batch. */
  @Test
  void aSyncInALoopOfTasksThatMostlyRunInPlace() {
    Balance balance = balance(
        "@Synchronized static double test(int n) {", // 8
        "  double[] a = new double[50 * n];",
        "  double s = 1;",
        "  for (int i = 0; i < a.length; i++) {",
        "    a[i] = f(0.007);",                      // 12
        "    s = Math.max(s, a[i]);",                // 13
        "  }",
        "  return s;",
        "}");

    assertThat(balance.parallelism()).isBetween(1.0, 1.1);
    assertThat(balance.bottleneck()).matches("(9\\d|100) % of the time one worker ran: .*Main.java:1\\d syncs inside the loop");
  }

  @Test
  void tasksTooShortToHandOut() {
    Balance balance = balance(
        "static double s;",
        "@Synchronized static void few(int n) {",
        "  double[] a = new double[n];",
        "  for (int i = 0; i < n; i++) {",
        "    a[i] = f(0.0001);",                    // 12
        "  }",
        "  s += a[0];",
        "}",
        "static void test(int n) {",
        "  for (int i = 0; i < 50 * n; i++) {",
        "    few(n);",
        "  }",
        "}");

    assertThat(balance.bottleneck()).matches("(9\\d|100) % of the time tasks of Main.java:12 ran in place: "
        + "they take 1\\d\\d ns each, too short to hand out");
  }

  @Test
  void aSyncBeforeEachCall() {
    Balance balance = balance(
        "@Synchronized static void test(int n) {", // 8
        "  double[] a = new double[n];",
        "  for (int i = 1; i < n; i++) {",
        "    update(a, i);",                       // 11
        "  }",
        "}");

    assertThat(balance.parallelism()).isBetween(1.0, 1.01);
    assertThat(balance.bottleneck())
        .endsWith("of the time one worker ran: Main.java:11 syncs before its own call, deco check says why");
  }

  @Test
  void aChainOfTasksInTheOrderOfTheirData() {
    Balance balance = balance(
        "@Synchronized(order = Order.BY_DATA) static void test(int n) {", // 8
        "  double[] a = new double[n];",
        "  for (int i = 1; i < n; i++) {",
        "    update(a, i);",                                              // 11
        "  }",
        "}");

    assertThat(balance.parallelism()).isBetween(1.0, 1.01);
    assertThat(balance.bottleneck())
        .isEqualTo("100 % of the time was a chain of 19 tasks of Main.java:11, each of which needs the one before");
  }

  @Test
  void aCallWhoseResultIsNeededAtOnce() {
    Balance balance = balance(
        "@Synchronized static double test(int n) {", // 8
        "  double[] a = new double[n];",
        "  int large = 0;",
        "  for (int i = 0; i < n; i++) {",
        "    a[i] = f(0.1);",                        // 12
        "    if (f(1) > 2)",                         // 13
        "      large++;",
        "  }",
        "  return large + a[0];",
        "}");

    assertThat(balance.bottleneck())
        .matches("\\d+ % of the time one worker ran: Main.java:13 calls in place, deco explain says why");
  }

  @Test
  void theScopesOwnCode() {
    Balance balance = balance(
        "@Synchronized static double test(int n) {", // 8
        "  double[] a = new double[n];",
        "  for (int i = 0; i < n; i++) {",
        "    take(5);",
        "    a[i] = f(1);",                          // 12
        "  }",
        "  return a[0];",
        "}");

    assertThat(balance.parallelism()).isBetween(1.1, 1.3);
    assertThat(balance.bottleneck())
        .matches("the scope's own code took \\d+ % of the time, above all before Main.java:12.*");
  }

  @Test
  void statementsThatAreReplayed() {
    Balance balance = balance(
        "static double sum;",
        "static void add(double v) { sum += v + take(5); }",
        "@Synchronized static void test(int n) {", // 10
        "  for (int i = 0; i < n; i++) {",
        "    add(f(1));",                          // 12
        "  }",
        "}");

    assertThat(balance.replayMillis()).isEqualTo(100);
    assertThat(balance.bottleneck()).matches("replaying Main.java:12 on the scope's thread took \\d+ % of the time");
  }

  @Test
  void oneTaskThatTakesLongerThanAllOthers() {
    Balance balance = balance(
        "@Synchronized static double test(int n) {", // 8
        "  double[] a = new double[n];",
        "  a[0] = f(50);",                           // 10
        "  for (int i = 1; i < n; i++) {",
        "    a[i] = f(1);",
        "  }",
        "  return a[0];",
        "}");

    assertThat(balance.spanMillis()).isEqualTo(50);
    assertThat(balance.bottleneck())
        .startsWith("one task of Main.java:10 took 50.0 ms of ").endsWith(": the longest task bounds the speedup");
  }
}

@Retention(RetentionPolicy.CLASS)
@interface Pure {}
