package dev.deco.internal.engine;

import java.util.concurrent.locks.LockSupport;

/**
 * The workers that found nothing to do, last come first woken.
 *
 * <p><b>Concurrency:</b> any thread. A worker adds itself, looks for work once more, and only then parks; a sender
 * pushes its work, passes a full fence, and only then reads {@link #any}. So one of the two sees the other.
 */
final class Sleepers {
  private Worker[] stack = new Worker[8]; // guarded by this
  private volatile int count;             // written under this

  boolean any() {
    return count > 0;
  }

  synchronized void add(Worker worker) {
    int n = count;
    if (n == stack.length) {
      stack = java.util.Arrays.copyOf(stack, 2 * n);
    }
    stack[n] = worker;
    count = n + 1;
    Demand.hungry = true;
  }

  /** Takes the worker out; false when somebody woke it already. */
  synchronized boolean remove(Worker worker) {
    for (int i = count; --i >= 0; ) {
      if (stack[i] == worker) {
        System.arraycopy(stack, i + 1, stack, i, count - i - 1);
        stack[count - 1] = null;
        count--;
        sated();
        return true;
      }
    }
    return false;
  }

  /** Wakes one; false when nobody sleeps. */
  boolean wake() {
    Worker worker;
    synchronized (this) {
      int n = count;
      if (n == 0) {
        return false;
      }
      worker = stack[n - 1];
      stack[n - 1] = null;
      count = n - 1;
      sated();
    }
    LockSupport.unpark(worker.thread);
    return true;
  }

  private void sated() {
    if (count == 0) {
      Demand.hungry = false;
    }
  }
}
