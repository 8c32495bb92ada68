package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deco.internal.runtime.ViewPrograms.Original;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random tasks that change collections leave them, on every engine, as they do one after the other: what the tasks
 * return, what the collections hold, and its order.
 */
class RandomViewsTest {
  private static final int PROGRAMS = Integer.getInteger("deco.test.programs", 100);

  static final class Planned extends RuntimeException {
    Planned(String message) {
      super(message, null, false, false);
    }
  }

  /** A call of a concurrent method with two collections; a silent one returns nothing, and has only the first. */
  record Call(int id, long seed, int operations, int a, int b, boolean nested, boolean fails, boolean forced,
      boolean silent) {}

  static List<Call> program(Random random, int kinds, boolean failures) {
    List<Call> calls = new ArrayList<>();
    int hot = random.nextInt(kinds);
    boolean silent = random.nextInt(3) == 0;
    for (int i = random.nextInt(60); i >= 0; i--) {
      silent ^= random.nextInt(12) == 0; // several in a row
      calls.add(new Call(i, random.nextLong(), random.nextInt(random.nextInt(3) == 0 ? 14 : 3),
          random.nextInt(3) > 0 ? hot : random.nextInt(kinds), random.nextInt(kinds), random.nextInt(8) == 0,
          failures && random.nextInt(25) == 0, random.nextInt(12) == 0, silent));
    }
    return calls;
  }

  /** The concurrent method that returns nothing. */
  static void silent(Call call, Object a, List<Original> originals) {
    ViewPrograms.change(call.seed, call.operations, a, originals.get(call.a).ofEnums());
    if (call.fails) {
      throw new Planned("" + call.id);
    }
  }

  /** The concurrent method. */
  static String task(Call call, Object a, Object b, List<Original> originals, boolean woven) throws Throwable {
    String result = ViewPrograms.task(call.seed, call.operations, a, originals.get(call.a).ofEnums())
        + ViewPrograms.task(call.seed + 1, 1, b, originals.get(call.b).ofEnums());
    if (call.nested) {
      StringBuilder inner = new StringBuilder();
      Random random = new Random(call.seed);
      List<Call> calls = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        calls.add(new Call(i, random.nextLong(), 2, call.a, call.b, false, false, random.nextInt(5) == 0,
            random.nextInt(3) == 0));
      }
      if (woven) {
        HandWoven.scope(scope -> {
          for (Call each : calls) {
            ViewsByHand.spawn(scope, each, a, b, originals, inner);
          }
        });
      } else {
        for (Call each : calls) {
          serial(each, a, b, originals, inner);
        }
      }
      result += inner;
    }
    if (call.fails) {
      throw new Planned(call.id + ": " + result);
    }
    return result;
  }

  private static void serial(Call call, Object a, Object b, List<Original> originals, StringBuilder trace)
      throws Throwable {
    if (call.silent) {
      silent(call, a, originals);
    } else {
      trace.append(task(call, a, b, originals, false));
    }
  }

  private static String outcome(long seed, boolean woven) {
    Random random = new Random(seed);
    List<Original> originals = ViewPrograms.originals(random);
    List<Call> calls = program(random, originals.size(), random.nextInt(4) == 0);
    StringBuilder trace = new StringBuilder();
    try {
      if (woven) {
        HandWoven.scope(scope -> {
          for (Call call : calls) {
            ViewsByHand.spawn(scope, call, originals.get(call.a).collection(), originals.get(call.b).collection(),
                originals, trace);
          }
        });
      } else {
        for (Call call : calls) {
          serial(call, originals.get(call.a).collection(), originals.get(call.b).collection(), originals, trace);
        }
      }
    } catch (Throwable t) {
      trace.append(t);
    }
    for (Original original : originals) {
      trace.append('\n').append(original.collection().getClass().getSimpleName()).append(' ')
          .append(ViewPrograms.content(original.collection()));
    }
    return trace.toString();
  }

  @Engined
  void tasksOnCollectionsLeaveThemAsTheSerialProgramDoes(Configuration configuration) throws Exception {
    long base = Long.getLong("deco.test.seed", System.nanoTime());
    HandWoven.on(configuration, () -> {
      for (long seed = base; seed < base + PROGRAMS; seed++) {
        assertThat(outcome(seed, true)).as("program of -Ddeco.test.seed=%d", seed).isEqualTo(outcome(seed, false));
      }
    });
  }
}
