package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.flow.ScopeState.Flight;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Which of the accesses in flight an instruction must not meet: those that touch the same location, one of the two
 * writing it, unless something keeps them in order without a sync.
 */
final class Conflicts {
  private final MethodContext context;
  private final BlockFacts facts;
  private final OpenStatements open;
  private final ScopeFlow scopes;
  private final ScopeState.Flights flights;
  private final Guards guards;
  private final OrderedTasks ordered;
  private final Views views;
  private final Snapshots snapshots;
  private final Signals signals;
  private final Meets[] meets;

  Conflicts(MethodContext context, BlockFacts facts, OpenStatements open, ScopeFlow scopes, Guards guards,
      OrderedTasks ordered, Views views, Snapshots snapshots) {
    this.context = context;
    this.facts = facts;
    this.open = open;
    this.scopes = scopes;
    this.flights = scopes.flights();
    this.guards = guards;
    this.ordered = ordered;
    this.views = views;
    this.snapshots = snapshots;
    signals = new Signals(context, facts, views);
    meets = new Meets[context.size()];
  }

  /** What an instruction touches, and what is in flight. */
  record Conflict(DirectAccesses.Touched touched, Flight flight) {
    /** Whether all is well if only the replay keeps program order: then a statement may be deferred instead. */
    boolean leavesOrder() {
      Access here = touched.access();
      Access there = flight.access();
      return Signals.is(here) && ((Location.Signal) here.location()).releases() || here.known() && there.known() && (!flight.task() || Output.mayBe(here) && Output.mayBe(there));
    }
  }

  /** What is known of the conflicts of one instruction, by the flights' numbers: each is looked at once. */
  private static final class Meets {
    final BitSet seen = new BitSet();
    final BitSet all = new BitSet();
    /** Those where it is not enough that the replay keeps program order. */
    final BitSet hard = new BitSet();
    final Map<Integer, Conflict> conflicts = new HashMap<>();

    void add(int number, Conflict conflict) {
      conflicts.put(number, conflict);
      all.set(number);
      hard.set(number, !conflict.leavesOrder());
    }
  }

  /** The conflicts of instruction {@code i} with these flights, and perhaps with others. */
  private Meets meets(int i, BitSet numbers) {
    Meets known = meets[i] == null ? meets[i] = new Meets() : meets[i];
    BitSet unseen = (BitSet) numbers.clone();
    unseen.andNot(known.seen);
    known.seen.or(unseen);
    for (DirectAccesses.Touched touched : unseen.isEmpty() ? List.<DirectAccesses.Touched>of() : context.accesses(i)) {
      BitSet meeting = flights.meeting(touched.access());
      meeting.and(unseen);
      meeting.andNot(known.hard);
      for (int number = meeting.nextSetBit(0); number >= 0; number = meeting.nextSetBit(number + 1)) {
        Flight flight = flights.get(number);
        if (conflicts(i, touched, flight)) {
          known.add(number, new Conflict(touched, flight));
        }
      }
    }
    return known;
  }

  /** Whether instruction {@code i} conflicts with a flight that is not of a statement which it stands in. */
  boolean at(int i) {
    BitSet numbers = scopes.entry(i).renamedAt(i).numbers();
    return meets(i, numbers).all.intersects(numbers);
  }

  /**
   * A conflict of instruction {@code i}: with a statement that it stands in the middle of, and which is not its own, or
   * with any other.
   */
  Conflict first(int i, boolean own) {
    BitSet numbers = scopes.entry(i).renamedAt(i).numbers();
    if (own) {
      if (!open.around(i)) {
        return null;
      }
      numbers = numbers.stream().filter(number -> open.isOther(i, flights.get(number)))
          .collect(BitSet::new, BitSet::set, BitSet::or);
    }
    Meets known = meets(i, numbers);
    BitSet found = (BitSet) numbers.clone();
    found.and(known.all);
    if (found.intersects(known.hard)) {
      found.and(known.hard);
      return known.conflicts.get(found.nextSetBit(0));
    }
    return known.conflicts.get(found.length() - 1);
  }

  Signals signals() {
    return signals;
  }

  /** Whether an access of instruction {@code i} conflicts with a flight, and not only identity can tell. */
  private boolean conflicts(int i, DirectAccesses.Touched touched, Flight flight) {
    return between(i, touched, flight) && !ordered.orders(i, touched, flight)
        && (open.at(i, flight) != null || !guards.possible(i, touched, flight) && !isSnapshot(i, touched, flight));
  }

  /** Whether the task may have a copy of what the instruction changes, so that nobody waits. */
  boolean isSnapshot(int i, DirectAccesses.Touched touched, Flight flight) {
    return guards.areAtHand(i, touched, flight) && snapshots.replaces(i, flight);
  }

  /** Whether what instruction {@code i} touches may be what the flight does, and their order counts. */
  boolean between(int i, DirectAccesses.Touched touched, Flight flight) {
    Access a = touched.access();
    Access b = flight.access();
    if (Signals.is(a) || Signals.is(b)) {
      return signals.between(i, touched, flight);
    }
    boolean task = facts.isTask(i);
    boolean shown = a.node() != null && b.node() != null && context.effects().mayShow(a, b);
    if (!a.write() && !b.write() || !shown && !a.location().overlaps(b.location())) {
      return false;
    }
    if (task && Output.mayBe(a) && Output.mayBe(b) && open.at(i, flight) == null) {
      return false; // each is printed in its turn; only what the task's own statement prints would come after it
    }
    if (flight.task() && facts.spawns.containsKey(i)) {
      boolean unseen = !a.known() || !b.known();
      boolean trusted = unseen && (a.known() || context.mayTrust(i)) && (b.known() || context.mayTrust(flight.origin()));
      boolean unordered = task && a.location() instanceof Location.World;
      boolean disjoint = touched.disjoint() && flight.disjoint()
          || !context.ordersByData() && touched.own() && flight.own() && sameMethod(i, flight.origin())
              && sameFormula(touched.at(), flight.at())
          || task && views.keepOrder(i, touched, flight);
      if (trusted || unordered || disjoint) {
        return false;
      }
    }
    if (a.node() == null || b.node() == null) {
      return a.node() == b.node();
    }
    return shown || context.effects().mayAlias(a.node(), b.node());
  }

  /** Whether it is one parameter, or two arrays in which the tasks write to the same element. */
  private static boolean sameFormula(Place a, Place b) {
    return a != null && b != null && (a.operand() == b.operand()
        || a.section() != null && a.section().single() && a.section().equals(b.section()));
  }

  private boolean sameMethod(int call, int other) {
    MethodInsnNode a = (MethodInsnNode) context.instruction(call);
    MethodInsnNode b = (MethodInsnNode) context.instruction(other);
    return a.owner.equals(b.owner) && a.name.equals(b.name) && a.desc.equals(b.desc);
  }
}
