package dev.deco.internal.views;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The collections that tasks of one scope have views of.
 *
 * <p><b>Concurrency:</b> on the scope's thread only.
 */
public final class Origins {
  private final Object scope;
  private final Map<Object, Origin> origins = new IdentityHashMap<>();
  private Object last;
  private Class<?> lastDeclared;
  private Object lastAdmitted;
  private Object lastRead;
  private Class<?> lastDeclaredToRead;
  private Viewed lastViewed;

  public Origins(Object scope) {
    this.scope = scope;
  }

  /**
   * What a row holds for a collection that its task may change: a {@link Viewed}; the collection itself, if the task
   * may have that; or {@code null} if it may have neither, so that the task must run alone.
   */
  public Object admit(Object collection, Class<?> declared) {
    if (collection == last && declared == lastDeclared) {
      return lastAdmitted;
    }
    Object admitted;
    if (Faces.isConstant(collection)) {
      admitted = collection;
    } else {
      Function<Origin, View> face = Faces.of(collection, declared);
      admitted = face == null ? null : new Viewed(origin(collection), face, false);
    }
    last = collection;
    lastDeclared = declared;
    lastAdmitted = admitted;
    return admitted;
  }

  /**
   * What a row holds for a collection that its task only looks at: a {@link Viewed}, if tasks before it change that;
   * {@code null} if it can have none, or if the collection may show what they change.
   */
  public Object read(Object collection, Class<?> declared, boolean own) {
    if (collection == lastRead && declared == lastDeclaredToRead) {
      return lastViewed;
    }
    Origin origin = origins.get(collection);
    if (origin == null) {
      return origins.isEmpty() || own || Faces.isConstant(collection) ? collection : null;
    }
    Function<Origin, View> face = Faces.of(collection, declared);
    lastRead = collection;
    lastDeclaredToRead = declared;
    lastViewed = face == null ? null : new Viewed(origin, face, true);
    return lastViewed;
  }

  private Origin origin(Object collection) {
    return origins.computeIfAbsent(collection, original -> new Origin(scope, original));
  }

  /** Nothing is outstanding any more. */
  public void forget() {
    origins.clear();
    last = null;
    lastRead = null;
  }
}
