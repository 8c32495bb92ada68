package dev.deco.examples;

import java.util.List;

/**
 * A program of this folder, in a size that is right for a test, and what the design says about its run.
 *
 * @param main the class with {@code main}; its package is the folder's name
 * @param arguments the size
 * @param scopes activations of synchronized methods
 * @param tasks calls of concurrent methods inside them
 * @param syncs at most so many: where nothing is outstanding, none is counted
 */
record Example(String main, List<String> arguments, long scopes, long tasks, long syncs) {

  static final List<Example> ALL = List.of(
      new Example("climate.Climate", List.of("10"), 1, 10 * 360, 1),
      // ten steps, then one in place, which syncs for each body
      new Example("nbody.NBody", List.of("200", "10"), 11, 200 * 11, 10 + 200),
      new Example("loop.Loop", List.of("300000"), 1, 300_000, 1),
      new Example("append.Append", List.of("20", "50000"), 2, 40, 2),
      // each round ends with a word that the tasks in flight must not see
      new Example("globallist.GlobalList", List.of("500", "4"), 1, 400, 4),
      // tasks of 1, 10, 100, 1000 and 10000 hashes
      new Example("hashes.Hashes", List.of("20000"), 5, 22_222, 5),
      new Example("threads.Threads", List.of("30"), 1, 30, 1),
      // ordered by data: one sync, at the end of the scope
      new Example("cholesky.Cholesky", List.of("512", "64"), 1, 8 + 28 + 84, 1),
      new Example("lu.Lu", List.of("6", "48"), 1, 6 + 15 + 15 + 55, 1),
      new Example("stencil.GaussSeidel", List.of("514", "20"), 1, 20 * 16, 1),
      new Example("wavefront.Wavefront", List.of("8"), 2, 9 * 10 + 4, 2),
      new Example("buildgraph.BuildGraph", List.of("5000000"), 1, 4, 1));

  /** The one file of the program, seen from the project's root. */
  String source() {
    return "examples/" + main.replace('.', '/') + ".java";
  }

  @Override
  public String toString() {
    return main;
  }
}
