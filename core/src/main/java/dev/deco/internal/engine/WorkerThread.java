package dev.deco.internal.engine;

/** A thread of the engine: runs work until the engine is closed. */
final class WorkerThread extends Thread {
  private static final long DEFAULT_STACK = 0;

  final Worker worker;
  Worker bound; // the worker this thread acts as; another one while it runs under another engine

  WorkerThread(ThreadsEngine engine, int number) {
    super(null, null, "deco-worker-" + number, DEFAULT_STACK, false);
    setDaemon(true);
    setContextClassLoader(Thread.currentThread().getContextClassLoader());
    worker = new Worker(engine, this);
    bound = worker;
  }

  @Override
  public void run() {
    ThreadsEngine engine = (ThreadsEngine) worker.engine;
    while (!engine.closed()) {
      worker.serve(engine);
    }
  }
}
