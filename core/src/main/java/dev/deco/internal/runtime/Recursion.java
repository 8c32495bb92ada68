package dev.deco.internal.runtime;

import dev.deco.internal.engine.Demand;
import dev.deco.internal.engine.Worker;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * When the activation of a method that is both concurrent and synchronized runs in the method's original body, which
 * the woven class keeps beside the woven one: a whole subtree of the recursion then costs what it costs unwoven.
 *
 * <p>That is so for subtrees that are not worth a scope: where the activations at this depth of the recursion have taken
 * less than {@link #WORTH_NANOS}, as a smoothed measurement. Where nothing is known of that depth, the worker's surplus
 * decides: while it has work to be taken, it has no reason to make more. This is the surplus cut-off of Java's fork/join
 * framework (Lea, "A Java fork/join framework", 2000).
 *
 * <p>There is a way back: original bodies call original bodies as long as nobody is {@link #hungry}; when somebody is,
 * the next call is one of the woven method, which spawns again, unless the subtree should soon be at its end.
 *
 * <p><b>Concurrency:</b> any thread, without order; a lost update loses one measurement.
 */
public final class Recursion {
  private static final int WORTH_NANOS = 50_000;
  private static final int LEVELS = 64;
  private static final int AGAIN = 4; // a subtree may take so many times what was expected before it counts as another one
  private static final int MOST = 1 << 30;

  private final int[] nanos = new int[LEVELS]; // of an activation, by its level; 0: not known

  private Recursion() {
    Demand.read = true;
  }

  /** The bootstrap of what is known of one method: a constant call site. */
  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type) {
    return new ConstantCallSite(MethodHandles.constant(Recursion.class, new Recursion()));
  }

  /**
   * The bootstrap of a call of the woven method in an original body. The JIT compiler is not to inline it there: the
   * original body would be the slower for it, in which there is nothing but calls.
   */
  public static CallSite linkWoven(MethodHandles.Lookup caller, String name, MethodType type, MethodHandle woven)
      throws ReflectiveOperationException {
    MethodHandle handle = MethodHandles.lookup().findGetter(NotConstant.class, "handle", MethodHandle.class)
        .bindTo(new NotConstant(woven.asType(type)));
    return new ConstantCallSite(MethodHandles.foldArguments(MethodHandles.exactInvoker(type), handle));
  }

  /** Holds what the JIT compiler takes to change, since the field is not final. */
  private static final class NotConstant {
    MethodHandle handle;

    NotConstant(MethodHandle handle) {
      this.handle = handle;
    }
  }

  /** Whether a worker has looked for work for a while and found none. A hint, without order. */
  public static boolean hungry() {
    return Demand.hungry;
  }

  /** Whether the activation that begins here is to run in the original body. */
  public boolean plain() {
    Worker current = Worker.current();
    Worker worker = current != null ? current : Engines.bind();
    worker.opened = true;
    worker.recurred = true;
    boolean plain = worker.shuffle != null ? worker.shuffle.observer() == null && worker.shuffle.oneIn(4)
        : !Coverage.IS_COUNTED && (worker.engine.sequential || worker.careful || isPlain(worker));
    if (!plain) {
      worker.entering = this;
    } else if (worker.shuffle == null) {
      worker.counters.scopes++;
    }
    return plain;
  }

  private boolean isPlain(Worker worker) {
    int expected = worker.level < LEVELS ? nanos[worker.level] : 1;
    if (expected >= WORTH_NANOS) {
      return false;
    }
    if (expected == 0) {
      return worker.surplus() >= InPlace.SURPLUS;
    }
    if (!Demand.hungry) {
      worker.plainSince = worker.nanos();
      return true;
    }
    return worker.surplus() >= InPlace.SURPLUS
        || worker.nanos() - worker.plainSince < (long) AGAIN * expected;
  }

  /** An activation at a level has taken so long. */
  void took(int level, long elapsed) {
    if (level < LEVELS) {
      int before = nanos[level];
      long most = before == 0 ? MOST : Math.min(MOST, (long) AGAIN * before);
      int measured = (int) Math.max(1, Math.min(elapsed, most));
      nanos[level] = before == 0 ? measured : Math.max(1, before + (measured - before) / 4);
    }
  }
}
