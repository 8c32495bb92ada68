package dev.deco.internal.weaver.findings;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.Resolution;
import dev.deco.internal.weaver.effects.Hierarchy;
import dev.deco.internal.weaver.findings.Finding.Severity;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Calls of a synchronized method that are plain calls, since the declaration that they name is not marked, though one that
 * overrides it or that it overrides is.
 */
final class UnmarkedCalls {
  private final MethodContext context;
  private final ClassHeaders classes;
  private final Hierarchy hierarchy;
  private final Report report;

  UnmarkedCalls(MethodPlan plan, ClassHeaders classes, Hierarchy hierarchy, Report report) {
    this.context = plan.context();
    this.classes = classes;
    this.hierarchy = hierarchy;
    this.report = report;
  }

  /** Whether there are any. */
  boolean find() {
    boolean any = false;
    for (int i = 0; i < context.size(); i++) {
      if (context.instruction(i) instanceof MethodInsnNode call && isVirtual(call)) {
        Resolution target = classes.resolution(call.owner, call.name, call.desc);
        Resolution marked = target == null || isMarked(target.method()) || isExact(target.method()) ? null
            : marked(call, target);
        if (marked != null) {
          any = true;
          String named = name(target.owner(), call.name);
          String other = name(marked.owner(), call.name);
          report.add("DECO-105", Severity.WARNING, context.line(i), named + " is not marked, so this call of it is a plain "
              + "call, though " + other + ", " + (isAbove(marked, target) ? "which it overrides" : "which overrides it")
              + ", is @Concurrent", "Mark " + named + " @Concurrent, too: what counts is the method that the call names. "
              + "Or call it through " + simple(marked.owner()) + ".");
        }
      }
    }
    return any;
  }

  private static boolean isVirtual(MethodInsnNode call) {
    return (call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE)
        && !call.owner.startsWith("[") && !call.owner.equals("java/lang/Object");
  }

  private static boolean isExact(MethodNode method) {
    return (method.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) != 0;
  }

  private static boolean isMarked(MethodNode method) {
    return ClassHeaders.isAnnotated(method, MethodContext.CONCURRENT);
  }

  private boolean isAbove(Resolution marked, Resolution target) {
    return classes.annotatedAbove(target.owner(), marked.method().name, marked.method().desc, MethodContext.CONCURRENT)
        != null;
  }

  private Resolution marked(MethodInsnNode call, Resolution target) {
    Resolution above = classes.annotatedAbove(target.owner(), call.name, call.desc, MethodContext.CONCURRENT);
    if (above != null) {
      return above;
    }
    for (String type : hierarchy.subtypes(call.owner)) {
      ClassNode below = classes.header(type);
      MethodNode method = below == null ? null : ClassHeaders.declared(below, call.name, call.desc);
      if (method != null && isMarked(method)) {
        return new Resolution(below, method);
      }
    }
    return null;
  }

  private static String name(ClassNode owner, String method) {
    return simple(owner) + "." + method;
  }

  private static String simple(ClassNode owner) {
    return owner.name.substring(owner.name.lastIndexOf('/') + 1).replace('$', '.');
  }
}
