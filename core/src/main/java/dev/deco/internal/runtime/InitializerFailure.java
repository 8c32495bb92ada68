package dev.deco.internal.runtime;

import java.util.Arrays;

/**
 * The failure of a static initializer, which the first use of the class throws; later ones throw
 * {@link NoClassDefFoundError}. When tasks use a class, the first use in time need not be the first in program order.
 */
final class InitializerFailure {
  private static final String LATER = "Could not initialize class ";

  private InitializerFailure() {}

  /**
   * What the first failure in program order would have been in a serial run: if it says that an initializer has failed
   * before, and a later failure in it is that one, the two change places.
   */
  static Throwable first(Throwable failure) {
    if (!(failure instanceof NoClassDefFoundError) || failure.getMessage() == null
        || !failure.getMessage().startsWith(LATER)) {
      return failure;
    }
    String type = failure.getMessage().substring(LATER.length());
    for (Throwable later : failure.getSuppressed()) {
      Throwable thrown = later instanceof ExceptionInInitializerError ? later.getCause() : later;
      if (thrown != null && Arrays.stream(thrown.getStackTrace()).anyMatch(frame ->
          frame.getMethodName().equals("<clinit>") && frame.getClassName().equals(type))) {
        for (Throwable other : failure.getSuppressed()) {
          Failures.suppress(later, other);
        }
        return later;
      }
    }
    return failure;
  }
}
