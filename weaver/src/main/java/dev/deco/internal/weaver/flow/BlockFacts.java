package dev.deco.internal.weaver.flow;

import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a {@link StackWalk} found in one basic block. Keys are instruction indexes. */
final class BlockFacts {
  final NavigableMap<Integer, Spawn> spawns = new TreeMap<>();
  /** Complete statements by the instruction at which they end. */
  final NavigableMap<Integer, Statement> statements = new TreeMap<>();
  /** The operands of instructions that consume pending results on the stack. */
  final NavigableMap<Integer, List<Item>> forces = new TreeMap<>();
  final NavigableMap<Integer, MethodPlan.ForcedLocal> forcedLocals = new TreeMap<>();
  final NavigableMap<Integer, MethodPlan.PlainStore> stores = new TreeMap<>();
  final NavigableMap<Integer, Statement.Load> loads = new TreeMap<>();
  /** What the arguments of spawns are made of. */
  final NavigableMap<Integer, Group> arguments = new TreeMap<>();
  /** The operands of spawns and of moved instructions. */
  final NavigableMap<Integer, List<Item>> operands = new TreeMap<>();
  private final BitSet heldPending = new BitSet();
  private final BitSet heldCells = new BitSet();

  /** Whether the instruction is a call that becomes a task. */
  boolean isTask(int i) {
    Spawn spawn = spawns.get(i);
    return spawn != null && spawn.mode() != Spawn.Mode.IN_PLACE;
  }

  void mayHold(BitSet pendingLocals, BitSet cellLocals) {
    heldPending.or(pendingLocals);
    heldCells.or(cellLocals);
  }

  /** Takes back what was found from instruction {@code i} on; what locals held before it is given. */
  void forget(int i, BitSet pendingLocals, BitSet cellLocals) {
    Stream.of(spawns, statements, forces, forcedLocals, stores, loads, arguments, operands)
        .forEach(found -> found.tailMap(i, true).clear());
    heldPending.clear();
    heldCells.clear();
    mayHold(pendingLocals, cellLocals);
  }

  /** The locals that may hold a task somewhere in the block, for the handlers that cover it. */
  BitSet heldPending() {
    return heldPending;
  }

  BitSet heldCells() {
    return heldCells;
  }
}
