package dev.deco;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose calls may run at the same time as their caller goes on. Each call that a {@link Synchronized}
 * method makes to it becomes a task; anywhere else a call is a plain call, without limit and without retries.
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
public @interface Concurrent {
  /**
   * How long a call may take, from its start on a worker: {@code "5s"}, {@code "200 ms"}, {@code "1.5 min"}, with the
   * units ns, us, ms, s, min, h, or ISO-8601, {@code "PT5S"}. More than nothing, at most 365 days; empty: for ever.
   * After that time the call fails with a {@link TaskTimeoutException}: its thread is interrupted, and whatever it
   * returns or throws later is ignored. With {@link #retries} each run has this time, and one that took longer is run
   * again.
   *
   * <p><b>Concurrency:</b> no task outlives its scope, so the failure comes out when the call has reacted to the
   * interrupt and ended. One that does not react holds its scope up, and is named on standard error. Calls in place
   * and on the engine {@code serial} are limited in the same way. A text that is no such time is an error at build
   * time.
   *
   * @return a number with a unit, or empty
   */
  String timeout() default "";

  /**
   * How many times more the call is run when it throws an {@link Exception}; 0 to 1000. An {@link Error} is not met by
   * another run, nor is an exception after an interrupt that came from elsewhere. The failures of earlier runs are
   * added to that of the last one as suppressed.
   *
   * <p><b>Concurrency:</b> the runs follow each other on one thread, without a pause, before anything that comes later
   * in program order is replayed. Only for methods that are known to write nothing but what they create: anything else
   * is an error at build time, since a second run would find what the first one left.
   *
   * @return 0 to 1000
   */
  int retries() default 0;

  /**
   * Why calls do not depend on each other in what Deco's analysis cannot see: native code, reflection, classes that are
   * not there. The user's signature: without it, {@code deco check} gives the warning DECO-303, and the first time that
   * such calls run beside each other one line on standard error says so. What can be seen is respected all the same.
   *
   * <p><b>Concurrency:</b> signed calls run beside each other under {@code deco.trust = refuse}, too.
   *
   * @return the reason, for whoever reads the code; a blank text is an error at build time
   */
  String trusted() default "";
}
