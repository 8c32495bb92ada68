package dev.deco.internal.engine;

/** What a thread spends its time on. */
public enum Spent {
  /** Outside of all scopes and tasks: not counted. */
  OUTSIDE,
  /** The code of scopes and tasks. */
  CODE,
  /** Deferred statements. */
  REPLAY,
  /** The runtime: handing out work, looking for it, keeping the books. */
  RUNTIME,
  /** Waiting for a task with nothing else to run. */
  WAITING
}
