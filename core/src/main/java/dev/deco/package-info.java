/**
 * What a program that uses Deco names: two annotations, {@link dev.deco.Concurrent} on the work and
 * {@link dev.deco.Synchronized} on its caller, which make calls run on every core and give the results of the serial
 * program; what narrows or orders them; and {@link dev.deco.Deco}, the same by hand.
 *
 * <p>Annotations do something only in classes that have been woven: as they load, by {@code deco run} or
 * {@code -javaagent:deco.jar}, or ahead, by {@code deco weave} or the Maven plugin. Elsewhere the program is the
 * serial one.
 *
 * <p>No argument may be {@code null} unless its description says so: a {@link NullPointerException} names it.
 */
package dev.deco;
