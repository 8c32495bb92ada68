package dev.deco.internal.runtime;

/**
 * Static initializers that are on the stack of a scope: until one has ended, only its own thread can run code of its class
 * (JVMS 5.5). A task on another thread would wait for it, and the scope for the task.
 */
final class Initializers {
  private Initializers() {}

  /**
   * The class whose static initializer runs on this thread, the innermost one; or {@code null}.
   *
   * <p><b>Concurrency:</b> any thread. It walks the whole stack, so that a caller had better keep a {@code null}.
   */
  static String running() {
    return StackWalker.getInstance().walk(frames -> frames.filter(frame -> frame.getMethodName().equals("<clinit>"))
        .map(StackWalker.StackFrame::getClassName).findFirst()).orElse(null);
  }
}
