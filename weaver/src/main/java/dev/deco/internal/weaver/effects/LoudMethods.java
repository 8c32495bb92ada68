package dev.deco.internal.weaver.effects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Those implementations of {@code hashCode}, {@code equals}, {@code compareTo} and {@code toString} in the program that
 * do more than read what they are given: they count, cache, print, read a static variable. The library runs them on
 * the objects that it compares, hashes and prints. Most programs have none.
 *
 * <p>They are found by an analysis of its own, for which comparing and printing is reading: what such a method calls
 * back in turn is in the list itself.
 *
 * <p><b>Concurrency:</b> not thread-safe; {@link Effects} guards it.
 */
final class LoudMethods {
  /** Before a method's name: what summaries that depend on the list have asked {@link Hierarchy#subtypes} for. */
  static final String QUESTION = "<loud>";

  /** The methods and their descriptors. */
  static final Map<String, String> METHODS = Map.of("hashCode", "()I", "equals", "(Ljava/lang/Object;)Z",
      "compareTo", "(Ljava/lang/Object;)I", "toString", "()Ljava/lang/String;");

  static final Set<String> COMPARING = Set.of("hashCode", "equals", "compareTo");

  /** The platform's types whose classes have these methods made of others, which the program's classes override. */
  private static final Set<String> TEMPLATES =
      Set.of("java/util/Collection", "java/util/Map", "java/lang/Throwable");

  /** What the list's own analysis notes where something is compared or printed. */
  private static final Location CALLED_BACK = new Location.World("called back");

  private enum Sound { SILENT, CALLS_BACK, LOUD }

  private final Effects probe;
  private final LoudComparators comparators;
  private final Map<String, List<String>> loud = new HashMap<>(); // by method
  private final Map<String, Sound> sounds = new HashMap<>(); // by class and method
  private final Map<String, Boolean> silent = new HashMap<>(); // by class and method: with all subtypes

  /** @param probe an analysis of the same program that is nobody else's */
  LoudMethods(Effects probe) {
    this.probe = probe;
    this.comparators = new LoudComparators(probe);
  }

  LoudComparators comparators() {
    return comparators;
  }

  OpenWorld openWorld() {
    return probe.openWorld;
  }

  static boolean isCalledBack(Access access) {
    return CALLED_BACK.equals(access.location());
  }

  /** Which methods a method of the library may call on what it compares, hashes or prints. */
  static Set<String> calledBy(String owner, String method) {
    if (METHODS.containsKey(method)) {
      return Set.of(method);
    }
    boolean prints = owner.contains("/Log") || owner.contains("/System$Logger") || method.equals("deepToString")
        || method.equals("printStackTrace") || method.startsWith("print") || method.startsWith("format");
    return prints ? Set.of("toString") : COMPARING;
  }

  /** Notes, in the list's own analysis, that something is called back. */
  static void noteCallBack(MethodState state) {
    state.touch(false, CALLED_BACK, true, "compares or prints");
  }

  /** The classes whose implementation of the method is loud, be it one of the library's that calls back. */
  List<String> classes(String method) {
    List<String> known = loud.get(method);
    if (known == null) {
      known = new ArrayList<>();
      for (String type : probe.classes.naming(method)) {
        if (!Classes.isLibrary(type) && declares(type, method) && sound(type, method) == Sound.LOUD) {
          known.add(type);
        }
      }
      for (String template : TEMPLATES) {
        for (String type : probe.classes.subtypes(template)) {
          if (inherits(type, method) && sound(type, method) == Sound.LOUD) {
            known.add(type);
          }
        }
      }
      loud.put(method, known);
    }
    return known;
  }

  /** Whether objects of this exact class have a loud method. */
  boolean isLoud(String type) {
    return METHODS.keySet().stream().anyMatch(method -> of(type, method) == Sound.LOUD);
  }

  /** Whether the method, called on objects of this type, is known to run no loud one. */
  boolean isSilent(String type, String method) {
    if (type == null || type.startsWith("[") || Classes.isLibrary(type)) {
      return false;
    }
    return silent.computeIfAbsent(type + "." + method, any -> {
      Set<String> types = new LinkedHashSet<>(Set.of(type));
      types.addAll(probe.classes.subtypes(type));
      return types.stream().allMatch(one -> of(one, method) == Sound.SILENT);
    });
  }

  private Sound of(String type, String method) {
    for (String at : probe.classes.supertypes(type)) {
      if (!Classes.isLibrary(at) && declares(at, method)) {
        return sound(at, method);
      }
    }
    if (inherits(type, method)) {
      return sound(type, method);
    }
    boolean plain = probe.classes.supertypes(type).stream().allMatch(at -> !Classes.isLibrary(at)
        || at.equals("java/lang/Object") || at.equals("java/lang/Record") || at.equals("java/lang/Enum")
        || probe.classes.isInterface(at));
    return plain && probe.classes.isComplete(type) ? Sound.SILENT : Sound.CALLS_BACK;
  }

  private boolean declares(String type, String method) {
    ClassNode node = probe.classes.find(type);
    MethodNode found = node == null ? null : Classes.declared(node, method, METHODS.get(method));
    return found != null && !Classes.is(found.access, Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC);
  }

  /** Whether it has the method from a class of the library's, which may run methods of this one in it. */
  boolean inherits(String type, String method) {
    Classes.Declared found = probe.classes.method(type, method, METHODS.get(method));
    return found != null && !Classes.isLibrary(type) && Classes.isLibrary(found.owner().name)
        && !found.owner().name.equals("java/lang/Object") && !probe.classes.isInterface(found.owner().name)
        && TEMPLATES.stream().anyMatch(template -> probe.classes.subtype(type, template))
        && CallBacks.mayRun(probe.classes, type);
  }

  private Sound sound(String type, String method) {
    return sounds.computeIfAbsent(type + "." + method, any -> {
      Summary summary = probe.summary(type, method, METHODS.get(method), true);
      boolean reads = !summary.takesLocks() && summary.calls().isEmpty()
          && summary.accesses().stream().allMatch(LoudMethods::isRead);
      boolean callsBack = summary.accesses().stream().anyMatch(LoudMethods::isCalledBack);
      return !reads ? Sound.LOUD : callsBack ? Sound.CALLS_BACK : Sound.SILENT;
    });
  }

  private static boolean isRead(Access access) {
    return !access.write() && access.known()
        && (isCalledBack(access) || access.node() != null && access.node().parameter() >= 0);
  }
}
