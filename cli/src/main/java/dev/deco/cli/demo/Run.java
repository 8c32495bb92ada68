package dev.deco.cli.demo;

import dev.deco.internal.runtime.Stats;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * One run of the climate program.
 *
 * @param means what it computed, in mm
 * @param nanos how long that took
 * @param before what the runtime had counted before it
 * @param after what the runtime had counted after it
 */
record Run(Map<Integer, Map<Integer, Double>> means, long nanos, Stats before, Stats after) {

  static Run of(ClimateProgram program, Object grid) {
    Stats before = Stats.snapshot();
    long start = System.nanoTime();
    var means = program.means(grid);
    long nanos = System.nanoTime() - start;
    return new Run(means, nanos, before, Stats.snapshot());
  }

  double millis() {
    return nanos / 1e6;
  }

  /** How much one of the runtime's counters rose. */
  long count(ToLongFunction<Stats> counter) {
    return counter.applyAsLong(after) - counter.applyAsLong(before);
  }
}
