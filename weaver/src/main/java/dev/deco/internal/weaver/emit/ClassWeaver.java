package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.effects.Effects;
import dev.deco.internal.weaver.flow.MethodPlan;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** Writes the plans of a class's synchronized methods as bytecode. */
public final class ClassWeaver {
  /** Says that a class has been woven. */
  public static final String MARKER = "Ldev/deco/internal/runtime/Woven;";

  private ClassWeaver() {}

  /**
   * The class file with the planned methods woven.
   *
   * @param node the class, which is used up; {@code unwoven} its class file, which the woven class keeps
   */
  public static byte[] weave(ClassNode node, byte[] unwoven, List<MethodPlan> plans, ClassHeaders classes, Effects effects,
      String version) {
    int row = 0;
    for (MethodPlan plan : plans) {
      row += new ScopeWriter(plan, row).write();
    }
    OriginalBodies.write(node, unwoven, plans);
    LimitedCalls.write(node, classes);
    DroppedResults.write(node, effects);
    node.methods.forEach(LockCounts::write);
    if ((node.version & 0xffff) < Opcodes.V1_7) {
      node.version = Opcodes.V1_7; // the oldest with invokedynamic, by which sites are linked
    }
    AnnotationNode marker = new AnnotationNode(MARKER);
    marker.values = new ArrayList<>(List.of("version", version));
    if (node.invisibleAnnotations == null) {
      node.invisibleAnnotations = new ArrayList<>();
    }
    node.invisibleAnnotations.add(marker);
    if (node.attrs == null) {
      node.attrs = new ArrayList<>();
    }
    node.attrs.add(new UnwovenForm(unwoven));
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
      @Override
      protected String getCommonSuperClass(String a, String b) {
        return classes.commonSuper(a, b);
      }
    };
    writer.setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE); // the class is the user's own, however large
    node.accept(writer);
    return writer.toByteArray();
  }
}
