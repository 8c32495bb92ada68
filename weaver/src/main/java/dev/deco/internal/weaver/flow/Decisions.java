package dev.deco.internal.weaver.flow;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What earlier walks over a method found out, each fact with its reason. It only grows, so the walks come to an end;
 * whenever it does, the walk begins again.
 */
final class Decisions {
  /** Instructions that move into the replay although none of their operands is pending. */
  final Set<Integer> pulled = new TreeSet<>();

  /** Instructions that must not be pulled again: it did not lead to a statement. */
  final Set<Integer> kept = new TreeSet<>();

  /** Calls whose results are forced where they are used, and why. */
  final Map<Integer, String> forced = new TreeMap<>();

  /** Loads of pending locals that are forced, and why. */
  final Map<Integer, String> forcedLoads = new TreeMap<>();

  /** Calls that stay calls, and why. */
  final Map<Integer, String> inPlace = new TreeMap<>();

  /** Local variables whose pending values are all kept in cells, because some are. */
  final Set<Integer> cells = new TreeSet<>();

  private boolean changed;
  private int count;

  void pull(int instruction) {
    note(pulled.add(instruction));
  }

  /** Keeps an instruction in the method. */
  void stay(int instruction) {
    note(kept.add(instruction));
  }

  /** Takes back what was pulled for a group that came to nothing. */
  void keep(Set<Integer> instructions) {
    for (int instruction : instructions) {
      if (pulled.remove(instruction)) {
        note(kept.add(instruction));
      }
    }
  }

  void force(int spawn, String why) {
    note(forced.putIfAbsent(spawn, why) == null);
  }

  void forceLoad(int load, String why) {
    note(forcedLoads.putIfAbsent(load, why) == null);
  }

  void keepInCell(int local) {
    note(cells.add(local));
  }

  void runInPlace(int spawn, String why) {
    note(inPlace.putIfAbsent(spawn, why) == null);
  }

  /** How many there have been. */
  int count() {
    return count;
  }

  private void note(boolean added) {
    changed |= added;
    count += added ? 1 : 0;
  }

  /** Whether a decision was added since {@link #changed()} was last asked. */
  boolean pending() {
    return changed;
  }

  /** Whether a decision was added since this was last asked. */
  boolean changed() {
    boolean result = changed;
    changed = false;
    return result;
  }
}
