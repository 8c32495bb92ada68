package dev.deco;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose calls may run at the same time as their caller goes on. Each call that a {@link Synchronized}
 * method makes to it becomes a task; anywhere else a call is a plain call.
 *
 * <p>The mark says: <em>in what Deco's analysis cannot see, calls of this method do not depend on each other</em>.
 * What the analysis can see, it respects. Take the mark away and the program gives the same results.
 *
 * <p><b>Concurrency:</b> the method may run on any worker, several calls at once. Everything that its scope did before
 * the call happens-before the task; everything that the task did happens-before the scope's next sync.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Concurrent {}
