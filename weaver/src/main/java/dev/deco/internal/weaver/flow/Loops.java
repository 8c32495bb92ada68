package dev.deco.internal.weaver.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** The natural loops of a method: what can come back, through a jump backwards, to where it was. Handlers are left out. */
public final class Loops {
  private final MethodContext context;
  private final List<BitSet> before = new ArrayList<>();
  private final Map<Integer, BitSet> byHead = new TreeMap<>();

  public Loops(MethodContext context) {
    this.context = context;
    for (int i = 0; i < context.size(); i++) {
      before.add(new BitSet());
    }
    for (int i = 0; i < context.size(); i++) {
      for (int next : successors(i)) {
        if (next < context.size()) {
          before.get(next).set(i);
        }
      }
    }
    for (int head = 0; head < context.size(); head++) {
      int at = head;
      before.get(head).stream().filter(from -> from >= at && context.reachable(from))
          .forEach(from -> collect(at, from));
    }
  }

  private void collect(int head, int from) {
    BitSet loop = byHead.computeIfAbsent(head, h -> new BitSet());
    loop.set(head);
    Deque<Integer> work = new ArrayDeque<>(List.of(from));
    while (!work.isEmpty()) {
      int i = work.poll();
      if (!loop.get(i)) {
        loop.set(i);
        before.get(i).stream().forEach(work::add);
      }
    }
  }

  private List<Integer> successors(int i) {
    AbstractInsnNode insn = context.instruction(i);
    int opcode = insn.getOpcode();
    if (insn instanceof JumpInsnNode jump) {
      int target = context.index(jump.label);
      return opcode == Opcodes.GOTO ? List.of(target) : List.of(target, i + 1);
    } else if (insn instanceof TableSwitchInsnNode table) {
      return targets(table.labels, table.dflt);
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      return targets(lookup.labels, lookup.dflt);
    }
    boolean ends = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN || opcode == Opcodes.ATHROW;
    return ends ? List.of() : List.of(i + 1);
  }

  private List<Integer> targets(List<LabelNode> labels, LabelNode otherwise) {
    List<Integer> targets = new ArrayList<>(List.of(context.index(otherwise)));
    labels.forEach(label -> targets.add(context.index(label)));
    return targets;
  }

  /** The innermost loop around an instruction, or {@code null}. */
  public BitSet around(int i) {
    return byHead.values().stream().filter(loop -> loop.get(i)).min(Comparator.comparingInt(BitSet::cardinality))
        .orElse(null);
  }

  /** The loops around an instruction, by their heads, the outermost first. */
  Map<Integer, BitSet> allAround(int i) {
    Map<Integer, BitSet> around = new LinkedHashMap<>();
    byHead.entrySet().stream().filter(loop -> loop.getValue().get(i))
        .sorted(Comparator.comparingInt(loop -> -loop.getValue().cardinality()))
        .forEach(loop -> around.put(loop.getKey(), loop.getValue()));
    return around;
  }

  /** From where control comes into a loop, at its head. */
  List<Integer> entries(int head, BitSet loop) {
    return before.get(head).stream().filter(from -> !loop.get(from) && context.reachable(from)).boxed().toList();
  }
}
