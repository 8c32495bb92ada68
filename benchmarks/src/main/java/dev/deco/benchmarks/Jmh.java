package dev.deco.benchmarks;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each turn is a fork of JMH, with its profiler of allocations. */
final class Jmh implements Way {
  private static final int ITERATIONS = 3;

  private final int workers;
  private final int rounds;

  Jmh(int workers, int rounds) {
    this.workers = workers;
    this.rounds = rounds;
  }

  @Override
  public String told() {
    return "Each turn was a fork of JMH, " + ITERATIONS + " iterations of a second to warm up and " + ITERATIONS
        + " measured; forms took turns, " + Way.rounds(rounds) + "; each form by hand looked for its best cut-off first. Bytes are of -prof gc.";
  }

  @Override
  public Measured measure(Subject subject, List<Form> forms, double seconds) {
    Measured measured = new Measured(subject);
    for (int round = 0; round < rounds; round++) {
      for (int i : Way.order(forms.size(), round)) {
        measured.add(forms.get(i), fork(subject, forms.get(i)));
      }
    }
    return measured;
  }

  private Measured.Turn fork(Subject subject, Form form) {
    var options = new OptionsBuilder().include(JmhFork.class.getName() + ".run")
        .param("subject", String.join(";", subject.words())).param("form", form.name())
        .param("workers", String.valueOf(workers)).forks(1).warmupIterations(ITERATIONS).measurementIterations(ITERATIONS)
        .warmupTime(TimeValue.seconds(1)).measurementTime(TimeValue.seconds(1)).addProfiler(GCProfiler.class)
        .jvmArgs(Jvm.options(workers).toArray(String[]::new)).verbosity(VerboseMode.SILENT).shouldFailOnError(true).build();
    try {
      Collection<RunResult> results = new Runner(options).run();
      RunResult result = results.iterator().next();
      double bytes = result.getSecondaryResults().entrySet().stream()
          .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm")).findAny().orElseThrow().getValue().getScore();
      return new Measured.Turn(Math.round(result.getPrimaryResult().getScore()), Math.round(bytes));
    } catch (RunnerException e) {
      throw new Jvm.FailedException(subject.name() + ", " + form.title() + ": " + e.getMessage());
    }
  }
}
