package dev.deco.benchmarks;

import static dev.deco.benchmarks.Subject.Group.LOOP;
import static dev.deco.benchmarks.Subject.Group.PROGRAMS;
import static dev.deco.benchmarks.Subject.Group.RECURSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of all that is measured. */
final class Subjects {
  private static final double LOOP_NANOS = 20e6; // a loop has so much to do, within these numbers of calls
  private static final int MAX_CALLS = 1_000_000;
  private static final int CALLS_A_WORKER = 2;
  private static final double[] GRAINS =
      {1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8}; // nanoseconds
  private static final double MICROSECOND = 1e3;

  /** A program that has its own grain: its size where it runs for some tenths of a second, and for some seconds. */
  private record Entry(Subject.Group group, String name, String program, int size, int longSize, double weight) {}

  private static final List<Entry> OTHERS = List.of(
      new Entry(RECURSION, "fib(35)", "fib", 35, 35, 2),
      new Entry(RECURSION, "nqueens(12)", "nqueens", 12, 12, 2),
      new Entry(RECURSION, "merge sort of 10^7", "merge sort", 10_000_000, 10_000_000, 8),
      new Entry(PROGRAMS, "climate", "climate", 40, 168, 3),
      new Entry(PROGRAMS, "n-body", "n-body", 1500, 5000, 3),
      new Entry(PROGRAMS, "mandelbrot", "mandelbrot", 600, 1600, 3),
      new Entry(PROGRAMS, "matrix product", "matrix product", 800, 1600, 3),
      new Entry(PROGRAMS, "Monte Carlo", "Monte Carlo", 200_000, 4_000_000, 3),
      new Entry(PROGRAMS, "word count", "word count", 20_000, 100_000, 3),
      new Entry(PROGRAMS, "k-means", "k-means", 150_000, 1_000_000, 3),
      new Entry(PROGRAMS, "convolution", "convolution", 1500, 6000, 3));

  private Subjects() {}

  /**
   * Those of a group, in the report's order; the grains of loops are fitted to this machine.
   *
   * @param large whether programs are to run for seconds
   */
  static List<Subject> of(Subject.Group group, boolean large, int workers, long seed) {
    List<Subject> subjects = new ArrayList<>();
    if (group == LOOP) {
      Fitting fitting = new Fitting();
      for (double grain : GRAINS) {
        subjects.add(loop("out[i] = f(i)", "fill", grain, fitting, workers, seed));
      }
      subjects.add(loop("sum += f(i)", "sum", MICROSECOND, fitting, workers, seed));
      subjects.add(loop("map.put(i, f(i))", "collect", MICROSECOND, fitting, workers, seed));
    }
    OTHERS.stream().filter(entry -> entry.group == group).map(entry -> new Subject(group, entry.name, entry.program,
        large ? entry.longSize : entry.size, 0, seed, entry.weight)).forEach(subjects::add);
    return subjects;
  }

  private static Subject loop(String form, String program, double grain, Fitting fitting, int workers, long seed) {
    int calls = calls(grain, workers);
    double weight = Math.max(1, calls * grain / LOOP_NANOS / 4);
    return new Subject(LOOP, form + " at " + nanos(grain), program, calls, fitting.steps(grain), seed, weight);
  }

  /** How many calls of {@code grain} nanoseconds a loop makes. */
  static int calls(double grain, int workers) {
    return (int) Math.max(CALLS_A_WORKER * workers, Math.min(MAX_CALLS, LOOP_NANOS / grain));
  }

  /** A time in a unit that suits it. */
  static String nanos(double nanos) {
    return nanos < 1e3 ? number(nanos) + " ns" : nanos < 1e6 ? number(nanos / 1e3) + " us" : number(nanos / 1e6) + " ms";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.3g", value);
  }
}
