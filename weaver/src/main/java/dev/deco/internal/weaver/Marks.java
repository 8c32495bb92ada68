package dev.deco.internal.weaver;

import java.nio.charset.StandardCharsets;

/** Tells class files that have to do with Deco from the many that have not, faster than reading them would. */
public final class Marks {
  private static final byte[] SYNCHRONIZED = "Ldev/deco/Synchronized;".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CONCURRENT = "Ldev/deco/Concurrent;".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WOVEN = "Ldev/deco/internal/runtime/Woven;".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DECO = "Ldev/deco/".getBytes(StandardCharsets.US_ASCII);

  private Marks() {}

  /** Whether the class may have a synchronized method. {@code false} is certain. */
  public static boolean mayHaveScopes(byte[] classFile) {
    return contains(classFile, SYNCHRONIZED);
  }

  /** Whether the class may have a concurrent method. {@code false} is certain. */
  public static boolean mayHaveTasks(byte[] classFile) {
    return contains(classFile, CONCURRENT);
  }

  /** Whether the class may carry any of Deco's annotations. {@code false} is certain. */
  public static boolean mayUseDeco(byte[] classFile) {
    return contains(classFile, DECO);
  }

  /** Whether the class carries the weaver's mark. */
  public static boolean isWoven(byte[] classFile) {
    return contains(classFile, WOVEN);
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    int last = bytes.length - wanted.length;
    for (int i = 0; i <= last; i++) {
      if (bytes[i] == 'L' && matches(bytes, i, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int start, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[start + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
