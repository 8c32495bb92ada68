package dev.deco.internal.weaver.findings;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.findings.Finding.Severity;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Concurrent methods that a synchronized method calls only through a function: a lambda or a method reference. */
final class Functions {
  private static final String CODE = "DECO-206";

  private final MethodPlan plan;
  private final MethodContext context;
  private final ClassHeaders classes;
  private final Report report;

  Functions(MethodPlan plan, ClassHeaders classes, Report report) {
    this.plan = plan;
    this.context = plan.context();
    this.classes = classes;
    this.report = report;
  }

  /** Whether there are any. */
  boolean find() {
    plan.streams().values().stream().filter(stream -> !stream.ahead()).forEach(stream ->
        report.add(CODE, Severity.WARNING, context.line(stream.index()),
            stream.name() + " runs in place: " + stream.why(),
            stream.cure()));
    List<HandedFunction> handed = HandedFunction.of(plan);
    handed.forEach(function -> report.add(CODE, Severity.WARNING, context.line(function.index()),
        function.name() + " is called by " + function.why() + ", so it runs in place", function.cure()));
    Set<Integer> parallel = HandedFunction.parallelLines(plan);
    boolean any = !handed.isEmpty();
    for (int i = 0; i < context.size(); i++) {
      if (context.instruction(i) instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW
          && isLocal(made.desc) && !parallel.contains(context.line(i))) {
        String name = concurrentCall(made.desc);
        if (name != null) {
          any = true;
          report.add(CODE, Severity.WARNING, context.line(i), name
              + " is called by an object that is made here: who calls its methods, and when, is not this method's to "
              + "say, so it runs in place", HandedFunction.CURE);
        }
      }
    }
    return any;
  }

  /** Whether the class is anonymous, or declared in a method. */
  private boolean isLocal(String internalName) {
    return context.owner().innerClasses.stream()
        .anyMatch(inner -> inner.name.equals(internalName) && inner.outerName == null);
  }

  /** A concurrent method that the methods of a class call, scopes aside; or {@code null}. */
  private String concurrentCall(String type) {
    ClassNode node = classes.withCode(type);
    return node == null ? null : node.methods.stream()
        .filter(method -> !ClassHeaders.isAnnotated(method, MethodContext.SYNCHRONIZED))
        .map(method -> HandedFunction.concurrentCall(context, method)).filter(found -> found != null).findFirst()
        .orElse(null);
  }
}
