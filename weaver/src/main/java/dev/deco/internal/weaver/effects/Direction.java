package dev.deco.internal.weaver.effects;

import org.objectweb.asm.tree.AnnotationNode;

/** Which accesses to what a parameter refers to are declared: by {@code @In}, {@code @Out} or {@code @InOut}. */
public enum Direction {
  IN("@In", true, false), OUT("@Out", false, true), INOUT("@InOut", true, true);

  private final String annotation;
  final boolean reads;
  final boolean writes;

  Direction(String annotation, boolean reads, boolean writes) {
    this.annotation = annotation;
    this.reads = reads;
    this.writes = writes;
  }

  /** The direction that an annotation declares; {@code null} if it is another annotation. */
  public static Direction of(AnnotationNode annotation) {
    return switch (annotation.desc) {
      case "Ldev/deco/In;" -> IN;
      case "Ldev/deco/Out;" -> OUT;
      case "Ldev/deco/InOut;" -> INOUT;
      default -> null;
    };
  }

  /** The annotation, as in source code. */
  @Override
  public String toString() {
    return annotation;
  }
}
