package dev.deco.internal.weaver.effects;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** A frame in which an allocating instruction ages the objects that it has made before. */
final class RefFrame extends Frame<Ref> {

  RefFrame(int locals, int stack) {
    super(locals, stack);
  }

  RefFrame(Frame<? extends Ref> frame) {
    super(frame);
  }

  @Override public void execute(AbstractInsnNode instruction, Interpreter<Ref> interpreter) throws AnalyzerException {
    if (allocates(instruction)) {
      age(((RefInterpreter) interpreter).index(instruction));
    }
    super.execute(instruction, interpreter);
  }

  private void age(int instruction) {
    for (int i = 0; i < getLocals(); i++) {
      setLocal(i, getLocal(i).renamed(instruction));
    }
    for (int i = 0; i < getStackSize(); i++) {
      setStack(i, getStack(i).renamed(instruction));
    }
  }

  static boolean allocates(AbstractInsnNode instruction) {
    return switch (instruction.getOpcode()) {
      case Opcodes.NEW, Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.MULTIANEWARRAY, Opcodes.INVOKEDYNAMIC,
          Opcodes.INVOKEVIRTUAL, Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC, Opcodes.INVOKEINTERFACE -> true;
      default -> false;
    };
  }
}
