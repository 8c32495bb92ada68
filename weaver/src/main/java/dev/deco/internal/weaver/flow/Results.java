package dev.deco.internal.weaver.flow;

import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.tree.analysis.Value;

/** Which values on the operand stack and in local variables may have been computed from results of concurrent calls. */
final class Results extends Interpreter<Results.Traced> {
  private final BasicInterpreter sizes = new BasicInterpreter();
  private final Predicate<MethodInsnNode> concurrent;

  /** {@code result}: it may come from such a call. */
  record Traced(int size, boolean result) implements Value {
    @Override
    public int getSize() {
      return size;
    }
  }

  private Results(Predicate<MethodInsnNode> concurrent) {
    super(Opcodes.ASM9);
    this.concurrent = concurrent;
  }

  static Frame<Traced>[] of(String owner, MethodNode method, Predicate<MethodInsnNode> concurrent)
      throws AnalyzerException {
    return Analyzers.of(new Results(concurrent)).analyze(owner, method);
  }

  private static Traced traced(Value like, boolean result) {
    return like == null ? null : new Traced(like.getSize(), result);
  }

  @Override
  public Traced newValue(Type type) {
    return type == Type.VOID_TYPE ? null : new Traced(type == null ? 1 : type.getSize(), false);
  }

  @Override
  public Traced newOperation(AbstractInsnNode insn) throws AnalyzerException {
    return traced(sizes.newOperation(insn), false);
  }

  @Override
  public Traced copyOperation(AbstractInsnNode insn, Traced value) {
    return value;
  }

  @Override
  public Traced unaryOperation(AbstractInsnNode insn, Traced value) throws AnalyzerException {
    return traced(sizes.unaryOperation(insn, null), value.result);
  }

  @Override
  public Traced binaryOperation(AbstractInsnNode insn, Traced a, Traced b) throws AnalyzerException {
    return traced(sizes.binaryOperation(insn, null, null), a.result || b.result);
  }

  @Override
  public Traced ternaryOperation(AbstractInsnNode insn, Traced a, Traced b, Traced c) {
    return null;
  }

  @Override
  public Traced naryOperation(AbstractInsnNode insn, List<? extends Traced> values) throws AnalyzerException {
    boolean result = insn instanceof MethodInsnNode call && concurrent.test(call)
        || values.stream().anyMatch(Traced::result);
    return traced(sizes.naryOperation(insn, null), result);
  }

  @Override
  public void returnOperation(AbstractInsnNode insn, Traced value, Traced expected) {}

  @Override
  public Traced merge(Traced a, Traced b) {
    boolean result = a.result || b.result;
    return result == a.result && b.size >= a.size ? a : new Traced(Math.min(a.size, b.size), result);
  }
}
