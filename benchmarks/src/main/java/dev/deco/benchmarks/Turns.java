package dev.deco.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures one subject in this process: all forms take turns, round after round, each round from another form on. First they warm up
 * until none gets faster, then each form by hand looks for its best cut-off. Every result is compared with the serial one.
 *
 * <p><b>Concurrency:</b> for one thread.
 */
final class Turns implements AutoCloseable {
  private static final double WARM_UP = 0.25; // at most this share of the time, and the same for the cut-offs,
  private static final double TUNING = 0.75;  // or this one, where nothing else is wanted
  private static final long WARM_NANOS = TimeUnit.MILLISECONDS.toNanos(500); // and at least so long
  private static final int STEADY = 5; // rounds in which no form has been faster than before
  private static final double FASTER = 0.98;
  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int MAX_ROUNDS = 200;
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Subject subject;
  private final List<Form> forms;
  private final List<Contestant> contestants = new ArrayList<>();
  private final Object expected;

  /** Makes the contestants; the serial form gives the result that is expected. */
  Turns(Subject subject, List<Form> forms, int workers) {
    this.subject = subject;
    this.forms = List.copyOf(forms);
    for (Form form : forms) {
      contestants.add(FormLoader.contestant(subject, form, workers));
    }
    try (Contestant serial = FormLoader.contestant(subject, Form.SERIAL, 1)) {
      expected = serial.run();
    }
  }

  /** Looks for the best cut-offs only, for about {@code seconds}. */
  Measured tune(double seconds) {
    Measured measured = new Measured(subject);
    long begin = System.nanoTime();
    double total = seconds * TimeUnit.SECONDS.toNanos(1);
    warmUp(begin + (long) (WARM_UP * total));
    tune((long) (TUNING * total), measured);
    return measured;
  }

  /** Takes {@code seconds} about, but at least {@code least} rounds. */
  Measured measure(double seconds, int least) {
    Measured measured = new Measured(subject);
    long begin = System.nanoTime();
    long total = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    long share = (long) (WARM_UP * total);
    warmUp(begin + share);
    tune(share, measured);
    System.gc();
    for (int round = 0; round < least || round < MAX_ROUNDS && System.nanoTime() - begin < total; round++) {
      for (int i : Way.order(forms.size(), round)) {
        measured.add(forms.get(i), turn(i));
      }
    }
    for (int i = 0; i < forms.size(); i++) {
      long[] tasks = contestants.get(i).tasks();
      if (tasks[0] > 0) {
        measured.spawned(forms.get(i), (double) tasks[1] / tasks[0]);
      }
    }
    return measured;
  }

  /** The contestant of a form, by its place. */
  Contestant contestant(int i) {
    return contestants.get(i);
  }

  private void warmUp(long end) {
    long begin = System.nanoTime();
    long[] best = new long[forms.size()];
    Arrays.fill(best, Long.MAX_VALUE);
    for (int steady = 0; steady < STEADY || System.nanoTime() - begin < WARM_NANOS; steady++) {
      for (int i = 0; i < best.length; i++) {
        long nanos = turn(i).nanos();
        if (nanos < FASTER * best[i]) {
          steady = -1;
        }
        best[i] = Math.min(best[i], nanos);
      }
      if (System.nanoTime() > end) {
        return;
      }
    }
  }

  private void tune(long nanos, Measured measured) {
    for (int i = 0; i < forms.size(); i++) {
      tune(i, System.nanoTime() + nanos / forms.size(), measured);
    }
  }

  /** From coarse to fine, as long as it gets faster. */
  private void tune(int i, long end, Measured measured) {
    Contestant contestant = contestants.get(i);
    int[] cutoffs = contestant.cutoffs();
    if (cutoffs.length == 0) {
      return;
    }
    int best = cutoffs[0];
    long least = Long.MAX_VALUE;
    for (int cutoff : cutoffs) {
      contestant.cutoff(cutoff);
      long nanos = bestOfThree(i);
      if (nanos > 1.1 * least || System.nanoTime() > end && least < Long.MAX_VALUE) {
        break;
      }
      if (nanos < least) {
        least = nanos;
        best = cutoff;
      }
    }
    contestant.cutoff(best);
    measured.cutoff(forms.get(i), best);
  }

  private long bestOfThree(int i) {
    long first = turn(i).nanos();
    return first > SHORT_NANOS ? first : Math.min(first, Math.min(turn(i).nanos(), turn(i).nanos()));
  }

  private Measured.Turn turn(int i) {
    Contestant contestant = contestants.get(i);
    long bytes = allocated();
    long begin = System.nanoTime();
    Object result = contestant.run();
    long nanos = System.nanoTime() - begin;
    bytes = allocated() - bytes;
    String difference = Difference.between(expected, result, contestant.tolerance());
    if (difference != null) {
      throw new AssertionError(subject.name() + ", " + forms.get(i).title() + ": " + difference);
    }
    return new Measured.Turn(nanos, bytes);
  }

  private static long allocated() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  @Override
  public void close() {
    contestants.forEach(Contestant::close);
  }
}
