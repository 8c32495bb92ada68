package dev.deco.benchmarks.work;

import climate.ClimateProgram;
import dev.deco.benchmarks.Contestant;
import dev.deco.benchmarks.Form;
import dev.deco.benchmarks.Subject;
import dev.deco.internal.runtime.Stats;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A program in one form. Each has classes of its own, this one, the programs' and Deco's: see {@link dev.deco.benchmarks.FormLoader}.
 */
public final class Player<I, R> implements Contestant {
  private static final Map<String, Supplier<Program<?, ?>>> PROGRAMS = Map.ofEntries(
      Map.entry("fill", Fill::new), Map.entry("sum", Sum::new), Map.entry("collect", Collect::new),
      Map.entry("fib", Fib::new), Map.entry("nqueens", Queens::new), Map.entry("merge sort", MergeSort::new),
      Map.entry("climate", ClimateProgram::new), Map.entry("n-body", NBody::new), Map.entry("mandelbrot", Mandelbrot::new),
      Map.entry("matrix product", MatrixProduct::new), Map.entry("Monte Carlo", MonteCarlo::new),
      Map.entry("word count", WordCount::new), Map.entry("k-means", KMeans::new),
      Map.entry("convolution", Convolution::new));

  private final Program<I, R> program;
  private final I input;
  private final Form form;
  private final Parallel parallel;
  private final int[] cutoffs;
  private int cutoff;

  /** For the form loader. Where it is a Deco form, its engine is made here, from the system properties. */
  @SuppressWarnings("unchecked") // a program's input is its own
  public Player(Subject subject, Form form, int workers) {
    program = (Program<I, R>) PROGRAMS.get(subject.program()).get();
    input = program.input(subject.size(), subject.grain(), subject.seed());
    this.form = form;
    parallel = switch (form) {
      case SERIAL, DECO, DECO_ALONE -> null;
      case FORK_JOIN -> new ForkJoin(workers);
      case STREAMS -> new ParallelStreams();
      case EXECUTOR -> Pieces.onThreads(workers, program.recursive());
      case FUTURES -> new Futures(workers, program.recursive());
      case VIRTUAL -> Pieces.onVirtualThreads();
    };
    cutoffs = parallel == null ? new int[0] : program.cutoffs(subject.size(), workers);
    cutoff = parallel == null ? 0 : cutoffs[0];
    if (form.isWoven()) {
      Stats.snapshot();
    }
  }

  @Override
  public Object run() {
    return parallel == null ? program.serial(input) : program.byHand(input, parallel, cutoff);
  }

  @Override
  public int[] cutoffs() {
    return cutoffs.clone();
  }

  @Override
  public void cutoff(int value) {
    cutoff = value;
  }

  @Override
  public double tolerance() {
    return parallel == null ? 0 : program.tolerance();
  }

  @Override
  public long[] tasks() {
    if (!form.isWoven()) {
      return new long[2];
    }
    Stats stats = Stats.snapshot();
    return new long[] {stats.tasks(), stats.spawned()};
  }

  @Override
  public void close() {
    if (parallel != null) {
      parallel.close();
    }
  }
}
