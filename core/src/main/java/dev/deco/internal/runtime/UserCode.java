package dev.deco.internal.runtime;

/** Where on the stack the user's own code stands. */
final class UserCode {
  private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private UserCode() {}

  /** The innermost frame that is neither Deco's nor the JDK's, or null. */
  static StackWalker.StackFrame frame() {
    return WALKER.walk(frames -> frames
        .filter(frame -> frame.getDeclaringClass().getModule() != UserCode.class.getModule()
            || !frame.getClassName().startsWith("dev.deco."))
        .filter(frame -> !frame.getClassName().startsWith("java."))
        .findFirst().orElse(null));
  }
}
