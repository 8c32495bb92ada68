package dev.deco;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a method does with the object, array or collection that a parameter refers to: it writes it without
 * reading what it held before. Where code cannot be seen, that is taken instead of "may touch anything"; where it can
 * be seen, a declaration that it contradicts is an error of {@code deco check}.
 *
 * <p>{@link #from} and {@link #to} narrow it to a section of an array: the method writes no elements but those.
 * Whether two calls touch the same elements is then judged exactly, when the program runs:
 * <pre>{@code
 * @Concurrent
 * static void fill(@Out(from = "lo", to = "hi") double[] a, int lo, int hi) { ... }
 * }</pre>
 *
 * <p><b>Concurrency:</b> a declaration only; it is trusted where the code cannot be seen.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Out {
  /**
   * The first element: a whole number, the name of an {@code int} parameter of the method, or such with {@code +},
   * {@code -}, {@code *} and parentheses. Empty: from the first on. A section whose end is not behind its beginning has
   * no elements.
   *
   * @return what the first index is computed from
   */
  String from() default "";

  /**
   * One past the last element, in the same form. Empty: up to the end.
   *
   * @return what the index after the last is computed from
   */
  String to() default "";
}
