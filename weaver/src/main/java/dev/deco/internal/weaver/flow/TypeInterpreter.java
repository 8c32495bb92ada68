package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.ClassHeaders;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;

/** The static types of locals and stack, as the verifier knows them, without loading a class. */
class TypeInterpreter extends BasicInterpreter {
  private static final Type NULL = Type.getObjectType("null");
  private final ClassHeaders classes;

  TypeInterpreter(ClassHeaders classes) {
    super(Opcodes.ASM9);
    this.classes = classes;
  }

  @Override
  public BasicValue newValue(Type type) {
    if (type == null) {
      return BasicValue.UNINITIALIZED_VALUE;
    }
    return type.getSort() >= Type.ARRAY ? new BasicValue(type) : super.newValue(type);
  }

  @Override
  public BasicValue binaryOperation(AbstractInsnNode insn, BasicValue value1, BasicValue value2)
      throws AnalyzerException {
    if (insn.getOpcode() == Opcodes.AALOAD) {
      String array = value1.getType().getDescriptor();
      return newValue(array.startsWith("[") ? Type.getType(array.substring(1)) : ClassHeaders.OBJECT);
    }
    return super.binaryOperation(insn, value1, value2);
  }

  @Override
  public BasicValue merge(BasicValue a, BasicValue b) {
    if (a.equals(b)) {
      return a;
    }
    if (!a.isReference() || !b.isReference()) {
      return BasicValue.UNINITIALIZED_VALUE;
    }
    if (a.getType().equals(NULL)) {
      return b;
    }
    if (b.getType().equals(NULL)) {
      return a;
    }
    BasicValue merged = new BasicValue(classes.commonSuper(a.getType(), b.getType()));
    return merged.equals(a) ? a : merged;
  }
}
