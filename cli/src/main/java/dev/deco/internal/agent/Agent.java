package dev.deco.internal.agent;

import dev.deco.ConfigurationException;
import dev.deco.internal.runtime.Configuration;
import dev.deco.internal.runtime.Engines;
import dev.deco.internal.runtime.UnwovenCallers;
import java.lang.instrument.Instrumentation;

/**
 * {@code java -javaagent:deco.jar ...}: weaves the program's classes as they load. It takes no options of its own; the
 * system properties {@code deco.*} configure it as they do everywhere else.
 */
public final class Agent {
  private Agent() {}

  public static void premain(String options, Instrumentation instrumentation) {
    if (options != null && !options.isBlank()) {
      System.err.println("deco: warning: -javaagent:deco.jar=" + options
          + ": the agent takes no options, this is ignored; use -Ddeco.engine=..., -Ddeco.workers=... and the like");
    }
    try {
      Engines.orderOutput();
    } catch (ConfigurationException laterThrownAgain) {
      // the first scope throws it where the program can be told from its settings
    }
    install(instrumentation);
  }

  private static boolean isStrict() {
    try {
      return Configuration.isStrict();
    } catch (ConfigurationException laterThrownAgain) {
      return true; // the first scope throws it
    }
  }

  /** Weaves every class of the program that loads from now on, whichever loader it comes from. */
  public static void install(Instrumentation instrumentation) {
    boolean strict = isStrict();
    instrumentation.addTransformer(new WeavingTransformer(strict), false);
    UnwovenCallers.leftToTheAgent();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (loaded.getClassLoader() != null && loaded.getProtectionDomain() != Agent.class.getProtectionDomain()
          && !WeavingTransformer.isDeco(loaded.getName().replace('.', '/')) && UnwovenCallers.isUnwoven(loaded)) {
        UnwovenCallers.tell(loaded, "it was loaded before Deco's agent was; put -javaagent:deco.jar before other agents",
            strict);
      }
    }
  }
}
