package dev.deco.internal.weaver.flow;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The five kinds of values that the Java virtual machine's instructions tell apart. */
public enum Kind {
  INT(1, Opcodes.ILOAD, Opcodes.ISTORE, Opcodes.IRETURN, Type.INT_TYPE),
  LONG(2, Opcodes.LLOAD, Opcodes.LSTORE, Opcodes.LRETURN, Type.LONG_TYPE),
  FLOAT(1, Opcodes.FLOAD, Opcodes.FSTORE, Opcodes.FRETURN, Type.FLOAT_TYPE),
  DOUBLE(2, Opcodes.DLOAD, Opcodes.DSTORE, Opcodes.DRETURN, Type.DOUBLE_TYPE),
  REF(1, Opcodes.ALOAD, Opcodes.ASTORE, Opcodes.ARETURN, Type.getObjectType("java/lang/Object"));

  /** How many slots a value takes. */
  public final int size;

  public final int load;
  public final int store;
  public final int result;

  /** The type that generated code declares for a value of this kind. */
  public final Type type;

  Kind(int size, int load, int store, int result, Type type) {
    this.size = size;
    this.load = load;
    this.store = store;
    this.result = result;
    this.type = type;
  }

  /** The kind of values of {@code type}; {@code null} for {@code void}. */
  public static Kind of(Type type) {
    return switch (type.getSort()) {
      case Type.VOID -> null;
      case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> INT;
      case Type.LONG -> LONG;
      case Type.FLOAT -> FLOAT;
      case Type.DOUBLE -> DOUBLE;
      default -> REF;
    };
  }

  /** The kind that a load or store of a local variable moves, or {@code null} for any other instruction. */
  public static Kind ofLocal(int opcode) {
    for (Kind kind : values()) {
      if (opcode == kind.load || opcode == kind.store) {
        return kind;
      }
    }
    return null;
  }
}
