package dev.deco.internal.weaver.findings;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Effects;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.Summary;
import dev.deco.internal.weaver.findings.Finding.Severity;
import dev.deco.internal.weaver.flow.CallLimit;
import dev.deco.internal.weaver.flow.LimitedCall;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.Trust;
import java.time.DateTimeException;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Limits of calls that cannot be kept: texts that are no time, and runs that would find what an earlier one has left.
 */
public final class CallLimits {
  private final Effects effects;
  private final Report report;

  private CallLimits(ClassNode owner, Effects effects) {
    this.effects = effects;
    this.report = new Report(owner);
  }

  /** What is wrong with the limits that a class declares, and with those of the calls in its synchronized methods. */
  static List<Finding> of(ClassNode owner, ClassHeaders classes, Effects effects) {
    CallLimits limits = new CallLimits(owner, effects);
    for (MethodNode method : owner.methods) {
      CallLimit limit = CallLimit.of(method);
      String name = owner.name.substring(owner.name.lastIndexOf('/') + 1).replace('$', '.') + "." + method.name;
      limits.text(name, limit, Report.firstLine(method));
      limits.signature(name, method, Report.firstLine(method));
      if (limit.retries() > 0) {
        limits.writes(name, effects.summary(owner.name, method.name, method.desc, true), Report.firstLine(method));
      }
    }
    for (LimitedCall call : LimitedCall.in(owner, classes)) {
      boolean ownDeclaration = owner.methods.stream()
          .anyMatch(method -> call.owner().equals(owner.name) && method.name.equals(call.name())
              && method.desc.equals(call.descriptor()));
      if (!ownDeclaration) {
        limits.call(call);
      } else if (limits.report.findings().isEmpty() && call.limit().retries() > 0 && !call.exact()) {
        limits.writes(call.simpleName(), limits.summary(call), call.line()); // an override may write what it does not
      }
    }
    return limits.report.findings();
  }

  /** What is wrong with the limits of the calls that a class makes: such a class cannot be woven. */
  public static List<Finding> ofCalls(ClassNode owner, ClassHeaders classes, Effects effects) {
    CallLimits limits = new CallLimits(owner, effects);
    LimitedCall.in(owner, classes).forEach(limits::call);
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof MethodInsnNode call && ClassHeaders.isAnnotated(method, MethodContext.SYNCHRONIZED)) {
          limits.signature(call.owner.substring(call.owner.lastIndexOf('/') + 1).replace('$', '.') + "." + call.name,
              classes.resolve(call.owner, call.name, call.desc), Report.firstLine(method));
        }
      }
    }
    return limits.report.findings();
  }

  private void call(LimitedCall call) {
    text(call.simpleName(), call.limit(), call.line());
    if (call.limit().retries() > 0) {
      writes(call.simpleName(), summary(call), call.line());
    }
  }

  private Summary summary(LimitedCall call) {
    return effects.summary(call.owner(), call.name(), call.descriptor(), call.exact());
  }

  private void text(String name, CallLimit limit, int line) {
    try {
      limit.nanos();
    } catch (DateTimeException e) {
      report.add("DECO-110", Severity.ERROR, line, "the timeout \"" + limit.timeout() + "\" of " + name + " "
          + e.getMessage(), "Write a time of up to a year, like 200ms, 5s, 1.5 min, 2h, or PT5S.");
    }
    if (limit.retries() < 0 || limit.retries() > CallLimit.MOST_RETRIES) {
      report.add("DECO-111", Severity.ERROR, line, name + " cannot be run " + limit.retries() + " more times",
          "Give a number of retries from 0 to " + CallLimit.MOST_RETRIES + ".");
    }
  }

  private void signature(String name, MethodNode method, int line) {
    if (Trust.isBlank(method)) {
      report.add("DECO-113", Severity.ERROR, line, name + " is trusted without a reason",
          "Say in trusted = \"...\" why its calls do not depend on each other, or take it away.");
    }
  }

  private void writes(String name, Summary summary, int line) {
    for (Access access : summary.accesses()) {
      if (access.write() && !(access.location() instanceof Location.Signal)) {
        report.add("DECO-112", Severity.ERROR, line, name + " has retries, but "
            + (access.known() ? "writes " + what(access) : "may write anything") + " (" + access.reason()
            + "): a second run would find what the first one left",
            "Return the value and let the synchronized method store it, or take the retries away.");
        return;
      }
    }
  }

  private static String what(Access access) {
    Location location = access.location();
    if (location instanceof Location.Static field) {
      return field.described();
    } else if (location instanceof Location.World) {
      return "to the world outside";
    } else if (location instanceof Location.Field field) {
      return "the field " + field.name() + " of an object that it did not make";
    } else if (location instanceof Location.Elements) {
      return "elements of an array that it did not make";
    }
    return "the content of an object that it did not make";
  }
}
