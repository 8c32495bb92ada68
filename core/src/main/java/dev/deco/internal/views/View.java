package dev.deco.internal.views;

/**
 * A collection that a task has in the place of the original: it shows the original with the task's own changes.
 *
 * <p><b>Concurrency:</b> the task changes its view on one thread; others may read it at the same time where they may
 * read the original.
 */
public interface View {
  /** What the task has read of the original and done to it. */
  Changes<?> changes();
}
