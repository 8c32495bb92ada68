package dev.deco.internal.runtime;

import java.util.Arrays;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/**
 * One stage of a stream, computed ahead of its reader: elements of a source go through a function, in tasks, and come
 * out in the order of the source.
 *
 * <p><b>Concurrency:</b> used by the thread that runs the stream's terminal operation; a thread that waits runs tasks.
 * The source, and what the results are delivered to, run on that thread only. Nothing runs between two calls.
 */
final class Lookahead {
  /*
   * A reader that wants everything (drain) is a loop over the source, in one scope: each element is a row, and the
   * delivery of its result is the row's deferred statement. A reader that takes one at a time (advance) may stop at any
   * time; for it a scope computes a few results ahead whenever it has used up those at hand. How many: as many as there
   * are workers at first, then twice as many each time, as long as that is quick.
   */
  private static final long LONG_ROUND_NANOS = 4_000_000;
  private static final int MOST_ROWS = 4096;
  private static final int LONGS = 2;   // of a row: input, result
  private static final int REFS = 4;    // of a row: step, delivery, input, result
  private static final int ELEMENT = 0; // the key under which elements are in flight

  /** Applies the function: from {@code refs[r + 2]} or {@code longs[p]} to {@code refs[r + 3]} or the next long. */
  interface Step {
    void run(Object[] refs, int r, long[] longs, int p);
  }

  /** Takes a result: one of the two, as the stream's kind says. */
  interface Delivery {
    void accept(Object ref, long bits);
  }

  /** What a source's elements are. */
  enum Kind { REF, INT, LONG, DOUBLE }

  private final Spliterator<?> source;
  private final Kind kind;
  private final Step step;
  private final Site site;
  private final boolean distinct;
  private final boolean content;
  private Object[] refs = {};  // results of the last round
  private long[] longs = {};
  private int next;
  private int count;
  private Throwable failure;   // comes after these results
  private boolean ended;
  private int rows;

  /** @param flags those of {@link StreamTasks} */
  Lookahead(Spliterator<?> source, Kind kind, Step step, Site site, int flags) {
    this.source = source;
    this.kind = kind;
    this.step = step;
    this.site = site;
    distinct = (flags & StreamTasks.DISTINCT) != 0;
    content = (flags & StreamTasks.CONTENT) != 0;
  }

  /** The site of a woven stage; {@code kind}: further flags. */
  static Site site(int kind, String type, String method, String file, int line) {
    return new Site(Site.STATEMENT | kind, LONGS, REFS, Lookahead::run, Lookahead::replay, type, method, file, line);
  }

  private static void run(Batch b, int from, int to) {
    int i = from;
    try {
      for (; i < to; i++) {
        ((Step) b.refs[i * REFS]).run(b.refs, i * REFS, b.longs, i * LONGS);
      }
    } catch (Throwable t) {
      b.failed(i, t);
    }
  }

  private static void replay(Batch b, int from, int to) {
    for (int i = from; i < to; i++) {
      ((Delivery) b.refs[i * REFS + 1]).accept(b.refs[i * REFS + 3], b.longs[i * LONGS + 1]);
    }
  }

  int characteristics() {
    return source.characteristics() & (Spliterator.ORDERED | Spliterator.SIZED);
  }

  long estimateSize() {
    long left = source.estimateSize();
    return left == Long.MAX_VALUE ? left : left + count - next;
  }

  /** Delivers the next result, if there is one. Throws what the function threw for it. */
  boolean advance(Delivery to) {
    if (next == count) {
      next = 0;
      count = 0;
      if (failure == null && !ended) {
        round();
      }
      if (count == 0) {
        if (failure != null) {
          throw Failures.sneaky(failure);
        }
        return false;
      }
    }
    Object ref = refs[next];
    refs[next] = null;
    to.accept(ref, longs[next++]);
    return true;
  }

  /** Delivers all results that are left. */
  void drain(Delivery to) {
    while (next < count || failure != null) {
      advance(to);
    }
    if (ended) {
      return;
    }
    ended = true;
    Activation a = Activation.enter();
    try {
      Rows feed = new Rows(a, to);
      switch (kind) {
        case INT -> ((Spliterator.OfInt) source).forEachRemaining((IntConsumer) feed);
        case LONG -> ((Spliterator.OfLong) source).forEachRemaining((LongConsumer) feed);
        case DOUBLE -> ((Spliterator.OfDouble) source).forEachRemaining((DoubleConsumer) feed);
        default -> source.forEachRemaining((Consumer<Object>) feed);
      }
      a.close();
    } catch (Throwable t) {
      throw Failures.sneaky(a.fail(t));
    }
  }

  private void round() {
    Activation a = Activation.enter();
    boolean alone = a.sequential() || a.workers() == 1 || site.prints; // output comes when its result is asked for
    int least = alone ? 1 : a.workers();
    rows = Math.max(rows, least);
    long begin = System.nanoTime();
    try {
      Rows feed = new Rows(a, this::keep);
      for (int i = 0; i < rows && !ended; i++) {
        ended = !take(feed);
      }
      a.close();
    } catch (Throwable t) {
      failure = a.fail(t);
    }
    boolean quick = System.nanoTime() - begin < LONG_ROUND_NANOS;
    rows = alone ? 1 : quick ? Math.min(MOST_ROWS, rows * 2) : Math.max(least, rows / 2);
  }

  private boolean take(Rows feed) {
    return switch (kind) {
      case INT -> ((Spliterator.OfInt) source).tryAdvance((IntConsumer) feed);
      case LONG -> ((Spliterator.OfLong) source).tryAdvance((LongConsumer) feed);
      case DOUBLE -> ((Spliterator.OfDouble) source).tryAdvance((DoubleConsumer) feed);
      case REF -> source.tryAdvance((Consumer<Object>) feed);
    };
  }

  /** Keeps a result of the round. */
  private void keep(Object ref, long bits) {
    if (count == refs.length) {
      refs = Arrays.copyOf(refs, Math.max(8, 2 * count));
      longs = Arrays.copyOf(longs, refs.length);
    }
    refs[count] = ref;
    longs[count++] = bits;
  }

  /** Makes each element that it is given a row of a scope. */
  private final class Rows implements Consumer<Object>, IntConsumer, LongConsumer, DoubleConsumer {
    private final Activation a;
    private final Delivery to;
    private final Object[] ownRefs = new Object[REFS]; // the row of a call in place
    private final long[] ownLongs = new long[LONGS];

    Rows(Activation a, Delivery to) {
      this.a = a;
      this.to = to;
    }

    @Override
    public void accept(int element) {
      add(null, element);
    }

    @Override
    public void accept(long element) {
      add(null, element);
    }

    @Override
    public void accept(double element) {
      add(null, Double.doubleToRawLongBits(element));
    }

    @Override
    public void accept(Object element) {
      add(element, 0);
    }

    private void add(Object ref, long bits) {
      boolean shows = content && ref != null && !InFlightObjects.isEntry(ref);
      if (shows) {
        a.syncIfContentInFlight(ref, ELEMENT);
      } else if (distinct && ref != null) {
        a.syncIfInFlight(ref, ELEMENT);
      }
      if (a.direct(site)) {
        ownRefs[2] = ref;
        ownLongs[0] = bits;
        step.run(ownRefs, 0, ownLongs, 0);
        to.accept(ownRefs[3], ownLongs[1]);
        return;
      }
      Batch b = a.open(site);
      int r = b.rows * REFS;
      b.refs[r] = step;
      b.refs[r + 1] = to;
      b.refs[r + 2] = ref;
      b.longs[b.rows * LONGS] = bits;
      if (shows) {
        a.touchContent(ref, ELEMENT);
      } else if (distinct && ref != null) {
        a.touch(ref, ELEMENT);
      }
      a.added(b);
    }
  }
}
