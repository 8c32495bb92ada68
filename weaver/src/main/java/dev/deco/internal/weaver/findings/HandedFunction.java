package dev.deco.internal.weaver.findings;

import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import dev.deco.internal.weaver.flow.StreamCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A lambda expression or method reference that calls a concurrent method and is handed to other code, in which the call runs
 * in place.
 *
 * @param index the instruction that makes it
 * @param name {@code Main.f}, the concurrent method
 * @param why who calls it
 * @param cure what to do about it
 */
record HandedFunction(int index, String name, String why, String cure) {
  static final String CURE = "Call it here in a loop, or use a stream, Deco.map or Scope.call.";
  private static final String STREAMS = "java/util/stream/";

  /** Whether the platform calls it, on this line; otherwise somebody may, somewhere. */
  boolean isCalledHere() {
    return !cure.equals(CURE);
  }

  /** All of a method that are part of neither a stream that Deco runs nor one of its own calls. */
  static List<HandedFunction> of(MethodPlan plan) {
    MethodContext context = plan.context();
    Set<Integer> parallel = parallelLines(plan);
    Set<AbstractInsnNode> ofStreams =
        plan.streams().values().stream().map(StreamCall::call).map(MethodContext::previous).collect(Collectors.toSet());
    List<HandedFunction> all = new ArrayList<>();
    for (int i = 0; i < context.size(); i++) {
      if (context.instruction(i) instanceof InvokeDynamicInsnNode made && context.reachable(i) && !context.isBeside(i)
          && !ofStreams.contains(made)) {
        MethodInsnNode taker = taker(context, i);
        boolean collects = taker != null && taker.owner.equals(STREAMS + "Collectors");
        String name = parallel.contains(context.line(i)) && !collects ? null : Arrays.stream(made.bsmArgs)
            .filter(Handle.class::isInstance).map(Handle.class::cast).map(code -> concurrentCall(context, code))
            .filter(Objects::nonNull).findFirst().orElse(null);
        if (name != null) {
          all.add(of(i, name, taker));
        }
      }
    }
    return all;
  }

  private static HandedFunction of(int i, String name, MethodInsnNode taker) {
    String method = taker == null ? ""
        : taker.owner.substring(taker.owner.lastIndexOf('/') + 1).replace('$', '.') + "." + taker.name;
    if (taker != null && taker.owner.equals(STREAMS + "Collectors")) {
      return new HandedFunction(i, name, "a function of the collector " + method
          + ", which gets one element after the other", "Call it in map(..), before collect, and collect what that yields.");
    } else if (taker != null && taker.owner.startsWith(STREAMS)) {
      return new HandedFunction(i, name, "a function of " + method + ", which takes one element after the other",
          "Call it in map(..), before, or in a loop.");
    } else if (taker != null && taker.owner.startsWith("java/util/") && !taker.owner.startsWith("java/util/concurrent/")
        && !taker.owner.startsWith("java/util/function/") && !taker.name.equals("add") && !taker.name.equals("put")) {
      return new HandedFunction(i, name, "a function of " + method + ", which calls it itself",
          "Call it in a loop before, and use the results here.");
    }
    return new HandedFunction(i, name,
        "a function that is handed on: who calls the function, and when, is not this method's to say", CURE);
  }

  /** The lines of streams that Deco knows, and of its own calls. */
  static Set<Integer> parallelLines(MethodPlan plan) {
    MethodContext context = plan.context();
    Set<Integer> lines = plan.streams().values().stream().map(StreamCall::index).map(context::line)
        .collect(Collectors.toCollection(TreeSet::new));
    for (int i = 0; i < context.size(); i++) {
      if (context.instruction(i) instanceof MethodInsnNode call
          && call.owner.matches("dev/deco/(Deco|Scope|Pending)")) {
        lines.add(context.line(i));
      }
    }
    return lines;
  }

  /** The call that the function is an argument of; {@code null}: none, or it is not in the same row of instructions. */
  private static MethodInsnNode taker(MethodContext context, int made) {
    int at = context.types(made + 1) == null ? -1 : context.types(made + 1).getStackSize() - 1;
    for (int i = made + 1; i < context.size() && at >= 0 && context.types(i) != null; i++) {
      boolean takes = context.instruction(i).getOpcode() >= 0
          && context.types(i).getStackSize() - context.operands(i) <= at;
      if (takes) {
        return context.instruction(i) instanceof MethodInsnNode call ? call : null;
      }
    }
    return null;
  }

  /** The concurrent method that the code is or calls, or {@code null}. */
  private static String concurrentCall(MethodContext context, Handle code) {
    if (context.isConcurrent(code)) {
      return name(code.getOwner(), code.getName());
    }
    return !code.getOwner().equals(context.owner().name) ? null : context.owner().methods.stream()
        .filter(method -> method.name.equals(code.getName()) && method.desc.equals(code.getDesc()))
        .map(method -> concurrentCall(context, method)).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** The first concurrent method that the code of a method calls, or {@code null}. */
  static String concurrentCall(MethodContext context, MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call && context.isConcurrent(call)) {
        return name(call.owner, call.name);
      }
    }
    return null;
  }

  private static String name(String owner, String method) {
    return owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.') + "." + method;
  }
}
