package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.flow.MethodContext;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Makes what the user's instructions throw in a generated method tell of the user's own: the method's name in the
 * trace, and what was null. Until something is thrown, that costs nothing.
 */
final class MovedFailures {
  private static final String FAILURES = "dev/deco/internal/runtime/Failures";
  private static final String NULL = "java/lang/NullPointerException";

  private MovedFailures() {}

  /** Writes what stands for instruction {@code i} of the user's method. */
  static void write(MethodNode to, MethodContext context, int i, Runnable instruction) {
    String message = context.nullMessages().of(i);
    if (message == null) {
      instruction.run();
      return;
    }
    InsnList code = to.instructions;
    LabelNode begin = new LabelNode();
    LabelNode end = new LabelNode();
    LabelNode thrown = new LabelNode();
    LabelNode next = new LabelNode();
    code.add(begin);
    instruction.run();
    code.add(end);
    code.add(new JumpInsnNode(Opcodes.GOTO, next));
    code.add(thrown);
    code.add(new LdcInsnNode(message));
    code.add(new LdcInsnNode(context.method().name));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, FAILURES, "nullPointer",
        "(L" + NULL + ";Ljava/lang/String;Ljava/lang/String;)Ljava/lang/Throwable;", false));
    code.add(new InsnNode(Opcodes.ATHROW));
    code.add(next);
    to.tryCatchBlocks.add(0, new TryCatchBlockNode(begin, end, thrown, NULL));
  }

  /** Names the user's method in what the code since {@code begin} throws; to be written behind its return. */
  static void name(MethodNode method, MethodContext context, LabelNode begin) {
    LabelNode end = new LabelNode();
    InsnList code = method.instructions;
    code.add(end);
    rethrow(code, context);
    method.tryCatchBlocks.add(new TryCatchBlockNode(begin, end, end, null));
  }

  /** Throws what lies on the stack on, with the name of the user's method. */
  static void rethrow(InsnList code, MethodContext context) {
    code.add(new LdcInsnNode(context.method().name));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, FAILURES, "inMethod",
        "(Ljava/lang/Throwable;Ljava/lang/String;)Ljava/lang/Throwable;", false));
    code.add(new InsnNode(Opcodes.ATHROW));
  }
}
