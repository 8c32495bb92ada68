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

  void propagate() {
    Arrays.fill(before, null);
    BitSet work = new BitSet();
    reach(0, empty, work);
    for (int i = work.nextSetBit(0); i >= 0; i = work.nextSetBit(0)) {
      work.clear(i);
      ScopeState entry = entry(i);
      after[i] = transfer(i, entry);
      for (int next : flow.successors(i)) {
        reach(next, edges.containsKey(new Edge(i, next)) ? empty : after[i], work);
      }
      for (TryCatchBlockNode block : flow.covering(i)) {
        boolean settled = ranges.active().contains(block);
        reach(context.index(block.handler), settled ? empty : entry.join(after[i]), work);
      }
    }
  }

  /** The state in which the instruction runs: a sync before it ends all but the statement that it stands in. */
  ScopeState entry(int i) {
    return syncs.containsKey(i) ? before[i].synced(flight -> open.at(i, flight) != null) : before[i];
  }

  private void reach(int i, ScopeState state, BitSet work) {
    if (context.reachable(i)) {
      ScopeState joined = before[i] == null ? state : before[i].join(state);
      if (joined != before[i]) {
        before[i] = joined;
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
