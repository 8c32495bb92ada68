package dev.deco.internal.weaver.findings;

/** What one line of a synchronized method does, and why. A line has one step or more. */
public record Step(int line, Kind kind, String what, String why) {
  public enum Kind { SPAWNED, DEFERRED, FORCED, SYNCED, IN_PLACE, PLAIN }
}
