package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random programs do on every engine what a plain interpreter does with them. */
class RandomProgramTest {
  private static final int PROGRAMS = Integer.getInteger("deco.test.programs", 150);

  /** A failure that knows where in the program it was thrown. */
  static final class Planned extends Exception {
    private static final long serialVersionUID = 1;

    Planned(String where) {
      super(where);
    }
  }

  enum Kind { STORE, OTHER_STORE, STATEMENT, CALL, FORCE, CHAIN, CHAIN_STORE, SYNC, HANDLED }

  /** One step; {@code nested} is the scope that its task opens, {@code inner} the protected range. */
  record Step(Kind kind, int id, int pick, boolean taskFails, boolean statementFails, List<Step> nested,
      List<Step> inner) {}

  private static List<Step> program(Random random, int depth, int[] ids, boolean failures) {
    int n = random.nextInt(depth == 0 ? 40 : 8);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      boolean fails = failures && random.nextInt(30) == 0;
      boolean statementFails = failures && random.nextInt(40) == 0;
      steps.add(new Step(kind, ids[0]++, random.nextInt(1000), fails, statementFails,
          depth < 3 && random.nextInt(4) == 0 ? program(random, depth + 1, ids, failures) : null,
          kind == Kind.HANDLED && depth < 3 ? program(random, depth + 1, ids, failures) : List.of()));
    }
    return steps;
  }

  /** What a concurrent method does: perhaps opens a scope of its own, and computes something from its argument. */
  private static int task(Step step, int x, boolean woven) throws Throwable {
    if (step.taskFails) {
      throw new Planned("task " + step.id);
    }
    List<String> trace = new ArrayList<>();
    if (step.nested != null) {
      if (woven) {
        HandWoven.scope(a -> wovenBody(a, step.nested, trace));
      } else {
        plain(step.nested, trace);
      }
    }
    return 31 * x + trace.hashCode() + step.id;
  }

  private static void statement(Step step, List<String> trace, Object value) throws Planned {
    if (step.statementFails) {
      throw new Planned("statement " + step.id);
    }
    trace.add(step.kind + " " + step.id + " = " + value);
  }

  private static void plain(List<Step> steps, List<String> trace) throws Throwable {
    List<Integer> values = new ArrayList<>(List.of(7));
    for (Step step : steps) {
      int some = values.get(step.pick % values.size());
      switch (step.kind) {
        case STORE, OTHER_STORE, CHAIN_STORE ->
            statement(step, trace, task(step, step.kind == Kind.CHAIN_STORE ? some : step.pick, false));
        case STATEMENT -> statement(step, trace, step.pick);
        case CALL, CHAIN -> values.add(task(step, step.kind == Kind.CHAIN ? some : step.pick, false));
        case FORCE -> statement(step, trace, some);
        case SYNC -> trace.add("sync");
        case HANDLED -> {
          try {
            plain(step.inner, trace);
          } catch (Planned e) {
            trace.add("handled " + e.getMessage());
          }
        }
      }
    }
  }

  private static void wovenBody(Activation a, List<Step> steps, List<String> trace) throws Throwable {
    List<HandWoven.Value> values = new ArrayList<>(List.of(new HandWoven.Value(null, 7)));
    for (Step step : steps) {
      HandWoven.Value some = values.get(step.pick % values.size());
      java.util.function.Consumer<Object> sink = v -> {
        try {
          statement(step, trace, v);
        } catch (Planned e) {
          throw Failures.sneaky(e);
        }
      };
      HandWoven.Call f = x -> task(step, x, true);
      switch (step.kind) {
        case STORE -> HandWoven.store(a, HandWoven.STORE, sink, f, step.pick);
        case OTHER_STORE -> HandWoven.store(a, HandWoven.OTHER_STORE, sink, f, step.pick);
        case STATEMENT -> HandWoven.statement(a, none -> sink.accept(step.pick));
        case CALL -> values.add(HandWoven.call(a, f, step.pick));
        case CHAIN -> values.add(HandWoven.chain(a, f, some));
        case CHAIN_STORE -> HandWoven.chainStore(a, sink, f, some);
        case FORCE -> {
          Object value = some.force();
          HandWoven.statement(a, none -> sink.accept(value));
        }
        case SYNC -> {
          a.sync();
          trace.add("sync");
        }
        case HANDLED -> {
          a.sync();
          try {
            wovenBody(a, step.inner, trace);
            a.sync();
          } catch (Throwable t) {
            Throwable settled = a.settle(t);
            if (!(settled instanceof Planned)) {
              throw settled;
            }
            trace.add("handled " + settled.getMessage());
          }
        }
      }
    }
  }

  /** What a run shows: its trace, and how it ended. */
  private static List<String> plainRun(List<Step> program) throws Throwable {
    List<String> trace = new ArrayList<>();
    try {
      plain(program, trace);
    } catch (Planned e) {
      trace.add("thrown " + e.getMessage());
    }
    return trace;
  }

  private static List<String> wovenRun(List<Step> program) throws Throwable {
    List<String> trace = new ArrayList<>();
    try {
      HandWoven.scope(a -> wovenBody(a, program, trace));
    } catch (Planned e) {
      trace.add("thrown " + e.getMessage());
      assertThat(Collections.frequency(Arrays.asList(e.getSuppressed()), e)).isZero();
    }
    return trace;
  }

  @Engined
  void doesWhatThePlainProgramDoes(Configuration configuration) throws Exception {
    long base = Long.getLong("deco.test.seed", System.nanoTime());
    HandWoven.on(configuration, () -> {
      for (int i = 0; i < PROGRAMS; i++) {
        long seed = base + i;
        List<Step> program = program(new Random(seed), 0, new int[1], i % 2 == 0);
        assertThat(wovenRun(program)).as("program of -Ddeco.test.seed=%d", seed).isEqualTo(plainRun(program));
      }
    });
  }
}
