package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.flow.Index.Operation;
import dev.deco.internal.weaver.flow.Index.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Whether calls that differ in operands that a loop counts touch different elements of an array, as polynomials in these
 * operands tell: {@code y * width + x} is another element for each {@code x} and {@code y} of a table, and the elements from
 * {@code y * width} to {@code y * width + width - 1} are another row for each {@code y}. Lengths and fields are taken as the
 * same in all calls.
 */
final class Separation {
  /** Sums of products, by their factors; no factors: a constant. */
  private record Polynomial(Map<List<Index>, Long> terms) {
    static Polynomial of(Index leaf) {
      return leaf instanceof Index.Constant number ? new Polynomial(Map.of(List.of(), (long) number.value()))
          : new Polynomial(Map.of(List.of(leaf), 1L));
    }

    Polynomial plus(Polynomial other, long times) {
      Map<List<Index>, Long> sum = new LinkedHashMap<>(terms);
      other.terms.forEach((factors, number) -> sum.merge(factors, number * times, Long::sum));
      sum.values().removeIf(number -> number == 0);
      return new Polynomial(sum);
    }

    Polynomial times(Polynomial other) {
      Map<List<Index>, Long> product = new LinkedHashMap<>();
      terms.forEach((factors, number) -> other.terms.forEach((more, times) -> {
        List<Index> all = new ArrayList<>(factors);
        all.addAll(more);
        all.sort(Comparator.comparing(Index::toString));
        product.merge(all, number * times, Long::sum);
      }));
      product.values().removeIf(number -> number == 0);
      return new Polynomial(product);
    }

    boolean isConstant() {
      return terms.keySet().stream().allMatch(List::isEmpty);
    }

    long constant() {
      return terms.getOrDefault(List.of(), 0L);
    }
  }

  private final IntPredicate same;

  /** @param same says of an operand whether it is the same in all calls */
  Separation(IntPredicate same) {
    this.same = same;
  }

  /** Whether different calls touch different parts, or parts of which the section does not tell the shape. */
  boolean isApart(Section section) {
    if (choosesProducts(section.first()) || choosesProducts(section.last())) {
      return true; // a block of a table: it leaves out what lies beside it
    }
    Polynomial first = polynomial(section.first());
    Map<Index, Polynomial> counted = coefficients(first);
    if (section.single()) {
      return counted != null && !counted.isEmpty()
          && counted.values().stream().filter(Separation::isUnit).count() < 2;
    }
    Polynomial length = polynomial(section.last()).plus(first, -1).plus(Polynomial.of(new Index.Constant(1)), 1);
    boolean block = length.terms.keySet().stream().anyMatch(factors -> factors.size() > 1);
    return block || counted != null && counted.values().stream().anyMatch(step -> length.equals(step)
        || length.isConstant() && step.isConstant() && length.constant() <= Math.abs(step.constant()));
  }

  private static boolean isUnit(Polynomial coefficient) {
    return coefficient.isConstant() && Math.abs(coefficient.constant()) == 1;
  }

  /** By operand that is not the same in all calls, what it is multiplied with; {@code null}: it is not as simple. */
  private Map<Index, Polynomial> coefficients(Polynomial sum) {
    Map<Index, Polynomial> found = new LinkedHashMap<>();
    for (Map.Entry<List<Index>, Long> term : sum.terms.entrySet()) {
      List<Index> others = new ArrayList<>(term.getKey());
      Index counted = null;
      for (Index factor : term.getKey()) {
        if (!isSame(factor)) {
          if (counted != null || !(factor instanceof Index.Operand)) {
            return null;
          }
          counted = factor;
          others.remove(factor);
        }
      }
      if (counted != null) {
        Polynomial product = new Polynomial(Map.of(others, term.getValue()));
        found.merge(counted, product, (a, b) -> a.plus(b, 1));
      }
    }
    return found;
  }

  private boolean isSame(Index factor) {
    if (factor instanceof Operation operation) {
      return isSame(operation.left()) && isSame(operation.right());
    }
    return !(factor instanceof Index.Operand operand) || same.test(operand.number());
  }

  private static Polynomial polynomial(Index index) {
    if (!(index instanceof Operation operation)) {
      return Polynomial.of(index);
    }
    return switch (operation.operator()) {
      case ADD -> polynomial(operation.left()).plus(polynomial(operation.right()), 1);
      case SUBTRACT -> polynomial(operation.left()).plus(polynomial(operation.right()), -1);
      case MULTIPLY -> polynomial(operation.left()).times(polynomial(operation.right()));
      case GIVEN -> polynomial(operation.left());
      default -> Polynomial.of(index);
    };
  }

  /** Whether it is the lesser or greater one of different products. */
  private static boolean choosesProducts(Index index) {
    if (!(index instanceof Operation operation)) {
      return false;
    }
    boolean choice = operation.operator() == Operator.MIN || operation.operator() == Operator.MAX;
    return choice && !products(operation.left()).equals(products(operation.right()))
        || choosesProducts(operation.left()) || choosesProducts(operation.right());
  }

  private static Set<Index> products(Index index) {
    Set<Index> all = new HashSet<>();
    if (index instanceof Operation operation) {
      if (operation.operator() == Operator.MULTIPLY) {
        all.add(operation);
      } else {
        all.addAll(products(operation.left()));
        all.addAll(products(operation.right()));
      }
    }
    return all;
  }
}
