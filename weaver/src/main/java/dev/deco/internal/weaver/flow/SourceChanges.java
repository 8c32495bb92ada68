package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Pipelines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What a function that is handed to a loop of the library may change of what the loop goes through. Each class looks for
 * such changes in its own way, and goes on or fails in its own way, so where there may be some, only that class can run
 * the loop.
 *
 * @param captured the values that the function has captured, by number, which may be what it goes through; {@code null}:
 *     it may change that in other ways
 */
record SourceChanges(Set<Integer> captured) {
  static final SourceChanges ANY = new SourceChanges(null);

  /** Whether there are no such changes. */
  boolean none() {
    return captured != null && captured.isEmpty();
  }

  /** Those of the functions of a method that are handed over right where they are made, by their numbers. */
  static Map<Integer, SourceChanges> of(MethodContext context) {
    Map<Integer, SourceChanges> all = new HashMap<>();
    if (context.effects().failure() != null) {
      return all;
    }
    List<InvokeDynamicInsnNode> functions = FunctionLoops.functions(context.method());
    for (int number = 0; number < functions.size(); number++) {
      int made = context.index(functions.get(number));
      int at = made + 1;
      while (at < context.size() && context.instruction(at).getOpcode() < 0) {
        at++;
      }
      if (context.reachable(made) && at < context.size() && context.instruction(at) instanceof MethodInsnNode) {
        all.put(number, of(context, made, at));
      }
    }
    return all;
  }

  private static SourceChanges of(MethodContext context, int made, int call) {
    int operands = context.operands(call);
    MethodInsnNode insn = (MethodInsnNode) context.instruction(call);
    if (operands != 2 || insn.getOpcode() == Opcodes.INVOKESTATIC) {
      return ANY;
    }
    Pipelines pipelines = context.effects().pipelines();
    Set<Node> source = Chain.operand(context, call, 0);
    Set<Access> goneThrough = pipelines.iterating(source);
    List<Set<Node>> held = new ArrayList<>();
    for (int k = 0; k < Type.getArgumentTypes(((InvokeDynamicInsnNode) context.instruction(made)).desc).length; k++) {
      held.add(Chain.operand(context, made, k));
    }
    Set<Integer> captured = new TreeSet<>();
    for (Access access : pipelines.run(Chain.operand(context, call, 1), pipelines.held(source))) {
      if (access.write() && access.node() != null && goneThrough.stream().anyMatch(read ->
          read.location().overlaps(access.location()) && context.effects().mayAlias(read.node(), access.node()))) {
        Set<Integer> such = new TreeSet<>();
        for (int k = 0; k < held.size(); k++) {
          if (held.get(k).contains(access.node())) {
            such.add(k);
          }
        }
        if (such.isEmpty() || !access.known()) {
          return ANY;
        }
        captured.addAll(such);
      } else if (access.node() == null && !access.known()) {
        return ANY;
      }
    }
    return new SourceChanges(captured);
  }
}
