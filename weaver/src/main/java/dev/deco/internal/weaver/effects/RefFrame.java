package dev.deco.internal.weaver.effects;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/**
 * A frame in which an allocating instruction ages the objects that it has made before, and which knows the classes that
 * the method has certainly initialized so far.
 */
final class RefFrame extends Frame<Ref> {
  private Set<String> initialized = Set.of();

  RefFrame(int locals, int stack) {
    super(locals, stack);
  }

  RefFrame(Frame<? extends Ref> frame) {
    super(frame);
    initialized = ((RefFrame) frame).initialized;
  }

  @Override public Frame<Ref> init(Frame<? extends Ref> frame) {
    initialized = ((RefFrame) frame).initialized;
    return super.init(frame);
  }

  @Override public boolean merge(Frame<? extends Ref> frame, Interpreter<Ref> interpreter) throws AnalyzerException {
    boolean fewer = !((RefFrame) frame).initialized.containsAll(initialized);
    if (fewer) {
      Set<String> both = new HashSet<>(initialized);
      both.retainAll(((RefFrame) frame).initialized);
      initialized = both;
    }
    return super.merge(frame, interpreter) | fewer;
  }

  /** The classes that have certainly been initialized before the instruction. */
  Set<String> initialized() {
    return initialized;
  }

  @Override public void execute(AbstractInsnNode instruction, Interpreter<Ref> interpreter) throws AnalyzerException {
    if (allocates(instruction)) {
      age(((RefInterpreter) interpreter).index(instruction));
    }
    initialized = ((RefInterpreter) interpreter).initialized(instruction, initialized);
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
