package dev.deco.benchmarks.work;

import java.util.stream.IntStream;

/**
 * One piece of work, written twice: as serial code with Deco's annotations, which is the serial form where its class is loaded as
 * the compiler wrote it, and the Deco form where it is loaded woven; and by hand over a {@link Parallel}.
 *
 * <p><b>Concurrency:</b> one thread calls it at a time; what it gets and gives is not changed afterwards.
 *
 * @param <I> what it works on
 * @param <R> what it computes: numbers, arrays and collections of the JDK's, so that those of two class loaders can be compared
 */
public interface Program<I, R> {
  /**
   * The same input for the same arguments. It is not changed by the runs, but for arrays that each of them fills anew.
   *
   * @param size how large the problem is, in the program's own unit, 1 or more
   * @param grain steps of arithmetic in one call, for programs whose grain can be chosen; 0 or more
   */
  I input(int size, int grain, long seed);

  /** The work as plain serial code. */
  R serial(I input);

  /** The same by hand; {@code cutoff} is one of {@link #cutoffs}, or another of their kind. */
  R byHand(I input, Parallel parallel, int cutoff);

  /**
   * Where the work by hand may stop to split, from coarse to fine: the fastest is found by trying. Of a loop, one piece
   * for each worker, and 4, 16 and 64 times as many.
   */
  default int[] cutoffs(int size, int workers) {
    return IntStream.of(1, 4, 16, 64).map(share -> Math.max(1, size / (share * workers))).distinct().toArray();
  }

  /** Whether the work by hand splits within what it has split. */
  default boolean recursive() {
    return false;
  }

  /** How far a result by hand may be from the serial one, relative to it; 0 where it is the same bit for bit. */
  default double tolerance() {
    return 0;
  }
}
