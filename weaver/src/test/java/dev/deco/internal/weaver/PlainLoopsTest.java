package dev.deco.internal.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.runtime.Engines;
import dev.deco.internal.runtime.Stats;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops whose calls cost next to nothing run in their plain form: the same results, and every call counted once. */
class PlainLoopsTest {
  private static final int N = 50_000; // enough for calls to become cheap, and for many rounds at a time
  private static final Program PROGRAM = Program.of("Cheap", """
      import dev.deco.*;
      import java.util.*;
      public class Cheap {
        static int[] none;
        @Concurrent static int f(int i) { return i * 31 ^ i >> 3; }
        @Concurrent static int g(int i) { if (i == 40_000) throw new IllegalStateException("at " + i); return i; }

        @Synchronized public static String upTo(int n) {
          int[] out = new int[n];
          for (int i = 0; i < n; i++) out[i] = f(i);
          return Arrays.hashCode(out) + "";
        }
        @Synchronized public static String length(int n) {
          long[] out = new long[n];
          for (int i = 0; i < out.length; i += 3) { out[i] = f(i); }
          return Arrays.hashCode(out) + "";
        }
        @Synchronized public static String sum(int n) {
          long sum = 0;
          for (int i = 0; i < n; i++) sum += f(i);
          return sum + "";
        }
        @Synchronized public static String sumsOfRows(int n) {
          StringBuilder all = new StringBuilder();
          for (int row = 0; row < 100; row++) {
            double sum = row;
            for (int i = 0; i < n / 100; i++) sum = sum * 0.5 + f(i + row);
            all.append(sum).append(' ');
          }
          return all.toString();
        }
        @Synchronized public static String downwards(int n) {
          int[] out = new int[n];
          for (int i = n - 1; i >= 0; i--) out[i] = f(i);
          return Arrays.hashCode(out) + "";
        }
        @Synchronized public static String someOnly(int n) {
          int[] out = new int[n];
          for (int i = 0; i < n; i++) {
            if (i % 3 == 0) continue;
            out[i] = f(i);
          }
          return Arrays.hashCode(out) + "";
        }
        @Synchronized public static String two(int n) {
          int[] out = new int[n];
          int best = 0;
          for (int i = 0; i < n; i++) { out[i] = f(i); best = Math.max(best, g(i & 1023)); }
          return Arrays.hashCode(out) + " " + best;
        }
        @Synchronized public static String leaves(int n) {
          int[] out = new int[n];
          int last = 0;
          for (int i = 0; i < n; i++) {
            last = i;
            if (i == 30_000) break;
            out[i] = f(i);
            if (i < 0) return "below";
          }
          return Arrays.hashCode(out) + " " + last;
        }
        @Synchronized public static String endless(int n) {
          List<Integer> out = new ArrayList<>();
          int i = 0;
          while (true) {
            out.add(f(i));
            if (++i == n) break;
          }
          return out.hashCode() + " " + i;
        }
        @Synchronized public static String overElements(int n) {
          int[] in = new int[n];
          int k = 0;
          Map<Integer, Integer> out = new TreeMap<>();
          for (int each : in) { out.put(k++, f(each + k)); }
          return out.hashCode() + " " + k;
        }
        @Synchronized public static String calledTwice(int n) {
          int[] out = new int[n];
          for (int i = 0; i < n - 1; i += 2) { out[i] = f(i); if (i % 4 == 0) { out[i + 1] = f(i + 1); } }
          return Arrays.hashCode(out) + "";
        }
        @Synchronized public static String fails(int n) {
          int[] out = new int[n];
          int i = 0;
          try {
            for (; i < n; i++) out[i] = g(i);
          } catch (IllegalStateException e) {
            return e.getMessage() + " " + out[39_999] + " " + out[40_000] + " " + out[40_001];
          }
          return "no failure";
        }
        @Synchronized public static String beforeATry(int n) {
          int[] out = new int[n];
          for (int i = 0; i < n; i++) out[i] = f(i);
          try {
            return Arrays.hashCode(out) + " " + out[n];
          } catch (ArrayIndexOutOfBoundsException e) {
            return out[n - 1] + "";
          }
        }
        @Concurrent static int k(CharSequence text, int i) { return i + text.length(); }
        @Synchronized public static String ofATypeWithoutAName(int n) {
          int[] out = new int[n];
          CharSequence text = n > 0 ? new StringBuilder("ab") : new StringBuffer("c"); // AbstractStringBuilder
          for (int i = 0; i < n; i++) out[i] = k(text, i);
          return Arrays.hashCode(out) + "";
        }
        @Synchronized public static String failsInTheCall(int n) {
          int[] out = new int[n];
          for (int i = 0; i < n; i++) out[i] = g(i);
          return "no failure";
        }
        int factor = 3;
        @Concurrent double h(int a, double b) { return a * factor + b; }
        @Synchronized String scaled(double[] out, long from, int n) {
          for (int i = 1; i < n; i += 2) { int twice = 2 * i; double half = from + i / 2.0; out[i] = h(twice, half); }
          return Arrays.hashCode(out) + "";
        }
        public static String ofAnInstance(int n) { return new Cheap().scaled(new double[n], 7, n); }
        @Synchronized public static String failsBeforeTheCall(int n) {
          int[] in = new int[20_000];
          int[] out = new int[n];
          for (int i = 0; i < n; i++) out[i] = f(in[i]);
          return "no failure";
        }
        @Synchronized public static String noArray(int n) {
          int[] out = new int[n];
          for (int i = 0; i < n; i++) out[i] = f(i);
          int[] other = none;
          for (int i = 0; i < other.length; i++) other[i] = f(i);
          return "no failure";
        }
      }
      """);

  static Stream<Arguments> scopes() {
    return Stream.of(Arguments.of("upTo", N), Arguments.of("length", (N + 2) / 3), Arguments.of("sum", N),
        Arguments.of("sumsOfRows", N), Arguments.of("downwards", N), Arguments.of("someOnly", N - (N + 2) / 3),
        Arguments.of("two", 2 * N), Arguments.of("leaves", 30_000), Arguments.of("endless", N),
        Arguments.of("overElements", N), Arguments.of("calledTwice", N / 2 + N / 4), Arguments.of("fails", 40_001),
        Arguments.of("failsInTheCall", 40_001), Arguments.of("beforeATry", N),
        Arguments.of("ofATypeWithoutAName", N), Arguments.of("ofAnInstance", N / 2),
        Arguments.of("failsBeforeTheCall", 20_000), Arguments.of("noArray", N));
  }

  private record Outcome(String result, long tasks) {}

  private static Outcome run(Class<?> type, String scope, Configuration configuration) throws Exception {
    return Engines.using(configuration, () -> {
      String result;
      try {
        result = (String) type.getMethod(scope, int.class).invoke(null, N);
      } catch (InvocationTargetException e) {
        result = e.getCause().toString();
      }
      return new Outcome(result, Stats.snapshot().tasks());
    });
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void haveTheSameResultsAndEveryCallCounted(String scope, int calls) throws Exception {
    String plain = run(PROGRAM.load(PROGRAM.classes()), scope, Configuration.serial()).result;
    Class<?> woven = PROGRAM.load(PROGRAM.woven());
    boolean fails = scope.startsWith("fails");
    for (Configuration configuration : List.of(Configuration.serial(), Configuration.threads(1),
        Configuration.threads(2), Configuration.threads(7), Configuration.threads(2).shuffled(3),
        Configuration.threads(7).shuffled(4))) {
      for (int again = 0; again < 3; again++) {
        Outcome outcome = run(woven, scope, configuration);
        assertThat(outcome.result).as(configuration.toString()).isEqualTo(plain);
        if (fails && configuration.workers() > 1) { // tasks behind the one that fails may have begun
          assertThat(outcome.tasks).as(configuration.toString()).isGreaterThanOrEqualTo(calls);
        } else {
          assertThat(outcome.tasks).as(configuration.toString()).isEqualTo(calls);
        }
      }
    }
  }
}
