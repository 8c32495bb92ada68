package dev.deco.internal.weaver.fuzz;

import dev.deco.internal.runtime.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private final Runner runner;
  private long programs;
  private long failing;
  private long spawning;
  private long parallel;
  private long spawned;
  private long syncs;
  private boolean endless;

  Differential(Runner runner) {
    this.runner = runner;
  }

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
  Mismatch compare(CompiledPrograms compiled, String name, List<Configuration> configurations) {
    Class<?> plain;
    try {
      plain = compiled.plain(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(name + " has no such class", e);
    }
    programs++;
    endless = false;
    String expected;
    try {
      expected = runner.watch(() -> runner.run(plain, "no engine"));
    } catch (Runner.Hang e) {
      failing++;
      endless = true;
      return null; // it takes too long by itself
    }
    if (expected.contains("thrown ")) {
      failing++;
      return null; // what a scope's own code did after the failing call is not fixed
    }
    try {
      runner.watch(() -> runner.woven(compiled, name));
    } catch (RuntimeException e) {
      return new Mismatch(null, expected, stack(e));
    }
    long most = 0;
    for (Configuration configuration : configurations) {
      String actual;
      try {
        actual = runner.watch(() -> runner.run(runner.woven(compiled, name), configuration));
      } catch (Runner.Hang e) {
        return new Mismatch(configuration, expected, e.getMessage());
      }
      if (!actual.equals(expected)) {
        return new Mismatch(configuration, expected, actual);
      }
      most = Math.max(most, runner.stats().spawned());
      if (configuration.workers() == 2 && configuration.seed() == null) {
        spawned += runner.stats().spawned();
        syncs += runner.stats().syncs();
      }
    }
    spawning += most > 0 ? 1 : 0;
    parallel += most > 3 ? 1 : 0;
    return null;
  }

  /** Whether the last program did not end unwoven: it goes on changing the statics that it shares with others. */
  boolean endless() {
    return endless;
  }

  /** What the programs so far have done. */
  String statistics() {
    return String.format(Locale.ROOT,
        "%d programs; %d threw or took too long and were not compared; %d spawned tasks, %d more than three; "
        + "with 2 workers on average %.1f tasks spawned and %.1f syncs", programs, failing, spawning, parallel,
        (double) spawned / Math.max(1, programs - failing), (double) syncs / Math.max(1, programs - failing));
  }

  private static String stack(Throwable t) {
    java.io.StringWriter text = new java.io.StringWriter();
    t.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }
}
