package dev.deco.internal.runtime;

import java.util.function.Consumer;

/** What the weaver would generate for a few kinds of places, by hand. */
final class HandWoven {
  /** A concurrent method. */
  interface Call {
    Object apply(int x) throws Throwable;
  }

  /** The body of a synchronized method. */
  interface Body {
    void run(Activation a) throws Throwable;
  }

  /** list.add(f(x)): refs = f, sink, result; longs = x. */
  static final Site STORE = store(11);
  /** Another such place. */
  static final Site OTHER_STORE = store(12);
  /** list.add("sep"): refs = statement. */
  static final Site STATEMENT = new Site(Site.DEFERRED, 0, 1, null, (b, from, to) -> {
    for (int i = from; i < to; i++) {
      ((Body) b.refs[i]).run(null);
    }
  }, "pkg.Main", "add", "Main.java", 13);
  /** v = f(x): refs = f, result; longs = x. */
  static final Site CALL = newCall();
  /** v = g(u): refs = g, task, result; longs = 0 or the plain u. */
  static final Site CHAIN = newChain();
  /** list.add(g(u)): refs = g, task, sink, result; longs = plain u. */
  static final Site CHAIN_STORE = new Site(Site.STATEMENT | Site.DEPENDENT, 1, 4, (b, from, to) -> {
    for (int i = from; i < to; i++) {
      try {
        b.refs[i * 4 + 3] =
            ((Call) b.refs[i * 4]).apply((int) Task.value((Task) b.refs[i * 4 + 1], (Object) (int) b.longs[i]));
      } catch (Throwable t) {
        b.failed(i, t);
        return;
      }
    }
  }, (b, from, to) -> {
    for (int i = from; i < to; i++) {
      accept(b.refs[i * 4 + 2], b.refs[i * 4 + 3]);
    }
  }, "pkg.Main", "pkg.Main.g(int)", "Main.java", 16);

  /** f(x), which may print: refs = f; longs = x. */
  static final Site PRINTING = new Site(Site.STATEMENT | Site.PRINTS, 1, 1, (b, from, to) -> {
    int i = from;
    try {
      for (; i < to; i++) {
        ((Call) b.refs[i]).apply((int) b.longs[i]);
      }
    } catch (Throwable t) {
      b.failed(i, t);
    }
  }, null, "pkg.Main", "pkg.Main.p(int)", "Main.java", 18);

  private HandWoven() {}

  /** Such a place that has not run yet, so that nothing is known of its tasks. */
  static Site newStore() {
    return store(17);
  }

  /** A place like {@link #CALL} that has not run yet. */
  static Site newCall() {
    return new Site(Site.CALL, 1, 2, (b, from, to) -> {
      try {
        b.refs[1] = ((Call) b.refs[0]).apply((int) b.longs[0]);
      } catch (Throwable t) {
        b.failed(0, t);
      }
    }, null, "pkg.Main", "pkg.Main.f(int)", "Main.java", 14);
  }

  /** A place like {@link #CHAIN} that has not run yet. */
  static Site newChain() {
    return new Site(Site.CALL | Site.DEPENDENT, 1, 3, (b, from, to) -> {
      try {
        b.refs[2] = ((Call) b.refs[0]).apply((int) Task.value((Task) b.refs[1], (Object) (int) b.longs[0]));
      } catch (Throwable t) {
        b.failed(0, t);
      }
    }, null, "pkg.Main", "pkg.Main.g(int)", "Main.java", 15);
  }

  /** f(x), where the order of calls is that of the data that they change. */
  static Site newOrdered() {
    return new Site(Site.STATEMENT | Site.ORDERED, 0, 2, (b, from, to) -> {
      try {
        b.refs[1] = ((Call) b.refs[0]).apply(0);
      } catch (Throwable t) {
        b.failed(0, t);
      }
    }, (b, from, to) -> {}, "pkg.Main", "pkg.Main.f(int)", "Main.java", 18);
  }

  private static Site store(int line) {
    return new Site(Site.STATEMENT, 1, 3, (b, from, to) -> {
      int i = from;
      try {
        for (; i < to; i++) {
          b.refs[i * 3 + 2] = ((Call) b.refs[i * 3]).apply((int) b.longs[i]);
        }
      } catch (Throwable t) {
        b.failed(i, t);
      }
    }, (b, from, to) -> {
      for (int i = from; i < to; i++) {
        accept(b.refs[i * 3 + 1], b.refs[i * 3 + 2]);
      }
    }, "pkg.Main", "pkg.Main.f(int)", "Main.java", line);
  }

  /** One activation of a synchronized method. */
  static void scope(Body body) throws Throwable {
    Activation a = Activation.enter();
    try {
      body.run(a);
      a.close();
    } catch (Throwable t) {
      throw a.fail(t);
    }
  }

  /** sink.accept(f(x)). */
  static void store(Activation a, Site site, Consumer<Object> sink, Call f, int x) throws Throwable {
    if (a.direct(site)) {
      sink.accept(f.apply(x));
      return;
    }
    Batch b = a.open(site);
    int row = b.rows;
    b.refs[row * 3] = f;
    b.refs[row * 3 + 1] = sink;
    b.longs[row] = x;
    a.added(b);
  }

  static void store(Activation a, Consumer<Object> sink, Call f, int x) throws Throwable {
    store(a, STORE, sink, f, x);
  }

  /** f(x), which may print. */
  static void printing(Activation a, Call f, int x) throws Throwable {
    if (a.direct(PRINTING)) {
      f.apply(x);
      return;
    }
    Batch b = a.open(PRINTING);
    b.refs[b.rows] = f;
    b.longs[b.rows] = x;
    a.added(b);
  }

  /** A plain statement that must keep its place among deferred ones. */
  static void statement(Activation a, Body statement) throws Throwable {
    if (a.direct(STATEMENT)) {
      statement.run(null);
      return;
    }
    Batch b = a.open(STATEMENT);
    b.refs[b.rows] = statement;
    a.added(b);
  }

  /** A pair of locals: a task that may be null, and the plain value. */
  record Value(Task task, Object plain) {
    Object force() {
      return Task.force(task, plain);
    }
  }

  /** v = f(x). */
  static Value call(Activation a, Call f, int x) throws Throwable {
    return call(a, CALL, f, x);
  }

  static Value call(Activation a, Site site, Call f, int x) throws Throwable {
    if (a.inPlace(site)) {
      return new Value(null, f.apply(x));
    }
    Task t = a.task(site);
    t.refs[0] = f;
    t.longs[0] = x;
    a.added(t);
    return new Value(t, null);
  }

  /** v = g(u). */
  static Value chain(Activation a, Call g, Value u) throws Throwable {
    return chain(a, CHAIN, g, u);
  }

  static Value chain(Activation a, Site site, Call g, Value u) throws Throwable {
    if (u.task == null && a.inPlace(site)) {
      return new Value(null, g.apply((int) u.plain));
    }
    Task t = a.task(site);
    t.refs[0] = g;
    t.refs[1] = u.task;
    t.longs[0] = u.task == null ? (int) u.plain : 0;
    a.added(t);
    return new Value(t, null);
  }

  /** f(0), which changes these objects. */
  static void ordered(Activation a, Site site, Call f, Object... changed) throws Throwable {
    if (a.direct(site)) {
      f.apply(0);
      return;
    }
    Batch b = a.open(site);
    b.refs[0] = f;
    for (Object object : changed) {
      a.order(b, object, 0, DataOrder.WRITE, "object");
    }
    a.added(b);
  }

  /** sink.accept(g(u)). */
  static void chainStore(Activation a, Consumer<Object> sink, Call g, Value u) throws Throwable {
    if (u.task == null && a.direct(CHAIN_STORE)) {
      sink.accept(g.apply((int) u.plain));
      return;
    }
    Batch b = a.open(CHAIN_STORE);
    int row = b.rows;
    b.refs[row * 4] = g;
    b.refs[row * 4 + 1] = u.task;
    b.refs[row * 4 + 2] = sink;
    b.longs[row] = u.task == null ? (int) u.plain : 0;
    a.added(b);
  }

  @SuppressWarnings("unchecked")
  private static void accept(Object sink, Object value) {
    ((Consumer<Object>) sink).accept(value);
  }

  /** Runs code on an engine of its own. */
  static void on(Configuration configuration, Run run) throws Exception {
    Engines.using(configuration, () -> {
      try {
        run.run();
      } catch (Throwable t) {
        throw Failures.sneaky(t);
      }
      return null;
    });
  }

  interface Run {
    void run() throws Throwable;
  }
}
