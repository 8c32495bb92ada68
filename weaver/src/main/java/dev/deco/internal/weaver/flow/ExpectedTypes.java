package dev.deco.internal.weaver.flow;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The types that instructions ask of their operands. */
public final class ExpectedTypes {
  private ExpectedTypes() {}

  public static boolean hasReceiver(MethodInsnNode call) {
    return call.getOpcode() != Opcodes.INVOKESTATIC;
  }

  /** The type that {@code insn} asks of operand number {@code operand} (0 is the lowest), or {@code null}: any. */
  public static Type of(AbstractInsnNode insn, int operand) {
    if (insn instanceof MethodInsnNode call) {
      int receiver = hasReceiver(call) ? 1 : 0;
      return operand < receiver
          ? Type.getObjectType(call.owner)
          : Type.getArgumentTypes(call.desc)[operand - receiver];
    }
    if (insn instanceof InvokeDynamicInsnNode call) {
      return Type.getArgumentTypes(call.desc)[operand];
    }
    if (insn instanceof FieldInsnNode field) {
      boolean object = operand == 0 && field.getOpcode() != Opcodes.PUTSTATIC;
      return object ? Type.getObjectType(field.owner) : Type.getType(field.desc);
    }
    return null;
  }
}
