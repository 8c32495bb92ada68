package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.flow.LimitedCall;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import dev.deco.internal.weaver.flow.ParameterLimit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Keeps the original bodies of methods that are both concurrent and synchronized and call each other, beside the woven
 * ones: a recursion whose subtrees need not be spread runs in them, at the cost of a look at a field for each call.
 *
 * <p>An original body is static, with the receiver for its first parameter; it has the method's name, for stack traces,
 * and one parameter more, which is always null.
 */
final class OriginalBodies {
  private static final String MARK = LimitedCall.ORIGINAL;

  private final ClassNode owner;
  private final Map<String, MethodNode> kept = new LinkedHashMap<>(); // by name and descriptor

  private OriginalBodies(ClassNode owner) {
    this.owner = owner;
  }

  /** {@code unwoven}: the class file; {@code plans}: of the methods that have been woven. */
  static void write(ClassNode owner, byte[] unwoven, List<MethodPlan> plans) {
    OriginalBodies bodies = new OriginalBodies(owner);
    if (plans.stream().noneMatch(plan -> bodies.mayRecur(plan.context().method()))) {
      return;
    }
    ClassNode original = new ClassNode();
    new ClassReader(unwoven).accept(original, ClassReader.SKIP_FRAMES);
    for (MethodNode method : original.methods) {
      boolean woven = plans.stream().anyMatch(plan -> plan.context().method().name.equals(method.name)
          && plan.context().method().desc.equals(method.desc));
      if (woven && bodies.mayRecur(method)) {
        bodies.kept.put(method.name + method.desc, method);
      }
    }
    bodies.kept.values().removeIf(method -> !bodies.callsOne(method));
    for (MethodNode method : List.copyOf(bodies.kept.values())) {
      bodies.chooseIn(owner.methods.stream()
          .filter(woven -> woven.name.equals(method.name) && woven.desc.equals(method.desc)).findFirst().orElseThrow());
    }
    for (MethodNode method : bodies.kept.values()) {
      bodies.keep(method);
    }
  }

  private boolean mayRecur(MethodNode method) {
    var concurrent = ClassHeaders.annotation(method, MethodContext.CONCURRENT);
    boolean limited = concurrent != null && concurrent.values != null && !concurrent.values.isEmpty();
    return concurrent != null && !limited && (owner.access & Opcodes.ACC_INTERFACE) == 0
        && (method.access & Opcodes.ACC_SYNCHRONIZED) == 0 && ParameterLimit.allows(method.desc);
  }

  private boolean callsOne(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof MethodInsnNode call && called(call) != null) {
        return true;
      }
    }
    return false;
  }

  private MethodNode called(MethodInsnNode call) {
    return call.owner.equals(owner.name) ? kept.get(call.name + call.desc) : null;
  }

  /** {@code if ((plain = recursion.plain()) != 0) return original(..);} at the beginning of the woven method. */
  private void chooseIn(MethodNode woven) {
    InsnList code = new InsnList();
    LabelNode spread = new LabelNode();
    int plain = woven.maxLocals++;
    code.add(new InvokeDynamicInsnNode("recursion", "()L" + Runtime.RECURSION + ";", Runtime.LINK_RECURSION));
    code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, Runtime.RECURSION, "plain", "()I", false));
    code.add(new InsnNode(Opcodes.DUP));
    code.add(new VarInsnNode(Opcodes.ISTORE, plain));
    code.add(new JumpInsnNode(Opcodes.IFEQ, spread));
    int slot = 0;
    if (!isStatic(woven)) {
      code.add(new VarInsnNode(Opcodes.ALOAD, slot++));
    }
    for (Type type : Type.getArgumentTypes(woven.desc)) {
      code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
      slot += type.getSize();
    }
    code.add(new InsnNode(Opcodes.ACONST_NULL));
    code.add(invoke(woven));
    code.add(new VarInsnNode(Opcodes.ILOAD, plain));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, Runtime.RECURSION, "left", "(I)V", false));
    code.add(new InsnNode(Type.getReturnType(woven.desc).getOpcode(Opcodes.IRETURN)));
    code.add(spread);
    woven.instructions.insert(code);
  }

  private MethodInsnNode invoke(MethodNode method) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, owner.name, method.name, marked(method), false);
  }

  private static boolean isStatic(MethodNode method) {
    return (method.access & Opcodes.ACC_STATIC) != 0;
  }

  private String marked(MethodNode method) {
    String receiver = isStatic(method) ? "(" : "(L" + owner.name + ";";
    return receiver + method.desc.substring(1).replace(")", MARK + ")");
  }

  private void keep(MethodNode original) {
    MethodNode copy = new MethodNode(Opcodes.ASM9, Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC
        | Opcodes.ACC_SYNTHETIC, original.name, marked(original), null,
        original.exceptions.toArray(new String[0]));
    int parameters = Type.getArgumentsAndReturnSizes(original.desc) >> 2;
    int end = isStatic(original) ? parameters - 1 : parameters;
    original.accept(new MethodVisitor(Opcodes.ASM9, copy) {
      @Override
      public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return null;
      }

      @Override
      public AnnotationVisitor visitParameterAnnotation(int index, String descriptor, boolean visible) {
        return null;
      }

      @Override
      public void visitParameter(String name, int access) {}

      @Override
      public void visitAnnotableParameterCount(int count, boolean visible) {}

      @Override
      public void visitVarInsn(int opcode, int slot) {
        super.visitVarInsn(opcode, slot < end ? slot : slot + 1);
      }

      @Override
      public void visitIincInsn(int slot, int increment) {
        super.visitIincInsn(slot < end ? slot : slot + 1, increment);
      }

      @Override
      public void visitLocalVariable(String name, String descriptor, String signature, Label start,
          Label stop, int slot) {
        super.visitLocalVariable(name, descriptor, signature, start, stop, slot < end ? slot : slot + 1);
      }
    });
    copy.maxLocals++;
    for (AbstractInsnNode insn : copy.instructions.toArray()) {
      if (insn instanceof MethodInsnNode call && called(call) != null) {
        redirect(copy, call, called(call));
      }
    }
    owner.methods.add(copy);
  }

  /**
   * The call goes to the original body, unless somebody wants work or the object's class may override the method.
   * Without a receiver the call stays as it is, and fails: the receiver stays on the stack, so that the JVM can tell
   * what was null.
   */
  private void redirect(MethodNode copy, MethodInsnNode call, MethodNode target) {
    InsnList code = new InsnList();
    LabelNode wanted = new LabelNode();
    LabelNode done = new LabelNode();
    LabelNode other = new LabelNode();
    boolean ofClass = call.getOpcode() == Opcodes.INVOKESTATIC;
    boolean exact = call.getOpcode() != Opcodes.INVOKEVIRTUAL || (owner.access & Opcodes.ACC_FINAL) != 0
        || (target.access & (Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE)) != 0;
    Type[] arguments = ofClass ? new Type[0] : Type.getArgumentTypes(call.desc); // that lie above a receiver
    int[] slots = store(copy, code, arguments);
    if (!ofClass) {
      code.add(new InsnNode(Opcodes.DUP));
      code.add(new JumpInsnNode(Opcodes.IFNULL, other));
    }
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, Runtime.RECURSION, "hungry", "()Z", false));
    code.add(new JumpInsnNode(Opcodes.IFNE, wanted));
    if (!exact) {
      code.add(new InsnNode(Opcodes.DUP));
      code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, "java/lang/Object", "getClass", "()Ljava/lang/Class;",
          false));
      code.add(new LdcInsnNode(Type.getObjectType(owner.name)));
      code.add(new JumpInsnNode(Opcodes.IF_ACMPNE, other));
    }
    load(code, arguments, slots);
    code.add(new InsnNode(Opcodes.ACONST_NULL));
    code.add(invoke(target));
    code.add(new JumpInsnNode(Opcodes.GOTO, done));
    if (!ofClass) {
      code.add(other);
      load(code, arguments, slots);
      code.add(call.clone(null));
      code.add(new JumpInsnNode(Opcodes.GOTO, done));
    }
    code.add(wanted);
    load(code, arguments, slots);
    code.add(outOfLine(call));
    code.add(done);
    copy.instructions.insert(call, code);
    copy.instructions.remove(call);
  }

  private static int[] store(MethodNode copy, InsnList code, Type[] arguments) {
    int[] slots = new int[arguments.length];
    for (int k = arguments.length - 1; k >= 0; k--) {
      slots[k] = copy.maxLocals;
      copy.maxLocals += arguments[k].getSize();
      code.add(new VarInsnNode(arguments[k].getOpcode(Opcodes.ISTORE), slots[k]));
    }
    return slots;
  }

  /** The call, in a form that the JIT compiler does not inline. */
  private InvokeDynamicInsnNode outOfLine(MethodInsnNode call) {
    boolean ofClass = call.getOpcode() == Opcodes.INVOKESTATIC;
    int tag = ofClass ? Opcodes.H_INVOKESTATIC
        : call.getOpcode() == Opcodes.INVOKESPECIAL ? Opcodes.H_INVOKESPECIAL : Opcodes.H_INVOKEVIRTUAL;
    String desc = ofClass ? call.desc : "(L" + call.owner + ";" + call.desc.substring(1);
    return new InvokeDynamicInsnNode("woven", desc, Runtime.LINK_WOVEN,
        new Handle(tag, call.owner, call.name, call.desc, false));
  }

  private static void load(InsnList code, Type[] arguments, int[] slots) {
    for (int k = 0; k < arguments.length; k++) {
      code.add(new VarInsnNode(arguments[k].getOpcode(Opcodes.ILOAD), slots[k]));
    }
  }
}
