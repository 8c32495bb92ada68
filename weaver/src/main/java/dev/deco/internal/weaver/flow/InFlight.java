package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.flow.Conflicts.Conflict;
import dev.deco.internal.weaver.flow.MethodPlan.Edge;
import dev.deco.internal.weaver.flow.ScopeState.Flight;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Finds where a scope must sync. A forward analysis ({@link ScopeFlow}) carries the accesses that unsynced tasks and
 * deferred statements may still make; where the method's own code, or a new task, conflicts with one of them
 * ({@link Conflicts}), a sync is placed, which empties the state, and the analysis begins again, until no conflict is
 * left. Conflicts between objects that both sides hold in their hands are left to the running program, which compares
 * identities (guards).
 */
final class InFlight {
  private static final int NEVER = -1;

  private final MethodContext context;
  private final ControlFlow flow;
  private final BlockFacts facts;
  private final Decisions decisions;
  private final Map<Integer, String> syncs = new TreeMap<>();
  private final Map<Edge, String> edges = new HashMap<>();
  private final OpenStatements open;
  private final ProtectedRanges ranges;
  private final Guards guards;
  private final Views views;
  private final OrderedTasks ordered;
  private final Snapshots snapshots;
  private final ScopeFlow scopes;
  private final ScopeState.Flights flights;
  private final Conflicts conflicts;

  InFlight(MethodContext context, BlockFacts facts, Decisions decisions) {
    this.context = context;
    flow = context.flow();
    this.facts = facts;
    this.decisions = decisions;
    open = new OpenStatements(facts);
    ranges = new ProtectedRanges(context);
    guards = new Guards(context, facts, open);
    ordered = new OrderedTasks(context, facts, guards);
    views = new Views(context, facts, guards::leafOf);
    snapshots = new Snapshots(context, facts, guards::leafOf);
    scopes = new ScopeFlow(context, facts, open, views, ranges, syncs, edges);
    flights = scopes.flights();
    conflicts = new Conflicts(context, facts, open, scopes, guards, ordered, views, snapshots);
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
      if (context.method().tryCatchBlocks.isEmpty()) {
        placeByParts();
      } else {
        do {
          ranges.activate(this::risky, edges.keySet());
          scopes.propagate();
        } while (!decisions.pending() && (placeEdge() || placeSync(0, context.size())));
      }
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
    return !scopes.entry(spawn.index()).outstanding && waitFor(spawn) != NEVER;
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

  /** Places syncs in one part of the method after the other: no way leads back from one to what comes before it. */
  private void placeByParts() {
    scopes.begin();
    int end;
    for (int from = 0; from < context.size() && !decisions.pending(); from = end) {
      end = flow.partEnd(from);
      ScopeFlow.Mark mark = scopes.mark(from);
      scopes.propagate(end);
      while (!decisions.pending() && placeSync(from, end)) {
        mark.goBack();
        scopes.propagate(end);
      }
    }
  }

  private boolean placeSync(int from, int end) {
    for (int i = from; i < end; i++) {
      if (scopes.before(i) == null || context.instruction(i).getOpcode() < 0) {
        continue;
      }
      if (open.moves(i) && conflicts.signals().waits(i)) {
        dissolve(open.of(i), "this line waits for other threads");
        return decisions.pending();
      }
      Conflict own = conflicts.first(i, true);
      if (own != null && resolve(i, own)) {
        return true;
      }
      if (syncs.containsKey(i)) {
        continue;
      }
      if (isKeptForHandler(i)) {
        decisions.keepInCell(facts.statements.get(i).target());
        return true;
      }
      if (isShown(i)) {
        syncs.put(i, "the handler on line " + ranges.line(ranges.reader(i)) + MethodPlan.SHOWN);
        return true;
      }
      if (context.locks(i) && scopes.before(i).outstanding) {
        syncs.put(i, "a lock is taken here, and tasks must not wait for it");
        return true;
      }
      Conflict conflict = open.moves(i) ? null : conflicts.first(i, false);
      if (conflict != null && resolve(i, conflict)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a task's result is in a variable that a handler reads, who must find the results of earlier calls there. */
  private boolean isKeptForHandler(int i) {
    Statement statement = facts.statements.get(i);
    return statement != null && statement.form() == Statement.Form.TASK && ranges.reader(i) != null;
  }

  /** Whether the scope itself changes a variable that the handler of an earlier call's failure reads. */
  private boolean isShown(int i) {
    return scopes.before(i).outstanding && !facts.statements.containsKey(i) && ranges.reader(i) != null;
  }

  /** Does something about a conflict; false if there is nothing to be done. */
  private boolean resolve(int i, Conflict conflict) {
    Flight flight = conflict.flight();
    Statement around = open.at(i, flight);
    if (around != null) {
      dissolve(around, "it reads what " + describe(i) + " writes in the same statement");
      return decisions.pending();
    }
    boolean writes = context.accesses(i).stream().anyMatch(touched -> touched.access().write());
    if (conflict.leavesOrder() && writes && conflicts.signals().onlyReleases(i) && !facts.spawns.containsKey(i) && !context.holdsLock(i)
        && context.isStatement(i) && !decisions.kept.contains(i) && !decisions.pulled.contains(i)) {
      decisions.pull(i);
      return true;
    }
    return syncs.put(i, cause(i, conflict)) == null;
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
    if (here.location() instanceof Location.Signal signal) {
      return here.reason() + (signal.releases() ? "; what comes before must have happened for other threads, and "
          : "; other threads may wait for what comes before, and ")
          + (flight.task() ? "the task spawned on line " : "the statement deferred on line ")
          + context.line(flight.origin()) + " may still be at it (" + flight.access().reason() + ")";
    }
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
   * Takes out syncs that an edge or another sync, found later, has made needless; and moves one that waits only for
   * what came before a loop out of that loop, whose own tasks it would wait for in every round.
   */
  private void prune() {
    scopes.propagate();
    boolean unsolved = conflictsElsewhere();
    for (int i : List.copyOf(syncs.keySet())) {
      if (!context.isExplicitSync(i)) {
        String why = syncs.remove(i);
        Set<Integer> changed = scopes.grow(i);
        if (scopes.before(i) != null && (unsolved || conflictsElsewhere(changed))) {
          if (context.locks(i) || context.loops().allAround(i).values().stream().noneMatch(this::hasTask)) {
            syncs.put(i, why);
            scopes.takeBack();
          } else if (!movedBeforeLoop(i, why)) {
            syncs.put(i, why);
            scopes.propagate();
          }
        }
      }
    }
    scopes.propagate();
  }

  private boolean hasTask(BitSet loop) {
    return loop.stream().anyMatch(this::isTask);
  }

  private boolean movedBeforeLoop(int i, String why) {
    for (Map.Entry<Integer, BitSet> loop : context.loops().allAround(i).entrySet()) {
      List<Edge> ways = context.loops().entries(loop.getKey(), loop.getValue()).stream()
          .map(from -> new Edge(from, loop.getKey())).filter(way -> !edges.containsKey(way)).toList();
      if (hasTask(loop.getValue())) {
        ways.forEach(way -> edges.put(way, MethodPlan.BEFORE_LOOP + why));
        scopes.propagate();
        if (!conflictsElsewhere()) {
          return true;
        }
        edges.keySet().removeAll(ways);
      }
    }
    return false;
  }

  private boolean conflictsElsewhere() {
    return conflictsElsewhere(IntStream.range(0, context.size()).boxed()::iterator);
  }

  private boolean conflictsElsewhere(Iterable<Integer> changed) {
    for (int i : changed) {
      if (scopes.before(i) != null && !syncs.containsKey(i) && context.instruction(i).getOpcode() >= 0
          && (context.locks(i) && scopes.before(i).outstanding || isShown(i)
              || !open.moves(i) && conflicts.at(i))) {
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
      if (scopes.before(i) == null || !scopes.after(i).outstanding) {
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
      if (scopes.before(i) == null || syncs.containsKey(i) || context.instruction(i).getOpcode() < 0
          || open.moves(i)) {
        continue;
      }
      for (DirectAccesses.Touched touched : context.accesses(i)) {
        BitSet meeting = flights.meeting(touched.access());
        meeting.and(scopes.before(i).renamedAt(i).numbers());
        for (int number = meeting.nextSetBit(0); number >= 0; number = meeting.nextSetBit(number + 1)) {
          Flight flight = flights.get(number);
          if (conflicts.between(i, touched, flight) && !ordered.orders(i, touched, flight)) {
            boolean snapshot = conflicts.isSnapshot(i, touched, flight);
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
      if (scopes.before(i) != null && isTask(i)) {
        for (DirectAccesses.Touched touched : context.accesses(i)) {
          BitSet meeting = flights.meeting(touched.access());
          meeting.and(scopes.entry(i).renamedAt(i).numbers());
          for (int number = meeting.nextSetBit(0); number >= 0; number = meeting.nextSetBit(number + 1)) {
            Flight flight = flights.get(number);
            if (conflicts.between(i, touched, flight) && ordered.orders(i, touched, flight)) {
              ordered.place(i, touched, flight);
            }
          }
        }
      }
    }
  }
}
