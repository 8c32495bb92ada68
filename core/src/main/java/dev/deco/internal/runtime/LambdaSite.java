package dev.deco.internal.runtime;

import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The sites of calls that are not woven but given as objects: one for each class of such objects, which for a lambda is
 * one for each place in the source.
 */
public final class LambdaSite {
  /** Row: callable, result. */
  public static final ClassValue<Site> CALL = sites(Site.CALL, 2, LambdaSite::runCall, null);
  /** Row: callable, statement, result. */
  public static final ClassValue<Site> STATEMENT =
      sites(Site.STATEMENT, 3, LambdaSite::runStatement, LambdaSite::replayStatement);
  /** Row: function, input task, result. */
  public static final ClassValue<Site> THEN = sites(Site.CALL | Site.DEPENDENT, 3, LambdaSite::runThen, null);
  /** Row: function, input, collection of results, result. */
  public static final ClassValue<Site> MAP = sites(Site.STATEMENT, 4, LambdaSite::runMap, LambdaSite::replayMap);
  /** Row: function, first input, second input, collection of results, result. */
  public static final ClassValue<Site> ZIP = sites(Site.STATEMENT, 5, LambdaSite::runZip, LambdaSite::replayZip);

  private LambdaSite() {}

  private static ClassValue<Site> sites(int kind, int refs, BatchCode run, BatchCode replay) {
    return new ClassValue<>() {
      @Override
      protected Site computeValue(Class<?> type) {
        StackWalker.StackFrame user = UserCode.frame();
        String name = type.getName();
        int hidden = name.indexOf('/');
        return user == null
            ? new Site(kind | Site.PRINTS, 0, refs, run, replay, name, name, "unknown source", -1)
            : new Site(kind | Site.PRINTS, 0, refs, run, replay, user.getClassName(), hidden < 0 ? name : name.substring(0, hidden),
                user.getFileName() == null ? "unknown source" : user.getFileName(), user.getLineNumber());
      }
    };
  }

  private static void runCall(Batch b, int from, int to) {
    for (int i = from; i < to; i++) {
      try {
        b.refs[i * 2 + 1] = ((Callable<?>) b.refs[i * 2]).call();
      } catch (Throwable t) {
        b.failed(i, t);
        return;
      }
    }
  }

  private static void runStatement(Batch b, int from, int to) {
    for (int i = from; i < to; i++) {
      try {
        b.refs[i * 3 + 2] = ((Callable<?>) b.refs[i * 3]).call();
      } catch (Throwable t) {
        b.failed(i, t);
        return;
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static void replayStatement(Batch b, int from, int to) {
    for (int i = from; i < to; i++) {
      ((Consumer<Object>) b.refs[i * 3 + 1]).accept(b.refs[i * 3 + 2]);
    }
  }

  @SuppressWarnings("unchecked")
  private static void runThen(Batch b, int from, int to) {
    for (int i = from; i < to; i++) {
      try {
        Object input = Task.value((Task) b.refs[i * 3 + 1], (Object) null);
        b.refs[i * 3 + 2] = ((Function<Object, ?>) b.refs[i * 3]).apply(input);
      } catch (Throwable t) {
        b.failed(i, t);
        return;
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static void runMap(Batch b, int from, int to) {
    int i = from;
    try {
      for (; i < to; i++) {
        b.refs[i * 4 + 3] = ((Function<Object, ?>) b.refs[i * 4]).apply(b.refs[i * 4 + 1]);
      }
    } catch (Throwable t) {
      b.failed(i, t);
    }
  }

  @SuppressWarnings("unchecked")
  private static void replayMap(Batch b, int from, int to) {
    for (int i = from; i < to; i++) {
      ((Collection<Object>) b.refs[i * 4 + 2]).add(b.refs[i * 4 + 3]);
    }
  }

  @SuppressWarnings("unchecked")
  private static void runZip(Batch b, int from, int to) {
    int i = from;
    try {
      for (; i < to; i++) {
        b.refs[i * 5 + 4] =
            ((BiFunction<Object, Object, ?>) b.refs[i * 5]).apply(b.refs[i * 5 + 1], b.refs[i * 5 + 2]);
      }
    } catch (Throwable t) {
      b.failed(i, t);
    }
  }

  @SuppressWarnings("unchecked")
  private static void replayZip(Batch b, int from, int to) {
    for (int i = from; i < to; i++) {
      ((Collection<Object>) b.refs[i * 5 + 3]).add(b.refs[i * 5 + 4]);
    }
  }
}
