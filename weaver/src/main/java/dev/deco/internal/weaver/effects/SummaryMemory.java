package dev.deco.internal.weaver.effects;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Summaries of methods whose class files do not change from one analysis to the next: those of libraries. A summary is
 * kept with the questions about the program that it came from: of which types are there which subtypes and functions.
 * It is used again where the answers name none but such classes again; these are all the same as then, which is for the
 * owner of the memory to see to.
 *
 * <p><b>Concurrency:</b> to be used by one {@link Effects} at a time, which guards it.
 */
public final class SummaryMemory {
  /** The question, of no summary that is kept, to which the answer may be different next time. */
  static final int UNSTABLE = 0;

  /** A method, by its class, name and descriptor. */
  record Method(String owner, String name, String descriptor) {}

  /** A summary, and the numbers of the types that were asked about. */
  record Entry(Summary summary, BitSet asked) {}

  private final Predicate<String> stable;
  private final List<String> types = new ArrayList<>(List.of("?"));
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Method, Entry> entries = new HashMap<>();
  private final Map<String, Boolean> answers = new HashMap<>();
  private boolean grown;

  /** @param stable whether the class of that name is there, and its file is one of those that do not change */
  public SummaryMemory(Predicate<String> stable) {
    this.stable = stable;
  }

  /**
   * Takes what an earlier memory has kept.
   *
   * @throws IllegalArgumentException if this is not what {@link #written} has made
   */
  public void read(byte[] kept) {
    SummaryReader reader = new SummaryReader(kept);
    List<String> read = reader.types();
    Map<Method, Entry> all = reader.entries();
    types.clear();
    types.addAll(read);
    for (int i = 0; i < read.size(); i++) {
      numbers.put(read.get(i), i);
    }
    entries.putAll(all);
  }

  /** All that is known now, or {@code null}: no more than what was read. */
  public byte[] written() {
    return grown ? new SummaryWriter(types, entries).bytes() : null;
  }

  boolean isStable(String name) {
    return stable.test(name);
  }

  int number(String type) {
    return numbers.computeIfAbsent(type, name -> {
      types.add(name);
      return types.size() - 1;
    });
  }

  /** What is known of the method and holds here; or {@code null}. */
  Entry find(Method method, Hierarchy hierarchy) {
    Entry entry = entries.get(method);
    return entry != null && entry.asked.stream().allMatch(number -> holds(number, hierarchy)) ? entry : null;
  }

  private boolean holds(int number, Hierarchy hierarchy) {
    return stable(types.get(number), hierarchy);
  }

  /** Whether a question is answered by stable classes only. */
  boolean stable(String type, Hierarchy hierarchy) {
    return answers.computeIfAbsent(type, asked -> isStable(hierarchy.subtypes(asked))
        && isStable(hierarchy.makersOf(asked)));
  }

  private boolean isStable(Iterable<String> names) {
    for (String name : names) {
      if (!stable.test(name)) {
        return false;
      }
    }
    return true;
  }

  void keep(Method method, Summary summary, BitSet asked) {
    if (stable.test(method.owner) && !asked.get(UNSTABLE)) {
      entries.put(method, new Entry(summary, asked));
      grown = true;
    }
  }
}
