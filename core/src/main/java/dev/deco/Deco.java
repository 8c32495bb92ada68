package dev.deco;

import dev.deco.internal.engine.Worker;
import dev.deco.internal.runtime.Mapping;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Deco by hand, for code that is not woven: scopes, ordered parallel maps, and the sync of a scope.
 *
 * <p>All that is promised of woven code holds here too: results, their order and failures are those of the same code
 * run serially. A failure is thrown as it is, the same instance, even if it is a checked exception. What opens a scope
 * throws a {@link ConfigurationException} if a setting of Deco cannot be used.
 */
public final class Deco {
  private Deco() {}

  /**
   * Opens a scope, to be closed by the same thread; use it in a {@code try} with resources.
   *
   * <p><b>Concurrency:</b> does not block. May be called from tasks.
   *
   * @return a new scope, inside of those that this thread has open
   * @throws ConfigurationException if a setting of Deco cannot be used
   */
  public static Scope open() {
    return new Scope();
  }

  /**
   * Waits for all tasks of the scope so far and replays its deferred statements. In a woven synchronized method that is
   * the method's own scope; elsewhere it is the innermost {@link Scope} that this thread has open in the code that runs
   * now; without one this does nothing.
   *
   * <p><b>Concurrency:</b> blocks until these tasks are complete; meanwhile the thread runs tasks. All that the tasks
   * did happens-before the return.
   *
   * @throws InterruptedScopeException if the thread is interrupted while it waits
   */
  public static void sync() {
    Worker worker = Worker.current();
    if (worker != null && worker.innermost instanceof Scope scope) {
      scope.sync();
    }
  }

  /**
   * Applies a function to all inputs and returns the results in the order of the inputs.
   *
   * <p><b>Concurrency:</b> the inputs are iterated on the calling thread, the function runs on any worker, several
   * calls at once; blocks until all are complete, meanwhile the thread runs tasks. All that the calls did
   * happens-before the return. May be called from tasks.
   *
   * @param <T> the type of inputs
   * @param <R> the type of results
   * @param inputs any number, and only as many as fit into memory; none makes an empty list
   * @param function its calls do not depend on each other; may return {@code null}
   * @return a new list that the caller may change
   * @throws InterruptedScopeException if the thread is interrupted while it waits
   */
  public static <T, R> List<R> map(Iterable<? extends T> inputs, Function<? super T, ? extends R> function) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(function, "function");
    return Mapping.map(inputs, function);
  }

  /**
   * Applies a function to pairs of inputs, the first of each, the second of each, and so on, until either side ends.
   * Else like {@link #map(Iterable, Function)}.
   *
   * <p><b>Concurrency:</b> as there.
   *
   * @param <A> the type of first inputs
   * @param <B> the type of second inputs
   * @param <R> the type of results
   * @param first iterated in turns with {@code second}; one of both may be endless
   * @param second may be longer or shorter than {@code first}
   * @param function its calls do not depend on each other; may return {@code null}
   * @return a new list that the caller may change
   * @throws InterruptedScopeException if the thread is interrupted while it waits
   */
  public static <A, B, R> List<R> map(Iterable<? extends A> first, Iterable<? extends B> second,
      BiFunction<? super A, ? super B, ? extends R> function) {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(function, "function");
    return Mapping.zip(first, second, function);
  }

  /**
   * The results of a function, in the order of the inputs, computed while the stream is read and a bounded way ahead of
   * its reader. The inputs may be endless. A failure is thrown when the reader comes to it, after all results before
   * it.
   *
   * <p><b>Concurrency:</b> nothing runs before the stream's terminal operation. From then on the thread that reads
   * iterates the inputs and, whenever it has used up the results at hand, blocks until the next ones are complete;
   * meanwhile it runs tasks. No task runs between two reads, so a stream that is not read to its end leaves nothing
   * behind. The stream itself is sequential.
   *
   * @param <T> the type of inputs
   * @param <R> the type of results
   * @param inputs iterated once, by the stream's terminal operation
   * @param function its calls do not depend on each other; may return {@code null}
   * @return a stream that throws an {@link InterruptedScopeException} if its reader is interrupted while it waits
   */
  public static <T, R> Stream<R> stream(Iterable<? extends T> inputs, Function<? super T, ? extends R> function) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(function, "function");
    return StreamSupport.stream(() -> ahead(inputs, function), Spliterator.ORDERED, false);
  }

  private static <T, R> Spliterator<R> ahead(Iterable<? extends T> inputs,
      Function<? super T, ? extends R> function) {
    Iterator<? extends T> iterator = inputs.iterator();
    long size = inputs instanceof Collection<?> known ? known.size() : Long.MAX_VALUE;
    return new Mapping.Ahead<>(iterator, size, Spliterator.ORDERED, function);
  }
}
