package dev.deco.internal.weaver;

/**
 * Where class files come from. The weaver reads classes; it never loads one.
 *
 * <p><b>Concurrency:</b> implementations may be called from any thread.
 */
@FunctionalInterface
public interface ClassSource {
  /** The class file of {@code internalName} ({@code java/util/List}), or {@code null} where there is none. */
  byte[] bytes(String internalName);
}
