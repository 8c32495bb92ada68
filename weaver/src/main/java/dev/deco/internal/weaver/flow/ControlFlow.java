package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.JumpTargets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Which instruction follows which, which handlers cover which, and where basic blocks begin. */
final class ControlFlow {
  private final List<int[]> successors = new ArrayList<>();
  private final List<List<TryCatchBlockNode>> covering = new ArrayList<>();
  private final ToIntFunction<AbstractInsnNode> index;
  private final BitSet leaders = new BitSet();
  private final BitSet within = new BitSet(); // to which a jump back goes, or around which

  ControlFlow(MethodNode method, ToIntFunction<AbstractInsnNode> index, int size) {
    this.index = index;
    leaders.set(0);
    for (AbstractInsnNode insn : method.instructions) {
      int i = index.applyAsInt(insn);
      int[] next = next(insn, i, size);
      successors.add(next);
      covering.add(new ArrayList<>());
      boolean plain = next.length == 1 && next[0] == i + 1 && !(insn instanceof JumpInsnNode);
      if (!plain) {
        leaders.set(i + 1);
        for (int target : next) {
          leaders.set(target);
          if (target <= i) {
            within.set(target + 1, i + 1);
          }
        }
      }
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      int from = index.applyAsInt(block.start);
      int to = index.applyAsInt(block.end);
      leaders.set(from);
      leaders.set(to);
      leaders.set(index.applyAsInt(block.handler));
      for (int i = from; i < to; i++) {
        covering.get(i).add(block);
      }
    }
  }

  private int[] next(AbstractInsnNode insn, int i, int size) {
    Set<Integer> targets = new LinkedHashSet<>();
    if (fallsThrough(insn) && i + 1 < size) {
      targets.add(i + 1);
    }
    JumpTargets.of(insn).forEach(label -> targets.add(index.applyAsInt(label)));
    return targets.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether the next instruction may follow without a jump. */
  static boolean fallsThrough(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    return opcode != Opcodes.GOTO && !(opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN)
        && opcode != Opcodes.ATHROW;
  }

  int[] successors(int i) {
    return successors.get(i);
  }

  /** The exception table entries that cover instruction {@code i}, innermost first. */
  List<TryCatchBlockNode> covering(int i) {
    return covering.get(i);
  }

  int[] handlers(int i) {
    return covering.get(i).stream().mapToInt(block -> index.applyAsInt(block.handler)).distinct().toArray();
  }

  boolean isLeader(int i) {
    return leaders.get(i);
  }

  /** The end (exclusive) of the part that begins at {@code i}: no jump leads back into it from there or later. */
  int partEnd(int i) {
    return within.nextClearBit(i + 1);
  }

  /** The end (exclusive) of the basic block that begins at {@code i}. */
  int blockEnd(int i) {
    int next = leaders.nextSetBit(i + 1);
    return next < 0 ? successors.size() : Math.min(next, successors.size());
  }
}
