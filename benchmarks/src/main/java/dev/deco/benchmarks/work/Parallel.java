package dev.deco.benchmarks.work;

import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/**
 * A way to write parallel code by hand. The loops may be nested where {@link Program#recursive} was told to the constructor.
 *
 * <p><b>Concurrency:</b> a call returns when all is done, and what was done happens-before that; it may be made from within a
 * body. Bodies run on several threads at a time and must be independent of each other.
 */
public interface Parallel extends AutoCloseable {
  /**
   * Runs {@code body} for 0 to {@code count - 1}.
   *
   * @param piece up to so many in a row are not split, 1 or more
   */
  void each(int count, int piece, IntConsumer body);

  /** The sum of {@code term} over 0 to {@code count - 1}: piece by piece, then over the pieces. */
  default double sum(int count, int piece, IntToDoubleFunction term) {
    double[] sums = new double[(count + piece - 1) / piece];
    each(sums.length, 1, p -> {
      double sum = 0;
      for (int i = p * piece; i < Math.min(count, (p + 1) * piece); i++) {
        sum += term.applyAsDouble(i);
      }
      sums[p] = sum;
    });
    double sum = 0;
    for (double part : sums) {
      sum += part;
    }
    return sum;
  }

  /** The sum of a few terms, each worth a thread. */
  default long count(int count, IntToLongFunction term) {
    long[] terms = new long[count];
    each(count, 1, i -> terms[i] = term.applyAsLong(i));
    long sum = 0;
    for (long one : terms) {
      sum += one;
    }
    return sum;
  }

  /** Ends its threads. */
  @Override
  default void close() {}
}
