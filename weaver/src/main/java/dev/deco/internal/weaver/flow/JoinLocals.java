package dev.deco.internal.weaver.flow;

import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * {@code out[i] = c ? f(x) : 0}: the two values meet on the operand stack, where a pending one cannot meet a plain one.
 * In a local variable it can. So before a method is planned, what meets on top of the stack, and may come from a
 * concurrent call, goes through a local variable of its own; the method means the same.
 */
final class JoinLocals {
  private final MethodNode method;
  private final AbstractInsnNode[] instructions;
  private final Map<AbstractInsnNode, Integer> indexes = new HashMap<>();
  private final ControlFlow flow;
  private final Frame<BasicValue>[] frames;

  private JoinLocals(String owner, MethodNode method) throws AnalyzerException {
    this.method = method;
    instructions = method.instructions.toArray();
    for (int i = 0; i < instructions.length; i++) {
      indexes.put(instructions[i], i);
    }
    flow = new ControlFlow(method, indexes::get, instructions.length);
    frames = Analyzers.of(new BasicInterpreter()).analyze(owner, method);
  }

  /** Normalises the joins of {@code method}, in place. */
  static void introduce(String owner, MethodNode method, Predicate<MethodInsnNode> concurrent)
      throws AnalyzerException {
    new JoinLocals(owner, method).introduce(owner, concurrent);
  }

  private void introduce(String owner, Predicate<MethodInsnNode> concurrent) throws AnalyzerException {
    Map<Integer, List<Integer>> joins = joins();
    if (joins.isEmpty()) {
      return;
    }
    Frame<Results.Traced>[] results = Results.of(owner, method, concurrent);
    SunkOperands sunk = new SunkOperands(owner, method, instructions, indexes, flow, frames);
    Map<Integer, Deque<Integer>> below = new HashMap<>();
    int before;
    do {
      before = below.size();
      joins.forEach((join, sources) -> {
        IntPredicate mayBePending = i -> mayBePending(i, concurrent, below.keySet());
        Deque<Integer> operands = sunk.below(join, mayBePending, results[join]);
        if (!operands.isEmpty() || isResult(results[join]) || sources.stream().anyMatch(mayBePending::test)) {
          below.put(join, operands);
        }
      });
    } while (below.size() > before);
    below.forEach((join, operands) -> pass(join, joins.get(join), operands, sunk));
  }

  /** Block starts with values on the stack, and the last instructions of the blocks that lead there. */
  private Map<Integer, List<Integer>> joins() {
    Map<Integer, List<Integer>> joins = new HashMap<>();
    Set<Integer> refused = new HashSet<>();
    for (int i = 0; i < instructions.length; i++) {
      if (frames[i] == null) {
        continue;
      }
      int[] next = flow.successors(i);
      boolean conditional = instructions[i] instanceof JumpInsnNode && instructions[i].getOpcode() != Opcodes.GOTO;
      boolean only = next.length == 1 && !conditional; // a condition without effect has one successor on two ways
      for (int target : next) {
        if (flow.isLeader(target) && frames[target] != null && frames[target].getStackSize() > 0) {
          joins.computeIfAbsent(target, t -> new ArrayList<>()).add(i);
          if (!only) {
            refused.add(target);
          }
        }
      }
    }
    joins.keySet().removeAll(refused);
    method.tryCatchBlocks.forEach(block -> joins.remove(indexes.get(block.handler)));
    joins.values().removeIf(sources -> sources.size() < 2);
    return joins;
  }

  /** Whether what meets on top of the stack may be computed from a result. */
  private static boolean isResult(Frame<Results.Traced> frame) {
    return frame.getStack(frame.getStackSize() - 1).result();
  }

  private boolean mayBePending(int last, Predicate<MethodInsnNode> concurrent, Set<Integer> chosen) {
    for (int i = last; i >= 0; i--) {
      if (instructions[i] instanceof MethodInsnNode call && concurrent.test(call)) {
        return true;
      }
      if (flow.isLeader(i)) {
        return chosen.contains(i);
      }
    }
    return false;
  }

  private void pass(int join, List<Integer> sources, Deque<Integer> below, SunkOperands sunk) {
    Frame<BasicValue> frame = frames[join];
    Kind kind = Kind.of(frame.getStack(frame.getStackSize() - 1).getType());
    int local = method.maxLocals;
    method.maxLocals += kind.size;
    InsnList code = method.instructions;
    for (int source : sources) {
      AbstractInsnNode last = instructions[source];
      VarInsnNode store = new VarInsnNode(kind.store, local);
      if (last instanceof JumpInsnNode && last.getOpcode() == Opcodes.GOTO) {
        code.insertBefore(last, store);
      } else {
        code.insertBefore(instructions[join], store);
      }
    }
    AbstractInsnNode at = instructions[join];
    if (at.getNext() instanceof LineNumberNode line) {
      at = line;
    }
    code.insert(at, new VarInsnNode(kind.load, local));
    while (!below.isEmpty()) {
      code.insert(at, sunk.sink(below.removeLast(), join));
    }
  }
}
