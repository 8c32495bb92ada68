package dev.deco.benchmarks;

import java.util.List;

/**
 * What is measured: a program at a size.
 *
 * @param name how the report calls it
 * @param program which one
 * @param size how large, in the program's own unit, 1 or more
 * @param grain steps of arithmetic in one call, for programs whose grain can be chosen
 * @param seed of its random input
 * @param weight how long it is measured, relative to others; more than 0
 */
public record Subject(Group group, String name, String program, int size, int grain, long seed, double weight) {
  /** The chapters of the report. */
  public enum Group {
    LOOP, RECURSION, PROGRAMS
  }

  /** It as words of a command line. */
  List<String> words() {
    return List.of(group.name(), name, program, String.valueOf(size), String.valueOf(grain), String.valueOf(seed),
        String.valueOf(weight));
  }

  /** The subject of such words, which may be followed by others. */
  static Subject of(String... words) {
    return new Subject(Group.valueOf(words[0]), words[1], words[2], Integer.parseInt(words[3]), Integer.parseInt(words[4]),
        Long.parseLong(words[5]), Double.parseDouble(words[6]));
  }
}
