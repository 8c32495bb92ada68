package dev.deco.internal.weaver.flow;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a {@link StackWalk} found in one basic block. Keys are instruction indexes. */
final class BlockFacts {
  final Map<Integer, Spawn> spawns = new TreeMap<>();
  /** Complete statements by the instruction at which they end. */
  final Map<Integer, Statement> statements = new TreeMap<>();
  /** The operands of instructions that consume pending results on the stack. */
  final Map<Integer, List<Item>> forces = new TreeMap<>();
  final Map<Integer, MethodPlan.ForcedLocal> forcedLocals = new TreeMap<>();
  final Map<Integer, MethodPlan.PlainStore> stores = new TreeMap<>();
  final Map<Integer, Statement.Load> loads = new HashMap<>();
  /** What the arguments of spawns are made of. */
  final Map<Integer, Group> arguments = new HashMap<>();
  /** The operands of spawns and of moved instructions. */
  final Map<Integer, List<Item>> operands = new HashMap<>();
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

  /** The locals that may hold a task somewhere in the block, for the handlers that cover it. */
  BitSet heldPending() {
    return heldPending;
  }

  BitSet heldCells() {
    return heldCells;
  }
}
