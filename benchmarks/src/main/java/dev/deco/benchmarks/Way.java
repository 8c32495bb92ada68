package dev.deco.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** A way to measure a subject: all forms, in turns. */
interface Way {
  /**
   * Measures {@code subject}.
   *
   * @param seconds about how long, for those that can be told
   * @throws Jvm.FailedException if a form fails, or computes something else than the serial one
   */
  Measured measure(Subject subject, List<Form> forms, double seconds);

  /** How it measures, for the report: whole sentences. */
  String told();

  /** So many rounds, in words. */
  static String rounds(int count) {
    return count == 1 ? "1 round" : count + " rounds";
  }

  /** The order of {@code count} contestants in a round: each round begins with another one. */
  static List<Integer> order(int count, int round) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.rotate(order, -round);
    return order;
  }
}
