package dev.deco;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that calls which run at the same time touch different parts of what the parameter refers to and reaches: each
 * call its own. Calls then need not wait for each other on account of it.
 * <pre>{@code
 * @Concurrent @Synchronized
 * static void sort(@Disjoint int[] a, int lo, int hi) {
 *   ...
 *   sort(a, lo, middle);
 *   sort(a, middle, hi);
 *   merge(a, lo, middle, hi);
 * }
 * }</pre>
 *
 * <p>It is about calls beside each other. Code of the scope that touches what a call may still write waits for it as
 * ever, and so does a call of a concurrent method that takes the same object through a parameter without this mark.
 *
 * <p><b>Concurrency:</b> a promise that is trusted: calls that break it race.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Disjoint {}
