package dev.deco.internal.weaver.flow;

import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Pulls into a statement what could stay before it but had better move with it: the walk notes that in
 * {@link Decisions}, and begins again.
 */
final class PulledOperands {
  private final MethodContext context;
  private final Decisions decisions;
  private final BitSet unfinished = new BitSet(); // where arrays were made, an element of which waits

  PulledOperands(MethodContext context, Decisions decisions) {
    this.context = context;
    this.decisions = decisions;
  }

  /** Takes back what was noted of arrays that are no longer on the stack. */
  void forget() {
    unfinished.clear();
  }

  /** Constants need no column, and an object that is not initialised yet cannot be in one: both move too. */
  void pullConstantsAndAllocations(List<Item> operands) {
    boolean again = false;
    for (Item item : operands) {
      if (!item.isPhysical()) {
        continue;
      }
      if (item.allocation >= 0) {
        decisions.pull(item.allocation);
        decisions.pull(item.position);
        again = true;
      } else if (isConstant(item) && !decisions.kept.contains(item.position)) {
        decisions.pull(item.position);
        again = true;
      }
    }
    if (again) {
      throw new StackWalk.WalkAgain();
    }
  }

  boolean isConstant(Item item) {
    return item.isPhysical() && item.producer != null && item.position == context.index(item.producer)
        && item.producer.getOpcode() >= Opcodes.ACONST_NULL && item.producer.getOpcode() <= Opcodes.LDC;
  }

  /** An element of an array that is still on the stack waits: the array is not what it will be. */
  void noteStore(int i, List<Item> operands) {
    if (isElementStore(context.instruction(i).getOpcode()) && operands.get(0).array >= 0) {
      unfinished.set(operands.get(0).array);
    }
  }

  /**
   * {@code list.add(String.format("%d %s", i, f(i)))}: the array that takes the variable arguments is made in the
   * statement, or else the call that reads it would wait for what is to be stored in it.
   */
  void pullArrays(MethodInsnNode call, List<Item> operands) {
    boolean again = false;
    for (int k = 0; k < operands.size(); k++) {
      int array = operands.get(k).isPhysical() ? operands.get(k).array : -1;
      if (array >= 0 && unfinished.get(array) && !decisions.kept.contains(array)
          && ExpectedTypes.of(call, k).getSort() == Type.ARRAY) {
        decisions.pull(array);
        again = true;
      }
    }
    if (again) {
      throw new StackWalk.WalkAgain();
    }
  }

  /** Whether arrays that had moved into the group's statement are now to stay in the method. */
  boolean keepArrays(Group group) {
    boolean any = group.moved().stream()
        .anyMatch(i -> makesArray(context.instruction(i)) && decisions.pulled.contains(i));
    if (any) {
      decisions.keep(group.moved());
    }
    return any;
  }

  static boolean makesArray(AbstractInsnNode insn) {
    return insn.getOpcode() == Opcodes.NEWARRAY || insn.getOpcode() == Opcodes.ANEWARRAY;
  }

  /**
   * {@code a[i] += f(x)}, {@code o.total -= f(x)}: the read of what the statement itself writes moves with it, or else
   * the next round of a loop would wait for this one. Java makes it before the call, and it may fail there: so what it
   * takes stays in the method, where it is checked ({@link Statement.Check}), and nothing else that may fail moves.
   */
  void pullReads(Group group, Map<Integer, List<Item>> operands) {
    Set<Item> addresses = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int moved : group.moved()) {
      List<Item> taken = operands.getOrDefault(moved, List.of());
      int opcode = context.instruction(moved).getOpcode();
      boolean stores = isElementStore(opcode) || opcode == Opcodes.PUTFIELD;
      if (stores || isElementLoad(opcode) || opcode == Opcodes.GETFIELD) {
        taken.subList(0, taken.size() - (stores ? 1 : 0)).forEach(item -> addresses.add(item.leaf));
      }
    }
    boolean again = false;
    for (int moved : group.moved()) {
      AbstractInsnNode store = context.instruction(moved);
      for (Item leaf : group.leaves()) {
        again |= !addresses.contains(leaf) && pullRead(store, leaf);
      }
    }
    if (again) {
      throw new StackWalk.WalkAgain();
    }
  }

  private boolean pullRead(AbstractInsnNode store, Item item) {
    if (item.producer == null || item.position < 0 || decisions.kept.contains(item.position)
        || context.index(item.producer) != item.position) {
      return false;
    }
    if (readsWhatIsStored(item.producer, store)) {
      if (!item.inputs.stream().allMatch(input -> isRightBefore(input, item))) {
        return false;
      }
      decisions.pull(item.position);
      item.inputs.forEach(input -> {
        decisions.stay(context.index(input.producer));
        if (StackMoves.isStackMove(context.instruction(input.position).getOpcode())) {
          decisions.pull(input.position);
        }
      });
      return true;
    }
    boolean pulled = false;
    for (Item input : context.isPure(item.position) && !mayFail(item) ? item.inputs : List.<Item>of()) {
      pulled |= pullRead(store, input);
    }
    if (pulled) {
      decisions.pull(item.position);
    }
    return pulled;
  }

  /** Whether an operand lies on top of the stack as it was made, or as the instruction before has copied it. */
  private boolean isRightBefore(Item input, Item read) {
    if (input.producer == null || input.position < 0 || !input.isPhysical()) {
      return false;
    }
    if (context.index(input.producer) == input.position) {
      return true;
    }
    int before = read.position - 1;
    while (context.instruction(before).getOpcode() < 0) {
      before--;
    }
    int opcode = context.instruction(before).getOpcode();
    return input.position == before && (opcode == Opcodes.DUP || opcode == Opcodes.DUP2);
  }

  /** Whether an operation on values that do not exist yet may throw: Java would do so before the statement's call. */
  private boolean mayFail(Item item) {
    AbstractInsnNode insn = item.producer;
    int opcode = insn.getOpcode();
    if (opcode == Opcodes.IDIV || opcode == Opcodes.LDIV || opcode == Opcodes.IREM || opcode == Opcodes.LREM) {
      return !Terms.isNotZero(item.inputs.get(1).producer);
    }
    boolean arithmetic = opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR || opcode >= Opcodes.I2L
        && opcode <= Opcodes.DCMPG;
    return !arithmetic && !MethodContext.isBoxing(insn)
        && !(insn instanceof MethodInsnNode call && Terms.isArithmetic(call));
  }

  private static boolean readsWhatIsStored(AbstractInsnNode read, AbstractInsnNode store) {
    if (read instanceof FieldInsnNode from && store instanceof FieldInsnNode to) {
      return from.name.equals(to.name) && from.owner.equals(to.owner)
          && (from.getOpcode() == Opcodes.GETFIELD || from.getOpcode() == Opcodes.GETSTATIC)
          && (to.getOpcode() == Opcodes.PUTFIELD || to.getOpcode() == Opcodes.PUTSTATIC);
    }
    int distance = Opcodes.IASTORE - Opcodes.IALOAD;
    return isElementLoad(read.getOpcode()) && read.getOpcode() + distance == store.getOpcode();
  }

  private static boolean isElementLoad(int opcode) {
    return opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD;
  }

  private static boolean isElementStore(int opcode) {
    return opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
  }
}
