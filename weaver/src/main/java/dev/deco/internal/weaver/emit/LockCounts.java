package dev.deco.internal.weaver.emit;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Lets a method tell the runtime which locks it holds while it calls others: a scope opened there runs serially. */
final class LockCounts {
  private static final String HELD = "dev/deco/internal/runtime/HeldLocks";
  private static final Set<String> TAKING = Set.of("lock", "lockInterruptibly");

  private LockCounts() {}

  static void write(MethodNode method) {
    if (!calls(method)) {
      return;
    }
    for (AbstractInsnNode insn : method.instructions.toArray()) {
      count(method.instructions, insn);
    }
    if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
      countAlways(method);
    }
  }

  /** Whether the method calls anything while it may hold a lock; constructors and what opens a scope do not count. */
  private static boolean calls(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof InvokeDynamicInsnNode || insn instanceof MethodInsnNode call && !call.name.equals("<init>")
          && !call.owner.startsWith("dev/deco/internal/")) {
        return true;
      }
    }
    return false;
  }

  private static void count(InsnList code, AbstractInsnNode insn) {
    if (insn.getOpcode() == Opcodes.MONITORENTER) {
      code.insert(insn, call("taken", "()V"));
    } else if (insn.getOpcode() == Opcodes.MONITOREXIT) {
      code.insertBefore(insn, call("released", "()V"));
    } else if (insn instanceof MethodInsnNode call && call.owner.startsWith("java/util/concurrent/locks/")) {
      if (TAKING.contains(call.name) && call.desc.equals("()V")) {
        code.insert(insn, call("taken", "()V"));
      } else if (call.name.equals("tryLock") && call.desc.endsWith(")Z")) {
        code.insert(insn, call("tried", "(Z)V"));
        code.insert(insn, new InsnNode(Opcodes.DUP));
      } else if (call.name.equals("unlock") && call.desc.equals("()V")) {
        code.insertBefore(insn, call("released", "()V"));
      }
    }
  }

  private static void countAlways(MethodNode method) {
    InsnList code = method.instructions;
    LabelNode start = new LabelNode();
    LabelNode end = new LabelNode();
    for (AbstractInsnNode insn : code.toArray()) {
      if (insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN) {
        code.insertBefore(insn, call("released", "()V"));
      }
    }
    code.insert(start);
    code.insert(call("taken", "()V"));
    code.add(end);
    code.add(call("released", "()V"));
    code.add(new InsnNode(Opcodes.ATHROW));
    method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, null));
  }

  private static MethodInsnNode call(String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, HELD, name, descriptor, false);
  }
}
