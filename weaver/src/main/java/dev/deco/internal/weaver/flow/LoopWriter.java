package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.flow.FunctionLoops.Form;
import dev.deco.internal.weaver.flow.FunctionLoops.Loop;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes a call that is a loop as that loop, with the call beside it where it may be another one. */
final class LoopWriter {
  private final MethodNode method;
  private final Loop loop;
  private final InsnList code = new InsnList();
  private final LabelNode head = new LabelNode();
  private final LabelNode otherwise = new LabelNode();
  private final LabelNode end = new LabelNode();
  private final LabelNode nothing = new LabelNode(); // where the source, null, lies on the stack
  private final Type[] captured;
  private final int line;
  private final int base;   // of the body's own variables, what is captured first
  private final int given;  // of what the function is given
  private int free;
  private InlinedBody body;

  private LoopWriter(MethodNode method, Loop loop) {
    this.method = method;
    this.loop = loop;
    captured = Type.getArgumentTypes(loop.function().desc);
    line = lineOf(loop.call());
    base = method.maxLocals;
    int slot = base;
    for (Type type : captured) {
      slot += type.getSize();
    }
    given = slot;
  }

  /** Writes it; {@code beside} takes what is left of the call. */
  static void write(MethodNode method, Loop loop, Set<AbstractInsnNode> beside) {
    new LoopWriter(method, loop).write(beside);
  }

  private static int lineOf(AbstractInsnNode insn) {
    AbstractInsnNode at = insn;
    while (at != null && !(at instanceof LineNumberNode)) {
      at = at.getPrevious();
    }
    return at == null ? 0 : ((LineNumberNode) at).line;
  }

  private void write(Set<AbstractInsnNode> beside) {
    body = loop.body() != null ? new InlinedBody(loop.body(), base)
        : new InlinedBody(loop.code(), loop.operands(), base);
    free = base + body.locals + 2; // two for a value that it returns
    for (int i = captured.length, slot = given; i-- > 0; ) {
      slot -= captured[i].getSize();
      add(new VarInsnNode(captured[i].getOpcode(Opcodes.ISTORE), slot));
    }
    int source = source();
    switch (loop.form()) {
      case ITERABLE -> elements(source);
      case MAP -> entries(source);
      case ARRAY -> array(source);
      case LIST -> list(source);
      default -> range(source);
    }
    add(otherwise);
    atLine();
    push(source, beside);
    again(beside);
    if (loop.form() != Form.RANGE) {
      add(new JumpInsnNode(Opcodes.GOTO, end));
      add(nothing);
      again(beside);
    }
    add(end);
    method.maxLocals = free;
    method.maxStack = Math.max(method.maxStack, Math.max(body.stack + 4, captured.length * 2 + 6));
    method.tryCatchBlocks.addAll(0, body.handlers);
    if (method.localVariables != null) {
      method.localVariables.addAll(body.variables);
    }
    method.instructions.insertBefore(loop.function(), code);
    method.instructions.remove(loop.function());
    method.instructions.remove(loop.call());
    if (loop.form() == Form.RANGE) {
      method.instructions.remove(loop.range());
    }
  }

  private void add(AbstractInsnNode insn) {
    code.add(insn);
  }

  private void load(int local) {
    add(new VarInsnNode(Opcodes.ALOAD, local));
  }

  private void atLine() {
    if (line > 0) {
      LabelNode label = new LabelNode();
      add(label);
      add(new LineNumberNode(line, label));
    }
  }

  private void call(int opcode, String owner, String name, String descriptor) {
    add(new MethodInsnNode(opcode, owner, name, descriptor, opcode == Opcodes.INVOKEINTERFACE));
  }

  /** Takes what lies below the captured values off the stack, into variables from the one that is returned on. */
  private int source() {
    int source = free;
    if (loop.form() == Form.RANGE) {
      InsnList bounds = new InsnList();
      bounds.add(new VarInsnNode(Opcodes.ISTORE, source + 1));
      bounds.add(new VarInsnNode(Opcodes.ISTORE, source));
      method.instructions.insertBefore(loop.range(), bounds);
      free += 2;
    } else {
      add(new InsnNode(Opcodes.DUP));
      add(new JumpInsnNode(Opcodes.IFNULL, nothing)); // the call fails, and the JVM can tell what was null
      add(new VarInsnNode(Opcodes.ASTORE, source));
      free++;
    }
    return source;
  }

  /** What lies below the captured values. */
  private void push(int source, Set<AbstractInsnNode> beside) {
    AbstractInsnNode before = code.getLast();
    if (loop.form() == Form.RANGE) {
      add(new VarInsnNode(Opcodes.ILOAD, source));
      add(new VarInsnNode(Opcodes.ILOAD, source + 1));
      add(loop.range().clone(null));
    } else {
      load(source);
    }
    beside(before, beside);
  }

  /** The call as it was, on top of that. */
  private void again(Set<AbstractInsnNode> beside) {
    AbstractInsnNode before = code.getLast();
    int slot = base;
    for (Type type : captured) {
      add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
      slot += type.getSize();
    }
    add(loop.function().clone(null));
    add(loop.call().clone(null));
    beside(before, beside);
  }

  private static void beside(AbstractInsnNode before, Set<AbstractInsnNode> beside) {
    for (AbstractInsnNode insn = before.getNext(); insn != null; insn = insn.getNext()) {
      beside.add(insn);
    }
  }

  /** Goes to the call unless woven code may run the loop: nothing that the function changes may be its source. */
  private void unlessLoop(int source, String type) {
    if (source < 0) {
      unless("isLoop", "()Z");
      return;
    }
    Set<Integer> changed = loop.changes().captured();
    if (changed == null || changed.isEmpty()) {
      load(source);
      unless(changed == null ? "isExactLoop" : "isLoop", "(" + type + ")Z");
      return;
    }
    int slot = base;
    for (int k = 0; k < captured.length; k++) {
      if (changed.contains(k)) {
        load(source);
        load(slot);
        unless(loop.form() == Form.LIST ? "isApart" : "isLoop", "(" + type + "Ljava/lang/Object;)Z");
      }
      slot += captured[k].getSize();
    }
  }

  private void unless(String question, String descriptor) {
    call(Opcodes.INVOKESTATIC, FunctionLoops.RUNTIME, question, descriptor);
    add(new JumpInsnNode(Opcodes.IFEQ, otherwise));
  }

  private void elements(int source) {
    unlessLoop(source, "Ljava/lang/Iterable;");
    int iterator = free++;
    int unchanged = loop.changes().none() ? -1 : free++;
    if (unchanged >= 0) {
      load(source);
      call(Opcodes.INVOKESTATIC, FunctionLoops.RUNTIME, "unchanged", "(Ljava/lang/Iterable;)Ljava/lang/Object;");
      add(new VarInsnNode(Opcodes.ASTORE, unchanged));
    }
    load(source);
    MethodInsnNode each = loop.call();
    add(new MethodInsnNode(each.getOpcode(), each.owner, "iterator", "()Ljava/util/Iterator;", each.itf));
    next(iterator, unchanged);
    give(0, given);
    round();
  }

  private void entries(int source) {
    unlessLoop(source, "Ljava/util/Map;");
    int iterator = free++;
    int entry = free++;
    load(source);
    MethodInsnNode each = loop.call();
    add(new MethodInsnNode(each.getOpcode(), each.owner, "entrySet", "()Ljava/util/Set;", each.itf));
    call(Opcodes.INVOKEINTERFACE, "java/util/Set", "iterator", "()Ljava/util/Iterator;");
    next(iterator, -1);
    add(new TypeInsnNode(Opcodes.CHECKCAST, "java/util/Map$Entry"));
    add(new VarInsnNode(Opcodes.ASTORE, entry));
    load(entry);
    call(Opcodes.INVOKEINTERFACE, "java/util/Map$Entry", "getKey", "()Ljava/lang/Object;");
    int value = give(0, given);
    load(entry);
    call(Opcodes.INVOKEINTERFACE, "java/util/Map$Entry", "getValue", "()Ljava/lang/Object;");
    give(1, value);
    round();
  }

  /** The head of a loop over an iterator, which is on the stack; {@code unchanged}: what tells of changes, or -1. */
  private void next(int iterator, int unchanged) {
    add(new VarInsnNode(Opcodes.ASTORE, iterator));
    add(head);
    load(iterator);
    call(Opcodes.INVOKEINTERFACE, "java/util/Iterator", "hasNext", "()Z");
    if (unchanged >= 0) {
      load(unchanged);
      call(Opcodes.INVOKESTATIC, FunctionLoops.RUNTIME, "look", "(Ljava/lang/Object;)V");
    }
    add(new JumpInsnNode(Opcodes.IFEQ, end));
    load(iterator);
    call(Opcodes.INVOKEINTERFACE, "java/util/Iterator", "next", "()Ljava/lang/Object;");
  }

  /** Hands the object on the stack over as argument {@code number}, in {@code slot}; returns the slot behind it. */
  private int give(int number, int slot) {
    Type type = loop.type().getArgumentTypes()[number];
    Type needed = loop.operands()[captured.length + number];
    if (!type.equals(Type.getObjectType("java/lang/Object"))) {
      add(new TypeInsnNode(Opcodes.CHECKCAST, type.getInternalName()));
    }
    if (!FunctionLoops.isReference(needed)) {
      call(Opcodes.INVOKEVIRTUAL, type.getInternalName(), needed.getClassName() + "Value",
          Type.getMethodDescriptor(needed));
    }
    add(new VarInsnNode(needed.getOpcode(Opcodes.ISTORE), slot));
    return slot + needed.getSize();
  }

  /** The body of a loop whose function returns nothing that is needed, and the way back to the head. */
  private void round() {
    code.add(body.code);
    Type result = Type.getReturnType(loop.code().getDesc());
    if (result != Type.VOID_TYPE) {
      add(new InsnNode(result.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP));
    }
    atLine();
    add(new JumpInsnNode(Opcodes.GOTO, head));
  }

  /** The head of a loop over the indexes of an array. */
  private void eachIndex(int at, int array, LabelNode end) {
    add(new InsnNode(Opcodes.ICONST_0));
    add(new VarInsnNode(Opcodes.ISTORE, at));
    add(head);
    add(new VarInsnNode(Opcodes.ILOAD, at));
    load(array);
    add(new InsnNode(Opcodes.ARRAYLENGTH));
    add(new JumpInsnNode(Opcodes.IF_ICMPGE, end));
  }

  private void array(int array) {
    unlessLoop(-1, "");
    eachIndex(given, array, end);
    Type element = Type.getType(Type.getArgumentTypes(loop.call().desc)[0].getDescriptor().substring(1));
    under(() -> {
      load(array);
      add(new VarInsnNode(Opcodes.ILOAD, given));
    }, element);
    add(new InsnNode(element.getOpcode(Opcodes.IASTORE)));
    count(given);
  }

  private void list(int list) {
    int elements = free++;
    int at = free++;
    LabelNode done = new LabelNode();
    unlessLoop(list, "Ljava/lang/Iterable;");
    load(list);
    call(Opcodes.INVOKESTATIC, FunctionLoops.RUNTIME, "elements", "(Ljava/util/List;)[Ljava/lang/Object;");
    add(new VarInsnNode(Opcodes.ASTORE, elements));
    load(elements);
    add(new JumpInsnNode(Opcodes.IFNULL, otherwise));
    eachIndex(at, elements, done);
    load(elements);
    add(new VarInsnNode(Opcodes.ILOAD, at));
    add(new InsnNode(Opcodes.AALOAD));
    give(0, given);
    under(() -> {
      load(list);
      add(new VarInsnNode(Opcodes.ILOAD, at));
    }, Type.getObjectType("java/lang/Object"));
    MethodInsnNode each = loop.call();
    add(new MethodInsnNode(each.getOpcode(), each.owner, "set", "(ILjava/lang/Object;)Ljava/lang/Object;", each.itf));
    add(new InsnNode(Opcodes.POP));
    count(at);
    add(done);
    load(list);
    call(Opcodes.INVOKESTATIC, FunctionLoops.RUNTIME, "replaced", "(Ljava/util/List;)V");
    add(new JumpInsnNode(Opcodes.GOTO, end));
  }

  /** What the body returns, on top of these operands. */
  private void under(Runnable operands, Type type) {
    boolean expression = loop.body() == null || InlinedBody.isExpression(loop.body());
    if (expression) {
      operands.run();
      code.add(body.code);
      atLine();
      return;
    }
    int value = free;
    free += type.getSize();
    code.add(body.code);
    atLine();
    add(new VarInsnNode(type.getOpcode(Opcodes.ISTORE), value));
    operands.run();
    add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), value));
  }

  private void count(int counter) {
    add(new IincInsnNode(counter, 1));
    add(new JumpInsnNode(Opcodes.GOTO, head));
  }

  private void range(int from) {
    boolean closed = loop.range().name.equals("rangeClosed");
    unlessLoop(-1, "");
    if (closed) { // one that counts beyond the last number must not wrap around
      add(new VarInsnNode(Opcodes.ILOAD, from + 1));
      add(new LdcInsnNode(Integer.MAX_VALUE));
      add(new JumpInsnNode(Opcodes.IF_ICMPEQ, otherwise));
    }
    add(new VarInsnNode(Opcodes.ILOAD, from));
    add(new VarInsnNode(Opcodes.ISTORE, given));
    add(head);
    add(new VarInsnNode(Opcodes.ILOAD, given));
    add(new VarInsnNode(Opcodes.ILOAD, from + 1));
    add(new JumpInsnNode(closed ? Opcodes.IF_ICMPGT : Opcodes.IF_ICMPGE, end));
    code.add(body.code);
    Type result = Type.getReturnType(loop.code().getDesc());
    if (result != Type.VOID_TYPE) {
      add(new InsnNode(result.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP));
    }
    atLine();
    count(given);
  }
}
