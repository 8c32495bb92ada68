package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.flow.CountedLoop;
import dev.deco.internal.weaver.flow.Kind;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.ParameterLimit;
import dev.deco.internal.weaver.flow.RangedLoop;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes the user's own loop as a method by itself, where a round leaves nothing to the next one but the counter and
 * the variable that its statement computes: the JIT compiler then makes of it what it makes of the loop in the user's
 * method. It takes the counter, its bound, how many calls are allowed, the local variables that the loop reads, and the
 * scope; it returns that variable, if there is one, and has told the scope how many of the calls were not made.
 */
final class PlainMethod {
  static final String PART = "plain";
  private static final int COUNTER = 0;
  private static final int BOUND = 1;
  private static final int ALLOWED = 2;

  private final RowMethods methods;
  private final MethodContext context;
  private final RangedLoop loop;
  private final CountedLoop counted;
  private final BitSet body;
  private final Map<Integer, Type> locals = new LinkedHashMap<>(); // that are passed
  private final List<LocalVariableNode> variables; // the user's

  private PlainMethod(RowMethods methods, MethodContext context, RangedLoop loop) {
    this.methods = methods;
    this.context = context;
    this.loop = loop;
    counted = loop.counted();
    body = context.loops().around(loop.statement().spawn().index());
    variables = context.method().localVariables == null ? List.of() : List.copyOf(context.method().localVariables);
  }

  /** The method of a loop; {@code null} if it needs more than such a method gets or gives. */
  static PlainMethod of(RowMethods methods, MethodContext context, RangedLoop loop) {
    PlainMethod method = new PlainMethod(methods, context, loop);
    return loop.counted().called() != null && method.jumpsOnly() && method.takesLocals()
        && ParameterLimit.allows(method.descriptor()) ? method : null;
  }

  private boolean jumpsOnly() {
    return body.stream().mapToObj(context::instruction)
        .noneMatch(insn -> insn instanceof TableSwitchInsnNode || insn instanceof LookupSwitchInsnNode);
  }

  /** Notes the local variables that are passed; false if another than the statement's changes, or a type has no name. */
  private boolean takesLocals() {
    for (int i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
      int local = local(context.instruction(i));
      if (local < 0 || local == counted.local() || counted.bound().contains(i) || !context.isLive(loop.head(), local)) {
        continue;
      }
      Kind kind = Kind.ofLocal(context.instruction(i).getOpcode());
      boolean reads = kind != null && context.instruction(i).getOpcode() == kind.load;
      boolean computes = kind != null && local == loop.statement().target();
      if (!reads && !computes || !context.assigned(loop.head(), local, kind)) {
        return false;
      }
      Type type = context.localType(loop.head(), local, kind);
      if (!context.canName(type)) {
        return false;
      }
      locals.put(local, type);
    }
    return true;
  }

  private static int local(AbstractInsnNode insn) {
    return insn instanceof VarInsnNode access ? access.var
        : insn instanceof IincInsnNode increment ? increment.var : -1;
  }

  String descriptor() {
    StringBuilder all = new StringBuilder("(III");
    locals.values().forEach(type -> all.append(type.getDescriptor()));
    return all.append(Runtime.ACTIVATION_TYPE).append(')').append(result().getDescriptor()).toString();
  }

  private Type result() {
    return locals.getOrDefault(loop.statement().target(), Type.VOID_TYPE);
  }

  /** Calls it with what is allowed, a local variable, and moves the counter to where it ends. */
  void invoke(InsnList code, int scope, int allowed, Runnable pushBound) {
    code.add(methods.invokeSite());
    code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, Runtime.SITE, PART, "()" + Runtime.HANDLE_TYPE, false));
    code.add(new VarInsnNode(Opcodes.ILOAD, counted.local()));
    pushBound.run();
    code.add(new VarInsnNode(Opcodes.ILOAD, allowed));
    locals.forEach((local, type) -> code.add(new VarInsnNode(Kind.of(type).load, local)));
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, Runtime.HANDLE, "invokeExact", descriptor(), false));
    if (result() != Type.VOID_TYPE) {
      code.add(new VarInsnNode(Kind.of(result()).store, loop.statement().target()));
    }
    code.add(new VarInsnNode(Opcodes.ILOAD, counted.local()));
    code.add(new VarInsnNode(Opcodes.ILOAD, allowed));
    Values.push(code, counted.step());
    pushBound.run();
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, Runtime.ACTIVATION, "end", "(IIII)I", false));
    code.add(new VarInsnNode(Opcodes.ISTORE, counted.local()));
  }

  /** The method. */
  MethodNode method() {
    return new Writer(methods.method(PART, descriptor())).write();
  }

  private final class Writer {
    private final MethodNode method;
    private final InsnList code;
    private final Map<Integer, Integer> slots = new HashMap<>(); // by the user's local variables
    private final Map<LabelNode, LabelNode> labels = new HashMap<>();
    private final Map<LabelNode, Boolean> handlers = new LinkedHashMap<>(); // whether the round has made its call
    private final LabelNode begin = new LabelNode();
    private final LabelNode end = new LabelNode();
    private final int scope;
    private final int from;
    private int free = ALLOWED + 1;

    Writer(MethodNode method) {
      this.method = method;
      code = method.instructions;
      slots.put(counted.local(), COUNTER);
      locals.forEach((local, type) -> slots.put(local, take(type.getSize())));
      scope = take(1);
      from = take(1);
    }

    private int take(int size) {
      free += size;
      return free - size;
    }

    MethodNode write() {
      code.add(new VarInsnNode(Opcodes.ILOAD, COUNTER));
      code.add(new VarInsnNode(Opcodes.ISTORE, from));
      code.add(new VarInsnNode(Opcodes.ILOAD, COUNTER));
      code.add(new VarInsnNode(Opcodes.ILOAD, ALLOWED));
      Values.push(code, counted.step());
      code.add(new VarInsnNode(Opcodes.ILOAD, BOUND));
      code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, Runtime.ACTIVATION, "limit", "(IIII)I", false));
      code.add(new VarInsnNode(Opcodes.ISTORE, BOUND));
      body.stream().forEach(i -> {
        if (context.instruction(i) instanceof LabelNode label) {
          labels.put(label, new LabelNode());
        }
      });
      code.add(new JumpInsnNode(Opcodes.GOTO, labels.get((LabelNode) context.instruction(loop.head()))));
      code.add(begin);
      rounds();
      code.add(end);
      rest(false);
      if (result() != Type.VOID_TYPE) {
        code.add(new VarInsnNode(Kind.of(result()).load, slots.get(loop.statement().target())));
      }
      code.add(new InsnNode(result().getOpcode(Opcodes.IRETURN)));
      handlers.forEach((handler, called) -> {
        code.add(handler);
        rest(called);
        MovedFailures.rethrow(code, context);
      });
      variables();
      return method;
    }

    /** The loop. */
    private void rounds() {
      LabelNode since = begin;
      boolean called = counted.called().get(body.nextSetBit(0));
      int line = 0;
      for (int i = body.nextSetBit(0); i >= 0; i = body.nextSetBit(i + 1)) {
        if (counted.called().get(i) != called) {
          since = protect(since, called);
          called = !called;
        }
        if (context.instruction(i).getOpcode() >= 0 && context.line(i) != line) {
          line = context.line(i);
          LabelNode here = new LabelNode();
          code.add(here);
          code.add(new LineNumberNode(line, here));
        }
        instruction(i);
        if (!body.get(i + 1) && context.fallsThrough(i)) {
          code.add(new JumpInsnNode(Opcodes.GOTO, end));
        }
      }
      protect(since, called);
    }

    private void instruction(int i) {
      AbstractInsnNode insn = context.instruction(i);
      if (counted.bound().contains(i)) {
        if (i == counted.bound().get(0)) {
          code.add(new VarInsnNode(Opcodes.ILOAD, BOUND));
        }
      } else if (insn instanceof LabelNode label) {
        code.add(labels.get(label));
      } else if (insn instanceof VarInsnNode access) {
        code.add(new VarInsnNode(insn.getOpcode(), slot(access.var)));
      } else if (insn instanceof IincInsnNode increment) {
        code.add(new IincInsnNode(slot(increment.var), increment.incr));
      } else if (insn instanceof JumpInsnNode jump) { // on the way out the woven one may go by a sync
        code.add(new JumpInsnNode(insn.getOpcode(), labels.getOrDefault(jump.label, end)));
      } else if (insn.getOpcode() >= 0) {
        code.add(insn.clone(labels));
      }
    }

    /** The slot of a local variable; one that lives within a round has a new one. */
    private int slot(int local) {
      return slots.computeIfAbsent(local, any -> take(2));
    }

    /** An exception from what was written since a label gives back what has not been used before it goes its way. */
    private LabelNode protect(LabelNode since, boolean called) {
      LabelNode until = new LabelNode();
      LabelNode handler = new LabelNode();
      code.add(until);
      handlers.put(handler, called);
      method.tryCatchBlocks.add(new TryCatchBlockNode(since, until, handler, null));
      return until;
    }

    private void rest(boolean called) {
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(new VarInsnNode(Opcodes.ILOAD, ALLOWED));
      code.add(new VarInsnNode(Opcodes.ILOAD, COUNTER));
      code.add(new VarInsnNode(Opcodes.ILOAD, from));
      code.add(new InsnNode(Opcodes.ISUB));
      Values.push(code, counted.step());
      code.add(new InsnNode(Opcodes.IDIV));
      code.add(new InsnNode(Opcodes.ISUB));
      Values.push(code, called ? 1 : 0);
      code.add(new InsnNode(Opcodes.ISUB));
      code.add(Runtime.activation("rest", "(I)V"));
    }

    /** For debuggers: the variables that the loop stands in the range of, and its own. */
    private void variables() {
      method.localVariables = new ArrayList<>();
      for (LocalVariableNode variable : variables) {
        LabelNode since = at(context.index(variable.start), begin);
        LabelNode until = at(context.index(variable.end), end);
        boolean before = context.index(variable.end) <= body.nextSetBit(0);
        boolean behind = context.index(variable.start) >= body.length();
        if (!before && !behind && since != until && slots.containsKey(variable.index)) {
          method.localVariables.add(new LocalVariableNode(variable.name, variable.desc, variable.signature, since,
              until, slots.get(variable.index)));
        }
      }
    }

    /** The label, here, of a place in the user's method; if that is not in the loop, {@code otherwise}. */
    private LabelNode at(int place, LabelNode otherwise) {
      return place < context.size() && body.get(place) && context.instruction(place) instanceof LabelNode label
          ? labels.get(label) : otherwise;
    }
  }
}
