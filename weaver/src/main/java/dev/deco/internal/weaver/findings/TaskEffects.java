package dev.deco.internal.weaver.findings;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Summary;
import dev.deco.internal.weaver.findings.Finding.Severity;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import dev.deco.internal.weaver.flow.Spawn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** What the tasks of a synchronized method do that keeps them apart from each other, or that had to be trusted. */
final class TaskEffects {
  private static final int MOST_REASONS = 3;

  private final MethodPlan plan;
  private final MethodContext context;
  private final Report report;

  TaskEffects(MethodPlan plan, Report report) {
    this.plan = plan;
    this.context = plan.context();
    this.report = report;
  }

  void find() {
    for (Spawn spawn : plan.spawns().values()) {
      Summary summary = context.effects().callee(spawn.index());
      if (summary != null && spawn.mode() != Spawn.Mode.IN_PLACE) {
        shared(spawn, summary);
        world(spawn, summary);
        unknown(spawn, summary);
      }
    }
  }

  private void shared(Spawn spawn, Summary summary) {
    boolean instance = spawn.call().getOpcode() != Opcodes.INVOKESTATIC;
    for (Access access : summary.accesses()) {
      String what = null;
      if (access.write() && access.known() && access.location() instanceof Location.Static field) {
        what = field.described();
      } else if (access.write() && access.known() && access.location() instanceof Location.Field field && instance
          && access.node() instanceof Node.Parameter parameter && parameter.index() == 0) {
        what = "the field " + field.name() + " of its own object";
      }
      if (what != null) {
        report.add("DECO-301", Severity.WARNING, spawn.line(), spawn.name() + " writes " + what
            + ", which other tasks share: each waits for the one before",
            "Return the value, and let the synchronized method store it or add it up.");
      }
    }
  }

  private void world(Spawn spawn, Summary summary) {
    Set<String> parts = new LinkedHashSet<>();
    for (Access access : summary.accesses()) {
      boolean order = access.location() instanceof Location.World world
          && (world.part().equals("random") || world.part().equals("io") && access.write());
      if (order && access.known()) {
        parts.add(access.reason());
      }
    }
    if (!parts.isEmpty()) {
      report.add("DECO-302", Severity.NOTE, spawn.line(), spawn.name() + " " + listed(parts)
          + ": among tasks the order of that is not fixed",
          "Return what is to be written and write it in the synchronized method; give each task a Random of its own.");
    }
  }

  private void unknown(Spawn spawn, Summary summary) {
    if (!summary.known() && !context.isSigned(spawn.index())) {
      Set<String> reasons = new LinkedHashSet<>();
      for (String reason : summary.unknown()) {
        List<String> path = context.effects().pathTo(spawn.index(), reason);
        reasons.add(path.size() < 2 ? reason : reason + " (by way of " + String.join(" > ", path) + ")");
      }
      report.add("DECO-303", Severity.WARNING, spawn.line(), spawn.name() + " is trusted not to depend on other tasks: "
          + listed(reasons), "If its calls share nothing that changes, say so: @Concurrent(trusted = \"why\"), or a line "
          + "in deco-effects.txt; code that can be read needs no trust.");
    }
  }

  private static String listed(Set<String> reasons) {
    String some = String.join("; ", reasons.stream().limit(MOST_REASONS).toList());
    return reasons.size() > MOST_REASONS ? some + "; and " + (reasons.size() - MOST_REASONS) + " more" : some;
  }
}
