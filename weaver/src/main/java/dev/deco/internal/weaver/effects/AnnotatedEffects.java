package dev.deco.internal.weaver.effects;

import java.util.ArrayList;
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

  /** Which accesses an annotated parameter allows. */
  enum Direction {
    IN(true, false), OUT(false, true), INOUT(true, true);

    final boolean reads;
    final boolean writes;

    Direction(boolean reads, boolean writes) {
      this.reads = reads;
      this.writes = writes;
    }

    static Direction of(String descriptor) {
      return switch (descriptor) {
        case "Ldev/deco/In;" -> IN;
        case "Ldev/deco/Out;" -> OUT;
        case "Ldev/deco/InOut;" -> INOUT;
        default -> null;
      };
    }

    @Override public String toString() {
      return this == IN ? "@In" : this == OUT ? "@Out" : "@InOut";
    }
  }

  private AnnotatedEffects() {}

  /** Whether an annotation says that calling the method changes nothing. */
  static boolean pure(MethodNode method) {
    return pureBy(method) != null;
  }

  /** The annotation that says so, or {@code null}. */
  static String pureBy(MethodNode method) {
    for (AnnotationNode annotation : both(method.visibleAnnotations, method.invisibleAnnotations)) {
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

  private static List<AnnotationNode> both(List<AnnotationNode> a, List<AnnotationNode> b) {
    List<AnnotationNode> all = new ArrayList<>();
    if (a != null) {
      all.addAll(a);
    }
    if (b != null) {
      all.addAll(b);
    }
    return all;
  }

  /** What is said of its parameters, by their index as in {@link Node.Parameter}. */
  static Map<Integer, Direction> directions(MethodNode method) {
    Map<Integer, Direction> directions = new LinkedHashMap<>();
    int first = Classes.is(method.access, Opcodes.ACC_STATIC) ? 0 : 1;
    int count = Type.getArgumentTypes(method.desc).length;
    for (int i = 0; i < count; i++) {
      for (AnnotationNode annotation : both(at(method.visibleParameterAnnotations, i),
          at(method.invisibleParameterAnnotations, i))) {
        Direction direction = Direction.of(annotation.desc);
        if (direction != null) {
          directions.put(i + first, direction);
        }
      }
    }
    return directions;
  }

  private static List<AnnotationNode> at(List<AnnotationNode>[] all, int index) {
    return all == null || index >= all.length ? null : all[index];
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
      Direction direction = directions.get(parameter(access.node()));
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

  /** The parameter that the node is, or is reached from; -1 where there is none. */
  static int parameter(Node node) {
    Node root = node instanceof Node.Reached reached ? reached.root()
        : node instanceof Node.Member member ? member.root() : node;
    return root instanceof Node.Parameter parameter ? parameter.index() : -1;
  }
}
