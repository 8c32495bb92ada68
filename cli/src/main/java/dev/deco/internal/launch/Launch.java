package dev.deco.internal.launch;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** A program about to start. What it throws looks as if {@code java} had started it. */
public final class Launch {
  private static final String OUTERMOST = "dev.deco.cli.Main";
  /** What stands between that and the program: this class, and the JDK's way from here to a class's initializer. */
  private static final List<String> BETWEEN =
      List.of(OUTERMOST, "dev.deco.internal.launch.", "java.lang.invoke.", "java.lang.Class", "jdk.internal.misc.");

  private final MethodHandle main;
  private final String[] arguments;

  /**
   * @param type the class to start, which need not be initialized
   * @return {@code null} where the class has no main method that the running Java knows
   */
  public static Launch of(Class<?> type, List<String> arguments) {
    return MainMethod.of(type).map(main -> new Launch(main, arguments.toArray(String[]::new))).orElse(null);
  }

  private Launch(MethodHandle main, String[] arguments) {
    this.main = main;
    this.arguments = arguments;
  }

  /**
   * Runs the program's main method.
   *
   * <p><b>Concurrency:</b> on the calling thread, which should be the JVM's main thread: what is thrown here is then
   * reported, and the JVM's end awaited, by the JVM itself.
   *
   * @throws Throwable what the program throws, the same instance, without Deco's frames
   */
  public void start() throws Throwable {
    try {
      main.invokeExact(arguments);
    } catch (Throwable t) {
      trim(t, Collections.newSetFromMap(new IdentityHashMap<>()));
      throw t;
    }
  }

  private static void trim(Throwable thrown, Set<Throwable> seen) {
    if (thrown == null || !seen.add(thrown)) {
      return;
    }
    StackTraceElement[] trace = thrown.getStackTrace();
    int end = trace.length;
    if (end > 0 && trace[end - 1].getClassName().equals(OUTERMOST)) {
      while (end > 0 && isBetween(trace[end - 1].getClassName())) {
        end--;
      }
      thrown.setStackTrace(Arrays.copyOf(trace, end));
    }
    List<Throwable> others = new ArrayList<>(List.of(thrown.getSuppressed()));
    others.add(thrown.getCause());
    others.forEach(other -> trim(other, seen));
  }

  private static boolean isBetween(String className) {
    return BETWEEN.stream().anyMatch(className::startsWith);
  }
}
