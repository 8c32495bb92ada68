package dev.deco.internal.weaver;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The platform's log handler for standard error, made to write one record after the other. It puts a record into its
 * buffer and empties that in two steps, so that a task could write what another one has logged: as its own output, in its
 * own place.
 */
public final class WholeRecords {
  public static final String HANDLER = "java/util/logging/ConsoleHandler";

  private WholeRecords() {}

  /** The class with {@code publish} synchronized; {@code null}: it is left as it is. */
  public static byte[] of(byte[] handler) {
    try {
      ClassReader reader = new ClassReader(handler);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
            String[] exceptions) {
          int whole = name.equals("publish") ? access | Opcodes.ACC_SYNCHRONIZED : access;
          return super.visitMethod(whole, name, descriptor, signature, exceptions);
        }
      }, 0);
      return writer.toByteArray();
    } catch (RuntimeException newer) { // than ASM reads
      return null;
    }
  }
}
