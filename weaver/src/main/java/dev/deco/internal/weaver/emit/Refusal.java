package dev.deco.internal.weaver.emit;

import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** What {@code deco.strict} makes of a class that could not be woven: its synchronized methods throw, and say why. */
public final class Refusal {
  private static final String MARK = "Ldev/deco/Synchronized;";
  private static final String ERROR = "java/lang/LinkageError";

  private Refusal() {}

  /** The class file with every synchronized method throwing a {@link LinkageError} with {@code message}. */
  public static byte[] of(byte[] classFile, String message) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    for (MethodNode method : type.methods) {
      if (marked(method.invisibleAnnotations) || marked(method.visibleAnnotations)) {
        refuse(method, message);
      }
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.accept(writer);
    return writer.toByteArray();
  }

  private static boolean marked(List<AnnotationNode> annotations) {
    return annotations != null && annotations.stream().anyMatch(annotation -> annotation.desc.equals(MARK));
  }

  private static void refuse(MethodNode method, String message) {
    if ((method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
      return;
    }
    method.tryCatchBlocks.clear();
    method.localVariables = null;
    method.visibleLocalVariableAnnotations = null;
    method.invisibleLocalVariableAnnotations = null;
    method.instructions.clear();
    method.instructions.add(new TypeInsnNode(Opcodes.NEW, ERROR));
    method.instructions.add(new InsnNode(Opcodes.DUP));
    method.instructions.add(new LdcInsnNode(message));
    method.instructions.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, ERROR, "<init>", "(Ljava/lang/String;)V", false));
    method.instructions.add(new InsnNode(Opcodes.ATHROW));
  }
}
