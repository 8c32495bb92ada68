package dev.deco.internal.runtime;

/**
 * Whether a coverage agent counts which lines of the user's methods run: it would not see those of the methods that
 * stand in for them, which have what is counted for another method.
 *
 * <p><b>Concurrency:</b> a constant.
 */
final class Coverage {
  static final boolean IS_COUNTED = isCounted();

  private Coverage() {}

  private static boolean isCounted() {
    try {
      Class.forName("org.jacoco.agent.rt.RT", false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
