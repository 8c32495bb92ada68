package dev.deco.benchmarks.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;

/** A {@link CompletableFuture} for each piece of a loop, on a pool of their own. */
final class Futures implements Parallel {
  private final ForkJoinPool pool;

  Futures(int workers) {
    pool = new ForkJoinPool(workers);
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
