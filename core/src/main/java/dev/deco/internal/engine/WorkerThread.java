package dev.deco.internal.engine;

/** A thread of the engine: runs work until the engine is closed. */
final class WorkerThread extends Thread {
  private static final long STACK_BYTES = 8L << 20; // helping makes stacks deeper than the serial program's

  final Worker worker;
  Worker bound; // the worker this thread acts as; another one while it runs under another engine

  WorkerThread(ThreadsEngine engine, int number) {
    super(null, null, "deco-worker-" + number, STACK_BYTES, false);
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
