package dev.deco.internal.weaver.effects;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What annotations say of a method: {@code @Pure}, {@code @SideEffectFree} and {@code @Contract(pure = true)} of any
 * library, and Deco's own {@code @In}, {@code @Out} and {@code @InOut} on parameters. They count where code cannot be
 * seen; where it can, what it does counts.
 */
final class AnnotatedEffects {
  private static final Set<String> PURE = Set.of("Pure", "SideEffectFree");

  private AnnotatedEffects() {}

  /** Whether an annotation says that calling the method changes nothing. */
  static boolean pure(MethodNode method) {
    return pureBy(method) != null;
  }

  /** The annotation that says so, or {@code null}. */
  static String pureBy(MethodNode method) {
    for (AnnotationNode annotation : Annotations.of(method)) {
      String type = Type.getType(annotation.desc).getInternalName();
      String name = type.substring(type.lastIndexOf('/') + 1);
      name = name.substring(name.lastIndexOf('$') + 1);
      if (PURE.contains(name)) {
        return "@" + name;
      }
      int pure = annotation.values == null ? -1 : annotation.values.indexOf("pure");
      if (name.equals("Contract") && pure >= 0 && Boolean.TRUE.equals(annotation.values.get(pure + 1))) {
        return "@Contract(pure = true)";
      }
    }
    return null;
  }

  /** What is said of its parameters, by their index as in {@link Node.Parameter}. */
  static Map<Integer, Direction> directions(MethodNode method) {
    Map<Integer, Direction> directions = new LinkedHashMap<>();
    int first = Classes.is(method.access, Opcodes.ACC_STATIC) ? 0 : 1;
    List<List<AnnotationNode>> annotations = Annotations.ofParameters(method);
    for (int k = 0; k < annotations.size(); k++) {
      for (AnnotationNode annotation : annotations.get(k)) {
        Direction direction = Direction.of(annotation);
        if (direction != null) {
          directions.put(first + k, direction);
        }
      }
    }
    return directions;
  }

  /** What the method does, with what is said of it in the place of what is unknown. */
  static Summary applied(MethodNode method, Summary summary, Set<Integer> mutable) {
    Map<Integer, Direction> directions = directions(method);
    if (directions.isEmpty() || summary.known()) {
      return summary;
    }
    boolean all = directions.keySet().containsAll(mutable);
    Set<Access> accesses = new LinkedHashSet<>();
    for (Access access : summary.accesses()) {
      Direction direction = directions.get(access.parameter());
      if (access.known()) {
        accesses.add(access);
      } else if (direction != null) {
        if (access.write() ? direction.writes : direction.reads) {
          accesses.add(new Access(access.write(), access.node(), access.location(), true, access.reason()));
        }
      } else if (!all) {
        accesses.add(access);
      }
    }
    return new Summary(accesses, summary.result(), summary.stores(), summary.made(), summary.calls(),
        summary.takesLocks());
  }
}
