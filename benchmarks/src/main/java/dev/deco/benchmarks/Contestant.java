package dev.deco.benchmarks;

/**
 * A program in one form, with its input: what takes a turn.
 *
 * <p><b>Concurrency:</b> one thread uses it at a time.
 */
public interface Contestant extends AutoCloseable {
  /** Does the work once, and returns what it computed. */
  Object run();

  /** Cut-offs worth trying, from coarse to fine; the first one is set. Empty where there is none. */
  int[] cutoffs();

  /** Sets the cut-off of the runs to come. */
  void cutoff(int value);

  /** How far its results may be from the serial form's, relative to them; 0 where they must be the same bit for bit. */
  double tolerance();

  /** What Deco has counted so far: tasks, and how many of them were spawned. */
  long[] tasks();

  @Override
  void close();
}
