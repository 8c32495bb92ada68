package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Grouping;
import dev.deco.internal.weaver.effects.MethodAnalysis;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Summary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What a task does to collections in a map that it is given, where all of that is {@link Grouping}: views keep it
 * until the task's turn, so that two tasks which do so do not conflict. That holds for methods of the scope's own
 * class, where such statements are rewritten.
 */
final class Groups {
  private final MethodContext context;
  private final int at;
  private final Summary summary;
  private final Set<Integer> maps = new HashSet<>(); // parameters

  private Groups(MethodContext context, int at, Summary summary) {
    this.context = context;
    this.at = at;
    this.summary = summary;
  }

  /** Those of the task that is the call {@code at}. */
  static Groups of(MethodContext context, int at, Summary summary) {
    Groups groups = new Groups(context, at, summary);
    MethodAnalysis.Body body = context.effects().onlyBody(at);
    if (body != null && body.owner().name.equals(context.owner().name)
        && !ClassHeaders.isAnnotated(body.method(), MethodContext.SYNCHRONIZED)) {
      groups.find(body);
    }
    return groups;
  }

  private void find(MethodAnalysis.Body body) {
    AbstractInsnNode[] instructions = body.method().instructions.toArray();
    MethodAnalysis inside = null;
    Map<AbstractInsnNode, Integer> mapOf = new HashMap<>(); // by instruction of a grouping
    for (int i = 0; i < instructions.length; i++) {
      Grouping grouping = instructions[i] instanceof MethodInsnNode call ? Grouping.of(call, context.functions())
          : null;
      if (grouping != null) {
        inside = inside != null ? inside : context.analyze(body.owner(), body.method());
        if (inside.failure() != null) {
          return;
        }
        Set<Node> map = inside.frames()[i] == null ? Set.of() : inside.atCall(i, new Node.Parameter(0));
        if (map.size() == 1 && map.iterator().next() instanceof Node.Parameter parameter) {
          mapOf.put(grouping.absent(), parameter.index());
          mapOf.put(grouping.last(), parameter.index());
        }
      }
    }
    maps.addAll(mapOf.values());
    for (int i = 0; !maps.isEmpty() && i < instructions.length; i++) {
      Integer map = mapOf.get(instructions[i]);
      if (inside.frames()[i] != null && instructions[i].getOpcode() >= 0) {
        inside.accesses(i).forEach(access -> {
          if (isWithin(access.node()) && (map == null || map != access.node().parameter())) {
            maps.clear(); // then nothing waits: the task could tell
          }
        });
      }
    }
  }

  /** Whether it is reached from a parameter, and not that itself. */
  private static boolean isWithin(Node node) {
    return node != null && node.parameter() >= 0 && !(node instanceof Node.Parameter);
  }

  /** Only these parameters are views. */
  void keep(Set<Integer> views) {
    if (!views.containsAll(maps)) {
      maps.clear();
    }
  }

  /** Whether an access of the task, in its own terms, is one of these. */
  boolean has(Access access) {
    return access.known() && isWithin(access.node()) && maps.contains(access.node().parameter());
  }

  /** What the call does in this way and in no other. */
  Set<Access.Key> keys() {
    Set<Access.Key> keys = new LinkedHashSet<>();
    Set<Access.Key> others = new HashSet<>();
    for (Access access : summary.accesses()) {
      if (access.node() != null && !maps.isEmpty()) {
        context.effects().atCall(at, access.node())
            .forEach(node -> (has(access) ? keys : others).add(access.at(node).key()));
      }
    }
    keys.removeAll(others);
    return keys;
  }
}
