package dev.deco.internal.weaver.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The code of a lambda expression or method reference, to stand in another method: its operands, what is captured
 * first, are in local variables from {@code base} on, and what it returns is left on the stack.
 */
final class InlinedBody {
  final InsnList code = new InsnList();
  final List<TryCatchBlockNode> handlers = new ArrayList<>();
  final List<LocalVariableNode> variables = new ArrayList<>();
  final int locals; // how many slots it needs, with those of its operands
  final int stack;

  /** The call that a method reference is; its operands have these types. */
  InlinedBody(Handle code, Type[] operands, int base) {
    int slot = base;
    for (Type operand : operands) {
      this.code.add(new VarInsnNode(operand.getOpcode(Opcodes.ILOAD), slot));
      slot += operand.getSize();
    }
    int opcode = switch (code.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_INVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      default -> Opcodes.INVOKEVIRTUAL;
    };
    this.code.add(new MethodInsnNode(opcode, code.getOwner(), code.getName(), code.getDesc(), code.isInterface()));
    locals = slot - base;
    stack = locals + 2;
  }

  /** The body of a lambda expression. */
  InlinedBody(MethodNode body, int base) {
    locals = body.maxLocals;
    stack = body.maxStack;
    Map<LabelNode, LabelNode> labels = new HashMap<>();
    for (AbstractInsnNode insn : body.instructions) {
      if (insn instanceof LabelNode label) {
        labels.put(label, new LabelNode());
      }
    }
    LabelNode end = new LabelNode();
    Type result = Type.getReturnType(body.desc);
    boolean expression = isExpression(body);
    for (AbstractInsnNode insn : body.instructions) {
      if (insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN) {
        leave(insn, result, expression, base + locals, end);
        continue;
      }
      AbstractInsnNode copy = insn.clone(labels);
      if (copy instanceof VarInsnNode variable) {
        variable.var += base;
      } else if (copy instanceof IincInsnNode increment) {
        increment.var += base;
      }
      code.add(copy);
    }
    code.add(end);
    if (!expression) {
      code.add(new VarInsnNode(result.getOpcode(Opcodes.ILOAD), base + locals));
    }
    for (TryCatchBlockNode block : body.tryCatchBlocks) {
      handlers.add(new TryCatchBlockNode(labels.get(block.start), labels.get(block.end), labels.get(block.handler),
          block.type));
    }
    if (body.localVariables != null) {
      body.localVariables.stream().filter(variable -> !variable.name.equals("this")).forEach(variable ->
          variables.add(new LocalVariableNode(variable.name, variable.desc, variable.signature,
              labels.get(variable.start), labels.get(variable.end), base + variable.index)));
    }
  }

  private void leave(AbstractInsnNode insn, Type result, boolean expression, int local, LabelNode end) {
    if (!expression) {
      code.add(new VarInsnNode(result.getOpcode(Opcodes.ISTORE), local));
    }
    if (isFollowed(insn)) {
      code.add(new JumpInsnNode(Opcodes.GOTO, end));
    }
  }

  private static boolean isFollowed(AbstractInsnNode insn) {
    AbstractInsnNode next = insn.getNext();
    while (next != null && next.getOpcode() < 0) {
      next = next.getNext();
    }
    return next != null;
  }

  /** Whether it returns nothing, or one value that it computes without statements before: it may stand on a stack. */
  static boolean isExpression(MethodNode body) {
    if (Type.getReturnType(body.desc) == Type.VOID_TYPE) {
      return true;
    }
    for (AbstractInsnNode insn : body.instructions) {
      boolean stores = CountedLoop.assigned(insn) >= 0;
      boolean returns = insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN;
      if (stores || returns && isFollowed(insn)) {
        return false;
      }
    }
    return body.tryCatchBlocks.isEmpty();
  }
}
