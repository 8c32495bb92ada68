package dev.deco.internal.runtime;

import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Double.longBitsToDouble;

import dev.deco.internal.runtime.Lookahead.Delivery;
import dev.deco.internal.runtime.Lookahead.Kind;
import dev.deco.internal.runtime.Lookahead.Step;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The methods of streams that take a function, for woven code: those of the stream's own interface, but the function
 * runs in tasks, ahead of the stream's reader, and what comes out has the order of what went in. A stream that is
 * parallel stays as it is.
 *
 * <p><b>Concurrency:</b> called on the scope's thread. Nothing runs before the terminal operation; that one blocks
 * until its tasks are complete, and meanwhile its thread runs tasks. The function may run for elements that a
 * reader which stops early never asks for; what it throws for these is never seen.
 */
public final class StreamTasks {
  /** Flag: one and the same element must not be in two tasks at a time. */
  public static final int DISTINCT = 1;
  /** Flag: nor must two that may share content, as a list and a part of it do. */
  public static final int CONTENT = 2;

  /** In the place of an element that a filter refuses. */
  private static final Object REFUSED = new Object();

  private static final Delivery NOWHERE = (ref, bits) -> { };

  private StreamTasks() {}

  /**
   * The bootstrap of a woven stage: a constant call site that yields the Site.
   *
   * @param method the concurrent method, as in {@code pkg.Main.f(int,double)}
   * @param file the source file of the place
   * @param line the line of the place
   * @param kind {@link Site#PRINTS}, or 0
   */
  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, String method, String file,
      int line, int kind) {
    Site site = Lookahead.site(kind, caller.lookupClass().getName(), method, file, line);
    return new ConstantCallSite(MethodHandles.constant(Site.class, site));
  }

  /** A parallel stream is its own master, and printing is in order only where output is kept. */
  private static boolean staysInPlace(BaseStream<?, ?> source, Site site) {
    return source.isParallel() || site.prints && !OrderedOutput.isInstalled();
  }

  private static Lookahead ahead(BaseStream<?, ?> source, Kind kind, Step step, Site site, int flags) {
    return new Lookahead(source.spliterator(), kind, step, site, flags);
  }

  private static <R> Stream<R> refs(BaseStream<?, ?> source, Lookahead ahead) {
    return StreamSupport.stream(new LookaheadSpliterator.OfRef<R>(ahead), false).onClose(source::close);
  }

  private static IntStream ints(BaseStream<?, ?> source, Lookahead ahead) {
    return StreamSupport.intStream(new LookaheadSpliterator.OfInt(ahead), false).onClose(source::close);
  }

  private static LongStream longs(BaseStream<?, ?> source, Lookahead ahead) {
    return StreamSupport.longStream(new LookaheadSpliterator.OfLong(ahead), false).onClose(source::close);
  }

  private static DoubleStream doubles(BaseStream<?, ?> source, Lookahead ahead) {
    return StreamSupport.doubleStream(new LookaheadSpliterator.OfDouble(ahead), false).onClose(source::close);
  }

  /** As {@link Iterable#forEach}. A collection that holds a lock meanwhile, or is not the JDK's, does it itself. */
  @SuppressWarnings("unchecked")
  public static <T> void forEach(Iterable<T> source, Consumer<? super T> action, Site site, int flags) {
    boolean own = source.getClass().getClassLoader() != null || !FunctionLoop.goesThrough(source);
    if (own || site.prints && !OrderedOutput.isInstalled()) {
      source.forEach(action);
      return;
    }
    Step step = (refs, r, longs, p) -> action.accept((T) refs[r + 2]);
    new Lookahead(source.spliterator(), Kind.REF, step, site, flags).drain(NOWHERE);
  }

  // Of Stream

  @SuppressWarnings("unchecked")
  public static <T, R> Stream<R> map(Stream<T> source, Function<? super T, ? extends R> function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.map(function);
    }
    Step step = (refs, r, longs, p) ->
        refs[r + 3] = function.apply((T) refs[r + 2]);
    return refs(source, ahead(source, Kind.REF, step, site, flags));
  }

  @SuppressWarnings("unchecked")
  public static <T> IntStream mapToInt(Stream<T> source, ToIntFunction<? super T> function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.mapToInt(function);
    }
    Step step = (refs, r, longs, p) ->
        longs[p + 1] = function.applyAsInt((T) refs[r + 2]);
    return ints(source, ahead(source, Kind.REF, step, site, flags));
  }

  @SuppressWarnings("unchecked")
  public static <T> LongStream mapToLong(Stream<T> source, ToLongFunction<? super T> function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.mapToLong(function);
    }
    Step step = (refs, r, longs, p) ->
        longs[p + 1] = function.applyAsLong((T) refs[r + 2]);
    return longs(source, ahead(source, Kind.REF, step, site, flags));
  }

  @SuppressWarnings("unchecked")
  public static <T> DoubleStream mapToDouble(Stream<T> source, ToDoubleFunction<? super T> function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.mapToDouble(function);
    }
    Step step = (refs, r, longs, p) ->
        longs[p + 1] = doubleToRawLongBits(function.applyAsDouble((T) refs[r + 2]));
    return doubles(source, ahead(source, Kind.REF, step, site, flags));
  }

  public static <T, R> Stream<R> flatMap(Stream<T> source, Function<? super T, ? extends Stream<? extends R>> function,
      Site site, int flags) {
    return source.isParallel() ? source.flatMap(function)
        : map(source, function, site, flags).flatMap(inner -> inner);
  }

  public static <T> IntStream flatMapToInt(Stream<T> source, Function<? super T, ? extends IntStream> function,
      Site site, int flags) {
    return source.isParallel() ? source.flatMapToInt(function)
        : map(source, function, site, flags).flatMapToInt(inner -> inner);
  }

  public static <T> LongStream flatMapToLong(Stream<T> source, Function<? super T, ? extends LongStream> function,
      Site site, int flags) {
    return source.isParallel() ? source.flatMapToLong(function)
        : map(source, function, site, flags).flatMapToLong(inner -> inner);
  }

  public static <T> DoubleStream flatMapToDouble(Stream<T> source, Function<? super T, ? extends DoubleStream> function,
      Site site, int flags) {
    return source.isParallel() ? source.flatMapToDouble(function)
        : map(source, function, site, flags).flatMapToDouble(inner -> inner);
  }

  @SuppressWarnings("unchecked")
  public static <T> void forEach(Stream<T> source, Consumer<? super T> action, Site site, int flags) {
    if (staysInPlace(source, site)) {
      source.forEach(action);
      return;
    }
    Step step = (refs, r, longs, p) -> action.accept((T) refs[r + 2]);
    ahead(source, Kind.REF, step, site, flags).drain(NOWHERE);
  }

  public static <T> void forEachOrdered(Stream<T> source, Consumer<? super T> action, Site site, int flags) {
    if (staysInPlace(source, site)) {
      source.forEachOrdered(action);
    } else {
      forEach(source, action, site, flags);
    }
  }

  private static <T> Predicate<T> accepted() {
    return element -> element != REFUSED;
  }

  @SuppressWarnings("unchecked")
  public static <T> Stream<T> filter(Stream<T> source, Predicate<? super T> test, Site site, int flags) {
    return source.isParallel() ? source.filter(test)
        : map(source, element -> test.test(element) ? element : (T) REFUSED, site, flags).filter(accepted());
  }

  public static <T> boolean anyMatch(Stream<T> source, Predicate<? super T> test, Site site, int flags) {
    return mapToInt(source, element -> test.test(element) ? 1 : 0, site, flags).anyMatch(one -> one == 1);
  }

  public static <T> boolean allMatch(Stream<T> source, Predicate<? super T> test, Site site, int flags) {
    return mapToInt(source, element -> test.test(element) ? 1 : 0, site, flags).allMatch(one -> one == 1);
  }

  public static <T> boolean noneMatch(Stream<T> source, Predicate<? super T> test, Site site, int flags) {
    return mapToInt(source, element -> test.test(element) ? 1 : 0, site, flags).noneMatch(one -> one == 1);
  }

  // Of IntStream

  public static <R> Stream<R> mapToObj(IntStream source, IntFunction<? extends R> function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.mapToObj(function);
    }
    Step step = (refs, r, longs, p) ->
        refs[r + 3] = function.apply((int) longs[p]);
    return refs(source, ahead(source, Kind.INT, step, site, flags));
  }

  public static IntStream map(IntStream source, IntUnaryOperator function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.map(function);
    }
    Step step = (refs, r, longs, p) ->
        longs[p + 1] = function.applyAsInt((int) longs[p]);
    return ints(source, ahead(source, Kind.INT, step, site, flags));
  }

  public static LongStream mapToLong(IntStream source, IntToLongFunction function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.mapToLong(function);
    }
    Step step = (refs, r, longs, p) ->
        longs[p + 1] = function.applyAsLong((int) longs[p]);
    return longs(source, ahead(source, Kind.INT, step, site, flags));
  }

  public static DoubleStream mapToDouble(IntStream source, IntToDoubleFunction function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.mapToDouble(function);
    }
    Step step = (refs, r, longs, p) ->
        longs[p + 1] = doubleToRawLongBits(function.applyAsDouble((int) longs[p]));
    return doubles(source, ahead(source, Kind.INT, step, site, flags));
  }

  public static IntStream flatMap(IntStream source, IntFunction<? extends IntStream> function,
      Site site, int flags) {
    return source.isParallel() ? source.flatMap(function)
        : mapToObj(source, function, site, flags).flatMapToInt(inner -> inner);
  }

  public static void forEach(IntStream source, IntConsumer action, Site site, int flags) {
    if (staysInPlace(source, site)) {
      source.forEach(action);
      return;
    }
    Step step = (refs, r, longs, p) -> action.accept((int) longs[p]);
    ahead(source, Kind.INT, step, site, flags).drain(NOWHERE);
  }

  public static void forEachOrdered(IntStream source, IntConsumer action, Site site, int flags) {
    if (staysInPlace(source, site)) {
      source.forEachOrdered(action);
    } else {
      forEach(source, action, site, flags);
    }
  }

  public static IntStream filter(IntStream source, IntPredicate test, Site site, int flags) {
    return source.isParallel() ? source.filter(test)
        : mapToLong(source, element -> test.test(element) ? element : Long.MIN_VALUE, site, flags)
            .filter(element -> element != Long.MIN_VALUE).mapToInt(element -> (int) element);
  }

  public static boolean anyMatch(IntStream source, IntPredicate test, Site site, int flags) {
    return map(source, element -> test.test(element) ? 1 : 0, site, flags).anyMatch(one -> one == 1);
  }

  public static boolean allMatch(IntStream source, IntPredicate test, Site site, int flags) {
    return map(source, element -> test.test(element) ? 1 : 0, site, flags).allMatch(one -> one == 1);
  }

  public static boolean noneMatch(IntStream source, IntPredicate test, Site site, int flags) {
    return map(source, element -> test.test(element) ? 1 : 0, site, flags).noneMatch(one -> one == 1);
  }

  // Of LongStream

  public static <R> Stream<R> mapToObj(LongStream source, LongFunction<? extends R> function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.mapToObj(function);
    }
    Step step = (refs, r, longs, p) ->
        refs[r + 3] = function.apply(longs[p]);
    return refs(source, ahead(source, Kind.LONG, step, site, flags));
  }

  public static IntStream mapToInt(LongStream source, LongToIntFunction function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.mapToInt(function);
    }
    Step step = (refs, r, longs, p) ->
        longs[p + 1] = function.applyAsInt(longs[p]);
    return ints(source, ahead(source, Kind.LONG, step, site, flags));
  }

  public static LongStream map(LongStream source, LongUnaryOperator function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.map(function);
    }
    Step step = (refs, r, longs, p) ->
        longs[p + 1] = function.applyAsLong(longs[p]);
    return longs(source, ahead(source, Kind.LONG, step, site, flags));
  }

  public static DoubleStream mapToDouble(LongStream source, LongToDoubleFunction function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.mapToDouble(function);
    }
    Step step = (refs, r, longs, p) ->
        longs[p + 1] = doubleToRawLongBits(function.applyAsDouble(longs[p]));
    return doubles(source, ahead(source, Kind.LONG, step, site, flags));
  }

  public static LongStream flatMap(LongStream source, LongFunction<? extends LongStream> function,
      Site site, int flags) {
    return source.isParallel() ? source.flatMap(function)
        : mapToObj(source, function, site, flags).flatMapToLong(inner -> inner);
  }

  public static void forEach(LongStream source, LongConsumer action, Site site, int flags) {
    if (staysInPlace(source, site)) {
      source.forEach(action);
      return;
    }
    Step step = (refs, r, longs, p) -> action.accept(longs[p]);
    ahead(source, Kind.LONG, step, site, flags).drain(NOWHERE);
  }

  public static void forEachOrdered(LongStream source, LongConsumer action, Site site, int flags) {
    if (staysInPlace(source, site)) {
      source.forEachOrdered(action);
    } else {
      forEach(source, action, site, flags);
    }
  }

  public static LongStream filter(LongStream source, LongPredicate test, Site site, int flags) {
    return source.isParallel() ? source.filter(test)
        : mapToObj(source, element -> test.test(element) ? (Long) element : null, site, flags)
            .filter(Objects::nonNull).mapToLong(Long::longValue);
  }

  public static boolean anyMatch(LongStream source, LongPredicate test, Site site, int flags) {
    return mapToInt(source, element -> test.test(element) ? 1 : 0, site, flags).anyMatch(one -> one == 1);
  }

  public static boolean allMatch(LongStream source, LongPredicate test, Site site, int flags) {
    return mapToInt(source, element -> test.test(element) ? 1 : 0, site, flags).allMatch(one -> one == 1);
  }

  public static boolean noneMatch(LongStream source, LongPredicate test, Site site, int flags) {
    return mapToInt(source, element -> test.test(element) ? 1 : 0, site, flags).noneMatch(one -> one == 1);
  }

  // Of DoubleStream

  public static <R> Stream<R> mapToObj(DoubleStream source, DoubleFunction<? extends R> function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.mapToObj(function);
    }
    Step step = (refs, r, longs, p) ->
        refs[r + 3] = function.apply(longBitsToDouble(longs[p]));
    return refs(source, ahead(source, Kind.DOUBLE, step, site, flags));
  }

  public static IntStream mapToInt(DoubleStream source, DoubleToIntFunction function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.mapToInt(function);
    }
    Step step = (refs, r, longs, p) ->
        longs[p + 1] = function.applyAsInt(longBitsToDouble(longs[p]));
    return ints(source, ahead(source, Kind.DOUBLE, step, site, flags));
  }

  public static LongStream mapToLong(DoubleStream source, DoubleToLongFunction function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.mapToLong(function);
    }
    Step step = (refs, r, longs, p) ->
        longs[p + 1] = function.applyAsLong(longBitsToDouble(longs[p]));
    return longs(source, ahead(source, Kind.DOUBLE, step, site, flags));
  }

  public static DoubleStream map(DoubleStream source, DoubleUnaryOperator function,
      Site site, int flags) {
    if (staysInPlace(source, site)) {
      return source.map(function);
    }
    Step step = (refs, r, longs, p) ->
        longs[p + 1] = doubleToRawLongBits(function.applyAsDouble(longBitsToDouble(longs[p])));
    return doubles(source, ahead(source, Kind.DOUBLE, step, site, flags));
  }

  public static DoubleStream flatMap(DoubleStream source, DoubleFunction<? extends DoubleStream> function,
      Site site, int flags) {
    return source.isParallel() ? source.flatMap(function)
        : mapToObj(source, function, site, flags).flatMapToDouble(inner -> inner);
  }

  public static void forEach(DoubleStream source, DoubleConsumer action, Site site, int flags) {
    if (staysInPlace(source, site)) {
      source.forEach(action);
      return;
    }
    Step step = (refs, r, longs, p) -> action.accept(longBitsToDouble(longs[p]));
    ahead(source, Kind.DOUBLE, step, site, flags).drain(NOWHERE);
  }

  public static void forEachOrdered(DoubleStream source, DoubleConsumer action, Site site, int flags) {
    if (staysInPlace(source, site)) {
      source.forEachOrdered(action);
    } else {
      forEach(source, action, site, flags);
    }
  }

  public static DoubleStream filter(DoubleStream source, DoublePredicate test, Site site, int flags) {
    return source.isParallel() ? source.filter(test)
        : mapToObj(source, element -> test.test(element) ? (Double) element : null, site, flags)
            .filter(Objects::nonNull).mapToDouble(Double::doubleValue);
  }

  public static boolean anyMatch(DoubleStream source, DoublePredicate test, Site site, int flags) {
    return mapToInt(source, element -> test.test(element) ? 1 : 0, site, flags).anyMatch(one -> one == 1);
  }

  public static boolean allMatch(DoubleStream source, DoublePredicate test, Site site, int flags) {
    return mapToInt(source, element -> test.test(element) ? 1 : 0, site, flags).allMatch(one -> one == 1);
  }

  public static boolean noneMatch(DoubleStream source, DoublePredicate test, Site site, int flags) {
    return mapToInt(source, element -> test.test(element) ? 1 : 0, site, flags).noneMatch(one -> one == 1);
  }
}
