package dev.deco.internal.engine;

/**
 * The interrupts of one of the engine's own threads. In the serial program an interrupt of the scope's thread hits the
 * call that runs then; so it is passed on to a thread that runs a call of that scope, and never to what that thread
 * runs next.
 *
 * <p><b>Concurrency:</b> {@link #begin} and {@link #end} are called on the thread itself, {@link #pass} on any other.
 */
final class Interrupts {
  private final Thread thread;
  private volatile Work current;
  private volatile Passed passed; // written under this

  /** An interrupt that was passed on. */
  static final class Passed {
    private volatile boolean over;
    private boolean left;

    /** Whether the work that was interrupted has ended. */
    boolean isOver() {
      return over;
    }

    /** Whether it has left its thread interrupted. Only when it {@link #isOver}. */
    boolean wasLeft() {
      return left;
    }
  }

  Interrupts(Thread thread) {
    this.thread = thread;
  }

  void begin(Work work) {
    current = work;
  }

  void end() {
    current = null;
    if (passed != null) {
      synchronized (this) { // whoever has still seen the work has interrupted the thread by then
        if (passed != null) {
          passed.left = Thread.interrupted();
          passed.over = true;
          passed = null;
        }
      }
    }
    Thread.interrupted(); // a status that a task left behind is nobody's
  }

  /** Interrupts the thread if it runs work of the scope; else {@code null}. */
  synchronized Passed pass(Object scope) {
    if (passed != null) {
      return null;
    }
    Passed one = new Passed();
    passed = one; // before the look: who ends the work after it sees this
    Work work = current;
    if (work == null || work.scope() != scope) {
      passed = null;
      return null;
    }
    thread.interrupt();
    return one;
  }
}
