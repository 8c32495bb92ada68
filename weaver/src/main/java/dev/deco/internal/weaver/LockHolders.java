package dev.deco.internal.weaver;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * The classes whose code may hold a lock while it calls other code: a scope may be opened there, and its tasks may want
 * the lock. They count their locks, whether they have scopes of their own or not.
 */
public final class LockHolders {
  private LockHolders() {}

  /** Whether the class file's is one of them. */
  public static boolean in(byte[] classFile) {
    Look look = new Look();
    new ClassReader(classFile).accept(look, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return look.found;
  }

  static boolean in(ClassNode node) {
    Look look = new Look();
    node.accept(look);
    return look.found;
  }

  private static final class Look extends ClassVisitor {
    boolean found;

    Look() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
      return found ? null : new MethodVisitor(Opcodes.ASM9) {
        private boolean locks = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
        private boolean calls;

        @Override
        public void visitInsn(int opcode) {
          locks |= opcode == Opcodes.MONITORENTER;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String of, boolean isInterface) {
          boolean lock = owner.startsWith("java/util/concurrent/locks/");
          locks |= lock;
          calls |= !lock && !method.equals("<init>");
        }

        @Override
        public void visitEnd() {
          found |= locks && calls;
        }
      };
    }
  }
}
