package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.ClassHeaders;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A call of a concurrent method with a limit, or a reference to it that is made a function, in a synchronized method
 * or in a function that stands in one.
 *
 * @param opcode of the call
 * @param exact whether no override can be meant
 */
public record LimitedCall(int opcode, String owner, String name, String descriptor, boolean isInterface,
    CallLimit limit, boolean exact, int line) {
  /** Generated methods have names with this prefix. */
  public static final String GENERATED = "deco$";
  /** The type that the original bodies of synchronized methods have as their last parameter. */
  public static final String ORIGINAL = "Ldev/deco/internal/runtime/Recursion;";

  /** {@code Main.f}, for messages. */
  public String simpleName() {
    return owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.') + "." + name;
  }

  /** All of a class. */
  public static Set<LimitedCall> in(ClassNode node, ClassHeaders classes) {
    Set<LimitedCall> calls = new LinkedHashSet<>();
    for (MethodNode method : places(node)) {
      int line = 0;
      for (AbstractInsnNode insn : method.instructions) {
        line = insn instanceof LineNumberNode number ? number.line : line;
        if (insn instanceof MethodInsnNode call) {
          calls.add(of(call, classes, line));
        } else if (insn instanceof InvokeDynamicInsnNode function) {
          for (Object argument : function.bsmArgs) {
            calls.add(of(argument, classes, line));
          }
        }
      }
    }
    calls.remove(null);
    return calls;
  }

  /** The synchronized methods, what was generated for them, and the functions that stand in any of these. */
  public static List<MethodNode> places(ClassNode node) {
    Map<String, MethodNode> functions = new HashMap<>();
    Deque<MethodNode> open = new ArrayDeque<>();
    for (MethodNode method : node.methods) {
      if (ClassHeaders.isAnnotated(method, MethodContext.SYNCHRONIZED) || method.name.startsWith(GENERATED)
          || method.desc.contains(ORIGINAL)) {
        open.add(method);
      } else if ((method.access & Opcodes.ACC_SYNTHETIC) != 0) {
        functions.put(method.name + method.desc, method);
      }
    }
    List<MethodNode> places = new ArrayList<>();
    while (!open.isEmpty()) {
      MethodNode method = open.remove();
      places.add(method);
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof InvokeDynamicInsnNode function) {
          for (Object argument : function.bsmArgs) {
            MethodNode body = argument instanceof Handle code && code.getOwner().equals(node.name)
                ? functions.remove(code.getName() + code.getDesc()) : null;
            if (body != null) {
              open.add(body);
            }
          }
        }
      }
    }
    return places;
  }

  /** What a call instruction calls, or {@code null} if that has no limit. */
  public static LimitedCall of(MethodInsnNode insn, ClassHeaders classes, int line) {
    return of(insn.getOpcode(), insn.owner, insn.name, insn.desc, insn.itf, classes, line);
  }

  /** What a function calls, given its code among other constants, or {@code null} if that has no limit. */
  public static LimitedCall of(Object constant, ClassHeaders classes, int line) {
    if (!(constant instanceof Handle code)) {
      return null;
    }
    return switch (code.getTag()) {
      case Opcodes.H_INVOKESTATIC -> of(Opcodes.INVOKESTATIC, code, classes, line);
      case Opcodes.H_INVOKEVIRTUAL -> of(Opcodes.INVOKEVIRTUAL, code, classes, line);
      case Opcodes.H_INVOKEINTERFACE -> of(Opcodes.INVOKEINTERFACE, code, classes, line);
      case Opcodes.H_INVOKESPECIAL -> of(Opcodes.INVOKESPECIAL, code, classes, line);
      default -> null;
    };
  }

  private static LimitedCall of(int opcode, Handle code, ClassHeaders classes, int line) {
    return of(opcode, code.getOwner(), code.getName(), code.getDesc(), code.isInterface(),
        classes, line);
  }

  private static LimitedCall of(int opcode, String owner, String name, String descriptor, boolean isInterface,
      ClassHeaders classes, int line) {
    MethodNode target = classes.resolve(owner, name, descriptor);
    CallLimit limit = CallLimit.of(target);
    if (limit.none()) {
      return null;
    }
    boolean exact = opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.INVOKESPECIAL
        || (target.access & (Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE)) != 0;
    return new LimitedCall(opcode, owner, name, descriptor, isInterface, limit, exact, line);
  }
}
