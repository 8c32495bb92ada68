package dev.deco;

import dev.deco.internal.runtime.Activation;
import dev.deco.internal.runtime.LambdaSite;
import dev.deco.internal.runtime.Task;
import java.util.Objects;
import java.util.function.Function;

/**
 * The result of a task that may not have finished.
 *
 * <p><b>Concurrency:</b> belongs to the thread of its scope, like the scope. To use it in another task, get it before
 * that call or give it there with {@link #then}.
 *
 * @param <T> the type of the result
 */
public final class Pending<T> {
  private final Scope scope;
  private final Task task; // null if the call ran in place
  private final T value;

  Pending(Scope scope, Task task, T value) {
    this.scope = scope;
    this.task = task;
    this.value = value;
  }

  /**
   * The result. May be called more than once, and after the scope is closed.
   *
   * <p><b>Concurrency:</b> blocks until the task is complete; meanwhile the thread runs tasks. All that the task did
   * happens-before the return. If the task, or one before it in program order, is known to have failed, throws the
   * scope's first failure as {@link Scope#sync} does.
   *
   * @return what the task returned, perhaps {@code null}
   * @throws InterruptedScopeException if the thread is interrupted while it waits
   * @throws IllegalStateException on another thread than the scope's, or if a failure that the scope has thrown already
   *     left no result
   */
  @SuppressWarnings("unchecked")
  public T get() {
    if (!scope.closed()) {
      scope.check();
    }
    if (task == null) {
      return value;
    }
    Object result = Task.force(task, NONE);
    if (result == NONE) {
      throw new IllegalStateException("This pending value has no result: its task failed, or was cancelled by the "
          + "failure of an earlier one, which the scope has thrown. Do not use pending values from before a failure.");
    }
    return (T) result;
  }

  /**
   * Makes the call of a function with this value a task of the same scope. It starts when the value is there.
   *
   * <p><b>Concurrency:</b> the function runs on any worker, or in place. Waits only as {@link Scope#call} does.
   *
   * @param <R> the type of its result
   * @param function called once, unless the task fails
   * @return the pending value of that call
   * @throws IllegalStateException on another thread than the scope's, or after it was closed
   */
  public <R> Pending<R> then(Function<? super T, ? extends R> function) {
    Objects.requireNonNull(function, "function");
    Activation activation = scope.activation();
    if (task == null) {
      return scope.call(new Applied<>(function, value));
    }
    Task next = activation.task(LambdaSite.THEN.get(function.getClass()));
    next.refs[0] = function;
    next.refs[1] = task;
    activation.added(next);
    return new Pending<>(scope, next, null);
  }

  private record Applied<T, R>(Function<? super T, ? extends R> function, T value)
      implements java.util.concurrent.Callable<R> {
    @Override
    public R call() {
      return function.apply(value);
    }
  }

  private static final Object NONE = new Object();
}
