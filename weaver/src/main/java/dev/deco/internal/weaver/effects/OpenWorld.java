package dev.deco.internal.weaver.effects;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Classes that no class file of the program names as subtypes: proxies, which the program makes of interfaces when it
 * runs, and what others may add to a library that is woven by itself.
 *
 * <p><b>Concurrency:</b> not thread-safe; {@link Effects} guards it.
 */
final class OpenWorld {
  /** What summaries that depend on which proxies there are have asked for: {@link Hierarchy#subtypes}. */
  static final String QUESTION = "<proxies>";

  private static final String PROXY = "java/lang/reflect/Proxy";
  private static final String HANDLE_PROXIES = "java/lang/invoke/MethodHandleProxies";

  private final Classes classes;
  private final Map<String, Boolean> proxied = new HashMap<>();
  private Set<String> interfaces; // of which proxies are made
  private boolean anyInterface;

  OpenWorld(Classes classes) {
    this.classes = classes;
  }

  /** Whether classes that are not known may override this method. */
  boolean mayOverride(Classes.Declared method) {
    if (!classes.isOpen() || method == null || Classes.isLibrary(method.owner().name)) {
      return false;
    }
    boolean seen = Classes.is(method.method().access, Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED);
    return seen && !Classes.is(method.method().access, Opcodes.ACC_FINAL | Opcodes.ACC_STATIC)
        && isExtensible(method.owner());
  }

  private boolean isExtensible(ClassNode type) {
    if (!Classes.is(type.access, Opcodes.ACC_PUBLIC) || Classes.is(type.access, Opcodes.ACC_FINAL)
        || type.permittedSubclasses != null) {
      return false;
    }
    for (InnerClassNode inner : type.innerClasses) {
      boolean own = inner.name.equals(type.name);
      if (own && Classes.is(inner.access, Opcodes.ACC_PRIVATE)) {
        return false;
      } else if (own && inner.outerName != null) {
        ClassNode outer = classes.find(inner.outerName);
        if (outer != null && !Classes.is(outer.access, Opcodes.ACC_PUBLIC)) {
          return false;
        }
      }
    }
    return Classes.is(type.access, Opcodes.ACC_INTERFACE) || type.methods.stream().anyMatch(method ->
        method.name.equals("<init>") && Classes.is(method.access, Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED));
  }

  /** The classes that may make proxies. */
  Set<String> makers() {
    Set<String> all = new LinkedHashSet<>();
    classes.naming(PROXY).forEach(all::add);
    classes.naming(HANDLE_PROXIES).forEach(all::add);
    return all;
  }

  /** Whether an object of this type may be a proxy that the program has made. */
  boolean mayBeProxy(String type) {
    return !makers().isEmpty() && proxied.computeIfAbsent(type, this::isProxied);
  }

  private boolean isProxied(String type) {
    if (!classes.isInterface(type)) {
      return false;
    }
    if (interfaces == null) {
      interfaces = new LinkedHashSet<>();
      makers().forEach(this::find);
    }
    return anyInterface && !Classes.isLibrary(type)
        || interfaces.stream().anyMatch(one -> classes.subtype(one, type));
  }

  private void find(String maker) {
    ClassNode node = Classes.isLibrary(maker) ? null : classes.find(maker);
    for (MethodNode method : node == null ? List.<MethodNode>of() : node.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof MethodInsnNode call
            && (call.owner.equals(PROXY) && call.name.equals("newProxyInstance") || call.owner.equals(HANDLE_PROXIES) && call.name.startsWith("asInterface"))) {
          constants(method);
        }
      }
    }
  }

  /** The interfaces are the class constants of the method, unless it puts something else into an array of classes. */
  private void constants(MethodNode method) {
    Set<String> found = new LinkedHashSet<>();
    boolean array = false;
    for (AbstractInsnNode instruction : method.instructions) {
      boolean constant = instruction instanceof LdcInsnNode ldc && ldc.cst instanceof Type type
          && type.getSort() == Type.OBJECT;
      if (constant) {
        found.add(((Type) ((LdcInsnNode) instruction).cst).getInternalName());
      } else if (instruction instanceof TypeInsnNode made && made.getOpcode() == Opcodes.ANEWARRAY) {
        array |= made.desc.equals("java/lang/Class");
      } else if (instruction.getOpcode() == Opcodes.AASTORE) {
        AbstractInsnNode stored = previous(instruction);
        anyInterface |= !(stored instanceof LdcInsnNode);
      }
    }
    anyInterface |= found.isEmpty() || !array;
    found.removeIf(type -> !classes.isInterface(type));
    interfaces.addAll(found);
  }

  private static AbstractInsnNode previous(AbstractInsnNode instruction) {
    AbstractInsnNode at = instruction.getPrevious();
    while (at != null && at.getOpcode() < 0) {
      at = at.getPrevious();
    }
    return at;
  }
}
