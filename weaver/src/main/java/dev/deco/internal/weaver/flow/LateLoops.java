package dev.deco.internal.weaver.flow;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * {@code for (int k = 0; k < n; k++) c[k] = left[k] + right[k]} behind the last task: a statement that is deferred
 * lets the scope go on, but here it would only go on to the loop's next round, at the cost of a row. Where no task can
 * be spawned any more, and the loop does little besides, what such a loop takes is waited for instead.
 */
final class LateLoops {
  static final String WHY = "a loop that spawns nothing more needs the result";

  private final MethodContext context;
  private final IntPredicate task;

  /** {@code task}: whether an instruction spawns one. */
  LateLoops(MethodContext context, IntPredicate task) {
    this.context = context;
    this.task = task;
  }

  /** Whether a statement is deferred in vain. */
  boolean contains(Statement statement, Collection<Statement> all) {
    Collection<BitSet> loops = context.loops().allAround(statement.end()).values();
    return statement.spawn() == null && statement.tasks().isEmpty() && !statement.loads().isEmpty() && !loops.isEmpty()
        && loops.iterator().next().stream().noneMatch(i -> takesTime(i, all)) && !spawnsAfter(statement.end());
  }

  /** Whether the instruction, where it stands, may take more time than it takes to defer what is after it. */
  private boolean takesTime(int i, Collection<Statement> all) {
    AbstractInsnNode insn = context.instruction(i);
    boolean calls = insn instanceof InvokeDynamicInsnNode
        || insn instanceof MethodInsnNode call && !call.owner.startsWith("java/") && !context.isShort(call);
    return calls && all.stream().noneMatch(statement -> statement.moved().contains(i));
  }

  private boolean spawnsAfter(int from) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int i = open.pop();
      if (task.test(i)) {
        return true;
      }
      if (!seen.get(i)) {
        seen.set(i);
        for (int next : context.successors(i)) {
          open.push(next);
        }
        context.covering(i).forEach(block -> open.push(context.index(block.handler)));
      }
    }
    return false;
  }
}
