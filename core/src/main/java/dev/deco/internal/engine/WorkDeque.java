package dev.deco.internal.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The work of one worker: the owner pushes and pops at the bottom, thieves steal from the top.
 *
 * <p><b>Concurrency:</b> {@code push}, {@code pop}, {@code peek}, {@code size} and {@code clean} are the owner's;
 * {@code steal} and {@code hasWork} are anyone's. Never blocks.
 */
final class WorkDeque {
  /*
   * The deque of Chase and Lev (SPAA 2005), with the fences of Le, Pop, Cohen and Zappa Nardelli (PPoPP 2013). Indexes
   * only grow, so a thief's compare-and-set on top cannot succeed for a slot that was reused, even when the same batch
   * is pushed again. Thieves clear the slot they took, unless the owner has used it for other work by then: it cannot
   * have been the same, since a thief runs what it took only afterwards. What was taken while the ring grew stays in the
   * new one until the deque is empty and clean() is called.
   */
  private static final int FIRST_CAPACITY = 16;
  private static final VarHandle TOP;
  private static final VarHandle BOTTOM;
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Work[].class);

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      TOP = lookup.findVarHandle(WorkDeque.class, "top", long.class);
      BOTTOM = lookup.findVarHandle(WorkDeque.class, "bottom", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile Work[] ring = new Work[FIRST_CAPACITY];
  private long bottom;      // next free index; written by the owner
  private long top;         // next index to steal; moved by compare-and-set
  private long cleaned;     // slots of indexes below this hold nothing stale; the owner's

  void push(Work work) {
    long b = bottom;
    long t = (long) TOP.getAcquire(this);
    Work[] slots = ring;
    if (b - t >= slots.length) {
      slots = grow(slots, t, b);
    }
    SLOT.setOpaque(slots, (int) b & slots.length - 1, work);
    BOTTOM.setRelease(this, b + 1);
  }

  Work pop() {
    long b = bottom - 1;
    if (b < top) { // a plain read may be old, and then too small: it errs on the safe side
      return null;
    }
    Work[] slots = ring;
    BOTTOM.setOpaque(this, b);
    VarHandle.fullFence();
    long t = (long) TOP.getOpaque(this);
    int slot = (int) b & slots.length - 1;
    if (t > b) {
      BOTTOM.setOpaque(this, b + 1);
      return null;
    }
    Work work = slots[slot];
    if (t == b) {
      boolean won = TOP.compareAndSet(this, t, t + 1);
      BOTTOM.setOpaque(this, b + 1);
      if (!won) {
        return null;
      }
      SLOT.setOpaque(slots, slot, null);
      return work;
    }
    SLOT.setOpaque(slots, slot, null);
    return work;
  }

  /** What the next pop returns unless a thief is faster, or null. */
  Work peek() {
    long b = bottom - 1;
    return b < top ? null : ring[(int) b & ring.length - 1];
  }

  /** Takes the oldest work; null when there is none, or when another thief was faster. */
  Work steal() {
    long t = (long) TOP.getAcquire(this);
    VarHandle.fullFence();
    long b = (long) BOTTOM.getAcquire(this);
    if (t >= b) {
      return null;
    }
    Work[] slots = ring;
    int slot = (int) t & slots.length - 1;
    Work work = (Work) SLOT.getOpaque(slots, slot);
    if (work == null || !TOP.compareAndSet(this, t, t + 1)) {
      return null;
    }
    SLOT.compareAndSet(slots, slot, work, null);
    return work;
  }

  boolean hasWork() {
    return (long) TOP.getAcquire(this) < (long) BOTTOM.getAcquire(this);
  }

  /** The owner's count, at most too large by what thieves are taking. */
  int size() {
    return (int) (bottom - top);
  }

  /** Drops references to work that thieves took, if the deque is empty. */
  void clean() {
    long b = bottom;
    if (cleaned == b || (long) TOP.getAcquire(this) < b) {
      return;
    }
    Work[] slots = ring;
    for (long i = Math.max(cleaned, b - slots.length); i < b; i++) {
      SLOT.setOpaque(slots, (int) i & slots.length - 1, null);
    }
    cleaned = b;
  }

  private Work[] grow(Work[] old, long t, long b) {
    Work[] slots = new Work[old.length * 2];
    for (long i = t; i < b; i++) {
      slots[(int) i & slots.length - 1] = old[(int) i & old.length - 1];
    }
    ring = slots;
    return slots;
  }
}
