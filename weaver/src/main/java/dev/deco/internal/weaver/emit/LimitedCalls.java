package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.flow.LimitedCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes each {@link LimitedCall}, wherever it went when its method was woven, a call of a generated method, which makes
 * the call under its limit: so tasks, calls in place and functions of streams are all alike.
 */
final class LimitedCalls {
  private static final String LIMIT = "dev/deco/internal/runtime/Limit";
  private static final String ATTEMPTS = "dev/deco/internal/runtime/Attempts";
  private static final Handle LINK = Runtime.link(LIMIT,
      "Ljava/lang/String;JILjava/lang/String;Ljava/lang/String;I");

  private final ClassNode node;
  private final ClassHeaders classes;
  private final Map<LimitedCall, String> wrappers = new HashMap<>();
  private final List<MethodNode> made = new ArrayList<>();

  private LimitedCalls(ClassNode node, ClassHeaders classes) {
    this.node = node;
    this.classes = classes;
  }

  /** Lets all of them, in a class that has been woven, keep their limits. */
  static void write(ClassNode node, ClassHeaders classes) {
    new LimitedCalls(node, classes).write();
  }

  private void write() {
    for (MethodNode method : LimitedCall.places(node)) {
      int line = 0;
      for (AbstractInsnNode insn : method.instructions.toArray()) {
        line = insn instanceof LineNumberNode number ? number.line : line;
        if (insn instanceof MethodInsnNode target) {
          LimitedCall call = LimitedCall.of(target, classes, line);
          if (call != null) {
            method.instructions.set(insn, invoke(call));
          }
        } else if (insn instanceof InvokeDynamicInsnNode function) {
          for (int i = 0; i < function.bsmArgs.length; i++) {
            LimitedCall call = LimitedCall.of(function.bsmArgs[i], classes, line);
            if (call != null) {
              function.bsmArgs[i] =
                  new Handle(Opcodes.H_INVOKESTATIC, node.name, wrapper(call), descriptor(call), isInterface());
            }
          }
        }
      }
    }
    node.methods.addAll(made);
  }

  private boolean isInterface() {
    return (node.access & Opcodes.ACC_INTERFACE) != 0;
  }

  private MethodInsnNode invoke(LimitedCall call) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, node.name, wrapper(call), descriptor(call), isInterface());
  }

  private String descriptor(LimitedCall call) {
    if (call.opcode() == Opcodes.INVOKESTATIC) {
      return call.descriptor();
    }
    String receiver = call.opcode() == Opcodes.INVOKESPECIAL ? node.name : call.owner();
    return "(L" + receiver + ";" + call.descriptor().substring(1);
  }

  private String wrapper(LimitedCall call) {
    String name = wrappers.get(call);
    if (name == null) {
      name = LimitedCall.GENERATED + "limited$" + wrappers.size();
      wrappers.put(call, name);
      made.add(method(name, call));
    }
    return name;
  }

  /** As the Javadoc of the runtime's Limit shows it. */
  private MethodNode method(String name, LimitedCall call) {
    MethodNode method = new MethodNode(Opcodes.ASM9,
        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, name, descriptor(call), null, null);
    InsnList code = method.instructions;
    LabelNode start = new LabelNode();
    LabelNode begin = new LabelNode();
    LabelNode end = new LabelNode();
    LabelNode failed = new LabelNode();
    Type[] parameters = Type.getArgumentTypes(method.desc);
    Type result = Type.getReturnType(method.desc);
    int attempts = 0;
    for (Type parameter : parameters) {
      attempts += parameter.getSize();
    }
    int value = attempts + 1;
    code.add(start);
    code.add(new LineNumberNode(call.line(), start));
    code.add(new InvokeDynamicInsnNode("limit", "()L" + LIMIT + ";", LINK, call.limit().timeout(), call.limit().nanos(),
        call.limit().retries(), Row.what(call.owner(), call.name(), call.descriptor()), String.valueOf(node.sourceFile), call.line()));
    code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, LIMIT, "attempts", "()L" + ATTEMPTS + ";", false));
    code.add(new VarInsnNode(Opcodes.ASTORE, attempts));
    code.add(begin);
    attempts(code, attempts, "begin", "()V");
    int slot = 0;
    for (Type parameter : parameters) {
      code.add(new VarInsnNode(parameter.getOpcode(Opcodes.ILOAD), slot));
      slot += parameter.getSize();
    }
    code.add(new MethodInsnNode(call.opcode(), call.owner(), call.name(), call.descriptor(), call.isInterface()));
    if (result != Type.VOID_TYPE) {
      code.add(new VarInsnNode(result.getOpcode(Opcodes.ISTORE), value));
    }
    attempts(code, attempts, "end", "()V");
    code.add(end);
    if (result != Type.VOID_TYPE) {
      code.add(new VarInsnNode(result.getOpcode(Opcodes.ILOAD), value));
    }
    code.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
    code.add(failed);
    code.add(new VarInsnNode(Opcodes.ASTORE, value));
    code.add(new VarInsnNode(Opcodes.ALOAD, attempts));
    code.add(new VarInsnNode(Opcodes.ALOAD, value));
    code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, ATTEMPTS, "failed", "(Ljava/lang/Throwable;)V", false));
    code.add(new JumpInsnNode(Opcodes.GOTO, begin));
    method.tryCatchBlocks.add(new TryCatchBlockNode(begin, end, failed, null));
    return method;
  }

  private static void attempts(InsnList code, int slot, String name, String descriptor) {
    code.add(new VarInsnNode(Opcodes.ALOAD, slot));
    code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, ATTEMPTS, name, descriptor, false));
  }
}
