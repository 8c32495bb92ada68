package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Location;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where an object is found when the program runs: operand number {@code operand} of an instruction (0 is the lowest),
 * or, for {@link #STATIC}, the static field that is the first step; and from there through these fields. {@code [L}
 * elements as the last step stand for the elements of the array.
 *
 * @param rows of these elements, which ones; {@code null}: all
 * @param section of the object, an array, which elements; {@code null}: all
 */
public record Place(int operand, List<Location> steps, Section rows, Section section) {
  static final int STATIC = -1;

  Place(int operand, List<Location> steps) {
    this(operand, steps, null, null);
  }

  /** Whether the last step leads to elements of an array. */
  public boolean elements() {
    return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Location.Elements;
  }

  Place with(Section newRows, Section newSection) {
    return new Place(operand, steps, newRows, newSection);
  }

  /** The numbers of the operands that it needs. */
  public Set<Integer> operands() {
    Set<Integer> all = new TreeSet<>();
    if (operand != STATIC) {
      all.add(operand);
    }
    if (rows != null) {
      all.addAll(rows.operands());
    }
    if (section != null) {
      all.addAll(section.operands());
    }
    return all;
  }
}
