package dev.deco;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose calls to {@link Concurrent} methods become tasks. One activation of it is a scope: no task
 * outlives the scope that spawned it.
 *
 * <p><b>Concurrency:</b> the method itself runs on its caller's thread from the first line to the last. Before it
 * returns or throws it waits for all its tasks, and while it waits that thread runs tasks.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Synchronized {
  /**
   * How tasks that touch the same data are kept in order. By default the scope syncs before a call that conflicts with
   * an earlier one; with {@link Order#BY_DATA} the later task waits for the earlier one, and the scope goes on.
   *
   * <p><b>Concurrency:</b> a choice between two ways to the same results. What the method's own code touches waits for
   * the tasks as ever.
   *
   * @return the order of tasks that conflict
   */
  Order order() default Order.BY_SYNC;
}
