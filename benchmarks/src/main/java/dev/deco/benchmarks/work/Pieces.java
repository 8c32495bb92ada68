package dev.deco.benchmarks.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** One task of an {@link ExecutorService} for each piece of a loop; the caller waits. */
final class Pieces implements Parallel {
  private final ExecutorService executor;

  private Pieces(ExecutorService executor) {
    this.executor = executor;
  }

  /** A fixed pool; for recursion, whose tasks wait for others, as many threads as it takes. */
  static Pieces onThreads(int workers, boolean recursive) {
    return new Pieces(recursive ? Executors.newCachedThreadPool() : Executors.newFixedThreadPool(workers));
  }

  /** A virtual thread each. @throws UnsupportedOperationException before Java 21 */
  static Pieces onVirtualThreads() {
    try {
      return new Pieces((ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
    } catch (ReflectiveOperationException e) {
      throw new UnsupportedOperationException("no virtual threads on Java " + Runtime.version(), e);
    }
  }

  @Override
  public void each(int count, int piece, IntConsumer body) {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int from = 0; from < count; from += piece) {
      int first = from;
      int end = Math.min(count, from + piece);
      tasks.add(() -> {
        for (int i = first; i < end; i++) {
          body.accept(i);
        }
        return null;
      });
    }
    try {
      for (Future<Void> done : executor.invokeAll(tasks)) {
        done.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
