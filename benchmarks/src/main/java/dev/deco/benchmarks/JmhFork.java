package dev.deco.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a fork of JMH runs: one form of one subject. {@link Jmh} starts it; by hand:
 *
 * <pre>{@code
 * java -jar benchmarks/target/benchmarks.jar JmhFork -prof gc -p form=SERIAL,DECO -p "subject=RECURSION;fib(35);fib;35;0;42;1"
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JmhFork {
  private static final double TUNING_SECONDS = 2;

  @Param("LOOP;out[i] = f(i);fill;100000;100;42;1")
  String subject;

  @Param({"SERIAL", "FORK_JOIN", "STREAMS", "EXECUTOR", "FUTURES", "DECO", "DECO_ALONE"})
  Form form;

  @Param("2")
  int workers;

  private Turns turns;
  private Contestant contestant;

  /** Compares results, and finds the cut-off. */
  @Setup(Level.Trial)
  public void tuned() {
    turns = new Turns(Subject.of(subject.split(";")), List.of(form), workers);
    turns.tune(TUNING_SECONDS);
    contestant = turns.contestant(0);
  }

  @Benchmark
  public Object run() {
    return contestant.run();
  }

  @TearDown(Level.Trial)
  public void close() {
    turns.close();
  }
}
