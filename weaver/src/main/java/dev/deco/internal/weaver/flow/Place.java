package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Location;
import java.util.List;

/**
 * Where an object is found when the program runs: operand number {@code operand} of an instruction (0 is the lowest),
 * and from there through these fields; {@code [L} elements as the last step stand for all elements of the array.
 */
public record Place(int operand, List<Location> steps) {

  /** Whether the last step leads to all elements of an array. */
  public boolean elements() {
    return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Location.Elements;
  }
}
