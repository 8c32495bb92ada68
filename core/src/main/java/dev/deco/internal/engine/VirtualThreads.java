package dev.deco.internal.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs work on virtual threads, a new one for each piece, up to a number of them.
 *
 * <p><b>Concurrency:</b> any thread. The handle is all that needs Java 21, so the same class files serve older ones.
 */
final class VirtualThreads {
  private static final int FIRST_WITH = 21;
  private static final MethodHandle START = start();

  private final Engine engine;
  private final int most;
  private final AtomicInteger live = new AtomicInteger();

  VirtualThreads(Engine engine, int most) {
    this.engine = engine;
    this.most = most;
  }

  private static MethodHandle start() {
    if (Runtime.version().feature() < FIRST_WITH) {
      return null;
    }
    try {
      return MethodHandles.publicLookup().findStatic(Thread.class, "startVirtualThread",
          MethodType.methodType(Thread.class, Runnable.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static boolean available() {
    return START != null;
  }

  /** Whether the work has been taken over; false when there are too many already. */
  boolean start(Work work) {
    if (live.incrementAndGet() <= most) {
      try {
        Runnable body = () -> run(work);
        Thread started = (Thread) START.invokeExact(body);
        return started != null;
      } catch (OutOfMemoryError noThread) {
        // the caller does it
      } catch (Throwable unexpected) {
        throw new AssertionError(unexpected);
      }
    }
    live.decrementAndGet();
    return false;
  }

  private void run(Work work) {
    Worker worker = Worker.bind(engine);
    try {
      worker.run(work, false);
    } finally {
      worker.rest();
      live.decrementAndGet();
    }
  }
}
