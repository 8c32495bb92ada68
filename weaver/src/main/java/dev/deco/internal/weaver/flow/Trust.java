package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.ClassHeaders;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** What the user says of calls of which not all can be seen: {@code @Concurrent(trusted = "why")}. */
public final class Trust {
  private Trust() {}

  /** Whether the method's mark gives a reason why its calls do not depend on each other. */
  public static boolean isSigned(MethodNode method) {
    String reason = reason(method);
    return reason != null && !reason.isBlank();
  }

  /** Whether the method's mark is signed without a reason. */
  public static boolean isBlank(MethodNode method) {
    String reason = reason(method);
    return reason != null && reason.isBlank();
  }

  private static String reason(MethodNode method) {
    AnnotationNode annotation = method == null ? null : ClassHeaders.annotation(method, MethodContext.CONCURRENT);
    int at = annotation == null || annotation.values == null ? -1 : annotation.values.indexOf("trusted");
    return at < 0 ? null : (String) annotation.values.get(at + 1);
  }
}
