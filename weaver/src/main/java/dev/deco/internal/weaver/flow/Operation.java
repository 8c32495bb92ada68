package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.ClassHeaders;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * What one instruction does to the operand stack; not for those that only move what lies there.
 *
 * @param operands how many values it pops
 * @param result the type of what it pushes, or {@code null}: nothing
 */
record Operation(int operands, Type result) {
  /** @param before the types before the instruction, which is reachable */
  static Operation of(AbstractInsnNode insn, Frame<BasicValue> before, ClassHeaders classes) {
    Recorder recorder = new Recorder(classes);
    try {
      new Frame<>(before).execute(insn, recorder);
    } catch (AnalyzerException e) {
      throw new IllegalStateException(e);
    }
    return new Operation(recorder.operands, recorder.result);
  }

  /** Executes symbolically, and notes what it is asked for. */
  private static final class Recorder extends TypeInterpreter {
    private int operands;
    private Type result;

    Recorder(ClassHeaders classes) {
      super(classes);
    }

    private BasicValue note(int count, BasicValue value) {
      operands = count;
      result = value == null ? null : value.getType();
      return value;
    }

    @Override
    public BasicValue newOperation(AbstractInsnNode insn) throws AnalyzerException {
      return note(0, super.newOperation(insn));
    }

    @Override
    public BasicValue unaryOperation(AbstractInsnNode insn, BasicValue value) throws AnalyzerException {
      return note(1, super.unaryOperation(insn, value));
    }

    @Override
    public BasicValue binaryOperation(AbstractInsnNode insn, BasicValue a, BasicValue b) throws AnalyzerException {
      return note(2, super.binaryOperation(insn, a, b));
    }

    @Override
    public BasicValue ternaryOperation(AbstractInsnNode insn, BasicValue a, BasicValue b, BasicValue c)
        throws AnalyzerException {
      return note(3, super.ternaryOperation(insn, a, b, c));
    }

    @Override
    public BasicValue naryOperation(AbstractInsnNode insn, List<? extends BasicValue> values)
        throws AnalyzerException {
      return note(values.size(), super.naryOperation(insn, values));
    }
  }
}
