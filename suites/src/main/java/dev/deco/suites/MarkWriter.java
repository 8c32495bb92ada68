package dev.deco.suites;

import java.util.function.Predicate;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files with Deco's annotations added to them. */
final class MarkWriter {
  static final String CONCURRENT = "Ldev/deco/Concurrent;";
  private static final String SYNCHRONIZED = "Ldev/deco/Synchronized;";
  private static final String ORDER = "Ldev/deco/Order;";

  private final Predicate<String> concurrent;
  private final Predicate<String> scope;
  private final boolean byData;

  /** @param concurrent and {@code scope}: methods, by {@code pkg/Type.method(Descriptor)} */
  MarkWriter(Predicate<String> concurrent, Predicate<String> scope, boolean byData) {
    this.concurrent = concurrent;
    this.scope = scope;
    this.byData = byData;
  }

  byte[] marked(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(0); // with the reader, it would copy methods as they are
    reader.accept(new Marker(reader.getClassName(), writer), 0);
    return writer.toByteArray();
  }

  private final class Marker extends ClassVisitor {
    private final String owner;

    Marker(String owner, ClassVisitor next) {
      super(Opcodes.ASM9, next);
      this.owner = owner;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
      int annotated = (version & 0xffff) < Opcodes.V1_5 ? Opcodes.V1_5 : version;
      super.visit(annotated, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
        String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      String key = owner + "." + name + descriptor;
      if (concurrent.test(key)) {
        method.visitAnnotation(CONCURRENT, false).visitEnd();
      }
      if (scope.test(key)) {
        AnnotationVisitor annotation = method.visitAnnotation(SYNCHRONIZED, false);
        if (byData) {
          annotation.visitEnum("order", ORDER, "BY_DATA");
        }
        annotation.visitEnd();
      }
      return method;
    }
  }
}
