package dev.deco.internal.weaver.effects;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The static initializers that an instruction may run, and what they do as others see it (JVMS 5.5). Initialization
 * happens before every use of the class by others, so what an initializer does to the static fields of its own class,
 * and to objects that only these refer to, nobody else can see happen.
 *
 * <p><b>Concurrency:</b> not thread-safe; {@link Effects} guards it.
 */
final class StaticInitializers {
  /** Which classes have an initializer, as if these were the subtypes of a type. */
  static final String QUESTION = "<initializers>";

  private final Effects effects;
  private final Map<Summary, Set<Access>> seen = new IdentityHashMap<>(); // by the whole summary
  private final Map<ClassNode, MethodNode> initializers = new IdentityHashMap<>();

  StaticInitializers(Effects effects) {
    this.effects = effects;
  }

  /** The class that an instruction initializes, if that has not happened before; or {@code null}. */
  static String triggeredBy(Classes classes, AbstractInsnNode instruction) {
    String type = null;
    switch (instruction.getOpcode()) {
      case Opcodes.NEW -> type = ((TypeInsnNode) instruction).desc;
      case Opcodes.GETSTATIC, Opcodes.PUTSTATIC -> {
        FieldInsnNode field = (FieldInsnNode) instruction;
        type = Classes.isLibrary(field.owner) ? null : classes.fieldOwner(field.owner, field.name, field.desc);
      }
      case Opcodes.INVOKESTATIC -> {
        MethodInsnNode call = (MethodInsnNode) instruction;
        type = ofStaticCall(classes, call.owner, call.name, call.desc);
      }
      default -> { }
    }
    return type == null || Classes.isLibrary(type) ? null : type;
  }

  static String ofStaticCall(Classes classes, String owner, String name, String descriptor) {
    Classes.Declared target = Classes.isLibrary(owner) ? null : classes.method(owner, name, descriptor);
    return target == null ? null : target.owner().name;
  }

  /** The classes whose initializers run when the class is initialized: those of its superclasses, and its own. */
  Set<String> of(String type) {
    if (type == null || Classes.isLibrary(type)) {
      return Set.of();
    }
    Set<String> found = new LinkedHashSet<>();
    collect(type, found, new LinkedHashSet<>());
    return found;
  }

  private void collect(String type, Set<String> to, Set<String> done) {
    ClassNode at = Classes.isLibrary(type) || !done.add(type) ? null : effects.classes.find(type);
    if (at == null) {
      return;
    }
    if (!Classes.is(at.access, Opcodes.ACC_INTERFACE)) {
      if (at.superName != null) {
        collect(at.superName, to, done);
      }
      at.interfaces.forEach(one -> collectInterface(one, to, done));
    }
    if (initializer(at) != null) {
      to.add(type);
    }
  }

  private MethodNode initializer(ClassNode at) {
    return initializers.computeIfAbsent(at, node -> Classes.declared(node, "<clinit>", "()V"));
  }

  /** An interface is initialized with a class if it has a body to hand down, and so may be those above it. */
  private void collectInterface(String type, Set<String> to, Set<String> done) {
    ClassNode at = Classes.isLibrary(type) ? null : effects.classes.find(type);
    if (at == null) {
      return;
    }
    at.interfaces.forEach(one -> collectInterface(one, to, done));
    if (at.methods.stream().anyMatch(method -> !Classes.is(method.access, Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC))) {
      collect(type, to, done);
    }
  }

  /** These accesses, with those of the initializers in place of their names. */
  Set<Access> expanded(Set<Access> accesses, Predicate<String> done) {
    if (accesses.stream().noneMatch(access -> access.location() instanceof Location.Initializer)) {
      return accesses;
    }
    Map<Access.Key, Access> all = new LinkedHashMap<>();
    expand(accesses, done, all, new HashSet<>());
    return new LinkedHashSet<>(all.values());
  }

  private void expand(Set<Access> accesses, Predicate<String> done, Map<Access.Key, Access> to, Set<String> seen) {
    for (Access access : accesses) {
      if (!(access.location() instanceof Location.Initializer initializer)) {
        to.putIfAbsent(access.key(), access);
      } else if (!done.test(initializer.type()) && seen.add(initializer.type())) {
        expand(visible(initializer.type()), done, to, seen);
      }
    }
  }

  Summary expanded(Summary summary, Predicate<String> done) {
    Set<Access> accesses = expanded(summary.accesses(), done);
    return accesses == summary.accesses() ? summary : summary.with(accesses);
  }

  /** What others see of the class's initializer. */
  private Set<Access> visible(String type) {
    ClassNode at = effects.classes.find(type);
    MethodNode method = at == null ? null : initializer(at);
    if (method == null) {
      return Set.of();
    }
    Summary whole = effects.fixpoint.summary(new Classes.Declared(at, method), Map.of());
    return seen.computeIfAbsent(whole, any -> visible(whole, type));
  }

  private static Set<Access> visible(Summary whole, String type) {
    boolean shared = whole.stores().stream().anyMatch(store -> isShared(store, type));
    Set<Access> accesses = new LinkedHashSet<>();
    for (Access access : whole.accesses()) {
      boolean field = access.location() instanceof Location.Static one && one.owner().equals(type);
      if (!field && (shared || !isOwn(access.node(), type))) {
        accesses.add(access);
      }
      boolean out = access.location() instanceof Location.World world
          && (world.part().equals("io") || world.part().equals("output"));
      if (access.write() && out) { // tasks may be the first one in any order, and each keeps what it prints
        accesses.add(new Access(true, null, new Location.Static(type, "<clinit>"), true, access.reason()));
      }
    }
    return accesses;
  }

  /** Whether what the class's own fields refer to is, or becomes, part of what others reach. */
  private static boolean isShared(Summary.Store store, String type) {
    boolean into = isOwn(store.target(), type);
    boolean own = isOwn(store.value(), type);
    return into ? store.value().external() && !own : own;
  }

  private static boolean isOwn(Node node, String type) {
    return node != null && node.begin() instanceof Node.Root root && root.owner().equals(type);
  }
}
