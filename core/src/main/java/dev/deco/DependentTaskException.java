package dev.deco;

/**
 * Thrown from a scope one of whose tasks has read something of a collection that an earlier task of the scope has
 * changed since, where the later task cannot be run again: it may have changed more than the collections it was given.
 * The message names both places and what was read.
 *
 * <p><b>Concurrency:</b> thrown on the scope's own thread, where the later task's changes would have been made; all
 * earlier tasks' changes have been made by then, and none of later ones.
 */
public class DependentTaskException extends RuntimeException {
  /** @param message both places, and what was read */
  public DependentTaskException(String message) {
    super(message);
  }
}
