package dev.deco.internal.weaver.fuzz;

import dev.deco.internal.runtime.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Runs one program unwoven and woven on many engines, and compares what they show. */
final class Differential {
  /**
   * A woven program did something else.
   *
   * @param configuration under which it did
   */
  record Mismatch(Configuration configuration, String expected, String actual) {
    @Override
    public String toString() {
      return "under " + configuration + "\nexpected:\n" + expected + "\nactual:\n" + actual;
    }
  }

  private Differential() {}

  /** The engines to compare on; {@code seed} makes the schedules. */
  static List<Configuration> configurations(long seed, int shuffles) {
    Random random = new Random(seed);
    List<Configuration> all = new ArrayList<>();
    all.add(Configuration.serial());
    for (int workers : new int[] {1, 2, 7}) {
      all.add(Configuration.threads(workers));
    }
    for (int n = 0; n < shuffles; n++) {
      all.add(Configuration.threads(new int[] {2, 7, 1}[n % 3]).shuffled(random.nextLong()));
    }
    return all;
  }

  /** The first mismatch, or {@code null}. */
  static Mismatch compare(Runner runner, CompiledPrograms programs, String name, List<Configuration> configurations) {
    Class<?> plain;
    try {
      plain = programs.plain(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(name + " has no such class", e);
    }
    String expected = runner.watch(() -> runner.run(plain, "no engine"));
    if (expected.contains("thrown ")) {
      return null; // what a scope's own code did after the failing call is not fixed
    }
    Class<?> woven;
    try {
      woven = runner.watch(() -> runner.woven(programs, name));
    } catch (RuntimeException e) {
      return new Mismatch(null, expected, stack(e));
    }
    for (Configuration configuration : configurations) {
      String actual;
      try {
        actual = runner.watch(() -> runner.run(woven, configuration));
      } catch (Runner.Hang e) {
        return new Mismatch(configuration, expected, e.getMessage());
      }
      if (!actual.equals(expected)) {
        return new Mismatch(configuration, expected, actual);
      }
    }
    return null;
  }

  private static String stack(Throwable t) {
    java.io.StringWriter text = new java.io.StringWriter();
    t.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }
}
