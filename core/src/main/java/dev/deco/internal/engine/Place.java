package dev.deco.internal.engine;

/** Where tasks of a method run. */
public enum Place {
  /** In place, on the thread of their scope. */
  HERE,
  /** On the engine's workers. */
  WORKERS,
  /** Each batch of them, which for tasks that block is each task, on a virtual thread of its own. */
  VIRTUAL
}
