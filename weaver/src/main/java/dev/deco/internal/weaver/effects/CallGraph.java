package dev.deco.internal.weaver.effects;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which methods a method may call, directly or not, by the classes that there are (class hierarchy analysis; Dean,
 * Grove and Chambers, ECOOP 1995): how much code that is decides, before any of it is analyzed, whether it is analyzed
 * at all. So what is known of a method depends on the program alone, and not on what was asked before.
 *
 * <p><b>Concurrency:</b> not thread-safe; {@link Effects} guards it.
 */
final class CallGraph {
  /** What a method and all that it may call have together; some seconds. */
  private static final int MOST_INSTRUCTIONS = 60_000;
  /** Chains of calls longer than this are analyzed from their ends, so that the analysis needs no deep stack. */
  private static final int DEEP = 60;

  private final Effects effects;
  private final Map<MethodNode, Boolean> small = new IdentityHashMap<>();
  private final Map<MethodNode, List<Classes.Declared>> callees = new IdentityHashMap<>();
  private final Map<Call, List<Classes.Declared>> targets = new HashMap<>();

  private record Call(boolean exact, String owner, String name, String descriptor) {}

  CallGraph(Effects effects) {
    this.effects = effects;
  }

  /** Whether all that the method may run is little enough to be analyzed. */
  boolean isSmall(Classes.Declared root) {
    Boolean known = small.get(root.method());
    if (known == null) {
      known = find(root);
    }
    return known;
  }

  private boolean find(Classes.Declared root) {
    Set<MethodNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Classes.Declared> open = new ArrayDeque<>(List.of(root));
    seen.add(root.method());
    int size = 0;
    while (!open.isEmpty()) {
      Classes.Declared at = open.pop();
      size += at.method().instructions.size();
      if (size > MOST_INSTRUCTIONS || Boolean.FALSE.equals(small.get(at.method()))) {
        small.put(root.method(), false);
        return false;
      }
      for (Classes.Declared callee : callees(at)) {
        if (seen.add(callee.method())) {
          open.push(callee);
        }
      }
    }
    seen.forEach(method -> small.put(method, true));
    return true;
  }

  /** All that a small method may run, callees first, where the chains of calls are long; else nothing. */
  List<Classes.Declared> deepest(Classes.Declared root) {
    List<Classes.Declared> order = new ArrayList<>();
    Set<MethodNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Classes.Declared> path = new ArrayDeque<>(List.of(root));
    Deque<Integer> next = new ArrayDeque<>(List.of(0));
    seen.add(root.method());
    int depth = 0;
    while (!path.isEmpty()) {
      List<Classes.Declared> below = callees(path.peek());
      int i = next.pop();
      if (i == below.size()) {
        order.add(path.pop());
        continue;
      }
      next.push(i + 1);
      Classes.Declared callee = below.get(i);
      if (seen.add(callee.method())) {
        path.push(callee);
        next.push(0);
        depth = Math.max(depth, path.size());
      }
    }
    return depth > DEEP ? order : List.of();
  }

  /** What the method may call, of the program's own. */
  List<Classes.Declared> callees(Classes.Declared caller) {
    List<Classes.Declared> known = callees.get(caller.method());
    if (known == null) {
      Map<MethodNode, Classes.Declared> found = new IdentityHashMap<>();
      Set<Classes.Declared> ordered = new LinkedHashSet<>();
      for (AbstractInsnNode instruction : caller.method().instructions) {
        for (Classes.Declared callee : targets(instruction)) {
          if (found.put(callee.method(), callee) == null) {
            ordered.add(callee);
          }
        }
      }
      known = List.copyOf(ordered);
      callees.put(caller.method(), known);
    }
    return known;
  }

  private List<Classes.Declared> targets(AbstractInsnNode instruction) {
    if (instruction instanceof MethodInsnNode call) {
      boolean exact = call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL;
      return targets(new Call(exact, call.owner, call.name, call.desc));
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic && Summary.Lambda.of(dynamic) != null) {
      return targets(Summary.Lambda.of(dynamic));
    }
    return List.of();
  }

  private List<Classes.Declared> targets(Summary.Lambda function) {
    Handle code = function.code();
    boolean exact = code.getTag() != Opcodes.H_INVOKEVIRTUAL && code.getTag() != Opcodes.H_INVOKEINTERFACE;
    return targets(new Call(exact, code.getOwner(), code.getName(), code.getDesc()));
  }

  private List<Classes.Declared> targets(Call call) {
    List<Classes.Declared> known = targets.get(call);
    if (known == null) {
      targets.put(call, List.of()); // a function that calls functions of its own type
      known = find(call);
      targets.put(call, known);
    }
    return known;
  }

  private List<Classes.Declared> find(Call call) {
    Classes classes = effects.classes;
    Classes.Declared declared = classes.method(call.owner(), call.name(), call.descriptor());
    if (call.owner().startsWith("[") || declared == null || effects.isSaid(call.owner(), call.name(),
        call.descriptor())) {
      return List.of();
    }
    Map<MethodNode, Classes.Declared> found = new IdentityHashMap<>();
    List<Classes.Declared> all = new ArrayList<>();
    boolean any = !call.exact() && !declared.owner().name.equals("java/lang/Object");
    if (any) {
      for (String subtype : classes.subtypes(call.owner())) {
        add(classes.method(subtype, call.name(), call.descriptor()), found, all);
      }
      if (!Classes.isLibrary(declared.owner().name) && Classes.is(declared.method().access, Opcodes.ACC_ABSTRACT)) {
        for (Summary.Lambda function : classes.functions(call.owner())) {
          targets(function).forEach(target -> add(target, found, all));
        }
      }
    }
    add(declared, found, all);
    return all;
  }

  private static void add(Classes.Declared target, Map<MethodNode, Classes.Declared> found,
      List<Classes.Declared> all) {
    if (target != null && !Classes.isLibrary(target.owner().name) && target.method().instructions.size() > 0
        && found.put(target.method(), target) == null) {
      all.add(target);
    }
  }
}
