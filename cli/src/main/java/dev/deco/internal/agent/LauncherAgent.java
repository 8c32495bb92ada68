package dev.deco.internal.agent;

import java.lang.instrument.Instrumentation;

/** Started by {@code java -jar deco.jar} before the command line is, to give {@code deco run} its instrumentation. */
public final class LauncherAgent {
  private static Instrumentation instrumentation; // written before main starts, by the thread that then runs main

  private LauncherAgent() {}

  public static void agentmain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** @return {@code null} where the program was not started as {@code java -jar deco.jar} */
  public static Instrumentation instrumentation() {
    return instrumentation;
  }
}
