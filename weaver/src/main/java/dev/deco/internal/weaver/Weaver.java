package dev.deco.internal.weaver;

import dev.deco.internal.weaver.findings.Finding;
import dev.deco.internal.weaver.findings.ScopePlan;
import java.util.List;

/** Skeleton. */
public final class Weaver {
  public Weaver(ClassSource classes) {}

  public byte[] weave(byte[] classFile) {
    return null;
  }

  public List<ScopePlan> plans(byte[] classFile) {
    return List.of();
  }

  public List<Finding> findings(byte[] classFile) {
    return List.of();
  }
}
