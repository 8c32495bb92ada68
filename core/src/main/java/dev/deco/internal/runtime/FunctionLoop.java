package dev.deco.internal.runtime;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Vector;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Whether what a method of the platform does with a function is the loop that its documentation tells, so that woven
 * code may run that loop itself, with the function's code as its body: {@code list.forEach(x -> out.add(f(x)))} as
 * {@code for (X x : list) out.add(f(x))}. Not where a coverage agent counts: the lines of a lambda expression are
 * those of its own method for it.
 *
 * <p><b>Concurrency:</b> may be called from any thread.
 */
public final class FunctionLoop {
  /**
   * What a class's {@code forEach} is: {@code null} if it is anything else than the loop; true if it is one through what
   * the iterator yields, and fails as the iterator does when something changes meanwhile.
   */
  private static final ClassValue<Optional<Boolean>> LOOPS = new ClassValue<>() {
    @Override
    protected Optional<Boolean> computeValue(Class<?> type) {
      boolean map = Map.class.isAssignableFrom(type);
      Method each = map ? method(type, "forEach", BiConsumer.class) : method(type, "forEach", Consumer.class);
      Method elements = map ? method(type, "entrySet") : method(type, "iterator");
      if (each == null || elements == null || !isPlatform(each)) {
        return Optional.empty();
      }
      boolean inherited = each.getDeclaringClass().isInterface();
      boolean locks = Vector.class.isAssignableFrom(type) || Hashtable.class.isAssignableFrom(type);
      if (!inherited && (locks || !isPlatform(elements) || shows(type.getName()))) {
        return Optional.empty();
      }
      return Optional.of(inherited || type == ArrayList.class || each.getDeclaringClass() == Arrays.asList().getClass());
    }
  };

  private FunctionLoop() {}

  private static Method method(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException | LinkageError e) {
      return null;
    }
  }

  private static boolean isPlatform(Method method) {
    return method.getDeclaringClass().getClassLoader() == null;
  }

  /** Whether it shows another collection, whose class may be any, and may lock it meanwhile. */
  private static boolean shows(String type) {
    return type.startsWith("java.util.Collections$")
        && !type.matches(".*\\$(Empty|Singleton|Copies)\\w*") || type.startsWith("java.util.Reverse");
  }

  /** Whether loops over numbers may be run by woven code. */
  public static boolean isLoop() {
    return !Coverage.IS_COUNTED;
  }

  /** Whether {@code forEach} goes through what the iterator yields, and does nothing else. */
  public static boolean isLoop(Iterable<?> source) {
    return !Coverage.IS_COUNTED && goesThrough(source);
  }

  /** The same, whether lines are counted or not. */
  static boolean goesThrough(Iterable<?> source) {
    return LOOPS.get(source.getClass()).isPresent();
  }

  /** Whether {@code forEach} goes through the entries, and does nothing else. */
  public static boolean isLoop(Map<?, ?> source) {
    return !Coverage.IS_COUNTED && LOOPS.get(source.getClass()).isPresent();
  }

  /** The same where the function may change {@code changed}. */
  public static boolean isLoop(Iterable<?> source, Object changed) {
    return isLoop(source) && (isExactLoop(source) || !InFlightObjects.mayShare(source, changed));
  }

  /** The same where the function may change {@code changed}. */
  public static boolean isLoop(Map<?, ?> source, Object changed) {
    return isLoop(source) && (isExactLoop(source) || !InFlightObjects.mayShare(source, changed));
  }

  /** Whether what the function changes is not the source, and shows nothing of it. */
  public static boolean isApart(Iterable<?> source, Object changed) {
    return !Coverage.IS_COUNTED && !InFlightObjects.mayShare(source, changed);
  }

  /** Whether it is such a loop even where the function may change the source: then it fails in the same place. */
  public static boolean isExactLoop(Iterable<?> source) {
    return !Coverage.IS_COUNTED && LOOPS.get(source.getClass()).orElse(false);
  }

  /** Whether it is such a loop even where the function may change the source: then it fails in the same place. */
  public static boolean isExactLoop(Map<?, ?> source) {
    return !Coverage.IS_COUNTED && LOOPS.get(source.getClass()).orElse(false);
  }

  /** What {@link #look} tells by whether a list has changed; {@code null} where its iterator fails soon enough. */
  public static Object unchanged(Iterable<?> source) {
    return source.getClass() == ArrayList.class ? ((ArrayList<?>) source).subList(0, 0) : null;
  }

  /** Fails if the list has changed, as {@code ArrayList.forEach} does behind each call of its function. */
  public static void look(Object unchanged) {
    if (unchanged != null) {
      ((List<?>) unchanged).size();
    }
  }

  /** What {@code replaceAll} hands to its function; {@code null} if it is not known to go on with {@code set}. */
  public static Object[] elements(List<?> source) {
    return source.getClass() == ArrayList.class ? source.toArray() : null;
  }

  /** The end of {@code replaceAll}, which counts as a change for iterators and parts of the list. */
  public static void replaced(List<?> source) {
    source.replaceAll(element -> element);
  }
}
