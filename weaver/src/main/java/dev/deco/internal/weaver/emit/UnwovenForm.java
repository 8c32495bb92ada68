package dev.deco.internal.weaver.emit;

import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** What a woven class was woven from: the whole class file, in an attribute that a JVM passes over. */
public final class UnwovenForm extends Attribute {
  private static final String NAME = "dev.deco.Unwoven";

  private final byte[] classFile;

  UnwovenForm(byte[] classFile) {
    super(NAME);
    this.classFile = classFile;
  }

  /** The class file that {@code woven} was woven from; {@code woven} itself where it does not say. */
  public static byte[] of(byte[] woven) {
    byte[][] found = {woven};
    ClassVisitor finder = new ClassVisitor(Opcodes.ASM9) {
      @Override
      public void visitAttribute(Attribute attribute) {
        if (attribute instanceof UnwovenForm form) {
          found[0] = form.classFile;
        }
      }
    };
    int nothingElse = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
    new ClassReader(woven).accept(finder, new Attribute[] {new UnwovenForm(new byte[0])}, nothingElse);
    return found[0];
  }

  @Override
  protected Attribute read(ClassReader reader, int offset, int length, char[] buffer, int codeOffset, Label[] labels) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) reader.readByte(offset + i);
    }
    return new UnwovenForm(bytes);
  }

  @Override
  protected ByteVector write(ClassWriter writer, byte[] code, int codeLength, int maxStack, int maxLocals) {
    return new ByteVector(classFile.length).putByteArray(classFile, 0, classFile.length);
  }
}
