package dev.deco.internal.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Ordered parallel maps: a scope whose tasks apply a function and whose deferred statements collect the results. */
public final class Mapping {
  private Mapping() {}

  /** Applies a function to all inputs; results in the order of the inputs. */
  public static <T, R> List<R> map(Iterable<? extends T> inputs, Function<? super T, ? extends R> function) {
    List<R> results = new ArrayList<>();
    Site site = LambdaSite.MAP.get(function.getClass());
    Activation a = Activation.enterByHand();
    try {
      for (T input : inputs) {
        spawn(a, site, function, input, results);
      }
      a.close();
      return results;
    } catch (Throwable t) {
      throw Failures.sneaky(a.fail(t));
    }
  }

  /** Applies a function to pairs of inputs until either side ends. */
  public static <A, B, R> List<R> zip(Iterable<? extends A> first, Iterable<? extends B> second,
      BiFunction<? super A, ? super B, ? extends R> function) {
    List<R> results = new ArrayList<>();
    Site site = LambdaSite.ZIP.get(function.getClass());
    Activation a = Activation.enterByHand();
    try {
      Iterator<? extends A> left = first.iterator();
      Iterator<? extends B> right = second.iterator();
      while (left.hasNext() && right.hasNext()) {
        A x = left.next();
        B y = right.next();
        if (a.direct(site)) {
          results.add(function.apply(x, y));
        } else {
          Batch b = a.open(site);
          int r = b.rows * 5;
          b.refs[r] = function;
          b.refs[r + 1] = x;
          b.refs[r + 2] = y;
          b.refs[r + 3] = results;
          a.added(b);
        }
      }
      a.close();
      return results;
    } catch (Throwable t) {
      throw Failures.sneaky(a.fail(t));
    }
  }

  private static <T, R> void spawn(Activation a, Site site, Function<? super T, ? extends R> function, T input,
      Collection<R> results) {
    if (a.direct(site)) {
      results.add(function.apply(input));
      return;
    }
    Batch b = a.open(site);
    int r = b.rows * 4;
    b.refs[r] = function;
    b.refs[r + 1] = input;
    b.refs[r + 2] = results;
    a.added(b);
  }

  /**
   * The results of a function, computed some way ahead of the reader. Each time the reader has used them up, a scope
   * computes the next ones; how many adapts to what they cost.
   */
  public static final class Ahead<T, R> extends Spliterators.AbstractSpliterator<R> {
    private static final long LONG_ROUND_NANOS = 4_000_000;
    private static final int MOST_ROWS = 4096;

    private final Iterator<? extends T> inputs;
    private final Function<? super T, ? extends R> function;
    private final Queue<Object> results = new ArrayDeque<>();
    private Throwable failure; // comes after the results
    private int rows;

    public Ahead(Iterator<? extends T> inputs, long size, int characteristics,
        Function<? super T, ? extends R> function) {
      super(size, characteristics);
      this.inputs = inputs;
      this.function = function;
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean tryAdvance(Consumer<? super R> action) {
      if (results.isEmpty()) {
        if (failure == null && inputs.hasNext()) {
          round();
        }
        if (results.isEmpty()) {
          if (failure != null) {
            throw Failures.sneaky(failure);
          }
          return false;
        }
      }
      Object result = results.remove();
      action.accept(result == NULL ? null : (R) result);
      return true;
    }

    @Override
    public Spliterator<R> trySplit() {
      return null;
    }

    private static final Object NULL = new Object();

    private void round() {
      List<R> made = new ArrayList<>();
      Site site = LambdaSite.MAP.get(function.getClass());
      Activation a = Activation.enterByHand();
      int least = a.sequential() ? 1 : 2 * a.workers();
      int most = a.sequential() ? 1 : MOST_ROWS;
      rows = Math.max(rows, least);
      long begin = System.nanoTime();
      try {
        for (int i = 0; i < rows && inputs.hasNext(); i++) {
          spawn(a, site, function, (T) inputs.next(), made);
        }
        a.close();
      } catch (Throwable t) {
        failure = a.fail(t);
      }
      rows = System.nanoTime() - begin < LONG_ROUND_NANOS ? Math.min(most, rows * 2) : Math.max(least, rows / 2);
      for (R result : made) {
        results.add(result == null ? NULL : result);
      }
    }
  }
}
