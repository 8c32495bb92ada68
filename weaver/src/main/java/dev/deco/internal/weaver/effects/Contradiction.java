package dev.deco.internal.weaver.effects;

/**
 * Something said of a method that its code does not keep.
 *
 * <p><b>Concurrency:</b> immutable.
 *
 * @param said the declaration: {@code @Pure}, {@code @In on its parameter number 1}, a line and its place
 * @param does what the code does instead: {@code Grid.clear writes array elements}
 */
public record Contradiction(String said, String does) {}
