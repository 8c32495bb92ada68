package dev.deco.internal.agent;

import dev.deco.internal.runtime.Engines;
import dev.deco.internal.weaver.Marks;

/**
 * Classes with concurrent methods in a program that has no synchronized one: somebody has forgotten to mark the caller. Told
 * when the program ends, once.
 *
 * <p><b>Concurrency:</b> may be called from any thread.
 */
final class UnscopedClasses {
  private volatile boolean scoped;
  private volatile String first;

  /** A class of the program loads. */
  void loads(String name, byte[] classFile) {
    if (scoped) {
      return;
    }
    if (Marks.mayHaveScopes(classFile)) {
      scoped = true;
    } else if (first == null && Marks.mayHaveTasks(classFile)) {
      found(name.replace('/', '.'));
    }
  }

  private synchronized void found(String name) {
    if (first == null) {
      first = name;
      try {
        Runtime.getRuntime().addShutdownHook(new Thread(this::tell, "deco-unscoped"));
      } catch (IllegalStateException ending) { // too late for any task
        scoped = true;
      }
    }
  }

  private void tell() {
    if (!scoped && Engines.mayRunTasks()) {
      System.err.println("deco: warning: " + first + " has @Concurrent methods, but no class of the program has a "
          + "@Synchronized one, so nothing ran in parallel; mark the method that calls them @Synchronized: deco check says "
          + "which");
    }
  }
}
