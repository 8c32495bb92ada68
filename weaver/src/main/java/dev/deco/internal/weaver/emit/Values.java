package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.flow.Kind;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Small pieces of bytecode that turn values into columns and back. */
final class Values {
  private Values() {}

  static void push(InsnList code, int value) {
    if (value >= -1 && value <= 5) {
      code.add(new InsnNode(Opcodes.ICONST_0 + value));
    } else if (value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE) {
      code.add(new IntInsnNode(Opcodes.BIPUSH, value));
    } else if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
      code.add(new IntInsnNode(Opcodes.SIPUSH, value));
    } else {
      code.add(new LdcInsnNode(value));
    }
  }

  static InsnNode zero(Kind kind) {
    return new InsnNode(switch (kind) {
      case INT -> Opcodes.ICONST_0;
      case LONG -> Opcodes.LCONST_0;
      case FLOAT -> Opcodes.FCONST_0;
      case DOUBLE -> Opcodes.DCONST_0;
      case REF -> Opcodes.ACONST_NULL;
    });
  }

  /** From a primitive on the stack to the long that keeps its bits. */
  static void toBits(InsnList code, Kind kind) {
    switch (kind) {
      case INT -> code.add(new InsnNode(Opcodes.I2L));
      case FLOAT -> {
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, "java/lang/Float", "floatToRawIntBits", "(F)I", false));
        code.add(new InsnNode(Opcodes.I2L));
      }
      case DOUBLE -> code.add(
          new MethodInsnNode(Opcodes.INVOKESTATIC, "java/lang/Double", "doubleToRawLongBits", "(D)J", false));
      default -> { }
    }
  }

  static void fromBits(InsnList code, Kind kind) {
    switch (kind) {
      case INT -> code.add(new InsnNode(Opcodes.L2I));
      case FLOAT -> {
        code.add(new InsnNode(Opcodes.L2I));
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, "java/lang/Float", "intBitsToFloat", "(I)F", false));
      }
      case DOUBLE -> code.add(
          new MethodInsnNode(Opcodes.INVOKESTATIC, "java/lang/Double", "longBitsToDouble", "(J)D", false));
      default -> { }
    }
  }

  /** From {@code Object} on the stack to {@code type}, where that is more special. */
  static void cast(InsnList code, Type type) {
    if (type.getSort() >= Type.ARRAY && !type.equals(Kind.REF.type) && !type.getInternalName().equals("null")) {
      code.add(new TypeInsnNode(Opcodes.CHECKCAST, type.getInternalName()));
    }
  }
}
