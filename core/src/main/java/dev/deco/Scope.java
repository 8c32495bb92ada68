package dev.deco;

import dev.deco.internal.engine.Worker;
import dev.deco.internal.runtime.Activation;
import dev.deco.internal.runtime.Batch;
import dev.deco.internal.runtime.Failures;
import dev.deco.internal.runtime.LambdaSite;
import dev.deco.internal.runtime.Site;
import dev.deco.internal.runtime.Task;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * A scope by hand: calls made through it become tasks, and no task outlives it.
 *
 * <pre>{@code
 * try (Scope scope = Deco.open()) {
 *   Pending<Double> a = scope.call(() -> f(x));
 *   scope.call(() -> f(y), v -> out[3] = v);   // deferred statement
 *   scope.sync();
 *   use(a.get());
 * }
 * }</pre>
 *
 * <p>The first failure in program order is thrown, by whichever method of the scope notices it: the same instance, even
 * if it is a checked exception, with later failures and the place of the call added as suppressed. Deferred statements
 * before it have been replayed, those after it are dropped. A failure is thrown once; after it the scope is empty.
 *
 * <p><b>Concurrency:</b> belongs to the thread that opened it; other threads get an {@link IllegalStateException}. All
 * that the thread did before a call happens-before the task; all that a task did happens-before the return of the next
 * {@link #sync}, {@link #close}, or {@link Pending#get} of its value.
 */
public final class Scope implements AutoCloseable {
  private final Thread thread = Thread.currentThread();
  private final Activation activation = Activation.enterByHand();
  private final Worker worker = Worker.current();
  private final Object outer = worker.innermost;
  private boolean closed;

  Scope() {
    worker.innermost = this;
  }

  /**
   * Makes a call a task and returns its pending value.
   *
   * <p><b>Concurrency:</b> the task runs on any worker, or in place. Does not wait, except when very many tasks are
   * outstanding; then the thread runs tasks.
   *
   * @param <T> the type of the result
   * @param task called once
   * @return its pending value
   * @throws IllegalStateException on another thread than the scope's, or after {@link #close}
   */
  public <T> Pending<T> call(Callable<? extends T> task) {
    Objects.requireNonNull(task, "task");
    check();
    Site site = LambdaSite.CALL.get(task.getClass());
    if (activation.inPlace(site)) {
      try {
        return new Pending<>(this, null, task.call());
      } catch (Throwable t) {
        throw Failures.sneaky(activation.settle(t));
      }
    }
    Task pending = activation.task(site);
    pending.refs[0] = task;
    activation.added(pending);
    return new Pending<>(this, pending, null);
  }

  /**
   * Makes a call a task, and defers a statement that takes its result. Statements run in program order.
   *
   * <p><b>Concurrency:</b> the task runs on any worker, or in place; the statement on the scope's thread, at the latest
   * in the next {@link #sync}. Waits as {@link #call(Callable)} does.
   *
   * @param <T> the type of the result
   * @param task called once
   * @param statement called once with what the task returned, unless it or one before it has failed
   * @throws IllegalStateException on another thread than the scope's, or after {@link #close}
   */
  public <T> void call(Callable<? extends T> task, Consumer<? super T> statement) {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(statement, "statement");
    check();
    Site site = LambdaSite.STATEMENT.get(task.getClass());
    if (activation.direct(site)) {
      try {
        statement.accept(task.call());
      } catch (Throwable t) {
        throw Failures.sneaky(t);
      }
      return;
    }
    Batch batch = activation.open(site);
    int r = batch.rows * 3;
    batch.refs[r] = task;
    batch.refs[r + 1] = statement;
    activation.added(batch);
  }

  /**
   * Waits for all tasks so far and replays all deferred statements so far, in program order.
   *
   * <p><b>Concurrency:</b> blocks until these tasks are complete; meanwhile the thread runs tasks.
   *
   * @throws InterruptedScopeException if the thread is interrupted while it waits
   * @throws IllegalStateException on another thread than the scope's, or after {@link #close}
   */
  public void sync() {
    check();
    activation.sync();
  }

  /**
   * Syncs and ends the scope. Does nothing when it is closed already.
   *
   * <p><b>Concurrency:</b> as {@link #sync}.
   *
   * @throws InterruptedScopeException if the thread is interrupted while it waits
   * @throws IllegalStateException on another thread than the scope's
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    check();
    closed = true;
    if (worker.innermost == this) {
      worker.innermost = outer;
    }
    try {
      activation.close();
    } catch (Throwable t) {
      throw Failures.sneaky(activation.fail(t));
    }
  }

  Activation activation() {
    check();
    return activation;
  }

  void check() {
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException("This scope belongs to thread \"" + thread.getName() + "\", but thread \""
          + Thread.currentThread().getName() + "\" used it. Open a scope of its own there with Deco.open(), or use "
          + "Pending.then to give a pending value to another task.");
    }
    if (closed) {
      throw new IllegalStateException("This scope is closed. Make the call before the end of its try block.");
    }
  }

  boolean closed() {
    return closed;
  }
}
