package dev.deco;

/**
 * Thrown from a call of a concurrent method that took longer than its {@linkplain Concurrent#timeout() limit}. The
 * message names the method, the place of the call, and the limit. The stack trace shows where the call was when its
 * time was over; the cause, if there is one, is what the call threw when it was interrupted.
 *
 * <p><b>Concurrency:</b> leaves the scope as any failure of a task does: if it is the first in program order. By then
 * the call has ended.
 */
public class TaskTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** @param message the method, the place of the call, and the limit */
  public TaskTimeoutException(String message) {
    super(message);
  }
}
