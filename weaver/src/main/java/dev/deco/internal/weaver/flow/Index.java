package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Location;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A whole number that is known before a call is made: computed from the call's operands and from fields that they lead
 * to. Operations are those of whole numbers without limits; where one of the results does not fit an {@code int}, where
 * Java would wrap around, the number is unknown when the program runs.
 */
public sealed interface Index {

  /** Operand number {@code number}, an {@code int}. */
  record Operand(int number) implements Index {}

  record Constant(int value) implements Index {}

  /** The {@code int} field at the end of {@code steps}, or, where {@code length}, the length of the array there. */
  record Found(int operand, List<Location> steps, boolean length) implements Index {}

  record Operation(Operator operator, Index left, Index right) implements Index {}

  /** The names of the runtime's methods that compute it. */
  enum Operator {
    ADD("add"), SUBTRACT("subtract"), MULTIPLY("multiply"), MIN("min"), MAX("max"),
    DIVIDE("divide"), REMAINDER("remainder"), AND("and"), SHIFT("shift"),
    /** The left one, where the right one is known. */
    GIVEN("given");

    public final String method;

    Operator(String method) {
      this.method = method;
    }
  }

  static Index of(Operator operator, Index left, Index right) {
    if (left instanceof Constant a && right instanceof Constant b) {
      long value = switch (operator) {
        case ADD -> (long) a.value + b.value;
        case SUBTRACT -> (long) a.value - b.value;
        case MULTIPLY -> (long) a.value * b.value;
        case MIN -> Math.min(a.value, b.value);
        case MAX -> Math.max(a.value, b.value);
        case AND -> a.value & b.value;
        case SHIFT -> a.value >> b.value;
        case DIVIDE -> b.value == 0 ? Long.MIN_VALUE : (long) a.value / b.value;
        case REMAINDER -> b.value == 0 ? Long.MIN_VALUE : (long) a.value % b.value;
        case GIVEN -> a.value;
      };
      if (value == (int) value) {
        return new Constant((int) value);
      }
    }
    boolean extreme = operator == Operator.MIN || operator == Operator.MAX;
    boolean zero = right instanceof Constant b && b.value == 0
        && (operator == Operator.ADD || operator == Operator.SUBTRACT);
    return extreme && left.equals(right) || zero ? left : new Operation(operator, left, right);
  }

  /** The same with other leaves; {@code null} where one of them has none. */
  default Index map(Function<Index, Index> leaves) {
    if (this instanceof Operation operation) {
      Index left = operation.left.map(leaves);
      Index right = operation.right.map(leaves);
      return left == null || right == null ? null : of(operation.operator, left, right);
    }
    return leaves.apply(this);
  }

  /** The numbers of the operands that it needs. */
  default Set<Integer> operands() {
    Set<Integer> all = new TreeSet<>();
    map(leaf -> {
      if (leaf instanceof Operand operand) {
        all.add(operand.number);
      } else if (leaf instanceof Found found && found.operand >= 0) {
        all.add(found.operand);
      }
      return leaf;
    });
    return all;
  }
}
