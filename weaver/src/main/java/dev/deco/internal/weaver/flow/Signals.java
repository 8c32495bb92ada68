package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.Location.Signal;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.flow.ScopeState.Flight;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * The order that other threads may see, as the memory model gives it to the serial program: before a release, all that
 * comes before it in program order and that another thread may see has happened; before an acquire, all releases have.
 * What only this method and its tasks know is no concern of other threads.
 */
public final class Signals {
  /** How the reason begins for a call to run in place that belongs to the current thread. */
  public static final String THREAD = "it belongs to the thread: ";
  /** How it begins where what is printed would come later than what another thread prints. */
  public static final String PRINTS = "it prints, and another thread may go on at once: ";

  private final MethodContext context;
  private final BlockFacts facts;
  private final Views views;

  Signals(MethodContext context, BlockFacts facts, Views views) {
    this.context = context;
    this.facts = facts;
    this.views = views;
  }

  static boolean is(Access access) {
    return access.location() instanceof Signal;
  }

  /** Whether an instruction lets other threads go on, and learns nothing from them: it may as well do so later. */
  boolean onlyReleases(int i) {
    return context.accesses(i).stream().map(DirectAccesses.Touched::access)
        .noneMatch(access -> access.location() instanceof Signal signal && signal.acquires() && isVisible(access));
  }

  /** Whether an instruction waits for other threads. */
  boolean waits(int i) {
    return context.accesses(i).stream().map(DirectAccesses.Touched::access)
        .anyMatch(access -> isWait(access) && isVisible(access));
  }

  /** Why a task that a call would be has to run in place, for the sake of the thread or of others; or {@code null}. */
  static String inPlace(MethodContext context, int call) {
    String thread = ofThread(context.effects().accesses(call));
    if (thread != null) {
      return thread;
    }
    String lock = heldLock(context, call);
    if (lock != null) {
      return lock;
    }
    boolean prints = context.effects().accesses(call).stream().anyMatch(Output::is);
    Access release = prints ? released(context, call, Set.of()) : null;
    return release == null ? null : PRINTS + release.reason() + ", and what it has printed by then would come out later";
  }

  /** Why a lock that the call takes may be held here: another call may take it for this method; or {@code null}. */
  private static String heldLock(MethodContext context, int call) {
    List<Access> wanted = context.effects().accesses(call).stream().filter(Signals::takes).toList();
    for (int i = 0; i < context.size() && !wanted.isEmpty(); i++) {
      if (context.reachable(i) && !context.isConcurrent(i) && !context.locks(i)) {
        for (Access taken : context.effects().accesses(i)) {
          if (takes(taken) && wanted.stream().anyMatch(one -> context.effects().mayAlias(one.node(), taken.node()))) {
            return "a lock is held here, perhaps: the call on line " + context.line(i) + " takes it";
          }
        }
      }
    }
    return null;
  }

  private static boolean takes(Access access) {
    return is(access, Signal.Kind.TAKE);
  }

  /** Which of the accesses belongs to the current thread, as a reason to stay on it; or {@code null}. */
  static String ofThread(Set<Access> accesses) {
    return accesses.stream().filter(access -> is(access, Signal.Kind.THREAD)).map(access -> THREAD + access.reason())
        .findFirst().orElse(null);
  }

  /** Whether the call lets another thread go on that may look at the object of a parameter then. */
  static boolean shows(MethodContext context, int call, int parameter) {
    Set<Node> nodes = context.effects().atCall(call, new Node.Parameter(parameter));
    return nodes.stream().anyMatch(context.effects()::escaped) && released(context, call, nodes) != null;
  }

  /** How the call lets other threads go on, but by what it does to these objects; or {@code null}. */
  private static Access released(MethodContext context, int call, Set<Node> but) {
    return context.effects().accesses(call).stream()
        .filter(access -> (is(access, Signal.Kind.RELEASE) || is(access, Signal.Kind.ARRIVE)
            || is(access, Signal.Kind.LOCK) && !but.isEmpty())
            && context.effects().escaped(access.node()) && !but.contains(access.node()))
        .findFirst().orElse(null);
  }

  /** Whether what instruction {@code i} does has to come after what is in flight, one of them being a signal. */
  boolean between(int i, DirectAccesses.Touched touched, Flight flight) {
    Access here = touched.access();
    Access there = flight.access();
    if (!isVisible(here) || !isVisible(there)) {
      return false;
    }
    Signal signal = here.location() instanceof Signal one ? one : null;
    if (signal == null) {
      return flight.task() && isWait(there);
    }
    boolean task = facts.isTask(i);
    boolean learns = signal.acquires() && there.location() instanceof Signal earlier && earlier.releases()
        && !(task && flight.task());
    return learns || signal.releases() && isReleased(i, signal.kind(), touched, flight, task)
        || flight.task() && isWait(there);
  }

  private boolean isReleased(int i, Signal.Kind kind, DirectAccesses.Touched touched, Flight flight, boolean task) {
    Access there = flight.access();
    boolean signal = is(there);
    boolean counts = is(there, Signal.Kind.COUNT);
    if (signal && !((Signal) there.location()).releases()) {
      return false;
    }
    return switch (kind) {
      case COUNT -> !task && !counts;
      case ARRIVE -> task ? there.write() && !counts && !is(there, Signal.Kind.ARRIVE)
          && !there.location().equals(Location.SUM) : true;
      case LOCK -> (context.instruction(i).getOpcode() == Opcodes.MONITOREXIT || changes(i))
          && !(task && is(there, Signal.Kind.LOCK));
      default -> !(task && views.isViewed(i, touched.access().node()));
    };
  }

  /** Whether another thread can find what the instruction has changed when it takes the same lock. */
  private boolean changes(int i) {
    return context.accesses(i).stream().map(DirectAccesses.Touched::access)
        .anyMatch(access -> access.write() && !is(access) && !(access.location() instanceof Location.World)
            && isVisible(access));
  }

  private static boolean isWait(Access access) {
    return is(access, Signal.Kind.WAIT);
  }

  private static boolean is(Access access, Signal.Kind kind) {
    return access.location() instanceof Signal signal && signal.kind() == kind;
  }

  /** Whether another thread may see it: neither the clock nor what nobody else has. */
  private boolean isVisible(Access access) {
    if (access.location() instanceof Location.World world) {
      return !world.part().equals("clock") && !world.part().equals("random");
    }
    Node node = access.node();
    return !is(access, Signal.Kind.THREAD) && (node == null || context.effects().escaped(node));
  }
}
