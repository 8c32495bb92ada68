package dev.deco.internal.runtime;

import java.lang.StackWalker.StackFrame;

/** A line of the user's code. */
record Line(String file, int number) {
  /** The line that has called the runtime, or {@code null}. Costs some microseconds. */
  static Line ofCaller() {
    StackFrame frame = UserCode.frame();
    return frame == null || frame.getFileName() == null ? null : new Line(frame.getFileName(), frame.getLineNumber());
  }

  @Override
  public String toString() {
    return file + ":" + number;
  }
}
