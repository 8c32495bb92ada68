package dev.deco.cli.demo;

import dev.deco.internal.runtime.Stats;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * One run of the climate program.
 *
 * @param means what it computed, in mm
 * @param nanos how long that took
 * @param share the processor time of this process meanwhile, as a share of {@code nanos}; 1 where it is not known
 * @param before what the runtime had counted before it
 * @param after what the runtime had counted after it
 */
record Run(Map<Integer, Map<Integer, Double>> means, long nanos, double share, Stats before,
    Stats after) {

  static Run of(ClimateProgram program, Object grid) {
    Stats before = Stats.snapshot();
    Duration used = processorTime();
    long start = System.nanoTime();
    var means = program.means(grid);
    long nanos = System.nanoTime() - start;
    double share = used == null ? 1 : (double) processorTime().minus(used).toNanos() / nanos;
    return new Run(means, nanos, share, before, Stats.snapshot());
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(null);
  }

  double millis() {
    return nanos / 1e6;
  }

  /** How much one of the runtime's counters rose. */
  long count(ToLongFunction<Stats> counter) {
    return counter.applyAsLong(after) - counter.applyAsLong(before);
  }
}
