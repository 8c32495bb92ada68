package dev.deco.internal.weaver.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A statement in the making: the instructions that will run in its replay, the values that they take from the scope
 * (leaves), and the pending values that they wait for. Groups merge when one instruction consumes values of both.
 */
final class Group {
  private Group parent = this;
  private final TreeSet<Integer> moved = new TreeSet<>();
  private final List<Item> leaves = new ArrayList<>();
  private final List<Spawn> spawns = new ArrayList<>();
  private final Map<Integer, Integer> loads = new LinkedHashMap<>();
  private int live;

  Group root() {
    Group group = this;
    while (group.parent != group) {
      group = group.parent;
    }
    return group;
  }

  Group merge(Group other) {
    Group a = root();
    Group b = other.root();
    if (a != b) {
      b.parent = a;
      a.moved.addAll(b.moved);
      a.leaves.addAll(b.leaves);
      a.spawns.addAll(b.spawns);
      a.loads.putAll(b.loads);
      a.live += b.live;
    }
    return a;
  }

  /** The instructions that run in the replay, in program order. */
  TreeSet<Integer> moved() {
    return moved;
  }

  List<Item> leaves() {
    return leaves;
  }

  List<Spawn> spawns() {
    return spawns;
  }

  /** Loads of locals that are pending or in a cell: instruction index to local variable. */
  Map<Integer, Integer> loads() {
    return loads;
  }

  void pushed() {
    live++;
  }

  void popped() {
    live--;
  }

  /** Whether no value of this group is on the stack: its statement is complete. */
  boolean complete() {
    return live == 0;
  }
}
