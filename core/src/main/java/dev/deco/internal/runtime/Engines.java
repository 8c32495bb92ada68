package dev.deco.internal.runtime;

import dev.deco.ConfigurationException;
import dev.deco.internal.engine.Engine;
import dev.deco.internal.engine.Observer;
import dev.deco.internal.engine.Places;
import dev.deco.internal.engine.SerialEngine;
import dev.deco.internal.engine.ThreadsEngine;
import dev.deco.internal.engine.Worker;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/** Makes engines from configurations, and holds the one of the process. */
public final class Engines {
  private Engines() {}

  private static volatile Engine ofProcess; // written under the class's lock

  /** The engine of code that nobody has bound to another one; made at first use from the configuration. */
  static Engine ofProcess() {
    Engine engine = ofProcess;
    return engine != null ? engine : makeOfProcess();
  }

  /** Whether tasks may run beside each other by the engine of the process, and no scope has been opened in it. */
  public static boolean mayRunTasks() {
    Engine engine = ofProcess;
    try {
      return engine == null ? !Configuration.load().isSerial() : !engine.sequential && engine.counted().scopes == 0;
    } catch (ConfigurationException noSetting) {
      return false;
    }
  }

  private static synchronized Engine makeOfProcess() {
    if (ofProcess == null) {
      UnwovenCallers.look(Configuration.isStrict());
      Configuration configuration = Configuration.load();
      Configuration.unknownVariables(System.getenv()).forEach(name -> System.err.println(
          "deco: warning: there is no setting for the environment variable " + name + "; the guide tells which there are"));
      if (Configuration.ORDERED.equals(configuration.output())) {
        OrderedOutput.install();
      }
      Places places = configuration.places();
      ofProcess = start(configuration, places, null, configuration.stats() ? new Profile(System::nanoTime) : null);
      if (!configuration.methods().isEmpty()) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tellUnmet(places), "deco-settings"));
      }
    }
    return ofProcess;
  }

  private static void tellUnmet(Places places) {
    places.unmet().forEach(method -> System.err.println("deco: warning: the setting deco.engine." + method
        + " was not used: no call of such a method became a task; name the class, with its package or without, and a "
        + "concurrent method that a synchronized method calls"));
  }

  /** What tasks print comes out in program order from now on, unless the configuration says otherwise. */
  public static void orderOutput() {
    if (!Configuration.DIRECT.equals(Configuration.load().output())) {
      OrderedOutput.install();
    }
  }

  /** The engine that the current thread uses. */
  static Engine current() {
    Worker worker = Worker.current();
    return worker == null ? ofProcess() : worker.engine;
  }

  static Worker bind() {
    return Worker.bind(ofProcess());
  }

  static Engine start(Configuration configuration) {
    return start(configuration, null, configuration.stats() ? new Profile(System::nanoTime) : null);
  }

  private static Engine start(Configuration configuration, Observer observer, Profile profile) {
    return start(configuration, configuration.places(), observer, profile);
  }

  private static Engine start(Configuration configuration, Places places, Observer observer, Profile profile) {
    Engine engine = configuration.isSerial() ? new SerialEngine(profile)
        : new ThreadsEngine(configuration.engine(), configuration.workers(), configuration.seed(), observer, places, profile);
    if (configuration.stats()) {
      Stats.printAtExit(engine);
    }
    return engine;
  }

  /**
   * Runs code on an engine of its own: every scope that this thread opens meanwhile uses it. Its threads have ended when
   * this returns.
   */
  public static <T> T using(Configuration configuration, Callable<T> code) throws Exception {
    return using(start(configuration), code);
  }

  /** The same, and its time is measured, by a clock that tells nanoseconds from some start, perhaps of each thread. */
  public static <T> T timed(Configuration configuration, LongSupplier clock, Callable<T> code) throws Exception {
    return using(start(configuration, null, new Profile(clock)), code);
  }

  /** The same, and {@code observer} hears what the scopes do. */
  public static <T> T observed(Configuration configuration, Observer observer, Callable<T> code) throws Exception {
    return using(start(configuration, observer, null), code);
  }

  private static <T> T using(Engine made, Callable<T> code) throws Exception {
    try (Engine engine = made) {
      return Worker.call(engine, code);
    }
  }
}
