package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.MethodAnalysis;
import dev.deco.internal.weaver.effects.MethodAnalysis.Body;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Ref;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Whether a method only looks at what an array or a builder that it is given holds, so that it cannot tell it from a
 * copy: it compares it with no other object, does not lock it, and asks for no hash code that belongs to the object.
 */
final class OnlyLooks {
  /** Methods of the JDK that look at what their arguments hold. */
  private static final Set<String> LOOKING = Set.of("java/util/Arrays", "java/util/stream/IntStream",
      "java/util/stream/LongStream", "java/util/stream/DoubleStream");
  private static final Set<String> OF_BUILDERS = Set.of("charAt", "length", "isEmpty", "toString", "substring",
      "subSequence", "indexOf", "lastIndexOf", "codePointAt", "codePointBefore", "codePointCount", "getChars",
      "compareTo", "append", "insert");
  private static final String BUILDER = "java/lang/StringBuilder";

  private final MethodContext context;
  private final Set<List<Object>> asked = new HashSet<>();

  private OnlyLooks(MethodContext context) {
    this.context = context;
  }

  /** Of a parameter of a method; {@code null} for the method: it is not known. */
  static boolean only(MethodContext context, Body body, int parameter) {
    return new OnlyLooks(context).only(body, parameter);
  }

  private boolean only(Body body, int parameter) {
    if (body == null || !asked.add(List.of(body.method(), parameter))) {
      return body != null; // what is asked again is answered already, or about to be
    }
    MethodAnalysis analysis = context.analyze(body.owner(), body.method());
    if (analysis.failure() != null) {
      return false;
    }
    AbstractInsnNode[] instructions = body.method().instructions.toArray();
    for (int i = 0; i < instructions.length; i++) {
      if (analysis.frames()[i] != null && !looks(analysis, i, instructions[i], new Node.Parameter(parameter))) {
        return false;
      }
    }
    return true;
  }

  private boolean looks(MethodAnalysis analysis, int i, AbstractInsnNode insn, Node object) {
    Frame<Ref> frame = analysis.frames()[i];
    int opcode = insn.getOpcode();
    if (opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE) {
      return !isOn(frame, 1, object) && !isOn(frame, 2, object);
    } else if (opcode == Opcodes.MONITORENTER) {
      return !isOn(frame, 1, object);
    } else if (insn instanceof InvokeDynamicInsnNode made) {
      int count = Type.getArgumentTypes(made.desc).length;
      for (int k = 1; k <= count; k++) {
        if (isOn(frame, k, object)) {
          return false;
        }
      }
    } else if (insn instanceof MethodInsnNode call) {
      int count = Type.getArgumentTypes(call.desc).length + (opcode == Opcodes.INVOKESTATIC ? 0 : 1);
      for (int k = 0; k < count; k++) {
        if (isOn(frame, count - k, object) && !isLooking(call) && !only(analysis.onlyBody(i), k)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the value at a depth of the stack, 1 for the topmost, may be the object. */
  private static boolean isOn(Frame<Ref> frame, int depth, Node object) {
    return frame.getStack(frame.getStackSize() - depth).nodes().contains(object);
  }

  private static boolean isLooking(MethodInsnNode call) {
    return LOOKING.contains(call.owner) && !call.name.equals("asList")
        || call.owner.equals("java/lang/String") && (call.desc.startsWith("([C") || call.name.equals("contentEquals"))
        || call.owner.equals("java/lang/System") && call.name.equals("arraycopy")
        || call.owner.startsWith("[") && call.name.equals("clone")
        || call.owner.equals(BUILDER) && (call.name.equals("<init>") || OF_BUILDERS.contains(call.name));
  }
}
