package dev.deco.benchmarks.work;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.function.IntConsumer;

/** {@link RecursiveAction}s that halve a range down to a cut-off, on a pool of their own. */
final class ForkJoin implements Parallel {
  private final ForkJoinPool pool;

  ForkJoin(int workers) {
    pool = new ForkJoinPool(workers);
  }

  @Override
  public void each(int count, int piece, IntConsumer body) {
    Range all = new Range(0, count, piece, body);
    if (ForkJoinTask.inForkJoinPool()) {
      all.invoke();
    } else {
      pool.invoke(all);
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }

  private static final class Range extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    private final int from;
    private final int to;
    private final int piece;
    private final transient IntConsumer body;

    Range(int from, int to, int piece, IntConsumer body) {
      this.from = from;
      this.to = to;
      this.piece = piece;
      this.body = body;
    }

    @Override
    protected void compute() {
      if (to - from <= piece) {
        for (int i = from; i < to; i++) {
          body.accept(i);
        }
      } else {
        int middle = from + to >>> 1;
        invokeAll(new Range(from, middle, piece, body), new Range(middle, to, piece, body));
      }
    }
  }
}
