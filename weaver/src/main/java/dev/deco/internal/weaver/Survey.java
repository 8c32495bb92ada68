package dev.deco.internal.weaver;

import dev.deco.internal.weaver.flow.MethodContext;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Code that knows nothing of Deco, taken as if it did: to see what could be parallel in it, and what stands in the way.
 */
public final class Survey {
  private static final int NO_CALL = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_SYNTHETIC;

  private Survey() {}

  /** The class with every method concurrent and synchronized that has a body and that source code can call. */
  public static byte[] marked(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0); // with the reader, it would copy methods as they are
    new ClassReader(classFile).accept(new ClassVisitor(Opcodes.ASM9, writer) {
      @Override
      public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        int annotated = (version & 0xffff) < Opcodes.V1_5 ? Opcodes.V1_5 : version;
        super.visit(annotated, access, name, signature, superName, interfaces);
      }

      @Override
      public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
          String[] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        if ((access & NO_CALL) == 0 && !name.startsWith("<")) {
          method.visitAnnotation(MethodContext.CONCURRENT, false).visitEnd();
          method.visitAnnotation(MethodContext.SYNCHRONIZED, false).visitEnd();
        }
        return method;
      }
    }, 0);
    return writer.toByteArray();
  }
}
