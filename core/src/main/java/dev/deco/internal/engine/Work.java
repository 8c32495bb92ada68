package dev.deco.internal.engine;

/** Something that a worker can run: a batch of tasks, or a part of one. */
public abstract class Work {
  /**
   * Runs the work to its end. Never throws: a failure belongs to the scope that sent the work.
   *
   * @param splits whether the worker may push a part of the work onto its own deque
   */
  protected abstract void run(Worker worker, boolean splits);

  /** The scope that waits for this work; compared by identity. */
  protected abstract Object scope();

  /** Where it stands in its scope's program order: the place of the first of its calls. */
  protected abstract long place();

  /** Whether nothing of this work is left to run, here or elsewhere. A true answer is an acquire. */
  protected abstract boolean done();

  /** Names the thread that parks until this work is done; null takes it back. Must be a volatile write. */
  protected abstract void waiter(Thread thread);
}
