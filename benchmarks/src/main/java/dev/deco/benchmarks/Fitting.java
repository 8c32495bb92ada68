package dev.deco.benchmarks;

import dev.deco.benchmarks.work.Grain;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Finds how many steps of {@link Grain} take a given time on this machine in the serial form of {@code out[i] = f(i)}: in that loop
 * itself, as it is measured, with as many calls, and classes of its own for each number of steps, until it gets no faster.
 * In short calls a step takes less than in long ones, since the processor begins with calls before earlier ones have ended.
 *
 * <p><b>Concurrency:</b> for one thread, which it keeps busy.
 */
final class Fitting {
  private static final double NEAR = 0.04;           // close enough, relative to what is wanted
  private static final int TRIALS = 8;
  private static final double PROPORTIONAL = 1e3;    // nanoseconds: from here on steps are all alike
  private static final int STEADY = 4;               // turns that were not faster
  private static final double FASTER = 0.99;
  private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(120); // until the JIT compiler has come to the loop
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final TreeMap<Integer, Double> known = new TreeMap<>(); // nanoseconds of a call, by steps

  /** The number of steps, 1 or more, with which a call comes nearest to {@code nanos}. */
  int steps(double nanos) {
    if (nanos > PROPORTIONAL) {
      return (int) (steps(PROPORTIONAL) * (nanos / PROPORTIONAL));
    }
    for (int trial = 0, steps = 1; trial < TRIALS && steps > 0; trial++) {
      measure(steps, nanos);
      steps = distance(nanos, nearest(nanos)) < NEAR ? 0 : next(nanos);
    }
    return nearest(nanos);
  }

  private int nearest(double nanos) {
    return known.keySet().stream().min(Comparator.comparing(steps -> distance(nanos, steps))).orElseThrow();
  }

  private double distance(double nanos, int steps) {
    return Math.abs(Math.log(known.get(steps) / nanos));
  }

  /** Measures so many steps, if they are not known, in a loop of as many calls as one of {@code nanos} has. */
  private void measure(int steps, double nanos) {
    known.computeIfAbsent(steps, n -> measured(n, Subjects.calls(nanos, 1)));
  }

  /** What to try next: on the line between the nearest known numbers below and above; 0 if there is nothing between them. */
  private int next(double nanos) {
    Integer above = known.keySet().stream().filter(n -> known.get(n) > nanos).findFirst().orElse(null);
    if (above == null) {
      return 2 * known.lastKey();
    }
    Integer below = known.lowerKey(above);
    if (below == null || above - below < 2) {
      return 0;
    }
    double share = (nanos - known.get(below)) / (known.get(above) - known.get(below));
    return Math.max(below + 1, Math.min(above - 1, (int) Math.round(below + share * (above - below))));
  }

  private static double measured(int steps, int calls) {
    Subject subject = new Subject(Subject.Group.LOOP, "", "fill", calls, steps, 0, 1);
    try (Contestant loop = FormLoader.contestant(subject, Form.SERIAL, 1)) {
      long begin = now();
      long end = begin;
      double best = Double.MAX_VALUE;
      for (int steady = 0; (steady < STEADY || end - begin < LEAST_NANOS) && end - begin < MOST_NANOS; steady++) {
        long turn = now();
        loop.run();
        end = now();
        if (end - turn < FASTER * best) {
          steady = -1;
        }
        best = Math.min(best, end - turn);
      }
      return best / calls;
    }
  }

  /** The processor's time that this thread has had: on a busy machine it stands still meanwhile. */
  private static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
