package dev.deco.internal.runtime;

import dev.deco.internal.engine.Work;
import dev.deco.internal.engine.Worker;

/** The later rows of a batch, split off for another worker. */
final class Split extends Work {
  private final Batch batch;
  private final int from;
  private final int to;

  Split(Batch batch, int from, int to) {
    this.batch = batch;
    this.from = from;
    this.to = to;
  }

  @Override
  protected void run(Worker worker, boolean splits) {
    batch.run(worker, from, to, splits);
  }

  @Override
  protected Object scope() {
    return batch.scope();
  }

  @Override
  protected long place() {
    return batch.place(from);
  }

  @Override
  protected boolean done() {
    return batch.done();
  }

  @Override
  protected void waiter(Thread thread) {
    batch.waiter(thread);
  }
}
