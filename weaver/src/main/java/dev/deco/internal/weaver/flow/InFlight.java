package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.flow.MethodPlan.Edge;
import dev.deco.internal.weaver.flow.ScopeState.Flight;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Finds where a scope must sync. A forward analysis carries the accesses that unsynced tasks and deferred statements
 * may still make; where the method's own code, or a new task, conflicts with one of them, a sync is placed, which
 * empties the state, and the analysis begins again, until no conflict is left. Conflicts between objects that both
 * sides hold in their hands are left to the running program, which compares identities (guards).
 */
final class InFlight {
  private static final int NEVER = -1;

  private final MethodContext context;
  private final ControlFlow flow;
  private final BlockFacts facts;
  private final Decisions decisions;
  private final ScopeState[] before;
  private final ScopeState[] after;
  private final ScopeState.Flights flights = new ScopeState.Flights();
  private final ScopeState empty = ScopeState.empty(flights);
  private final Meets[] meets;
  private final Map<Integer, BitSet> made = new HashMap<>();
  private final Map<Integer, Statement> statementOfMoved = new HashMap<>();
  /** The instructions that stand between the first and the last of a statement. */
  private final BitSet inStatements = new BitSet();
  private final Map<Integer, String> syncs = new TreeMap<>();
  private final Map<Edge, String> edges = new HashMap<>();
  private final ProtectedRanges ranges;
  private final Guards guards;
  private final Views views;
  private final OrderedTasks ordered;
  private final Snapshots snapshots;

  InFlight(MethodContext context, BlockFacts facts, Decisions decisions) {
    this.context = context;
    flow = context.flow();
    this.facts = facts;
    this.decisions = decisions;
    before = new ScopeState[context.size()];
    after = new ScopeState[context.size()];
    meets = new Meets[context.size()];
    for (Statement statement : facts.statements.values()) {
      statement.moved().forEach(moved -> statementOfMoved.put(moved, statement));
      if (!statement.moved().isEmpty() && statement.moved().first() < statement.end()) {
        inStatements.set(statement.moved().first() + 1, statement.end());
      }
    }
    ranges = new ProtectedRanges(context);
    guards = new Guards(context, facts, statementOfMoved);
    ordered = new OrderedTasks(context, facts, guards);
    views = new Views(context, facts, guards::leafOf);
    snapshots = new Snapshots(context, facts, guards::leafOf);
  }

  Map<Integer, String> syncs() {
    return syncs;
  }

  Guards guards() {
    return guards;
  }

  Views views() {
    return views;
  }

  /** What the rows touch whose tasks are ordered by data. */
  Map<Integer, List<MethodPlan.Ordered>> orders() {
    return ordered.ofRows();
  }

  Snapshots snapshots() {
    return snapshots;
  }

  Map<Edge, String> edges() {
    return edges;
  }

  Set<TryCatchBlockNode> settled() {
    return ranges.active();
  }

  void analyze() {
    for (int i = 0; i < context.size(); i++) {
      if (context.isExplicitSync(i)) {
        syncs.put(i, "Deco.sync() asks for it");
      }
    }
    int placed;
    do {
      placed = guards.size();
      do {
        ranges.activate(this::risky, edges.keySet());
        propagate();
      } while (!decisions.pending() && (placeEdge() || placeSync()));
      if (!decisions.pending()) {
        prune();
        placeGuards();
      }
    } while (guards.size() > placed);
    placeOrders();
  }

  /**
   * Lets calls run in place in a recursion that has no tasks beside each other: each is waited for at once. It opened a
   * scope for each of its calls, and had nothing from it.
   */
  void runInPlaceWhatIsAlone() {
    List<Spawn> tasks = facts.spawns.values().stream().filter(spawn -> isTask(spawn.index())).toList();
    if (context.isRecursive() && !tasks.isEmpty() && tasks.stream().allMatch(this::isAlone)) {
      tasks.forEach(spawn -> decisions.runInPlace(spawn.index(),
          MethodPlan.ALONE + syncs.getOrDefault(waitFor(spawn), "the scope ends here")));
    }
  }

  /** Whether nothing is outstanding when the task is spawned, and hardly anything happens until it is waited for. */
  private boolean isAlone(Spawn spawn) {
    return !entry(spawn.index()).outstanding && waitFor(spawn) != NEVER;
  }

  /** Where the scope waits for a task, if all ways lead there and nothing on them takes time; or NEVER. */
  private int waitFor(Spawn spawn) {
    int at = spawn.mode() == Spawn.Mode.STATEMENT ? guards.rowOf(spawn.index()) : spawn.index();
    do {
      int[] next = flow.successors(at);
      if (next.length != 1 || next[0] <= at) {
        return NEVER;
      }
      at = next[0];
      if (syncs.containsKey(at) || context.isReturn(at)) {
        return at;
      }
    } while (!facts.spawns.containsKey(at) && !facts.statements.containsKey(at) && context.quietBetween(at - 1, at + 1,
        Collections.emptySortedSet()));
    return NEVER;
  }

  private boolean isTask(int i) {
    return facts.isTask(i);
  }

  /** Whether an earlier task's failure can come to light at the instruction, or a task starts there. */
  private boolean risky(int i) {
    return isTask(i) || facts.statements.containsKey(i)
        || syncs.containsKey(i) || facts.forces.containsKey(i) || facts.forcedLocals.containsKey(i)
        || guards.at(i);
  }

  private void propagate() {
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
  private ScopeState entry(int i) {
    return syncs.containsKey(i) ? before[i].synced(flight -> openAt(i, flight) != null) : before[i];
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
    if (isTask(i)) {
      after = after.with(flights(i, true));
    } else if (statementOfMoved.containsKey(i)) {
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

  private boolean placeSync() {
    for (int i = 0; i < context.size(); i++) {
      if (before[i] == null || context.instruction(i).getOpcode() < 0) {
        continue;
      }
      Conflict own = conflictAt(i, true);
      if (own != null && resolve(i, own)) {
        return true;
      }
      if (syncs.containsKey(i)) {
        continue;
      }
      if (context.locks(i) && before[i].outstanding) {
        syncs.put(i, "a lock is taken here, and tasks must not wait for it");
        return true;
      }
      Conflict conflict = statementOfMoved.containsKey(i) ? null : conflictAt(i, false);
      if (conflict != null && resolve(i, conflict)) {
        return true;
      }
    }
    return false;
  }

  private record Conflict(DirectAccesses.Touched touched, Flight flight) {
    /** Whether all is well if only the replay keeps program order: then a statement may be deferred instead. */
    boolean leavesOrder() {
      Access here = touched.access();
      Access there = flight.access();
      return here.known() && there.known() && (!flight.task() || Output.mayBe(here) && Output.mayBe(there));
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
  private boolean conflictsAt(int i) {
    BitSet numbers = entry(i).renamedAt(i).numbers();
    return meets(i, numbers).all.intersects(numbers);
  }

  /**
   * A conflict of instruction {@code i}: with a statement that it stands in the middle of, and which is not its own, or
   * with any other.
   */
  private Conflict conflictAt(int i, boolean own) {
    BitSet numbers = entry(i).renamedAt(i).numbers();
    if (own) {
      if (!inStatements.get(i)) {
        return null;
      }
      numbers = numbers.stream().filter(number -> isOfAnother(i, openAt(i, flights.get(number))))
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

  private boolean isOfAnother(int i, Statement open) {
    return open != null && open != statementOfMoved.get(i);
  }

  /** Whether an access of instruction {@code i} conflicts with a flight, and not only identity can tell. */
  private boolean conflicts(int i, DirectAccesses.Touched touched, Flight flight) {
    return conflict(i, touched, isTask(i), flight) && !ordered.orders(i, touched, flight)
        && (openAt(i, flight) != null || !guards.possible(i, touched, flight) && !isSnapshot(i, touched, flight));
  }

  /** Whether the task may have a copy of what the instruction changes, so that nobody waits. */
  private boolean isSnapshot(int i, DirectAccesses.Touched touched, Flight flight) {
    return guards.areAtHand(i, touched, flight) && snapshots.replaces(i, flight);
  }

  private boolean conflict(int i, DirectAccesses.Touched touched, boolean task, Flight flight) {
    Access a = touched.access();
    Access b = flight.access();
    if (!a.write() && !b.write() || !a.location().overlaps(b.location())) {
      return false;
    }
    if (task && Output.mayBe(a) && Output.mayBe(b) && openAt(i, flight) == null) {
      return false; // each is printed in its turn; only what the task's own statement prints would come after it
    }
    if (flight.task() && facts.spawns.containsKey(i)) {
      boolean trusted = !a.known() || !b.known();
      boolean unordered = task && a.location() instanceof Location.World;
      boolean disjoint = touched.disjoint() && flight.disjoint()
          || !context.ordersByData() && touched.own() && flight.own() && sameMethod(i, flight.origin())
          || task && views.keepOrder(i, touched, flight);
      if (trusted || unordered || disjoint) {
        return false;
      }
    }
    if (a.node() == null || b.node() == null) {
      return a.node() == b.node();
    }
    return context.effects().mayAlias(a.node(), b.node());
  }

  private boolean sameMethod(int call, int other) {
    MethodInsnNode a = (MethodInsnNode) context.instruction(call);
    MethodInsnNode b = (MethodInsnNode) context.instruction(other);
    return a.owner.equals(b.owner) && a.name.equals(b.name) && a.desc.equals(b.desc);
  }

  /** Does something about a conflict; false if there is nothing to be done. */
  private boolean resolve(int i, Conflict conflict) {
    Flight flight = conflict.flight();
    Statement open = openAt(i, flight);
    if (open != null) {
      dissolve(open, "it reads what " + describe(i) + " writes in the same statement");
      return decisions.pending();
    }
    boolean writes = context.accesses(i).stream().anyMatch(touched -> touched.access().write());
    if (conflict.leavesOrder() && writes && !facts.spawns.containsKey(i) && !context.holdsLock(i)
        && context.isStatement(i) && !decisions.kept.contains(i) && !decisions.pulled.contains(i)) {
      decisions.pull(i);
      return true;
    }
    return syncs.put(i, cause(i, conflict)) == null;
  }

  /** The statement that makes the access and is not complete yet at instruction {@code i}: no sync can end it there. */
  private Statement openAt(int i, Flight flight) {
    Statement open = flight.task() ? null : statementOfMoved.get(flight.origin());
    return open != null && flight.origin() < i && i < open.end() ? open : null;
  }

  private void dissolve(Statement statement, String why) {
    if (statement.spawn() != null) {
      decisions.force(statement.spawn().index(), why);
    }
    statement.tasks().forEach(spawn -> decisions.force(spawn.index(), why));
    statement.loads().forEach(load -> decisions.forceLoad(load.position(), why));
    decisions.keep(statement.moved());
  }

  private String describe(int i) {
    Spawn spawn = facts.spawns.get(i);
    return spawn != null ? "the call of " + spawn.name() : "this line";
  }

  private String cause(int i, Conflict conflict) {
    Access here = conflict.touched().access();
    Flight flight = conflict.flight();
    String who = flight.task() ? "the task spawned on line " + context.line(flight.origin())
        : "the statement deferred on line " + context.line(flight.origin());
    String what = flight.access().known()
        ? (flight.access().write() ? " may still write it" : " may still read it")
        : " may still touch it (" + flight.access().reason() + ")";
    return here.reason() + "; " + who + what
        + (flight.access().known() && !flight.access().reason().equals(here.reason())
            ? " (" + flight.access().reason() + ")" : "");
  }

  /**
   * Takes out syncs that an edge or another sync, found later, has made needless; and moves one that waits only for what
   * came before a loop out of that loop, whose own tasks it would wait for in every round.
   */
  private void prune() {
    for (int i : List.copyOf(syncs.keySet())) {
      if (!context.isExplicitSync(i)) {
        String why = syncs.remove(i);
        propagate();
        if (before[i] != null && conflictsElsewhere() && !movedBeforeLoop(i, why)) {
          syncs.put(i, why);
        }
      }
    }
    propagate();
  }

  private boolean movedBeforeLoop(int i, String why) {
    if (context.locks(i)) {
      return false;
    }
    for (Map.Entry<Integer, BitSet> loop : context.loops().allAround(i).entrySet()) {
      List<Edge> ways = context.loops().entries(loop.getKey(), loop.getValue()).stream()
          .map(from -> new Edge(from, loop.getKey())).filter(way -> !edges.containsKey(way)).toList();
      if (loop.getValue().stream().anyMatch(this::isTask)) {
        ways.forEach(way -> edges.put(way, MethodPlan.BEFORE_LOOP + why));
        propagate();
        if (!conflictsElsewhere()) {
          return true;
        }
        edges.keySet().removeAll(ways);
      }
    }
    propagate();
    return false;
  }

  private boolean conflictsElsewhere() {
    for (int i = 0; i < context.size(); i++) {
      if (before[i] != null && !syncs.containsKey(i) && context.instruction(i).getOpcode() >= 0
          && (context.locks(i) && before[i].outstanding
              || !statementOfMoved.containsKey(i) && conflictsAt(i))) {
        return true;
      }
    }
    return nextEdge(true) != null || nextEdge(false) != null;
  }

  private boolean placeEdge() {
    Edge out = nextEdge(true);
    if (out != null) {
      edges.put(out, "control leaves the try block, whose handler must see a failure");
      return true;
    }
    Edge in = nextEdge(false);
    if (in != null) {
      edges.put(in, "control enters a try block, whose handler must not see an earlier failure");
    }
    return in != null;
  }

  /** A way out of, or into, an active range on which something is outstanding. */
  private Edge nextEdge(boolean out) {
    if (ranges.active().isEmpty()) {
      return null;
    }
    for (int i = 0; i < context.size(); i++) {
      if (before[i] == null || !after[i].outstanding) {
        continue;
      }
      for (int next : flow.successors(i)) {
        Edge edge = new Edge(i, next);
        if (!edges.containsKey(edge) && (out ? ranges.leaves(i, next) : ranges.leaves(next, i))) {
          return edge;
        }
      }
    }
    return null;
  }

  private void placeGuards() {
    for (int i = 0; i < context.size(); i++) {
      if (before[i] == null || syncs.containsKey(i) || context.instruction(i).getOpcode() < 0
          || statementOfMoved.containsKey(i)) {
        continue;
      }
      boolean task = isTask(i);
      for (DirectAccesses.Touched touched : context.accesses(i)) {
        BitSet meeting = flights.meeting(touched.access());
        meeting.and(before[i].renamedAt(i).numbers());
        for (int number = meeting.nextSetBit(0); number >= 0; number = meeting.nextSetBit(number + 1)) {
          Flight flight = flights.get(number);
          if (conflict(i, touched, task, flight) && !ordered.orders(i, touched, flight)) {
            boolean snapshot = isSnapshot(i, touched, flight);
            if (snapshot) {
              snapshots.take(flight);
            }
            guards.place(i, touched, flight, cause(i, new Conflict(touched, flight)), snapshot);
          }
        }
      }
    }
  }

  private void placeOrders() {
    for (int i = 0; i < context.size() && context.ordersByData(); i++) {
      if (before[i] != null && isTask(i)) {
        for (DirectAccesses.Touched touched : context.accesses(i)) {
          BitSet meeting = flights.meeting(touched.access());
          meeting.and(entry(i).renamedAt(i).numbers());
          for (int number = meeting.nextSetBit(0); number >= 0; number = meeting.nextSetBit(number + 1)) {
            Flight flight = flights.get(number);
            if (conflict(i, touched, true, flight) && ordered.orders(i, touched, flight)) {
              ordered.place(i, touched, flight);
            }
          }
        }
      }
    }
  }
}
