package dev.deco.internal.weaver.flow;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Where a method may hold a lock: between monitor instructions, and between {@code lock} and {@code unlock} calls. */
final class LockRegions {
  private static final int DEEPEST = 8;
  private final int[] depth;
  private final boolean always;

  LockRegions(MethodContext context) {
    always = (context.method().access & Opcodes.ACC_SYNCHRONIZED) != 0;
    depth = new int[context.size()];
    Arrays.fill(depth, -1);
    Deque<Integer> work = new ArrayDeque<>();
    if (context.size() > 0) {
      depth[0] = 0;
      work.add(0);
    }
    ControlFlow flow = context.flow();
    while (!work.isEmpty()) {
      int i = work.poll();
      int after = Math.min(DEEPEST, Math.max(0, depth[i] + change(context.instruction(i))));
      for (int next : flow.successors(i)) {
        reach(next, after, work);
      }
      for (int handler : flow.handlers(i)) {
        reach(handler, depth[i], work);
      }
    }
  }

  private void reach(int i, int held, Deque<Integer> work) {
    if (held > depth[i]) {
      depth[i] = held;
      work.add(i);
    }
  }

  boolean held(int i) {
    return always || depth[i] > 0;
  }

  static boolean locks(AbstractInsnNode insn) {
    return change(insn) > 0;
  }

  private static int change(AbstractInsnNode insn) {
    if (insn.getOpcode() == Opcodes.MONITORENTER) {
      return 1;
    }
    if (insn.getOpcode() == Opcodes.MONITOREXIT) {
      return -1;
    }
    if (insn instanceof MethodInsnNode call && call.owner.startsWith("java/util/concurrent/locks/")) {
      return switch (call.name) {
        case "lock", "lockInterruptibly", "tryLock" -> 1;
        case "unlock" -> -1;
        default -> 0;
      };
    }
    return 0;
  }
}
