package dev.deco.internal.weaver.effects;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Calls of methods that the program's classes have from the library, and that call back what these classes override:
 * one of them may run all others. They are not nested, but each runs on whatever any of them is run on within the
 * outermost one, until that is no more.
 */
final class InheritedCalls {
  private final Map<Target, Set<Node>> wanted = new LinkedHashMap<>();
  private boolean running;
  private boolean grown;

  private record Target(String type, String method) {}

  /** What such a call does. */
  interface Run {
    void on(String type, String method, Set<Node> objects);
  }

  /** Runs the method on the objects, now or, if others are running, before these are done. */
  void call(String type, String method, Set<Node> objects, Run run) {
    grown |= wanted.computeIfAbsent(new Target(type, method), any -> new LinkedHashSet<>()).addAll(objects);
    if (!running) {
      running = true;
      while (grown) {
        grown = false;
        new LinkedHashMap<>(wanted).forEach((target, all) ->
            run.on(target.type, target.method, new LinkedHashSet<>(all)));
      }
      wanted.clear();
      running = false;
    }
  }
}
