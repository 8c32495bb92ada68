package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Ref;
import dev.deco.internal.weaver.effects.Summary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The accesses of one instruction, each with the operand that is the very object it touches: of such an object the
 * running program can tell by identity whether it is in flight.
 */
final class DirectAccesses {

  /** An access, and the operand (0 is the lowest) that is its object, or -1. */
  record Touched(Access access, int operand) {}

  private DirectAccesses() {}

  static List<Touched> of(MethodContext context, int i) {
    List<Touched> all = new ArrayList<>();
    Set<Access> accesses = context.effects().accesses(i);
    AbstractInsnNode insn = context.instruction(i);
    Summary summary = insn instanceof MethodInsnNode ? context.effects().callee(i) : null;
    for (Access access : accesses) {
      Set<Integer> operands = new LinkedHashSet<>();
      if (access.node() != null && access.known() && context.effects().failure() == null) {
        if (summary != null) {
          operands = operandsOf(context, i, summary, access);
        } else if (!(insn instanceof MethodInsnNode)) {
          operands.add(0);
        }
      }
      if (operands.isEmpty()) {
        all.add(new Touched(access, -1));
      }
      operands.forEach(operand -> all.add(new Touched(access, operand)));
    }
    return all;
  }

  /** The operands that {@code access} can be of; none if it may also be of an object reached through others. */
  private static Set<Integer> operandsOf(MethodContext context, int i, Summary summary, Access access) {
    Set<Integer> operands = new LinkedHashSet<>();
    for (Access own : summary.accesses()) {
      if (own.write() != access.write() || !own.location().equals(access.location())) {
        continue;
      }
      if (!(own.node() instanceof Node.Parameter parameter)) {
        return Set.of();
      }
      if (operand(context, i, parameter.index()).nodes().contains(access.node())) {
        operands.add(parameter.index());
      }
    }
    return operands;
  }

  private static Ref operand(MethodContext context, int i, int operand) {
    Frame<Ref> frame = context.effects().frames()[i];
    int count = context.operation(i).operands();
    return frame.getStack(frame.getStackSize() - count + operand);
  }

  /** The nodes of an operand of instruction {@code i}. */
  static Set<Node> nodes(MethodContext context, int i, int operand) {
    return operand(context, i, operand).nodes();
  }

  /** Whether {@code access} of the call at {@code i} writes elements of an array that the call never reads. */
  static boolean writesOwnPart(MethodContext context, int i, Touched touched) {
    Access access = touched.access();
    if (!access.write() || touched.operand() < 0 || !(access.location() instanceof Location.Elements)) {
      return false;
    }
    return context.effects().accesses(i).stream().noneMatch(other -> !other.write() && other.node() != null
        && other.node().equals(access.node()) && other.location().overlaps(access.location()));
  }
}
