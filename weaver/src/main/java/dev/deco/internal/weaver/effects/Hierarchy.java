package dev.deco.internal.weaver.effects;

import java.util.List;
import java.util.Set;

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
   * Internal names of all known classes that make objects of this interface by lambda expressions or method references;
   * for {@code java/util/LinkedHashMap}, of those that may make one in access order.
   */
  default Iterable<String> makersOf(String internalName) {
    return List.of();
  }

  /**
   * Whether there may be classes that are not known here: then any class or interface that others can see and extend
   * may have more subtypes. The platform's are taken for known, and implementations of these for well-behaved.
   */
  default boolean isOpen() {
    return false;
  }

  /** The names that {@link #naming} can be asked for. */
  Set<String> NAMES = Set.of("hashCode", "equals", "compareTo", "toString", "java/lang/reflect/Proxy",
      "java/lang/invoke/MethodHandleProxies", "java/util/Comparator", "java/util/TreeMap", "java/util/TreeSet",
      "java/util/PriorityQueue", "java/util/concurrent/ConcurrentSkipListMap",
      "java/util/concurrent/ConcurrentSkipListSet", "java/util/concurrent/PriorityBlockingQueue", "<clinit>");

  /**
   * Internal names of the known classes in which one of {@link #NAMES} is written, as that of a method or a class:
   * those that declare or call such a method, or use such a class, and perhaps more.
   */
  default Iterable<String> naming(String name) {
    return subtypes("java/lang/Object");
  }
}
