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
 * the next call is one of the woven method, which spawns again, unless the subtree should soon be at its end. Then nobody
 * counts as hungry until a worker that sleeps asks again.
 *
 * <p><b>Concurrency:</b> any thread, without order; a lost update loses one measurement.
 */
public final class Recursion {
  private static final int WORTH_NANOS = 50_000;
  private static final int LEVELS = 64;
  private static final int AGAIN = 4; // a subtree may take so many times what was expected before it counts as another one
  private static final int MOST = 1 << 30;

  /** The activation runs in the woven body. */
  public static final int NOT = 0;
  /** It runs in its original body, as one does that has begun earlier and not yet returned. */
  public static final int WITHIN = 1;
  /** It runs in its original body, and no other one on this thread does since the innermost scope or task began. */
  public static final int FIRST = 2;

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
    MethodHandle asked = MethodHandles.foldArguments(woven.asType(type),
        MethodHandles.lookup().findStatic(Recursion.class, "asked", MethodType.methodType(void.class)));
    MethodHandle handle = MethodHandles.lookup().findGetter(NotConstant.class, "handle", MethodHandle.class)
        .bindTo(new NotConstant(asked));
    return new ConstantCallSite(MethodHandles.foldArguments(MethodHandles.exactInvoker(type), handle));
  }

  private static void asked() {
    Worker.current().asked = true;
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

  /**
   * Whether the activation that begins here is to run in the original body: {@link #NOT}, {@link #WITHIN} another one, or
   * as the {@link #FIRST}, of which {@link #left} is to be told.
   */
  public int plain() {
    Worker current = Worker.current();
    Worker worker = current != null ? current : Engines.bind();
    worker.opened = true;
    worker.recurred = true;
    boolean plain = worker.shuffle != null ? worker.shuffle.observer() == null && worker.shuffle.oneIn(4)
        : !Coverage.IS_COUNTED && (worker.engine.sequential || worker.careful || isPlain(worker));
    worker.asked = false;
    if (!plain) {
      worker.entering = this;
      return NOT;
    }
    if (worker.shuffle == null) {
      worker.counters.scopes++;
    }
    if (worker.plainSince != 0) {
      return WITHIN;
    }
    worker.plainSince = worker.nanos() | 1; // not 0
    return FIRST;
  }

  /** The original body of an activation has returned; {@code plain}: what {@link #plain} was. */
  public static void left(int plain) {
    if (plain == FIRST) {
      Worker.current().plainSince = 0;
    }
  }

  private boolean isPlain(Worker worker) {
    int expected = worker.level < LEVELS ? nanos[worker.level] : 1;
    if (expected >= WORTH_NANOS) {
      return false;
    }
    if (expected == 0) {
      return worker.surplus() >= InPlace.SURPLUS;
    }
    if (!worker.asked) {
      return true;
    }
    boolean plain = worker.surplus() >= InPlace.SURPLUS || worker.nanos() - worker.plainSince < (long) AGAIN * expected;
    if (plain) {
      Demand.hungry = false;
    }
    return plain;
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
