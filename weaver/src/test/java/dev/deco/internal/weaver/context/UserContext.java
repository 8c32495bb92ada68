package dev.deco.internal.weaver.context;

import dev.deco.ContextProvider;

/** A context of one thread-local value, which may be told to fail. */
public final class UserContext implements ContextProvider {
  public static final ThreadLocal<String> USER = new ThreadLocal<>();
  public static final String CANNOT_BE_CAPTURED = "cannot be captured";
  public static final String CANNOT_BE_RESTORED = "cannot be restored";

  @Override
  public Snapshot capture() {
    String user = USER.get();
    if (user == null) {
      return null;
    }
    if (user.equals(CANNOT_BE_CAPTURED)) {
      throw new IllegalStateException(user);
    }
    return () -> {
      if (user.equals(CANNOT_BE_RESTORED)) {
        throw new IllegalStateException(user);
      }
      String before = USER.get();
      USER.set(user);
      return () -> {
        if (before == null) {
          USER.remove();
        } else {
          USER.set(before);
        }
      };
    };
  }
}
