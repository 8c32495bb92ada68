package dev.deco;

/**
 * Thrown from a scope by hand whose thread was interrupted while it waited for tasks. Tasks that had not started never start;
 * those that ran have ended. Deferred statements that had not been replayed are dropped. The thread's interrupt status
 * is set again.
 *
 * <p>In a synchronized method the call that blocks has the interrupt, and throws what it throws in the serial program.
 *
 * <p><b>Concurrency:</b> thrown on the scope's own thread. It is unchecked because {@link Scope#sync} and
 * {@link Pending#get} stand for serial code, which waits for nobody.
 */
public class InterruptedScopeException extends RuntimeException {
  /** Of the scope of the calling thread. */
  public InterruptedScopeException() {
    super("The thread of this scope was interrupted while it waited for its tasks; those not started were cancelled.");
  }
}
