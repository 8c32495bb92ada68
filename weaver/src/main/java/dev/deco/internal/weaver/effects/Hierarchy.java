package dev.deco.internal.weaver.effects;

import java.util.List;

/**
 * Which classes of the program are subtypes of a class or interface, and which make functions of that type, as far as
 * the program is known.
 *
 * <p><b>Concurrency:</b> implementations may be called from any thread.
 */
@FunctionalInterface
public interface Hierarchy {
  /** Knows nothing: what a class file says itself (sealed types, nest members) is then all that is known. */
  Hierarchy NONE = type -> List.of();

  /** Internal names of all known classes that extend or implement {@code internalName}, directly or not. */
  Iterable<String> subtypes(String internalName);

  /**
   * Internal names of all known classes that make objects of this interface by lambda expressions or method references.
   */
  default Iterable<String> makersOf(String internalName) {
    return List.of();
  }
}
