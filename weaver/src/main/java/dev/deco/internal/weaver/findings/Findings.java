package dev.deco.internal.weaver.findings;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import dev.deco.internal.weaver.flow.Spawn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** What is wrong, or serial without need, in one class. */
public final class Findings {
  private final ClassNode owner;
  private final List<Finding> findings = new ArrayList<>();

  private Findings(ClassNode owner) {
    this.owner = owner;
  }

  public static List<Finding> of(ClassNode owner, List<MethodPlan> plans, ClassHeaders classes) {
    Findings all = new Findings(owner);
    owner.methods.forEach(all::declaration);
    plans.forEach(all::plan);
    all.findings.sort(Comparator.comparingInt(Finding::line));
    return all.findings;
  }

  private void add(String code, Finding.Severity severity, int line, String cause, String cure) {
    findings.add(new Finding(code, severity, owner.name.replace('/', '.'), owner.sourceFile, line, cause, cure));
  }

  private void declaration(MethodNode method) {
    boolean concurrent = ClassHeaders.isAnnotated(method, MethodContext.CONCURRENT);
    boolean sync = ClassHeaders.isAnnotated(method, MethodContext.SYNCHRONIZED);
    if (!concurrent && !sync) {
      return;
    }
    boolean bodiless = (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0;
    if (bodiless) {
      String what = (method.access & Opcodes.ACC_NATIVE) != 0 ? "native" : "abstract";
      add("DECO-101", Finding.Severity.ERROR, firstLine(method), method.name + " is " + what
          + ": it has no body to run as a task or to spawn tasks", "Put the annotation on a method with a body.");
    }
  }

  private void plan(MethodPlan plan) {
    MethodContext context = plan.context();
    MethodNode method = context.method();
    if (plan.spawns().isEmpty() && plan.streams().isEmpty()) {
      add("DECO-102", Finding.Severity.WARNING, firstLine(method), method.name
          + " is @Synchronized but calls no concurrent method: nothing in it runs in parallel",
          "Mark the method that does the work @Concurrent, or take @Synchronized away.");
    }
    for (Spawn spawn : plan.spawns().values()) {
      if (spawn.mode() == Spawn.Mode.IN_PLACE) {
        add("DECO-201", Finding.Severity.WARNING, spawn.line(), spawn.name() + " runs in place: " + spawn.why(),
            "Use its result later, or in a statement that can be deferred.");
      }
    }
    plan.streams().values().stream().filter(stream -> !stream.ahead()).forEach(stream ->
        add("DECO-201", Finding.Severity.WARNING, context.line(stream.index()), stream.name() + " runs in place: "
            + stream.why(), "Let the function touch nothing that the rest of the stream needs or changes."));
    plan.syncs().forEach((i, why) -> {
      if (!context.isExplicitSync(i)) {
        add("DECO-202", Finding.Severity.NOTE, context.line(i), "the scope waits here for all tasks so far: " + why,
            "If this is inside the loop that spawns them, the loop is serial: move it out.");
      }
    });
  }

  private static int firstLine(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return 0;
  }
}
