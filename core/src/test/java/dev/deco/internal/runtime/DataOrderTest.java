package dev.deco.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Tasks that say what they read and write run in an order that no one can tell from program order. */
class DataOrderTest {
  private static final int PROGRAMS = Integer.getInteger("deco.test.programs", 60);
  private static final int OBJECTS = 6;
  private static final int ELEMENTS = 12;

  private static final Site ORDERED = newSite();

  /** The same with a pending result: refs = f, result. */
  private static final Site ORDERED_CALL = new Site(Site.CALL | Site.ORDERED, 1, 2, (b, from, to) -> {
    try {
      b.refs[1] = ((HandWoven.Call) b.refs[0]).apply((int) b.longs[0]);
    } catch (Throwable t) {
      b.failed(0, t);
    }
  }, null, "pkg.Main", "pkg.Main.f(int)", "Main.java", 22);

  /** What a task touches: elements of an object, under one of two keys; object -1: any. */
  record Touch(int object, int key, boolean whole, int first, int last, boolean write) {}

  record Step(int id, boolean pending, boolean syncs, boolean fails, List<Touch> touches, List<Step> nested) {}

  /** sink.accept(f(x)), where f says what it touches: refs = f, sink, result; longs = x. */
  private static Site newSite() {
    return new Site(Site.STATEMENT | Site.ORDERED, 1, 3, (b, from, to) -> {
      try {
        b.refs[2] = ((HandWoven.Call) b.refs[0]).apply((int) b.longs[0]);
      } catch (Throwable t) {
        b.failed(0, t);
      }
    }, (b, from, to) -> {
      @SuppressWarnings("unchecked")
      Consumer<Object> sink = (Consumer<Object>) b.refs[1];
      sink.accept(b.refs[2]);
    }, "pkg.Main", "pkg.Main.f(int)", "Main.java", 21);
  }

  private final long[][][] data = new long[2][OBJECTS][ELEMENTS];
  private final List<String> trace = Collections.synchronizedList(new ArrayList<>());

  private static List<Step> program(Random random, int depth, boolean failures) {
    List<Step> steps = new ArrayList<>();
    int n = random.nextInt(depth == 0 ? 80 : 10);
    for (int i = 0; i < n; i++) {
      List<Touch> touches = new ArrayList<>();
      for (int k = 1 + random.nextInt(3); k > 0; k--) {
        boolean whole = random.nextBoolean();
        int first = whole ? 0 : random.nextInt(ELEMENTS);
        int last = whole ? ELEMENTS - 1 : Math.min(ELEMENTS - 1, first + random.nextInt(5));
        touches.add(new Touch(random.nextInt(20) == 0 ? -1 : random.nextInt(OBJECTS), random.nextInt(2), whole, first,
            last, random.nextBoolean()));
      }
      steps.add(new Step(i, random.nextInt(4) == 0, random.nextInt(20) == 0, failures && random.nextInt(40) == 0,
          touches, depth < 1 && random.nextInt(8) == 0 ? program(random, depth + 1, false) : List.of()));
    }
    return steps;
  }

  /** The task: what it writes follows from all that it reads. */
  private Object task(Step step, boolean woven) throws Throwable {
    long value = step.id;
    for (Touch touch : step.touches) {
      for (int object = 0; object < OBJECTS; object++) {
        for (int e = touch.first; e <= touch.last && (touch.object == -1 || touch.object == object); e++) {
          value = 31 * value + data[touch.key][object][e];
        }
      }
    }
    if (step.fails) {
      throw new IllegalStateException("task " + step.id);
    }
    for (Touch touch : step.touches) {
      for (int object = 0; object < OBJECTS && touch.write; object++) {
        for (int e = touch.first; e <= touch.last && (touch.object == -1 || touch.object == object); e++) {
          data[touch.key][object][e] = ++value;
        }
      }
    }
    if (!step.nested.isEmpty()) { // of its own, on data that nobody else has
      DataOrderTest own = new DataOrderTest();
      value += own.run(step.nested, woven).hashCode();
    }
    return value;
  }

  private void order(Batch b, Activation a, Step step) {
    for (Touch touch : step.touches) {
      int mode = DataOrder.PART | (touch.write ? DataOrder.WRITE : 0);
      if (touch.object == -1) {
        a.orderAnything(b, touch.key, mode, "all");
      } else if (touch.whole) {
        a.order(b, data[0][touch.object], touch.key, mode, "a");
      } else {
        a.orderSection(b, data[0][touch.object], touch.key, mode, "a", touch.first, touch.last);
      }
    }
  }

  private void woven(Activation a, List<Step> steps) throws Throwable {
    List<Task> pending = new ArrayList<>();
    for (Step step : steps) {
      HandWoven.Call f = x -> task(step, true);
      if (step.syncs) {
        a.sync();
      }
      if (step.pending) {
        if (a.inPlace(ORDERED_CALL)) {
          trace.add(step.id + " gave " + f.apply(0));
          continue;
        }
        Task t = a.task(ORDERED_CALL);
        t.refs[0] = f;
        order(t, a, step);
        a.added(t);
        pending.add(t);
        Object result = Task.force(t, null);
        HandWoven.statement(a, none -> trace.add(step.id + " gave " + result));
      } else if (a.direct(ORDERED)) {
        trace.add(step.id + " gave " + f.apply(0));
      } else {
        Batch b = a.open(ORDERED);
        b.refs[0] = f;
        b.refs[1] = (Consumer<Object>) v -> trace.add(step.id + " gave " + v);
        order(b, a, step);
        a.added(b);
      }
    }
  }

  private List<String> run(List<Step> steps, boolean woven) throws Throwable {
    try {
      if (woven) {
        HandWoven.scope(a -> woven(a, steps));
      } else {
        for (Step step : steps) {
          trace.add(step.id + " gave " + task(step, false));
        }
      }
      trace.add(Arrays.deepToString(data));
    } catch (IllegalStateException e) { // later tasks that do not depend on it may have run: only the trace counts
      trace.add("thrown " + e.getMessage());
    }
    return trace;
  }

  @Engined
  void randomTasksDoWhatTheSerialProgramDoes(Configuration configuration) throws Exception {
    long base = Long.getLong("deco.test.seed", System.nanoTime());
    HandWoven.on(configuration, () -> {
      for (int i = 0; i < PROGRAMS; i++) {
        List<Step> program = program(new Random(base + i), 0, i % 3 == 0);
        assertThat(new DataOrderTest().run(program, true)).as("program of -Ddeco.test.seed=%d", base + i)
            .isEqualTo(new DataOrderTest().run(program, false));
      }
    });
  }

  private static void spawn(Activation a, HandWoven.Call f, Object[] reads, Object[] writes) throws Throwable {
    if (a.direct(ORDERED)) {
      f.apply(0);
      return;
    }
    Batch b = a.open(ORDERED);
    b.refs[0] = f;
    b.refs[1] = (Consumer<Object>) v -> {};
    for (Object object : reads) {
      a.order(b, object, 0, 0, "read");
    }
    for (Object object : writes) {
      a.order(b, object, 0, DataOrder.WRITE, "written");
    }
    a.added(b);
  }

  @Engined
  void manyReadersAndThenAWriterUseLittleMemory(Configuration configuration) throws Exception {
    int readers = configuration.seed() == null ? 300_000 : 20_000;
    HandWoven.on(configuration, () -> {
      int[] cell = {1};
      AtomicInteger sum = new AtomicInteger();
      long[] most = new long[1];
      HandWoven.scope(a -> {
        for (int round = 0; round < 3; round++) {
          for (int i = 0; i < readers / 3; i++) {
            spawn(a, x -> sum.addAndGet(cell[0]), new Object[] {cell}, new Object[0]);
            most[0] = Math.max(most[0], a.backlog());
          }
          spawn(a, x -> cell[0]++, new Object[0], new Object[] {cell});
        }
      });
      assertThat(sum.get()).isEqualTo(readers / 3 * (1 + 2 + 3));
      assertThat(most[0]).isLessThan(4_000_000);
    });
  }

  @Engined
  void manyObjectsAreForgotten(Configuration configuration) throws Exception {
    int objects = configuration.seed() == null ? 200_000 : 20_000;
    HandWoven.on(configuration, () -> {
      int[] last = new int[1];
      HandWoven.scope(a -> {
        for (int i = 0; i < objects; i++) {
          int[] own = {i};
          spawn(a, x -> {
            own[0]++;
            return null;
          }, new Object[0], new Object[] {own, new Object()});
          int[] before = last;
          spawn(a, x -> before[0] = own[0], new Object[] {own}, new Object[] {before});
        }
      });
      assertThat(last[0]).isEqualTo(objects);
    });
  }

  @Engined
  void readersOfManySectionsWaitForTheirWriters(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      long[] all = new long[300];
      List<Long> sums = Collections.synchronizedList(new ArrayList<>());
      HandWoven.scope(a -> {
        for (int round = 1; round <= 4; round++) {
          for (int i = 0; i < all.length; i++) {
            int at = i;
            int amount = round;
            Batch b = a.open(ORDERED);
            b.refs[0] = (HandWoven.Call) x -> all[at] += amount;
            b.refs[1] = (Consumer<Object>) v -> {};
            a.orderSection(b, all, 0, DataOrder.WRITE, "all", at, at);
            a.added(b);
          }
          for (int k = 0; k < 3; k++) {
            Batch b = a.open(ORDERED);
            b.refs[0] = (HandWoven.Call) x -> Arrays.stream(all).sum();
            b.refs[1] = (Consumer<Object>) v -> sums.add((Long) v);
            a.order(b, all, 0, 0, "all");
            a.added(b);
          }
        }
      });
      assertThat(sums).containsExactly(300L, 300L, 300L, 900L, 900L, 900L, 1800L, 1800L, 1800L, 3000L, 3000L, 3000L);
    });
  }

  @Engined
  void whatDependsOnAFailureDoesNotStart(Configuration configuration) throws Exception {
    HandWoven.on(configuration, () -> {
      int[] cell = new int[1];
      AtomicInteger after = new AtomicInteger();
      IllegalStateException failure = new IllegalStateException("third");
      assertThatThrownBy(() -> HandWoven.scope(a -> {
        for (int i = 0; i < 100; i++) {
          int number = i;
          spawn(a, x -> {
            if (number == 3) {
              throw failure;
            } else if (number > 3) {
              after.incrementAndGet();
            }
            return cell[0]++;
          }, new Object[0], new Object[] {cell});
        }
      })).isSameAs(failure);
      assertThat(after).hasValue(0);
      assertThat(cell[0]).isEqualTo(3);
    });
  }

  @Engined
  void tasksOfDifferentObjectsRunBesideEachOther(Configuration configuration) throws Exception {
    boolean beside = configuration.workers() > 1 && configuration.seed() == null
        && configuration.engine().equals(Configuration.THREADS);
    Site site = newSite(); // nothing is known of its tasks: they are worth waking a worker for
    CountDownLatch both = new CountDownLatch(beside ? 2 : 0);
    HandWoven.on(configuration, () -> HandWoven.scope(a -> {
      for (int i = 0; i < 2; i++) {
        Object own = new Object();
        HandWoven.Call meet = x -> {
          both.countDown();
          both.await();
          return null;
        };
        Batch b = a.open(site);
        b.refs[0] = meet;
        b.refs[1] = (Consumer<Object>) v -> {};
        a.order(b, own, 0, DataOrder.WRITE, "own");
        a.added(b);
      }
    }));
    assertThat(both.getCount()).isZero();
  }
}
