package dev.deco.suites;

import dev.deco.internal.weaver.ClassSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which methods call a concurrent one, themselves or in their lambda expressions. Calls are resolved as usual. */
final class Calls {
  private final Map<String, ClassNode> own;
  private final Map<String, MarkedMethod> marked;
  private final ClassSource classes;
  private final Map<String, Optional<ClassNode>> others = new HashMap<>();

  /**
   * @param own the classes that are being marked, by name
   * @param marked what was decided about each of their methods
   * @param classes all classes, those marked earlier with their marks
   */
  Calls(Map<String, ClassNode> own, Map<String, MarkedMethod> marked, ClassSource classes) {
    this.own = own;
    this.marked = marked;
    this.classes = classes;
  }

  boolean callsConcurrent(ClassNode owner, MethodNode method) {
    return callsConcurrent(owner, method, new HashSet<>());
  }

  private boolean callsConcurrent(ClassNode owner, MethodNode method, Set<String> seen) {
    if (!seen.add(method.name + method.desc)) {
      return false;
    }
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call && isConcurrent(call.owner, call.name, call.desc)) {
        return true;
      }
      if (instruction instanceof InvokeDynamicInsnNode made) {
        for (Object argument : made.bsmArgs) {
          if (argument instanceof Handle code && runsConcurrent(owner, code, seen)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean runsConcurrent(ClassNode owner, Handle code, Set<String> seen) {
    if (isConcurrent(code.getOwner(), code.getName(), code.getDesc())) {
      return true;
    }
    MethodNode body = code.getOwner().equals(owner.name) ? declared(owner, code.getName(), code.getDesc()) : null;
    return body != null && (body.access & Opcodes.ACC_SYNTHETIC) != 0 && callsConcurrent(owner, body, seen);
  }

  private boolean isConcurrent(String owner, String name, String descriptor) {
    return find(owner, name, descriptor, new HashSet<>()).orElse(false);
  }

  /** Whether the method that a call names is concurrent; empty: it is in none of these classes. */
  private Optional<Boolean> find(String owner, String name, String descriptor, Set<String> seen) {
    ClassNode at = owner == null || owner.startsWith("[") || !seen.add(owner) ? null : node(owner);
    if (at == null) {
      return Optional.empty();
    }
    MethodNode method = declared(at, name, descriptor);
    if (method != null) {
      return Optional.of(own.containsKey(owner) ? marked.get(owner + "." + name + descriptor).concurrent()
          : hasMark(method.invisibleAnnotations));
    }
    Optional<Boolean> inherited = find(at.superName, name, descriptor, seen);
    for (int i = 0; inherited.isEmpty() && i < at.interfaces.size(); i++) {
      inherited = find(at.interfaces.get(i), name, descriptor, seen);
    }
    return inherited;
  }

  private ClassNode node(String name) {
    ClassNode node = own.get(name);
    return node != null ? node : others.computeIfAbsent(name, this::read).orElse(null);
  }

  private Optional<ClassNode> read(String name) {
    byte[] bytes = classes.bytes(name);
    if (bytes == null) {
      return Optional.empty();
    }
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return Optional.of(node);
  }

  private static boolean hasMark(List<AnnotationNode> annotations) {
    return annotations != null && annotations.stream().anyMatch(one -> one.desc.equals(MarkWriter.CONCURRENT));
  }

  private static MethodNode declared(ClassNode owner, String name, String descriptor) {
    return owner.methods.stream().filter(one -> one.name.equals(name) && one.desc.equals(descriptor)).findFirst()
        .orElse(null);
  }
}
