package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.ClassSource;
import dev.deco.internal.weaver.Resolution;
import dev.deco.internal.weaver.effects.Summary.Lambda;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes of the program and of the JDK as class files: who extends whom, who declares what. Loads no class.
 *
 * <p><b>Concurrency:</b> not thread-safe; {@link Effects} guards it.
 */
final class Classes {
  private static final String LINKED_MAP = "java/util/LinkedHashMap";

  private final ClassSource source;
  private final Hierarchy hierarchy;
  private final Fixpoint asking;
  /** Classes that are not there or may be others next time; and those that have such supertypes. */
  private final Set<String> unstable = new HashSet<>();
  private final Set<String> shaky = new HashSet<>();
  private final Map<String, Optional<ClassNode>> cache = new HashMap<>();
  private final Map<String, Set<String>> supertypes = new HashMap<>();
  private final Map<String, Set<Lambda>> functions = new HashMap<>();

  /** A method and the class that declares it. */
  record Declared(ClassNode owner, MethodNode method) {}

  Classes(ClassSource source, Hierarchy hierarchy, Fixpoint asking) {
    this.source = source;
    this.hierarchy = hierarchy;
    this.asking = asking;
  }

  /** The class, or {@code null} where it is missing or unreadable. JDK classes come without code. */
  ClassNode find(String name) {
    if (name == null || name.startsWith("[")) {
      return null;
    }
    Optional<ClassNode> found = cache.get(name);
    if (found == null) {
      found = read(name);
      cache.put(name, found);
      if (found.isEmpty() || !isLibrary(name) && !asking.isStable(name)) {
        unstable.add(name);
      }
    }
    if (unstable.contains(name)) {
      asking.noteUnstable();
    }
    return found.orElse(null);
  }

  private Optional<ClassNode> read(String name) {
    try {
      byte[] bytes = source.bytes(name);
      if (bytes == null) {
        return Optional.empty();
      }
      ClassNode node = new ClassNode();
      int flags = ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES | (isLibrary(name) ? ClassReader.SKIP_CODE : 0);
      new ClassReader(bytes).accept(node, flags);
      return Optional.of(node);
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether the class is the platform's: its effects come from the table and never from its code. */
  static boolean isLibrary(String name) {
    return name.startsWith("[") || name.startsWith("java/") || name.startsWith("javax/") || name.startsWith("jdk/")
        || name.startsWith("sun/") || name.startsWith("com/sun/") || name.startsWith("dev/deco/internal/runtime/")
        || name.equals("dev/deco/Deco") || name.equals("dev/deco/Scope") || name.equals("dev/deco/Pending");
  }

  static boolean is(int access, int flag) {
    return (access & flag) != 0;
  }

  /** The method that a call names, or {@code null}. */
  Declared method(String owner, String name, String descriptor) {
    Resolution found = Resolution.of(owner, this::find, at -> declared(at, name, descriptor));
    return found == null ? null : new Declared(found.owner(), found.method());
  }

  static MethodNode declared(ClassNode at, String name, String descriptor) {
    for (MethodNode method : at.methods) {
      if (method.name.equals(name) && (method.desc.equals(descriptor) || signaturePolymorphic(at, method))) {
        return method;
      }
    }
    return null;
  }

  private static boolean signaturePolymorphic(ClassNode at, MethodNode method) {
    return (at.name.equals("java/lang/invoke/MethodHandle") || at.name.equals("java/lang/invoke/VarHandle"))
        && is(method.access, Opcodes.ACC_NATIVE) && is(method.access, Opcodes.ACC_VARARGS);
  }

  /** The class that declares the field, or {@code owner} where none is found. */
  String fieldOwner(String owner, String name, String descriptor) {
    for (String type : supertypes(owner)) {
      if (field(type, name, descriptor) != null) {
        return type;
      }
    }
    return owner;
  }

  FieldNode field(String owner, String name, String descriptor) {
    ClassNode at = find(owner);
    if (at != null) {
      for (FieldNode field : at.fields) {
        if (field.name.equals(name) && field.desc.equals(descriptor)) {
          return field;
        }
      }
    }
    return null;
  }

  /** The type of a field that the class itself declares, or {@code null}. */
  Type fieldType(String owner, String name) {
    ClassNode at = find(owner);
    for (FieldNode field : at == null ? List.<FieldNode>of() : at.fields) {
      if (field.name.equals(name)) {
        return Type.getType(field.desc);
      }
    }
    return null;
  }

  /** The type itself, its superclasses from below, then all interfaces. */
  Set<String> supertypes(String type) {
    Set<String> known = supertypes.get(type);
    if (known == null) {
      int before = asking.unstable();
      known = above(type);
      supertypes.put(type, known);
      if (asking.unstable() > before) {
        shaky.add(type);
      }
    } else if (shaky.contains(type)) {
      asking.noteUnstable();
    }
    return known;
  }

  private Set<String> above(String type) {
    Set<String> all = new LinkedHashSet<>();
    all.add(type);
    for (ClassNode at = find(type); at != null && at.superName != null; at = find(at.superName)) {
      all.add(at.superName);
    }
    all.addAll(interfaces(type));
    return all;
  }

  private Set<String> interfaces(String type) {
    Set<String> all = new LinkedHashSet<>();
    for (ClassNode at = find(type); at != null; at = find(at.superName)) {
      for (String one : at.interfaces) {
        collect(one, all);
      }
    }
    return all;
  }

  private void collect(String type, Set<String> all) {
    if (all.add(type)) {
      ClassNode at = find(type);
      if (at != null) {
        at.interfaces.forEach(one -> collect(one, all));
      }
    }
  }

  /** Whether it is an interface, or may be one. */
  boolean isInterface(String type) {
    ClassNode at = find(type);
    return at == null || is(at.access, Opcodes.ACC_INTERFACE);
  }

  boolean isEnum(String type) {
    ClassNode at = find(type);
    return at != null && is(at.access, Opcodes.ACC_ENUM);
  }

  /** Whether no other class extends it. */
  boolean isFinal(String type) {
    ClassNode at = find(type);
    return at != null && is(at.access, Opcodes.ACC_FINAL);
  }

  /** Whether all its superclasses are there to be read. */
  boolean isComplete(String type) {
    ClassNode at = find(type);
    while (at != null && at.superName != null) {
      at = find(at.superName);
    }
    return at != null;
  }

  boolean subtype(String type, String of) {
    return of.equals("java/lang/Object") || type.equals(of) || supertypes(type).contains(of);
  }

  /**
   * Classes below {@code type} that are known: from the hierarchy, from sealed types, and from the members of its nest.
   */
  Set<String> subtypes(String type) {
    asking.noteAsked(type);
    Set<String> known = new LinkedHashSet<>();
    hierarchy.subtypes(type).forEach(known::add);
    if (!isLibrary(type)) {
      permitted(type, known);
      for (String member : nest(type)) {
        if (!member.equals(type) && subtype(member, type)) {
          known.add(member);
        }
      }
    }
    known.remove(type);
    return known;
  }

  /** The known classes in which one of {@link Hierarchy#NAMES} is written. */
  Iterable<String> naming(String name) {
    return hierarchy.naming(name);
  }

  /** Whether there may be others that are not known. */
  boolean isOpen() {
    return hierarchy.isOpen();
  }

  /** Whether an object of this type may be a map that a look-up changes, since some class makes maps in access order. */
  boolean mayBeInAccessOrder(String type) {
    boolean possible = subtype(LINKED_MAP, type) || subtype(type, LINKED_MAP);
    if (possible) {
      asking.noteAsked(LINKED_MAP);
    }
    return possible && hierarchy.makersOf(LINKED_MAP).iterator().hasNext();
  }

  /** The lambda expressions and method references that are known to be of this interface, or of one below it. */
  Set<Lambda> functions(String type) {
    asking.noteAsked(type);
    Set<Lambda> known = functions.get(type);
    if (known == null) {
      known = new LinkedHashSet<>();
      Set<String> types = new LinkedHashSet<>(Set.of(type));
      subtypes(type).forEach(types::add);
      for (String one : types) {
        if (isInterface(one)) {
          Set<String> makers = new LinkedHashSet<>(nest(one));
          hierarchy.makersOf(one).forEach(makers::add);
          makers.add(one);
          for (String maker : makers) {
            made(find(maker), one, known);
          }
        }
      }
      functions.put(type, known);
    }
    return known;
  }

  private static void made(ClassNode maker, String type, Set<Lambda> to) {
    for (MethodNode method : maker == null ? List.<MethodNode>of() : maker.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof InvokeDynamicInsnNode call && call.desc.endsWith(")L" + type + ";")) {
          Lambda lambda = Lambda.of(call);
          if (lambda != null && !OwnFunctions.isUsedUp(call)) {
            to.add(lambda);
          }
        }
      }
    }
  }

  private void permitted(String type, Set<String> known) {
    ClassNode at = find(type);
    if (at != null && at.permittedSubclasses != null) {
      for (String one : at.permittedSubclasses) {
        if (known.add(one)) {
          permitted(one, known);
        }
      }
    }
  }

  private List<String> nest(String type) {
    ClassNode at = find(type);
    if (at != null && at.nestHostClass != null) {
      at = find(at.nestHostClass);
    }
    if (at == null || at.nestMembers == null) {
      return List.of();
    }
    List<String> all = new ArrayList<>(at.nestMembers);
    all.add(at.name);
    return all;
  }

  /** The static type of a value that is of one type or the other. */
  Type merge(Type a, Type b) {
    if (a.equals(b) || b.equals(Ref.NULL)) {
      return a;
    } else if (a.equals(Ref.NULL)) {
      return b;
    } else if (a.getSort() != Type.OBJECT || b.getSort() != Type.OBJECT) {
      return Ref.OBJECT;
    }
    List<String> above = new ArrayList<>();
    for (String at = b.getInternalName(); at != null; at = find(at) == null ? null : find(at).superName) {
      above.add(at);
    }
    for (String at = a.getInternalName(); at != null; at = find(at) == null ? null : find(at).superName) {
      if (above.contains(at)) {
        return Type.getObjectType(at);
      }
    }
    return Ref.OBJECT;
  }
}
