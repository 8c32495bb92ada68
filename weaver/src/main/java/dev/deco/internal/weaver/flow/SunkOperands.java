package dev.deco.internal.weaver.flow;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import java.util.function.IntPredicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * {@code sum += f(x) * (c ? 2 : 4)}: a result lies on the operand stack while a branch is decided above it, and no
 * pending value can. What lies below the value that meets at a join, and is consumed right after it, is sunk to the
 * join: a local variable is loaded there, a constant pushed there, and everything else goes through a new variable.
 */
final class SunkOperands {
  private final MethodNode method;
  private final AbstractInsnNode[] instructions;
  private final Map<AbstractInsnNode, Integer> indexes;
  private final ControlFlow flow;
  private final Frame<BasicValue>[] types;
  private final Frame<SourceValue>[] sources;

  SunkOperands(String owner, MethodNode method, AbstractInsnNode[] instructions,
      Map<AbstractInsnNode, Integer> indexes, ControlFlow flow, Frame<BasicValue>[] types) throws AnalyzerException {
    this.method = method;
    this.instructions = instructions;
    this.indexes = indexes;
    this.flow = flow;
    this.types = types;
    sources = Analyzers.of(new SourceInterpreter()).analyze(owner, method);
  }

  /**
   * The instructions that make what lies below the top of the stack at a join, lowest first, as far down as it can be
   * sunk; none if nothing of it may be pending, or computed by a deferred statement.
   */
  Deque<Integer> below(int join, IntPredicate mayBePending, Frame<Results.Traced> results) {
    Deque<Integer> found = new ArrayDeque<>();
    boolean any = false;
    Frame<SourceValue> frame = sources[join];
    for (int k = frame.getStackSize() - 2; k >= 0; k--) {
      SourceValue value = frame.getStack(k);
      AbstractInsnNode producer = value.insns.size() == 1 ? value.insns.iterator().next() : null;
      if (producer == null || indexes.get(producer) >= join || !canSink(producer)
          || !between(indexes.get(producer), join) || !consumed(join, k, producer)) {
        break;
      }
      found.addFirst(indexes.get(producer));
      any |= mayBePending.test(indexes.get(producer)) || results.getStack(k).result();
    }
    return any ? found : new ArrayDeque<>();
  }

  private static boolean canSink(AbstractInsnNode producer) {
    int opcode = producer.getOpcode();
    return opcode >= 0 && opcode != Opcodes.NEW && !StackMoves.isStackMove(opcode);
  }

  /** Whether every way from the one instruction to the other stays between them, as compilers lay out expressions. */
  private boolean between(int from, int to) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    open.push(from);
    while (!open.isEmpty()) {
      for (int next : flow.successors(open.pop())) {
        if (next <= from || next > to) {
          return false;
        } else if (next != to && !seen.get(next)) {
          seen.set(next);
          open.push(next);
        }
      }
    }
    return true;
  }

  /** Whether the value is no longer on the stack where the join's block ends. */
  private boolean consumed(int join, int k, AbstractInsnNode producer) {
    int last = flow.blockEnd(join) - 1;
    for (int next : flow.successors(last)) {
      Frame<SourceValue> frame = sources[next];
      if (frame != null && frame.getStackSize() > k && frame.getStack(k).insns.contains(producer)) {
        return false;
      }
    }
    return true;
  }

  /** Takes the value away from where it is made; the result is the instruction that pushes it at the join. */
  AbstractInsnNode sink(int producer, int join) {
    AbstractInsnNode made = instructions[producer];
    int opcode = made.getOpcode();
    boolean constant = opcode <= Opcodes.LDC;
    boolean load = opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD && !assigned((VarInsnNode) made, producer, join);
    if (constant || load) {
      method.instructions.remove(made);
      return made;
    }
    Frame<BasicValue> after = types[next(producer)];
    Kind kind = Kind.of(after.getStack(after.getStackSize() - 1).getType());
    int local = method.maxLocals;
    method.maxLocals += kind.size;
    method.instructions.insert(made, new VarInsnNode(kind.store, local));
    return new VarInsnNode(kind.load, local);
  }

  private int next(int i) {
    return flow.successors(i)[0];
  }

  private boolean assigned(VarInsnNode load, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (CountedLoop.assigns(instructions[i], load.var)) {
        return true;
      }
    }
    return false;
  }
}
