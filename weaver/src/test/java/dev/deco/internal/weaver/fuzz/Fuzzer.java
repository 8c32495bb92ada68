package dev.deco.internal.weaver.fuzz;

import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.weaver.fuzz.Differential.Mismatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes programs, a batch for each run of the compiler, and compares them until time is up. */
final class Fuzzer {
  static final int BATCH = 50;
  private static final int SHUFFLES = 3;

  /** A program that went wrong. */
  record Found(long seed, Mismatch mismatch) {}

  private final Style style;
  private final Runner runner = new Runner();
  private final Differential differential = new Differential(runner);
  private long programs;
  private long refused;
  private String refusal = "";

  Fuzzer(Style style) {
    this.style = style;
  }

  /** Runs the programs of consecutive seeds for some time, until {@code goOn} is false for one that went wrong. */
  void run(long firstSeed, double seconds, Predicate<Found> goOn) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    for (long seed = firstSeed; System.nanoTime() - end < 0; seed += BATCH) {
      if (!batch(seed, BATCH, goOn)) {
        return;
      }
    }
  }

  /** Runs the programs of some seeds; false if {@code goOn} said so of one that went wrong. */
  boolean batch(long firstSeed, int count, Predicate<Found> goOn) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (long seed = firstSeed; seed < firstSeed + count; seed++) {
      sources.put(name(seed), Generator.program(name(seed), style, seed, false).text());
    }
    CompiledPrograms compiled;
    try {
      compiled = CompiledPrograms.of(sources);
    } catch (IllegalArgumentException e) {
      if (count > 1) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
          if (!batch(seed, 1, goOn)) {
            return false;
          }
        }
      } else {
        refused++;
        refusal = e.getMessage();
      }
      return true;
    }
    for (long seed = firstSeed; seed < firstSeed + count; seed++) {
      List<Configuration> configurations = Differential.configurations(seed, SHUFFLES);
      Mismatch mismatch = differential.compare(compiled, name(seed), configurations);
      programs++;
      if (mismatch != null && !goOn.test(new Found(seed, mismatch))) {
        return false;
      }
      if (differential.endless() && seed + 1 < firstSeed + count) {
        return batch(seed + 1, (int) (firstSeed + count - seed - 1), goOn);
      }
    }
    return true;
  }

  /** The program that went wrong, made smaller for so many seconds; by itself if it goes wrong by itself. */
  Shrinker shrink(Found found, double seconds) {
    String name = name(found.seed());
    Shrinker alone = new Shrinker(runner, name, program(found), found.mismatch(), found.seed(), seconds);
    if (alone.goesWrong()) {
      alone.shrink();
      return alone;
    }
    Shrinker shared = new Shrinker(runner, name, Generator.program(name, style, found.seed(), false), found.mismatch(),
        found.seed(), seconds);
    shared.shrink();
    return shared;
  }

  /** The program that went wrong, as it was made. */
  Code program(Found found) {
    return Generator.program(name(found.seed()), style, found.seed(), true);
  }

  static String name(long seed) {
    return "P" + (seed < 0 ? "m" + -seed : seed);
  }

  Style style() {
    return style;
  }

  long programs() {
    return programs;
  }

  /** How many programs the compiler refused; more than a few are a fault of the generator. */
  long refused() {
    return refused;
  }

  /** What the compiler said of the last program that it refused. */
  String refusal() {
    return refusal;
  }

  /** What the programs have done. */
  String statistics() {
    return differential.statistics();
  }

}
