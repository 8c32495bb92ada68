package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.JumpTargets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Which instructions of a method can run more than once in one activation: those on a cycle of its control flow, found
 * as strongly connected components (Tarjan 1972, with a stack of its own).
 */
final class Cycles {
  private final List<List<Integer>> successors = new ArrayList<>();
  private final BitSet repeated = new BitSet();

  private Cycles(MethodNode method) {
    InsnList code = method.instructions;
    for (int i = 0; i < code.size(); i++) {
      successors.add(new ArrayList<>(2));
      AbstractInsnNode instruction = code.get(i);
      int opcode = instruction.getOpcode();
      for (LabelNode target : JumpTargets.of(instruction)) {
        edge(code, i, target);
      }
      boolean leaves = opcode == Opcodes.GOTO || opcode == Opcodes.ATHROW || opcode == Opcodes.TABLESWITCH
          || opcode == Opcodes.LOOKUPSWITCH || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
      if (!leaves && i + 1 < code.size()) {
        successors.get(i).add(i + 1);
      }
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      for (int i = code.indexOf(block.start); i < code.indexOf(block.end); i++) {
        edge(code, i, block.handler);
      }
    }
  }

  private void edge(InsnList code, int from, LabelNode to) {
    successors.get(from).add(code.indexOf(to));
  }

  /** The indexes of the instructions on a cycle. */
  static BitSet of(MethodNode method) {
    Cycles cycles = new Cycles(method);
    cycles.search();
    return cycles.repeated;
  }

  private void search() {
    int size = successors.size();
    int[] order = new int[size];
    int[] low = new int[size];
    int[] next = new int[size];
    BitSet open = new BitSet();
    Deque<Integer> component = new ArrayDeque<>();
    Deque<Integer> path = new ArrayDeque<>();
    int count = 0;
    if (size > 0) {
      path.push(0);
    }
    while (!path.isEmpty()) {
      int at = path.peek();
      if (order[at] == 0) {
        order[at] = low[at] = ++count;
        component.push(at);
        open.set(at);
      }
      if (next[at] < successors.get(at).size()) {
        int to = successors.get(at).get(next[at]++);
        if (order[to] == 0) {
          path.push(to);
        } else if (open.get(to)) {
          low[at] = Math.min(low[at], order[to]);
          if (to == at) {
            repeated.set(at);
          }
        }
        continue;
      }
      path.pop();
      if (!path.isEmpty()) {
        low[path.peek()] = Math.min(low[path.peek()], low[at]);
      }
      if (low[at] == order[at]) {
        boolean alone = component.peek() == at;
        int member;
        do {
          member = component.pop();
          open.clear(member);
          if (!alone) {
            repeated.set(member);
          }
        } while (member != at);
      }
    }
  }
}
