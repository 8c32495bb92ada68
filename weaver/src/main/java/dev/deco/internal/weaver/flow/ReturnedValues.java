package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.JumpTargets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * What a method returns, before it is planned; the method means the same. {@code return c ? a : f(x) + g(y)} returns
 * from each branch: the two values need not meet. {@code return f(x) + g(y) + h(z)} goes through a local variable: the
 * first sum can then be computed after the last call, so that all three may run at the same time.
 */
final class ReturnedValues {
  private static final int MANY = 3; // of two calls, nothing is computed between them

  private final MethodNode method;
  private final AbstractInsnNode[] instructions;
  private final Frame<BasicValue>[] frames;

  private ReturnedValues(String owner, MethodNode method) throws AnalyzerException {
    this.method = method;
    instructions = method.instructions.toArray();
    frames = Analyzers.of(new BasicInterpreter()).analyze(owner, method);
  }

  /** Normalises the returns of {@code method}, in place. */
  static void normalise(String owner, MethodNode method, Predicate<MethodInsnNode> concurrent)
      throws AnalyzerException {
    returnAtOnce(method);
    new ReturnedValues(owner, method).passThroughLocals(concurrent);
  }

  private static void returnAtOnce(MethodNode method) {
    Map<JumpInsnNode, AbstractInsnNode> returns = new HashMap<>();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn.getOpcode() == Opcodes.GOTO) {
        AbstractInsnNode target = ((JumpInsnNode) insn).label;
        while (target != null && target.getOpcode() < 0) {
          target = target.getNext();
        }
        if (target != null && returnsValue(target)) {
          returns.put((JumpInsnNode) insn, target);
        }
      }
    }
    returns.forEach((jump, target) -> method.instructions.set(jump, new InsnNode(target.getOpcode())));
  }

  private static boolean returnsValue(AbstractInsnNode insn) {
    return insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.ARETURN;
  }

  private void passThroughLocals(Predicate<MethodInsnNode> concurrent) {
    for (int i = 0; i < instructions.length; i++) {
      if (frames[i] != null && returnsValue(instructions[i]) && calls(i, concurrent) >= MANY) {
        Kind kind = Kind.of(frames[i].getStack(frames[i].getStackSize() - 1).getType());
        method.instructions.insertBefore(instructions[i], new VarInsnNode(kind.store, method.maxLocals));
        method.instructions.insertBefore(instructions[i], new VarInsnNode(kind.load, method.maxLocals));
        method.maxLocals += kind.size;
      }
    }
  }

  /** How many results of concurrent calls the expression before a return has, if no branch is in it. */
  private int calls(int end, Predicate<MethodInsnNode> concurrent) {
    int calls = 0;
    for (int i = end - 1; i >= 0 && frames[i] != null; i--) {
      AbstractInsnNode insn = instructions[i];
      if (insn instanceof JumpInsnNode || insn instanceof LabelNode && frames[i].getStackSize() > 0 && isTarget(insn)) {
        return 0;
      }
      if (insn instanceof MethodInsnNode call && concurrent.test(call)
          && Type.getReturnType(call.desc) != Type.VOID_TYPE) {
        calls++;
      }
      if (insn.getOpcode() >= 0 && frames[i].getStackSize() == 0) {
        break;
      }
    }
    return calls;
  }

  private boolean isTarget(AbstractInsnNode label) {
    return Stream.of(instructions).anyMatch(insn -> JumpTargets.of(insn).contains(label));
  }
}
