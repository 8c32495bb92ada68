package dev.deco.internal.weaver.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The ranges that exception handlers protect. A range is active when a task's failure can come to light in it: then
 * nothing may be outstanding when control enters or leaves it, so that each handler sees the failures of its own range
 * and no others.
 */
final class ProtectedRanges {
  private final MethodContext context;
  private final ControlFlow flow;
  private final Set<TryCatchBlockNode> active = new HashSet<>();
  private final Map<LabelNode, Set<Integer>> activeRanges = new HashMap<>();
  /** By a handler, and a local variable, whether it may read what the variable holds when it begins. */
  private final Map<LabelNode, Map<Integer, Boolean>> reads = new HashMap<>();

  ProtectedRanges(MethodContext context) {
    this.context = context;
    flow = context.flow();
  }

  /** Finds out anew which ranges are active. */
  void activate(IntPredicate risky, Set<MethodPlan.Edge> syncedEdges) {
    Set<LabelNode> handlers = new HashSet<>();
    for (int i = 0; i < context.size(); i++) {
      if (risky.test(i)) {
        flow.covering(i).forEach(block -> handlers.add(block.handler));
      }
    }
    for (MethodPlan.Edge edge : syncedEdges) {
      for (TryCatchBlockNode block : flow.covering(edge.from())) {
        if (flow.covering(edge.to()).contains(block)) {
          handlers.add(block.handler);
        }
      }
    }
    activeRanges.clear();
    active.clear();
    for (int i = 0; i < context.size(); i++) {
      for (TryCatchBlockNode block : flow.covering(i)) {
        if (handlers.contains(block.handler)) {
          active.add(block);
          activeRanges.computeIfAbsent(block.handler, handler -> new HashSet<>()).add(i);
        }
      }
    }
  }

  /** The exception table entries of active ranges. */
  Set<TryCatchBlockNode> active() {
    return active;
  }

  /** Whether the way from one instruction to another leaves an active range. */
  boolean leaves(int from, int to) {
    return activeRanges.values().stream().anyMatch(range -> range.contains(from) && !range.contains(to));
  }

  /**
   * Of an instruction that assigns a local variable, an active handler that may read it: it must find there what the
   * call that failed has found. Otherwise {@code null}.
   */
  TryCatchBlockNode reader(int i) {
    int local = CountedLoop.assigned(context.instruction(i));
    return local < 0 ? null : flow.covering(i).stream()
        .filter(block -> active.contains(block) && reads(block.handler, local)).findFirst().orElse(null);
  }

  /** The line on which the handler begins. */
  int line(TryCatchBlockNode block) {
    int first = context.index(block.handler);
    while (context.instruction(first).getOpcode() < 0) {
      first++;
    }
    return context.line(first);
  }

  private boolean reads(LabelNode handler, int local) {
    return reads.computeIfAbsent(handler, any -> new HashMap<>())
        .computeIfAbsent(local, any -> context.isLive(context.index(handler), local));
  }
}
