package dev.deco.internal.runtime;

import dev.deco.internal.engine.Worker;

/** Empty batches of one thread, kept for its next scopes. */
final class BatchCache {
  private static final int SLOTS = 8;

  private final Batch[] kept = new Batch[SLOTS];
  private int next;

  static BatchCache of(Worker worker) {
    if (worker.cache instanceof BatchCache cache) {
      return cache;
    }
    BatchCache cache = new BatchCache();
    worker.cache = cache;
    return cache;
  }

  /** A batch of a site for at least {@code rows} rows. */
  Batch take(Site site, int rows) {
    for (int i = 0; i < SLOTS; i++) {
      Batch batch = kept[i];
      if (batch != null && batch.site == site && batch.capacity >= rows) {
        kept[i] = null;
        return batch;
      }
    }
    return new Batch(site, rows);
  }

  /** Keeps an empty batch, perhaps in place of another. */
  void put(Batch batch) {
    for (int i = 0; i < SLOTS; i++) {
      if (kept[i] == null) {
        kept[i] = batch;
        return;
      }
    }
    kept[next++ % SLOTS] = batch;
  }
}
