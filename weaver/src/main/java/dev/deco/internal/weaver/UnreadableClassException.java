package dev.deco.internal.weaver;

import java.nio.ByteBuffer;
import org.objectweb.asm.Opcodes;

/** What should be a class file is none, or one of a newer Java; the message says why and what to do, but not where. */
public final class UnreadableClassException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MAGIC = 0xCAFEBABE;
  private static final int NEWEST = Opcodes.V28;
  private static final int BEFORE_JAVA_1 = 44;

  /** @param cause what the reader stumbled with */
  public UnreadableClassException(byte[] classFile, RuntimeException cause) {
    super(message(classFile), cause);
  }

  private static String message(byte[] classFile) {
    int version = version(classFile);
    return isNewer(classFile)
        ? "it is a class file of Java " + (version - BEFORE_JAVA_1) + ", and this Deco reads those up to Java "
            + (NEWEST - BEFORE_JAVA_1) + "; compile it with --release " + (NEWEST - BEFORE_JAVA_1)
            + ", or use a newer Deco"
        : "it is not a class file that can be read: damaged or cut off; compile it again";
  }

  /** Whether it begins as a class file of a newer Java than this Deco reads. */
  public static boolean isNewer(byte[] classFile) {
    return version(classFile) > NEWEST;
  }

  /** The major version; 0 of what does not begin as a class file does. */
  private static int version(byte[] classFile) {
    ByteBuffer bytes = ByteBuffer.wrap(classFile);
    return classFile.length >= 8 && bytes.getInt(0) == MAGIC ? bytes.getShort(6) : 0;
  }
}
