package dev.deco.internal.weaver.flow;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** A value that a round of a counted loop computes without changing anything. */
public sealed interface Term {

  /** The variable that the loop counts with. */
  record Counter() implements Term {}

  /** A local variable that the loop does not assign. */
  record Invariant(int local, Kind kind) implements Term {}

  /**
   * What an instruction makes of its operands.
   *
   * @param index the instruction
   * @param quiet whether it looks at its operands only and never throws: then any thread may run it, at any time
   * @param kind of the result
   */
  record Operation(int index, AbstractInsnNode instruction, List<Term> operands, boolean quiet, Kind kind)
      implements Term {
    public Operation {
      operands = List.copyOf(operands);
    }
  }

  /** The kind of its value. */
  default Kind kind() {
    return Kind.INT;
  }

  /** Whether it differs from round to round. */
  default boolean varies() {
    return any(term -> term instanceof Counter);
  }

  /** Whether all of it is quiet. */
  default boolean isQuiet() {
    return !any(term -> term instanceof Operation operation && !operation.quiet);
  }

  /** Whether it, or something that it is computed from, is such. */
  default boolean any(Predicate<Term> such) {
    return such.test(this)
        || this instanceof Operation operation && operation.operands.stream().anyMatch(operand -> operand.any(such));
  }

  /** How many instructions it takes. */
  default int size() {
    return 1 + (this instanceof Operation operation ? operation.operands.stream().mapToInt(Term::size).sum() : 0);
  }

  /** Whether its value moves by the same distance, of whole numbers, from round to round; unless it wraps around. */
  default boolean isLinear() {
    if (!varies() || this instanceof Counter) {
      return true;
    }
    Operation operation = (Operation) this;
    boolean linear = operation.operands.stream().allMatch(Term::isLinear);
    return switch (operation.instruction.getOpcode()) {
      case Opcodes.IADD, Opcodes.ISUB, Opcodes.INEG -> linear;
      case Opcodes.IMUL -> linear && operation.operands.stream().filter(Term::varies).count() == 1;
      default -> false;
    };
  }

  /** Whether both are the same computation, wherever it stands. */
  default boolean sameAs(Term other) {
    return this instanceof Operation a && other instanceof Operation b
        ? same(a.instruction, b.instruction) && a.operands.size() == b.operands.size()
            && IntStream.range(0, a.operands.size()).allMatch(k -> a.operands.get(k).sameAs(b.operands.get(k)))
        : equals(other);
  }

  private static boolean same(AbstractInsnNode a, AbstractInsnNode b) {
    if (a.getOpcode() != b.getOpcode()) {
      return false;
    }
    if (a instanceof IntInsnNode x) {
      return x.operand == ((IntInsnNode) b).operand;
    } else if (a instanceof LdcInsnNode x) {
      return x.cst.equals(((LdcInsnNode) b).cst);
    } else if (a instanceof FieldInsnNode x) {
      FieldInsnNode y = (FieldInsnNode) b;
      return x.owner.equals(y.owner) && x.name.equals(y.name) && x.desc.equals(y.desc);
    } else if (a instanceof TypeInsnNode x) {
      return x.desc.equals(((TypeInsnNode) b).desc);
    } else if (a instanceof MethodInsnNode x) {
      MethodInsnNode y = (MethodInsnNode) b;
      return x.owner.equals(y.owner) && x.name.equals(y.name) && x.desc.equals(y.desc);
    }
    return true;
  }
}
