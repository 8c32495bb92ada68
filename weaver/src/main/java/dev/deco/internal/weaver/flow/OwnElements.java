package dev.deco.internal.weaver.flow;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * The stores of a lambda expression {@code i -> out[i] = ...} whose index is the lambda's last parameter as it came.
 * For numbers that differ, these are different elements.
 */
final class OwnElements {
  private final AbstractInsnNode[] instructions;
  private final Frame<SourceValue>[] frames;
  private final int slot;

  /** Of the body of a lambda; {@code frames} are {@code null} where its last parameter is not an int that stays. */
  OwnElements(String owner, MethodNode body) {
    instructions = body.instructions.toArray();
    Type[] types = Type.getArgumentTypes(body.desc);
    boolean isStatic = (body.access & Opcodes.ACC_STATIC) != 0;
    int last = isStatic ? 0 : 1;
    for (int k = 0; k < types.length - 1; k++) {
      last += types[k].getSize();
    }
    slot = last;
    boolean stays = types.length > 0 && types[types.length - 1].equals(Type.INT_TYPE);
    for (AbstractInsnNode insn : instructions) {
      stays &= !(insn instanceof IincInsnNode step && step.var == slot)
          && !(insn instanceof VarInsnNode store && store.var == slot && insn.getOpcode() >= Opcodes.ISTORE);
    }
    frames = stays ? frames(owner, body) : null;
  }

  private static Frame<SourceValue>[] frames(String owner, MethodNode body) {
    try {
      return new Analyzer<>(new SourceInterpreter()).analyze(owner, body);
    } catch (AnalyzerException e) {
      return null;
    }
  }

  boolean contains(int i) {
    int opcode = instructions[i].getOpcode();
    if (frames == null || frames[i] == null || opcode < Opcodes.IASTORE || opcode > Opcodes.SASTORE) {
      return false;
    }
    Set<AbstractInsnNode> index = frames[i].getStack(frames[i].getStackSize() - 2).insns;
    return index.size() == 1 && index.iterator().next() instanceof VarInsnNode load
        && load.getOpcode() == Opcodes.ILOAD && load.var == slot;
  }
}
