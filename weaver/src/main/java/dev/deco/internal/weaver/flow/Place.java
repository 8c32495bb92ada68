package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Location;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where an object is found when the program runs: operand number {@code operand} of an instruction (0 is the lowest),
 * or, for {@link #STATIC}, the static field that is the first step; and from there through these fields. {@code [L}
 * elements as the last step stand for the elements of the array. Where the way passes elements or content on, or a
 * field that the scope's class cannot read, the runtime walks it from there.
 *
 * <p>An object that is no operand may have been one before: {@link #remembered} is the receiver of a call.
 *
 * @param direct how many of the steps the scope's own code takes
 * @param rows of these elements, which ones; {@code null}: all
 * @param section of the object, an array, which elements; {@code null}: all
 */
public record Place(int operand, List<Location> steps, int direct, Section rows, Section section) {
  public static final int STATIC = -1;

  /** What the call at instruction {@code call} was last made of. */
  static Place remembered(int call) {
    return new Place(STATIC - 1 - call, List.of());
  }

  /** The call whose receiver it is, or -1: an operand, or a static field. */
  public int remembered() {
    return Math.max(-1, STATIC - 1 - operand);
  }

  Place(int operand, List<Location> steps) {
    this(operand, steps, steps.size(), null, null);
  }

  /** Whether the last step leads to elements of an array. */
  public boolean elements() {
    return !steps.isEmpty() && !isFar() && steps.get(steps.size() - 1) instanceof Location.Elements;
  }

  /** Whether the runtime walks part of the way. */
  public boolean isFar() {
    return direct < steps.size();
  }

  /** The steps that the scope's own code takes. */
  public List<Location> near() {
    return steps.subList(0, direct);
  }

  /** The steps that the runtime takes, in its words. */
  public String far() {
    return steps.subList(direct, steps.size()).stream().map(step -> step instanceof Location.Field field
        ? field.owner() + "." + field.name() : step instanceof Location.Elements ? "[]" : "{}")
        .collect(Collectors.joining(";"));
  }

  Place with(Section newRows, Section newSection) {
    return new Place(operand, steps, direct, newRows, newSection);
  }

  /** The numbers of the operands that it needs. */
  public Set<Integer> operands() {
    Set<Integer> all = new TreeSet<>();
    if (operand >= 0) {
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
