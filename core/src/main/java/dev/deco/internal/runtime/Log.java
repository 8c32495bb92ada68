package dev.deco.internal.runtime;

/**
 * The program order of a scope's rows, run-length coded: so many rows of this batch, then so many of that.
 *
 * <p><b>Concurrency:</b> the scope's thread only.
 */
final class Log {
  /** For scopes that have added nothing yet; nothing may be added to it. */
  static final Log EMPTY = new Log();

  private static final int FIRST_CAPACITY = 8;

  private Batch[] batches; // a ring
  private int[] rows;
  private int head;
  private int size;
  private Batch last;      // the batch of the last entry, whose rows are those of the batch from lastRow on
  private int lastRow;

  Batch last() {
    return last;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** The next rows are of this batch, which is another one than the last. */
  void begin(Batch batch) {
    int n = size;
    if (n > 0) {
      if (n == batches.length) {
        grow();
      }
      rows[head + n - 1 & batches.length - 1] = last.rows - lastRow;
    } else if (batches == null) {
      batches = new Batch[FIRST_CAPACITY];
      rows = new int[FIRST_CAPACITY];
    }
    int next = head + n & batches.length - 1;
    batches[next] = batch;
    last = batch;
    lastRow = batch.rows;
    size = n + 1;
  }

  Batch firstBatch() {
    return batches[head];
  }

  int firstRows() {
    return size == 1 ? last.rows - lastRow : rows[head];
  }

  void removeFirst() {
    batches[head] = null;
    if (size == 1) {
      last = null;
    }
    head = head + 1 & batches.length - 1;
    size--;
  }

  private void grow() {
    int n = batches.length;
    Batch[] moreBatches = new Batch[2 * n];
    int[] moreRows = new int[2 * n];
    for (int i = 0; i < n; i++) {
      moreBatches[i] = batches[head + i & n - 1];
      moreRows[i] = rows[head + i & n - 1];
    }
    batches = moreBatches;
    rows = moreRows;
    head = 0;
  }
}
