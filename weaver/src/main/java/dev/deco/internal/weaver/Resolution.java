package dev.deco.internal.weaver;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The resolution of methods as the JVM has it (JVMS 5.4.3.3 and 5.4.3.4): in the class, then in its superclasses, then the
 * maximally-specific method of all superinterfaces, a default method before an abstract one.
 *
 * @param owner the class that declares the method
 */
public record Resolution(ClassNode owner, MethodNode method) {
  private static final String OBJECT = "java/lang/Object";

  /**
   * The method that a call names, or {@code null}.
   *
   * @param classes finds classes by their internal names; {@code null} for what is not there
   * @param wanted whether a class's method has the name and the descriptor
   */
  public static Resolution of(String owner, Function<String, ClassNode> classes,
      Function<ClassNode, MethodNode> wanted) {
    ClassNode named = find(owner, classes);
    for (ClassNode at = named; at != null; at = find(at.superName, classes)) {
      MethodNode method = wanted.apply(at);
      if (method != null) {
        return new Resolution(at, method);
      }
    }
    Resolution found = null;
    for (String type : interfaces(named, classes)) {
      ClassNode at = find(type, classes);
      MethodNode method = at == null ? null : wanted.apply(at);
      if (method != null && !is(method, Opcodes.ACC_PRIVATE) && !is(method, Opcodes.ACC_STATIC)
          && (found == null || isBefore(at, method, found, classes))) {
        found = new Resolution(at, method);
      }
    }
    ClassNode object = found == null && named != null && (named.access & Opcodes.ACC_INTERFACE) != 0
        ? find(OBJECT, classes) : null;
    MethodNode method = object == null ? null : wanted.apply(object);
    return method == null ? found : new Resolution(object, method);
  }

  /** Whether an interface's method is the one that is meant rather than another's. */
  private static boolean isBefore(ClassNode at, MethodNode method, Resolution found, Function<String, ClassNode> classes) {
    if (interfaces(at, classes).contains(found.owner.name)) {
      return true;
    }
    return is(found.method, Opcodes.ACC_ABSTRACT) && !is(method, Opcodes.ACC_ABSTRACT)
        && !interfaces(found.owner, classes).contains(at.name);
  }

  /** All interfaces of a class and of its superclasses, without itself. */
  static Set<String> interfaces(ClassNode type, Function<String, ClassNode> classes) {
    Set<String> all = new LinkedHashSet<>();
    for (ClassNode at = type; at != null; at = find(at.superName, classes)) {
      at.interfaces.forEach(one -> collect(one, all, classes));
    }
    return all;
  }

  private static void collect(String type, Set<String> all, Function<String, ClassNode> classes) {
    ClassNode at = all.add(type) ? find(type, classes) : null;
    if (at != null) {
      at.interfaces.forEach(one -> collect(one, all, classes));
    }
  }

  /** Methods of superclasses and superinterfaces of a class that have the name and the descriptor and satisfy the test. */
  static Resolution above(ClassNode type, Function<String, ClassNode> classes, Predicate<MethodNode> test) {
    Set<String> all = new LinkedHashSet<>();
    for (ClassNode at = find(type.superName, classes); at != null; at = find(at.superName, classes)) {
      all.add(at.name);
    }
    all.addAll(interfaces(type, classes));
    for (String name : all) {
      ClassNode at = find(name, classes);
      for (MethodNode method : at == null ? List.<MethodNode>of() : at.methods) {
        if (test.test(method)) {
          return new Resolution(at, method);
        }
      }
    }
    return null;
  }

  private static ClassNode find(String name, Function<String, ClassNode> classes) {
    return name == null || name.startsWith("[") ? null : classes.apply(name);
  }

  private static boolean is(MethodNode method, int flag) {
    return (method.access & flag) != 0;
  }
}
