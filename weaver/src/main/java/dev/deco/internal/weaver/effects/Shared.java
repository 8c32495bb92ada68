package dev.deco.internal.weaver.effects;

import java.util.Set;

/** The classes of the JDK whose objects are made for several threads: what is done to them, others may see. */
final class Shared {
  private static final String PACKAGE = "java/util/concurrent/";
  private static final Set<String> NOT = Set.of("java/util/concurrent/ThreadLocalRandom",
      "java/util/concurrent/TimeUnit", "java/util/concurrent/Callable");

  private Shared() {}

  /** {@code type}: an internal name, or {@code null}. */
  static boolean is(String type) {
    return type != null && type.startsWith(PACKAGE) && !NOT.contains(type);
  }
}
