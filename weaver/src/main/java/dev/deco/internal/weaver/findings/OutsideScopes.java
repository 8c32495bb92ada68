package dev.deco.internal.weaver.findings;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.Resolution;
import dev.deco.internal.weaver.findings.Finding.Severity;
import dev.deco.internal.weaver.flow.LimitedCall;
import dev.deco.internal.weaver.flow.MethodContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Concurrent methods that are called only where there is no scope: somebody has forgotten {@code @Synchronized}. It takes
 * all classes of a program to tell.
 *
 * <p><b>Concurrency:</b> not thread-safe.
 */
public final class OutsideScopes {
  private final ClassHeaders classes;
  private final Map<String, Finding> outside = new LinkedHashMap<>(); // by method: at its first call
  private final Set<String> inside = new HashSet<>();
  private final Set<String> declared = new HashSet<>();

  public OutsideScopes(ClassHeaders classes) {
    this.classes = classes;
  }

  /** Takes note of what a class's methods call. */
  public void add(ClassNode owner) {
    Set<MethodNode> scopes = new HashSet<>(LimitedCall.places(owner));
    boolean byHand = owner.methods.stream().anyMatch(OutsideScopes::usesApi); // who calls its functions is not known
    for (MethodNode method : owner.methods) {
      if (ClassHeaders.isAnnotated(method, MethodContext.CONCURRENT)) {
        declared.add(owner.name + "." + method.name + method.desc);
      }
      boolean scope = scopes.contains(method) || byHand;
      int line = 0;
      for (AbstractInsnNode insn : method.instructions) {
        line = insn instanceof LineNumberNode number ? number.line : line;
        if (insn instanceof MethodInsnNode call) {
          note(owner, method, scope, line, call.owner, call.name, call.desc);
        } else if (insn instanceof InvokeDynamicInsnNode function) {
          for (Object argument : function.bsmArgs) {
            if (argument instanceof Handle code) {
              note(owner, method, scope, line, code.getOwner(), code.getName(), code.getDesc());
            }
          }
        }
      }
    }
  }

  private static boolean usesApi(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call && call.owner.matches("dev/deco/(Deco|Scope|Pending)")) {
        return true;
      }
    }
    return false;
  }

  private void note(ClassNode owner, MethodNode caller, boolean scope, int line, String type, String name,
      String descriptor) {
    if (type.startsWith("java/")) {
      return;
    }
    Resolution target = classes.resolution(type, name, descriptor);
    if (target == null || !ClassHeaders.isAnnotated(target.method(), MethodContext.CONCURRENT)) {
      return;
    }
    String key = target.owner().name + "." + name + descriptor;
    if (scope) {
      inside.add(key);
    } else {
      String called = type.substring(type.lastIndexOf('/') + 1).replace('$', '.') + "." + name;
      outside.putIfAbsent(key, new Finding("DECO-106", Severity.WARNING, owner.name.replace('/', '.'), owner.sourceFile, line,
          called + " is @Concurrent, but no @Synchronized method calls it: where it is called, as in " + caller.name
          + ", there is no scope, so these are plain calls, and nothing of it runs in parallel",
          "Mark the method that calls it @Synchronized, or take @Concurrent away."));
    }
  }

  /** Whether some concurrent method has not been found in a scope yet. */
  public boolean isOpen() {
    return !inside.containsAll(declared);
  }

  /** For each concurrent method that is called, and only where there is no scope. */
  public List<Finding> findings() {
    outside.keySet().removeAll(inside);
    return List.copyOf(outside.values());
  }
}
