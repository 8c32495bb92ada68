package dev.deco.internal.runtime;

import dev.deco.internal.engine.Demand;
import dev.deco.internal.engine.Worker;

/**
 * When the activation of a method that is both concurrent and synchronized runs in the method's original body, which
 * the woven class keeps beside the woven one: a whole subtree of the recursion then costs what it costs unwoven.
 *
 * <p>The original body calls original bodies as long as nobody is {@link #hungry}; when somebody is, its next call is
 * one of a woven method, which spawns again. While a worker has a surplus of work to be taken, it has no reason to make
 * more, and goes on in the original body. This is the surplus cut-off of Java's fork/join framework (Lea, "A Java
 * fork/join framework", 2000), with a way back out of it.
 *
 * <p><b>Concurrency:</b> static functions; may be called from any thread.
 */
public final class Recursion {
  private static final boolean WATCHED = watched();

  private Recursion() {}

  /** Whether a worker has looked for work and found none. A hint, without order. */
  public static boolean hungry() {
    return Demand.hungry;
  }

  /** Whether the activation that begins here is to run in the original body. */
  public static boolean plain() {
    Worker current = Worker.current();
    Worker worker = current != null ? current : Engines.bind();
    worker.opened = true;
    worker.recurred = true;
    if (worker.shuffle != null) {
      return worker.shuffle.observer() == null && worker.shuffle.oneIn(4);
    }
    boolean plain = !WATCHED
        && (worker.engine.sequential || worker.careful || worker.surplus() >= Activation.SURPLUS);
    worker.counters.scopes += plain ? 1 : 0;
    return plain;
  }

  /** Whether a coverage agent counts lines: it would not see those of the original body for the method's own. */
  private static boolean watched() {
    try {
      Class.forName("org.jacoco.agent.rt.RT", false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
