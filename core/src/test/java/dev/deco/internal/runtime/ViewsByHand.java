package dev.deco.internal.runtime;

import dev.deco.internal.runtime.RandomViewsTest.Call;
import dev.deco.internal.runtime.ViewPrograms.Original;
import java.util.List;

/** What the weaver would generate for calls whose tasks get views. */
final class ViewsByHand {
  /** trace.append(task(call, a, b)): refs = call, a, b, originals, trace, result. */
  private static final Site STORE = new Site(Site.STATEMENT | Site.VIEWS | Site.REPEATABLE, 0, 6, ViewsByHand::run,
      (batch, from, to) -> {
        for (int i = from; i < to; i++) {
          ((StringBuilder) batch.refs[i * 6 + 4]).append(batch.refs[i * 6 + 5]);
        }
      }, "pkg.Main", "pkg.Main.task(Object,Object)", "Main.java", 21);
  /** v = task(call, a, b), forced at once. */
  private static final Site FORCED = new Site(Site.CALL | Site.VIEWS | Site.REPEATABLE, 0, 6, ViewsByHand::run, null,
      "pkg.Main", "pkg.Main.task(Object,Object)", "Main.java", 22);

  /** silent(call, a): refs = call, a, originals. */
  private static final Site SILENT = new Site(Site.STATEMENT | Site.VIEWS | Site.REPEATABLE, 0, 3,
      ViewsByHand::runSilent, null, "pkg.Main", "pkg.Main.silent(Object)", "Main.java", 23);

  private ViewsByHand() {}

  @SuppressWarnings("unchecked")
  private static void runSilent(Batch batch, int from, int to) {
    int i = from;
    try {
      for (; i < to; i++) {
        Object[] refs = batch.refs;
        RandomViewsTest.silent((Call) refs[i * 3], refs[i * 3 + 1], (List<Original>) refs[i * 3 + 2]);
      }
    } catch (Throwable t) {
      batch.failed(i, t);
    }
  }

  @SuppressWarnings("unchecked")
  private static void run(Batch batch, int from, int to) {
    int i = from;
    try {
      for (; i < to; i++) {
        Object[] refs = batch.refs;
        refs[i * 6 + 5] = RandomViewsTest.task((Call) refs[i * 6], refs[i * 6 + 1], refs[i * 6 + 2],
            (List<Original>) refs[i * 6 + 3], true);
      }
    } catch (Throwable t) {
      batch.failed(i, t);
    }
  }

  static void spawn(Activation scope, Call call, Object a, Object b, List<Original> originals, StringBuilder trace)
      throws Throwable {
    Class<?> typeA = originals.get(call.a()).declared();
    Class<?> typeB = originals.get(call.b()).declared();
    if (call.silent()) {
      if (scope.direct(SILENT)) {
        RandomViewsTest.silent(call, a, originals);
        return;
      }
      Object view = scope.viewed(a, typeA);
      Batch batch = scope.open(SILENT);
      batch.refs[batch.rows * 3] = call;
      batch.refs[batch.rows * 3 + 1] = view;
      batch.refs[batch.rows * 3 + 2] = originals;
      scope.added(batch);
      return;
    }
    if (call.forced()) {
      if (scope.inPlace(FORCED)) {
        trace.append(RandomViewsTest.task(call, a, b, originals, true));
        return;
      }
      Object viewA = scope.viewed(a, typeA);
      Object viewB = scope.viewed(b, typeB);
      Task task = scope.task(FORCED);
      fill(task, call, viewA, viewB, originals, trace);
      scope.added(task);
      Object result = Task.force(task, (Object) null);
      trace.append(result);
      return;
    }
    if (scope.direct(STORE)) {
      trace.append(RandomViewsTest.task(call, a, b, originals, true));
      return;
    }
    Object viewA = scope.viewed(a, typeA);
    Object viewB = scope.viewed(b, typeB);
    Batch batch = scope.open(STORE);
    fill(batch, call, viewA, viewB, originals, trace);
    scope.added(batch);
  }

  private static void fill(Batch batch, Call call, Object a, Object b, List<Original> originals, StringBuilder trace) {
    int row = batch.rows * 6;
    batch.refs[row] = call;
    batch.refs[row + 1] = a;
    batch.refs[row + 2] = b;
    batch.refs[row + 3] = originals;
    batch.refs[row + 4] = trace;
  }
}
