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
public @interface Synchronized {}
