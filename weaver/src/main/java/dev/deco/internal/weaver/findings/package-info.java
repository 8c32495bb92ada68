/**
 * Plans for people: {@link ScopePlan} is what {@code deco explain} prints, {@link Finding} what {@code deco check}
 * does. Each of the classes that {@link Findings} asks looks for one kind of trouble.
 */
package dev.deco.internal.weaver.findings;
