package dev.deco.benchmarks.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;

/**
 * A {@link CompletableFuture} for each piece of a loop, on a pool of their own. Recursion, whose tasks wait for others, gets as many
 * threads as it takes: a fork-join pool may be left without one that runs (seen on Java 25).
 */
final class Futures implements Parallel {
  private final ExecutorService pool;

  Futures(int workers, boolean recursive) {
    pool = recursive ? Executors.newCachedThreadPool() : new ForkJoinPool(workers);
  }

  @Override
  public void each(int count, int piece, IntConsumer body) {
    CompletableFuture<?>[] pieces = new CompletableFuture<?>[(count + piece - 1) / piece];
    for (int p = 0; p < pieces.length; p++) {
      int from = p * piece;
      pieces[p] = CompletableFuture.runAsync(() -> {
        for (int i = from; i < Math.min(count, from + piece); i++) {
          body.accept(i);
        }
      }, pool);
    }
    CompletableFuture.allOf(pieces).join();
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
