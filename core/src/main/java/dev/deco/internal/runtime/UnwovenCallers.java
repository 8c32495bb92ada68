package dev.deco.internal.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Classes with synchronized methods that nobody has woven: these run serially. Nothing of Deco runs in them, so that it can
 * be told only where they call what is Deco's, or have been loaded before its agent.
 *
 * <p><b>Concurrency:</b> may be called from any thread.
 */
public final class UnwovenCallers {
  private static final String MARK = "Ldev/deco/Synchronized;";
  private static final String GENERATED = "deco$";
  private static final Set<String> TOLD = new HashSet<>(); // guarded by itself
  private static volatile boolean agent;

  private UnwovenCallers() {}

  /** From now on classes are woven as they load, and the agent tells which are not. */
  public static void leftToTheAgent() {
    agent = true;
  }

  /** Tells which classes on the stack are not woven, and should be. */
  static void look(boolean strict) {
    if (agent) {
      return;
    }
    List<? extends Class<?>> callers = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass).distinct().toList());
    for (Class<?> caller : callers) {
      if (caller.getClassLoader() != null && !caller.getPackageName().startsWith("dev.deco.internal")
          && !caller.getPackageName().equals("dev.deco") && isUnwoven(caller)) {
        tell(caller, "it has not been woven; weave it with the Maven plugin or deco weave, or start the program with "
            + "deco run or java -javaagent:deco.jar", strict);
      }
    }
  }

  /** Whether the class has synchronized methods, and no weaver has been there. */
  public static boolean isUnwoven(Class<?> type) {
    if (type.isArray() || type.isHidden() || type.isPrimitive()) {
      return false;
    }
    try (InputStream in = type.getResourceAsStream(type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class")) {
      return in != null && new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(MARK)
          && Arrays.stream(type.getDeclaredMethods()).map(Method::getName).noneMatch(name -> name.startsWith(GENERATED));
    } catch (IOException | LinkageError unknown) {
      return false;
    }
  }

  /** Warns, once for each class; under {@code strict} throws. */
  public static void tell(Class<?> type, String why, boolean strict) {
    String message = type.getName() + " has @Synchronized methods, and " + why;
    if (strict) {
      throw new IllegalStateException("deco: error: " + message + " [deco.strict is set]");
    }
    synchronized (TOLD) {
      if (!TOLD.add(type.getName())) {
        return;
      }
    }
    System.err.println("deco: warning: " + message + " [runs serially]");
  }
}
