package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.flow.MethodPlan.Edge;
import dev.deco.internal.weaver.flow.ScopeState.Flight;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The forward data-flow analysis under {@link InFlight}: which accesses unsynced tasks and deferred statements may
 * still make before and after each instruction, given the syncs that have been placed so far.
 */
final class ScopeFlow {
  private final MethodContext context;
  private final BlockFacts facts;
  private final ControlFlow flow;
  private final OpenStatements open;
  private final Views views;
  private final ProtectedRanges ranges;
  private final Map<Integer, String> syncs;
  private final Map<Edge, String> edges;
  private final ScopeState.Flights flights = new ScopeState.Flights();
  private final ScopeState empty = ScopeState.empty(flights);
  private final ScopeState[] before;
  private final ScopeState[] after;
  private final Map<Integer, BitSet> made = new HashMap<>();
  private final BitSet work = new BitSet();
  private final BitSet reached = new BitSet();
  /** The states, as they were, that have changed. */
  private final Map<Integer, State> log = new HashMap<>();

  /** The analysis reads {@code ranges}, {@code syncs} and {@code edges} anew each time it runs. */
  ScopeFlow(MethodContext context, BlockFacts facts, OpenStatements open, Views views, ProtectedRanges ranges,
      Map<Integer, String> syncs, Map<Edge, String> edges) {
    this.context = context;
    this.facts = facts;
    this.flow = context.flow();
    this.open = open;
    this.views = views;
    this.ranges = ranges;
    this.syncs = syncs;
    this.edges = edges;
    before = new ScopeState[context.size()];
    after = new ScopeState[context.size()];
  }

  /** All accesses that any instruction leaves in flight. */
  ScopeState.Flights flights() {
    return flights;
  }

  /** The state in which instruction {@code i} is reached, or {@code null}: it is not. */
  ScopeState before(int i) {
    return before[i];
  }

  ScopeState after(int i) {
    return after[i];
  }

  /** Finds all states anew. */
  void propagate() {
    begin();
    propagate(context.size());
  }

  /** Forgets all states but the first. */
  void begin() {
    Arrays.fill(before, null);
    work.clear();
    reached.clear();
    log.clear();
    reach(0, empty);
  }

  /** Finds the states before instruction {@code end}, to which no way leads back from there or later. */
  void propagate(int end) {
    for (int i = work.nextSetBit(0); i >= 0 && i < end; i = work.nextSetBit(0)) {
      work.clear(i);
      ScopeState entry = entry(i);
      log.computeIfAbsent(i, this::state);
      after[i] = transfer(i, entry);
      for (int next : flow.successors(i)) {
        reach(next, edges.containsKey(new Edge(i, next)) ? empty : after[i]);
      }
      for (TryCatchBlockNode block : flow.covering(i)) {
        boolean settled = ranges.active().contains(block);
        reach(context.index(block.handler), settled ? empty : entry.join(after[i]));
      }
    }
  }

  /** How far the analysis has come: all states before an instruction are known. */
  final class Mark {
    private final int at;
    private final Map<Integer, ScopeState> entries = new HashMap<>();

    private Mark(int at) {
      this.at = at;
      for (int i = work.nextSetBit(at); i >= 0; i = work.nextSetBit(i + 1)) {
        entries.put(i, before[i]);
      }
    }

    /** Forgets the states from the instruction on. */
    void goBack() {
      for (int i = reached.nextSetBit(at); i >= 0; i = reached.nextSetBit(i + 1)) {
        before[i] = null;
      }
      work.clear();
      reached.clear(at, context.size());
      entries.forEach((i, state) -> reach(i, state));
    }
  }

  Mark mark(int at) {
    return new Mark(at);
  }

  /** Finds the states after a sync has been taken away at instruction {@code i}: of those that change, the numbers. */
  Set<Integer> grow(int i) {
    log.clear();
    work.set(i);
    propagate(context.size());
    return log.keySet();
  }

  /** Makes the states what they were before {@link #grow}. */
  void takeBack() {
    log.forEach((i, state) -> {
      before[i] = state.before;
      after[i] = state.after;
    });
    log.clear();
  }

  private record State(ScopeState before, ScopeState after) {}

  private State state(int i) {
    return new State(before[i], after[i]);
  }

  /** The state in which the instruction runs: a sync before it ends all but the statement that it stands in. */
  ScopeState entry(int i) {
    return syncs.containsKey(i) ? before[i].synced(flight -> open.at(i, flight) != null) : before[i];
  }

  private void reach(int i, ScopeState state) {
    if (context.reachable(i)) {
      ScopeState joined = before[i] == null ? state : before[i].join(state);
      if (joined != before[i]) {
        log.computeIfAbsent(i, this::state);
        before[i] = joined;
        reached.set(i);
        work.set(i);
      }
    }
  }

  private ScopeState transfer(int i, ScopeState state) {
    if (context.instruction(i).getOpcode() < 0) {
      return state;
    }
    ScopeState after = state.renamedAt(i);
    if (facts.isTask(i)) {
      after = after.with(flights(i, true));
    } else if (open.moves(i)) {
      BitSet flights = flights(i, false);
      if (!flights.isEmpty() || facts.statements.containsKey(i)) {
        after = after.with(flights);
      }
    }
    return after;
  }

  private BitSet flights(int i, boolean task) {
    return made.computeIfAbsent(i, any -> flights.numbers(makeFlights(i, task)));
  }

  private Set<Flight> makeFlights(int i, boolean task) {
    Set<Flight> flights = new LinkedHashSet<>();
    for (DirectAccesses.Touched touched : context.accesses(i)) {
      flights.add(new Flight(i, task, touched.access(), touched.at(), task && touched.own(),
          task && touched.disjoint(), task && views.isGrouped(i, touched)));
    }
    return flights;
  }
}
