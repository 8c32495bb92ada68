package dev.deco.internal.weaver.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A loop over {@code int i} up to a bound that stays as it is, whose condition stands at its head and whose last
 * instruction adds a constant to {@code i}.
 *
 * @param local the variable
 * @param step what is added to it, at least 1
 * @param bound the instructions that push the bound: arithmetic on constants, variables, fields, lengths and sizes
 * @param condition the jump that leaves the loop or stays in it
 * @param called where every round has made its one concurrent call, and nowhere else; {@code null} if only counting
 *     tells
 */
public record CountedLoop(int local, int step, List<Integer> bound, int condition, BitSet called) {
  private static final int LONGEST_BOUND = 12; // instructions

  /**
   * The loop of that body and head as a counted one, or {@code null}.
   *
   * @param fixed whether what an instruction reads, or calls, stays as it is while the loop runs
   */
  public static CountedLoop of(MethodContext context, int head, BitSet body, IntPredicate fixed) {
    List<Integer> first = IntStream.range(head, context.size()).filter(body::get)
        .filter(i -> context.instruction(i).getOpcode() >= 0).limit(2L + LONGEST_BOUND).boxed().toList();
    if (!(context.instruction(first.get(0)) instanceof VarInsnNode load) || load.getOpcode() != Opcodes.ILOAD) {
      return null;
    }
    List<Integer> bound = bound(context, body, first.subList(1, first.size()), fixed);
    if (bound == null) {
      return null;
    }
    int condition = first.get(1 + bound.size());
    IincInsnNode increment = increment(context, head, body, load.var);
    return increment != null && increment.incr > 0 && isBelow(context, body, condition)
        ? new CountedLoop(load.var, increment.incr, bound, condition, called(context, head, body)) : null;
  }

  /** The instructions, of these, that push a number which stays as it is, if they are followed by another one. */
  private static List<Integer> bound(MethodContext context, BitSet body, List<Integer> from, IntPredicate fixed) {
    int depth = 0;
    for (int k = 0; k < from.size(); k++) {
      int i = from.get(k);
      AbstractInsnNode insn = context.instruction(i);
      int opcode = insn.getOpcode();
      int takes = opcode < 0 ? 0 : context.operands(i);
      if (insn instanceof JumpInsnNode) {
        return depth == 1 ? List.copyOf(from.subList(0, k)) : null;
      }
      boolean variable = opcode == Opcodes.ILOAD || opcode == Opcodes.ALOAD;
      boolean constant = opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5 || opcode == Opcodes.BIPUSH
          || opcode == Opcodes.SIPUSH || insn instanceof LdcInsnNode ldc && ldc.cst instanceof Integer;
      boolean operator = opcode == Opcodes.IADD || opcode == Opcodes.ISUB || opcode == Opcodes.IMUL;
      boolean looked = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC || isSize(insn, takes);
      boolean stays = variable ? !isAssigned(context, body, ((VarInsnNode) insn).var)
          : constant || operator || opcode == Opcodes.ARRAYLENGTH || looked && fixed.test(i);
      if (!stays || takes > depth) {
        return null;
      }
      depth += 1 - takes;
    }
    return null;
  }

  private static boolean isSize(AbstractInsnNode insn, int takes) {
    return insn instanceof MethodInsnNode call && takes == 1 && call.desc.equals("()I")
        && (call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE);
  }

  /** The instructions that push each object on the way to the bound: where one is {@code null}, a round throws. */
  public List<List<Integer>> objects(MethodContext context) {
    List<List<Integer>> objects = new ArrayList<>();
    List<Integer> way = new ArrayList<>();
    for (int i : bound) {
      AbstractInsnNode insn = context.instruction(i);
      boolean begins = insn.getOpcode() == Opcodes.ALOAD || insn.getOpcode() == Opcodes.GETSTATIC;
      if (begins) {
        way.clear();
      }
      way.add(i);
      boolean object = insn.getOpcode() == Opcodes.ALOAD
          || insn instanceof FieldInsnNode field && Type.getType(field.desc).getSort() >= Type.ARRAY;
      if (object) {
        objects.add(List.copyOf(way));
      }
    }
    return objects;
  }

  private static BitSet called(MethodContext context, int head, BitSet body) {
    int[] calls = body.stream().filter(context::isConcurrent).toArray();
    if (calls.length != 1) {
      return null;
    }
    BitSet before = reached(context, body, head, calls[0]);
    BitSet after = reached(context, body, calls[0], head);
    before.clear(calls[0]);
    after.clear(head);
    boolean skipped = before.stream()
        .anyMatch(i -> IntStream.of(context.successors(i)).anyMatch(next -> next == head));
    return skipped || before.intersects(after) ? null : after;
  }

  /** What can be reached in the loop, the way ending at {@code end}. */
  private static BitSet reached(MethodContext context, BitSet body, int begin, int end) {
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(begin));
    while (!open.isEmpty()) {
      int i = open.pop();
      if (body.get(i) && !reached.get(i)) {
        reached.set(i);
        if (i != end) {
          IntStream.of(context.successors(i)).forEach(open::push);
        }
      }
    }
    return reached;
  }

  private static boolean isAssigned(MethodContext context, BitSet body, int local) {
    return body.stream().anyMatch(i -> assigns(context.instruction(i), local));
  }

  /** Whether no instruction of the method changes a local variable. */
  static boolean neverAssigned(MethodContext context, int local) {
    return IntStream.range(0, context.size()).noneMatch(i -> assigns(context.instruction(i), local));
  }

  /** Whether the instruction changes a local variable: assigns it, counts with it, or overwrites half of it. */
  static boolean assigns(AbstractInsnNode insn, int local) {
    boolean wide = insn.getOpcode() == Opcodes.LSTORE || insn.getOpcode() == Opcodes.DSTORE;
    int assigned = assigned(insn);
    return assigned >= 0 && (assigned == local || wide && assigned + 1 == local);
  }

  /** The local variable that the instruction assigns or counts with, or -1. */
  static int assigned(AbstractInsnNode insn) {
    if (insn instanceof IincInsnNode increment) {
      return increment.var;
    }
    return insn instanceof VarInsnNode store && insn.getOpcode() >= Opcodes.ISTORE
        && insn.getOpcode() <= Opcodes.ASTORE ? store.var : -1;
  }

  /** Whether the condition stays in the loop below the bound and leaves it otherwise. */
  private static boolean isBelow(MethodContext context, BitSet body, int i) {
    if (!(context.instruction(i) instanceof JumpInsnNode jump)) {
      return false;
    }
    boolean inside = body.get(context.index(jump.label));
    boolean next = body.get(i + 1);
    return jump.getOpcode() == Opcodes.IF_ICMPGE && !inside && next
        || jump.getOpcode() == Opcodes.IF_ICMPLT && inside && !next;
  }

  /** The only assignment of the variable, if every round ends with it. */
  private static IincInsnNode increment(MethodContext context, int head, BitSet body, int local) {
    int[] ways = body.stream().filter(i -> IntStream.of(context.successors(i)).anyMatch(next -> next == head))
        .toArray();
    int last = ways.length == 1 ? ways[0] : -1;
    while (last >= 0
        && (context.instruction(last).getOpcode() < 0 || context.instruction(last).getOpcode() == Opcodes.GOTO)) {
      last--;
    }
    boolean known = last >= 0 && body.get(last) && context.instruction(last) instanceof IincInsnNode increment
        && increment.var == local;
    long assignments = body.stream().filter(i -> assigns(context.instruction(i), local)).count();
    return known && assignments == 1 ? (IincInsnNode) context.instruction(last) : null;
  }
}
