package dev.deco.internal.weaver.findings;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.effects.Contradiction;
import dev.deco.internal.weaver.effects.Effects;
import dev.deco.internal.weaver.effects.Hierarchy;
import dev.deco.internal.weaver.findings.Finding.Severity;
import dev.deco.internal.weaver.flow.Declarations;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What is wrong, or serial without need, or trusted, in one class. Each code has a page under {@code docs/checks}. */
public final class Findings {
  private final Report report;

  private Findings(Report report) {
    this.report = report;
  }

  public static List<Finding> of(ClassNode owner, List<MethodPlan> plans, ClassHeaders classes,
      Effects effects, Hierarchy hierarchy) {
    Report report = new Report(owner);
    CallLimits.of(owner, classes, effects).forEach(report::add);
    Findings declarations = new Findings(report);
    owner.methods.forEach(declarations::body);
    for (MethodNode method : owner.methods) {
      effects.contradictions(owner, method).forEach(one -> declarations.contradiction(method, one));
    }
    for (MethodPlan plan : plans) {
      boolean functions = new Functions(plan, classes, report).find();
      boolean unmarked = new UnmarkedCalls(plan, classes, hierarchy, report).find();
      if (plan.spawns().isEmpty() && plan.streams().isEmpty() && !functions && !unmarked) {
        declarations.nothingToSpawn(plan.context().method());
      }
      new Waits(plan, report).find();
      new TaskEffects(plan, report).find();
    }
    return report.findings();
  }

  private void body(MethodNode method) {
    boolean concurrent = ClassHeaders.isAnnotated(method, MethodContext.CONCURRENT);
    boolean scope = ClassHeaders.isAnnotated(method, MethodContext.SYNCHRONIZED);
    boolean annotated = concurrent || scope;
    // A concurrent method may be abstract: what a call of it runs has a body.
    String what = (method.access & Opcodes.ACC_NATIVE) != 0 ? "native: it has no body"
        : (method.access & Opcodes.ACC_ABSTRACT) != 0 ? (scope ? "abstract: it has no body" : null)
        : method.name.startsWith("<") ? "a constructor or initializer: it has no call" : null;
    if (annotated && what != null) {
      report.add("DECO-101", Severity.ERROR, Report.firstLine(method), method.name + " is " + what
          + (concurrent && !scope ? " to run as a task" : " to spawn tasks"), "Put the annotation on a method with a body.");
    }
    Declarations.of(method).faults().forEach(fault -> report.add("DECO-103", Severity.ERROR, Report.firstLine(method),
        fault, "Write whole numbers and int parameters of the method, with +, -, * and parentheses."));
  }

  private void contradiction(MethodNode method, Contradiction contradiction) {
    report.add("DECO-104", Severity.ERROR, Report.firstLine(method), method.name + " is declared "
        + contradiction.said() + ", but " + contradiction.does(),
        "Take the declaration away or say what the method does; its code can be read, "
        + "so that none is needed.");
  }

  private void nothingToSpawn(MethodNode method) {
    report.add("DECO-102", Severity.WARNING, Report.firstLine(method),
        method.name + " is @Synchronized but calls no concurrent method: nothing in it runs in parallel",
        "Mark the method that does the work @Concurrent, or take @Synchronized away.");
  }
}
