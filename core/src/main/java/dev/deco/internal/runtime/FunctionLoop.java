package dev.deco.internal.runtime;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final ClassValue<Boolean> LOOPS = new ClassValue<>() {
    @Override
    protected Boolean computeValue(Class<?> type) {
      boolean locks = Vector.class.isAssignableFrom(type)
          || type.getName().startsWith("java.util.Collections$Synchronized")
          || type.getName().equals("java.util.Hashtable");
      boolean map = Map.class.isAssignableFrom(type);
      Method each = map ? method(type, "forEach", BiConsumer.class) : method(type, "forEach", Consumer.class);
      Method elements = map ? method(type, "entrySet") : method(type, "iterator");
      return !locks && each != null && elements != null && isPlatform(each)
          && (isPlatform(elements) || each.getDeclaringClass().isInterface());
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

  /** Whether loops over numbers may be run by woven code. */
  public static boolean isLoop() {
    return !Coverage.IS_COUNTED;
  }

  /** Whether {@code forEach} goes through what the iterator yields, and does nothing else. */
  public static boolean isLoop(Iterable<?> source) {
    return source != null && !Coverage.IS_COUNTED && LOOPS.get(source.getClass());
  }

  /** Whether {@code forEach} goes through the entries, and does nothing else. */
  public static boolean isLoop(Map<?, ?> source) {
    return source != null && !Coverage.IS_COUNTED && LOOPS.get(source.getClass());
  }

  /** What {@code replaceAll} hands to its function; {@code null} if it is not known to go on with {@code set}. */
  public static Object[] elements(List<?> source) {
    return source != null && !Coverage.IS_COUNTED && source.getClass() == ArrayList.class ? source.toArray() : null;
  }
}
