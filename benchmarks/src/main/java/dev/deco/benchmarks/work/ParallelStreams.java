package dev.deco.benchmarks.work;

import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Parallel streams, on the common pool; they find their cut-offs themselves. */
final class ParallelStreams implements Parallel {
  @Override
  public void each(int count, int piece, IntConsumer body) {
    IntStream.range(0, count).parallel().forEach(body);
  }

  @Override
  public double sum(int count, int piece, IntToDoubleFunction term) {
    return IntStream.range(0, count).parallel().mapToDouble(term).sum();
  }

  @Override
  public long count(int count, IntToLongFunction term) {
    return IntStream.range(0, count).parallel().mapToLong(term).sum();
  }
}
