package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.flow.Index.Operator;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The elements of an array from number {@code first} to number {@code last}, both included; or a range of numbers. */
public record Section(Index first, Index last) {

  static Section of(Index one) {
    return new Section(one, one);
  }

  /** Whether it is one element. */
  public boolean single() {
    return first.equals(last);
  }

  /** What holds both; {@code null}, everything, if one is {@code null}. */
  static Section union(Section a, Section b) {
    return a == null || b == null ? null
        : new Section(Index.of(Operator.MIN, a.first, b.first), Index.of(Operator.MAX, a.last, b.last));
  }

  Section plus(Section other) {
    return new Section(Index.of(Operator.ADD, first, other.first), Index.of(Operator.ADD, last, other.last));
  }

  Section minus(Section other) {
    return new Section(Index.of(Operator.SUBTRACT, first, other.last), Index.of(Operator.SUBTRACT, last, other.first));
  }

  Section times(Section other) {
    if (single() && other.single()) {
      return of(Index.of(Operator.MULTIPLY, first, other.first));
    }
    Section[] ends = {of(first), of(last)};
    Section all = null;
    for (Section end : ends) {
      for (Index factor : new Index[] {other.first, other.last}) {
        Section product = end.times(of(factor));
        all = all == null ? product : union(all, product);
      }
    }
    return all;
  }

  /** Of two numbers in these ranges the lesser, or the greater, one. */
  Section extreme(Operator operator, Section other) {
    return new Section(Index.of(operator, first, other.first), Index.of(operator, last, other.last));
  }

  /**
   * Between which numbers an index is, by interval arithmetic. {@code leaves} says it of what is no arithmetic, GIVEN
   * included; {@code null}: that is not known.
   */
  static Section around(Index index, Function<Index, Section> leaves) {
    if (!(index instanceof Index.Operation operation) || operation.operator() == Operator.GIVEN) {
      return leaves.apply(index);
    }
    Section left = around(operation.left(), leaves);
    Section right = around(operation.right(), leaves);
    if (left == null || right == null) {
      return null;
    }
    return switch (operation.operator()) {
      case ADD -> left.plus(right);
      case SUBTRACT -> left.minus(right);
      case MULTIPLY -> left.times(right);
      case DIVIDE, REMAINDER, AND, SHIFT -> left.single() && right.single()
          ? of(Index.of(operation.operator(), left.first, right.first)) : null;
      default -> left.extreme(operation.operator(), right);
    };
  }

  /** What holds the section, if its ends are {@link #around} such numbers. */
  Section around(Function<Index, Section> leaves) {
    Section from = around(first, leaves);
    Section to = single() ? from : around(last, leaves);
    return from == null || to == null ? null : new Section(from.first, to.last);
  }

  Section map(Function<Index, Index> leaves) {
    Index newFirst = first.map(leaves);
    Index newLast = last.map(leaves);
    return newFirst == null || newLast == null ? null : new Section(newFirst, newLast);
  }

  Set<Integer> operands() {
    Set<Integer> all = new TreeSet<>(first.operands());
    all.addAll(last.operands());
    return all;
  }
}
