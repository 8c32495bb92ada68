package dev.deco.internal.weaver.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;

/**
 * Makes the plan of a method: first which calls become tasks and which statements are deferred ({@link StackWalk},
 * again and again until no decision is added), then where the scope has to sync ({@link InFlight}).
 */
public final class Planner {
  private final MethodContext context;
  private final ControlFlow flow;
  private final Decisions decisions = new Decisions();
  private Map<Integer, BlockFacts> blocks;

  private Planner(MethodContext context) {
    this.context = context;
    flow = context.flow();
  }

  public static MethodPlan plan(MethodContext context) {
    return new Planner(context).plan();
  }

  private MethodPlan plan() {
    for (int i = 0; i < context.size(); i++) {
      if (context.reachable(i) && context.isConcurrent(i) && context.holdsLock(i)) {
        decisions.runInPlace(i, "a lock is held here");
      } else if (context.reachable(i) && context.isConcurrent(i)) {
        String why = Signals.inPlace(context, i);
        if (why != null) {
          decisions.runInPlace(i, why);
        }
      }
    }
    while (true) {
      do {
        decisions.changed();
        walk();
        runInPlaceWhatIsUsedAtOnce();
        forceWhatIsReadAtOnce();
        forceInLateLoops();
      } while (decisions.changed());
      BlockFacts facts = merged();
      InFlight inFlight = new InFlight(context, facts, decisions);
      inFlight.analyze();
      if (!decisions.pending()) {
        inFlight.runInPlaceWhatIsAlone();
      }
      if (!decisions.changed()) {
        Guards guards = inFlight.guards();
        MethodPlan plan = new MethodPlan(context, facts.spawns, streams(facts), facts.statements, forces(facts),
            facts.forcedLocals, stores(facts), inFlight.syncs(), guards.ofInstructions(), guards.ofRows(),
            guards.touches(), guards.meetings(), inFlight.orders(), inFlight.views().ofRows(),
            inFlight.snapshots().ofRows(), inFlight.edges(), List.of(), inFlight.settled());
        return plan.with(PlainLoop.of(plan));
      }
    }
  }

  /** The streams; those that have become part of a deferred statement run in it as they are. */
  private Map<Integer, StreamCall> streams(BlockFacts facts) {
    Map<Integer, StreamCall> streams = StreamCalls.of(context);
    for (Statement statement : facts.statements.values()) {
      for (int moved : statement.moved()) {
        streams.computeIfPresent(moved, (i, call) -> call.inPlace("it is part of a statement that is replayed later",
            "Read the stream into a variable first."));
        streams.replaceAll((i, call) -> call.ahead() && call.last() == moved
            ? call.inPlace("the stream is read in a statement that is replayed later", "Read the stream into a variable first.") : call);
      }
    }
    return streams;
  }

  private void walk() {
    blocks = new TreeMap<>();
    Map<Integer, BitSet> pendingAt = new HashMap<>();
    Map<Integer, BitSet> cellsAt = new HashMap<>();
    Deque<Integer> work = new ArrayDeque<>();
    reach(0, new BitSet(), new BitSet(), pendingAt, cellsAt, work);
    while (!work.isEmpty()) {
      int start = work.poll();
      int end = flow.blockEnd(start);
      BitSet pending = (BitSet) pendingAt.get(start).clone();
      BitSet cells = (BitSet) cellsAt.get(start).clone();
      try {
        blocks.put(start, StackWalk.walk(context, decisions, start, end, pending, cells));
      } catch (StackWalk.WalkAgain again) {
        return;
      }
      for (int next : flow.successors(end - 1)) {
        reach(next, pending, cells, pendingAt, cellsAt, work);
      }
      BlockFacts facts = blocks.get(start);
      for (int handler : flow.handlers(start)) {
        reach(handler, facts.heldPending(), facts.heldCells(), pendingAt, cellsAt, work);
      }
    }
  }

  private void reach(int block, BitSet pending, BitSet cells, Map<Integer, BitSet> pendingAt,
      Map<Integer, BitSet> cellsAt, Deque<Integer> work) {
    if (!context.reachable(block)) {
      return;
    }
    boolean first = !pendingAt.containsKey(block);
    BitSet atPending = pendingAt.computeIfAbsent(block, b -> new BitSet());
    BitSet atCells = cellsAt.computeIfAbsent(block, b -> new BitSet());
    int before = atPending.cardinality() + atCells.cardinality();
    atPending.or(pending);
    atCells.or(cells);
    if ((first || atPending.cardinality() + atCells.cardinality() > before) && !work.contains(block)) {
      work.add(block);
    }
  }

  /** A task had better run where it is if nothing happens until its result is needed. */
  private void runInPlaceWhatIsUsedAtOnce() {
    for (BlockFacts facts : blocks.values()) {
      facts.forces.forEach((i, operands) -> operands.stream()
          .filter(Item::isPending)
          .map(item -> item.pending)
          .max(Comparator.comparingInt(Spawn::index))
          .filter(last -> context.quietBetween(last.index(), i, Collections.emptySortedSet()))
          .ifPresent(last -> decisions.runInPlace(last.index(), last.why())));
    }
  }

  /**
   * A variable that is read right after its statement had better wait for what that statement needs than for all tasks;
   * unless something is computed between the statement's calls, which would then run one after the other.
   */
  private void forceWhatIsReadAtOnce() {
    for (BlockFacts facts : blocks.values()) {
      facts.forcedLocals.forEach((i, forced) -> {
        if (forced.cell()) {
          blocks.values().stream().flatMap(block -> block.statements.values().stream())
              .filter(statement -> statement.form() == Statement.Form.DEFERRED && statement.target() == forced.local()
                  && statement.end() < i && context.quietBetween(statement.end(), i, Collections.emptySortedSet())
                  && !computesBetweenCalls(statement))
              .forEach(statement -> force(statement, forced.why()));
        }
      });
    }
  }

  private void forceInLateLoops() {
    BlockFacts all = merged();
    LateLoops late = new LateLoops(context, all::isTask);
    all.statements.values().stream().filter(statement -> late.contains(statement, all.statements.values()))
        .forEach(statement -> force(statement, LateLoops.WHY));
  }

  private boolean computesBetweenCalls(Statement statement) {
    IntSummaryStatistics calls = inputs(statement).stream().mapToInt(Spawn::index).summaryStatistics();
    return statement.moved().stream().anyMatch(moved -> calls.getMin() < moved && moved < calls.getMax()
        && !arguments(statement).moved().contains(moved)
        && context.instruction(moved).getOpcode() > Opcodes.ALOAD);
  }

  private static Statement.Arguments arguments(Statement statement) {
    return statement.arguments() != null ? statement.arguments()
        : new Statement.Arguments(Collections.emptySortedSet(), List.of(), List.of());
  }

  /** The calls whose results a statement takes itself. */
  private static List<Spawn> inputs(Statement statement) {
    List<Spawn> inputs = new ArrayList<>(statement.tasks());
    inputs.removeAll(arguments(statement).tasks());
    if (statement.spawn() != null) {
      inputs.add(statement.spawn());
    }
    return inputs;
  }

  private void force(Statement statement, String why) {
    inputs(statement).forEach(spawn -> decisions.force(spawn.index(), why));
    statement.loads().stream().filter(load -> !arguments(statement).loads().contains(load))
        .forEach(load -> decisions.forceLoad(load.position(), why));
    decisions.keep(statement.moved());
  }

  private BlockFacts merged() {
    BlockFacts all = new BlockFacts();
    for (BlockFacts facts : blocks.values()) {
      all.spawns.putAll(facts.spawns);
      all.statements.putAll(facts.statements);
      all.forces.putAll(facts.forces);
      all.forcedLocals.putAll(facts.forcedLocals);
      all.stores.putAll(facts.stores);
      all.operands.putAll(facts.operands);
    }
    return all;
  }

  private static Map<Integer, MethodPlan.Force> forces(BlockFacts facts) {
    Map<Integer, MethodPlan.Force> forces = new TreeMap<>();
    facts.forces.forEach((i, operands) -> {
      List<MethodPlan.Operand> needed = new ArrayList<>();
      for (Item item : operands) {
        if (item.isPending() || !needed.isEmpty()) {
          needed.add(new MethodPlan.Operand(item.kind, item.type, item.pending));
        }
      }
      forces.put(i, new MethodPlan.Force(needed));
    });
    return forces;
  }

  private static Map<Integer, MethodPlan.PlainStore> stores(BlockFacts facts) {
    Map<Integer, MethodPlan.PlainStore> stores = new TreeMap<>(facts.stores);
    stores.values().removeIf(store -> !store.pending() && !store.cell());
    return stores;
  }
}
