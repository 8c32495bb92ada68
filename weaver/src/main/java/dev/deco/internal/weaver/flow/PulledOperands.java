package dev.deco.internal.weaver.flow;

import java.util.BitSet;
import java.util.List;
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
    int opcode = context.instruction(i).getOpcode();
    if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE && operands.get(0).array >= 0) {
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
   * the next round of a loop would wait for this one.
   */
  void pullReads(int moved, Group group) {
    AbstractInsnNode store = context.instruction(moved);
    boolean again = false;
    for (Item leaf : group.leaves()) {
      again |= pullRead(store, leaf);
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
      decisions.pull(item.position);
      item.inputs.stream()
          .filter(input -> input.position >= 0
              && StackMoves.isStackMove(context.instruction(input.position).getOpcode()))
          .forEach(input -> decisions.pull(input.position));
      return true;
    }
    boolean pulled = false;
    for (Item input : context.isPure(item.position) ? item.inputs : List.<Item>of()) {
      pulled |= pullRead(store, input);
    }
    if (pulled) {
      decisions.pull(item.position);
    }
    return pulled;
  }

  private static boolean readsWhatIsStored(AbstractInsnNode read, AbstractInsnNode store) {
    if (read instanceof FieldInsnNode from && store instanceof FieldInsnNode to) {
      return from.name.equals(to.name) && from.owner.equals(to.owner)
          && (from.getOpcode() == Opcodes.GETFIELD || from.getOpcode() == Opcodes.GETSTATIC)
          && (to.getOpcode() == Opcodes.PUTFIELD || to.getOpcode() == Opcodes.PUTSTATIC);
    }
    int distance = Opcodes.IASTORE - Opcodes.IALOAD;
    return read.getOpcode() >= Opcodes.IALOAD && read.getOpcode() <= Opcodes.SALOAD
        && read.getOpcode() + distance == store.getOpcode();
  }
}
