package dev.deco;

/**
 * Carries context that belongs to threads (the diagnostic context of a logger, a trace, a security context) into tasks,
 * so that a task finds what it would have found where it was called. A provider is named in
 * {@code META-INF/services/dev.deco.ContextProvider} on the class path, or by a module that {@code provides} it, and
 * has a public constructor without parameters. Any number of providers may be there.
 *
 * <pre>{@code
 * public final class RequestContext implements ContextProvider {
 *   public Snapshot capture() {
 *     Request current = Request.CURRENT.get();
 *     return () -> {
 *       Request before = Request.CURRENT.get();
 *       Request.CURRENT.set(current);
 *       return () -> Request.CURRENT.set(before);
 *     };
 *   }
 * }
 * }</pre>
 *
 * <p><b>Concurrency:</b> looked up once, when the first scope of the process opens, with that thread's context class
 * loader. {@link #capture} runs on the scope's thread for each task and each deferred statement; the rest on whichever
 * thread runs these. What a task changes in its context ends with it. Calls in place have the context of their thread
 * anyway. Without a provider nothing is captured, and nothing costs time.
 */
@FunctionalInterface
public interface ContextProvider {
  /**
   * The context of the calling thread as it is now, or {@code null} if there is none to carry. An exception is one of
   * the call that was about to become a task.
   *
   * <p><b>Concurrency:</b> on the scope's thread; is not to block.
   *
   * @return the context, or {@code null}
   */
  Snapshot capture();

  /** A context that was captured; it may be restored on any thread, on several at once. */
  @FunctionalInterface
  interface Snapshot {
    /**
     * Gives the calling thread this context. An exception is one of the task.
     *
     * <p><b>Concurrency:</b> on the thread that is about to run the task or statement; is not to block.
     *
     * @return puts back what the thread had before
     */
    Restored restore();
  }

  /** A context that is in place until it is closed. */
  @FunctionalInterface
  interface Restored extends AutoCloseable {
    /**
     * Puts back what the thread had before.
     *
     * <p><b>Concurrency:</b> on the thread that restored the context.
     */
    @Override
    void close();
  }
}
