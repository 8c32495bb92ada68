package dev.deco.benchmarks;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A loop that fills an array, over a range of grains: plain, with a parallel stream, and with Deco.
 *
 * <pre>{@code
 * mvn -B -pl benchmarks -am -DskipTests package && java -jar benchmarks/target/benchmarks.jar
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LoopBenchmark {
  private static final int CALLS = 10_000;

  /** Steps of arithmetic in one call, each of about a nanosecond. */
  @Param({"10", "100", "1000"})
  int grain;

  private double[] out;
  private double[] expected;

  @Setup
  public void results() {
    out = new double[CALLS];
    expected = plain().clone();
    for (double[] others : new double[][] {parallelStream(), deco()}) {
      if (!Arrays.equals(others, expected)) {
        throw new AssertionError("the rivals do not compute the same");
      }
    }
  }

  @Benchmark
  public double[] plain() {
    for (int i = 0; i < CALLS; i++) {
      out[i] = work(i, grain);
    }
    return out;
  }

  @Benchmark
  public double[] parallelStream() {
    IntStream.range(0, CALLS).parallel().forEach(i -> out[i] = work(i, grain));
    return out;
  }

  @Benchmark
  public double[] deco() {
    fill(out, grain);
    return out;
  }

  @Synchronized
  private static void fill(double[] out, int grain) {
    for (int i = 0; i < CALLS; i++) {
      out[i] = work(i, grain);
    }
  }

  @Concurrent
  private static double work(int seed, int grain) {
    double x = seed;
    for (int i = 0; i < grain; i++) {
      x = x * 0.999 + 1;
    }
    return x;
  }
}
