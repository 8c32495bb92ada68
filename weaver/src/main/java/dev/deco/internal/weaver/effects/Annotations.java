package dev.deco.internal.weaver.effects;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** The annotations of a method, those that the running program sees and those that it does not. */
public final class Annotations {
  private Annotations() {}

  public static List<AnnotationNode> of(MethodNode method) {
    return both(method.visibleAnnotations, method.invisibleAnnotations);
  }

  /** Of each parameter of its descriptor. Those that a compiler adds, in front, are not counted in a class file. */
  public static List<List<AnnotationNode>> ofParameters(MethodNode method) {
    List<List<AnnotationNode>> all = new ArrayList<>();
    int count = Type.getArgumentTypes(method.desc).length;
    for (int k = 0; k < count; k++) {
      all.add(both(at(method.visibleParameterAnnotations, k, count),
          at(method.invisibleParameterAnnotations, k, count)));
    }
    return all;
  }

  private static List<AnnotationNode> at(List<AnnotationNode>[] declared, int parameter, int parameters) {
    int k = declared == null ? -1 : parameter - (parameters - declared.length);
    return k < 0 ? null : declared[k];
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
}
