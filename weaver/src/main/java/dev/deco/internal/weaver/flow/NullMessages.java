package dev.deco.internal.weaver.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * What the JVM says where an instruction of a method finds {@code null} (JEP 358), for instructions that run in another
 * method, where it would tell of that one's variables.
 */
public final class NullMessages {
  private static final int DEEPEST = 5;
  private static final Map<String, String> SHORT = Map.of("java.lang.Object", "Object", "java.lang.String", "String");
  private static final String[] ELEMENTS =
      {"int", "long", "float", "double", "object", "byte/boolean", "char", "short"};

  private final MethodContext context;
  private final int userLocals;
  private Frame<SourceValue>[] frames;
  private List<LocalVariableNode> variables; // the user's: loops that are written beside bring their own

  /** {@code userLocals}: how many slots of local variables are the user's own. */
  NullMessages(MethodContext context, int userLocals) {
    this.context = context;
    this.userLocals = userLocals;
  }

  private static final class Sources extends OneSource {
    @Override
    public SourceValue copyOperation(AbstractInsnNode insn, SourceValue value) {
      return insn instanceof VarInsnNode ? super.copyOperation(insn, value) : value;
    }

    @Override
    public SourceValue unaryOperation(AbstractInsnNode insn, SourceValue value) {
      return insn.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(insn, value);
    }
  }

  /** The message of instruction {@code i}; {@code null} where none of its operands can be found to be null. */
  public String of(int i) {
    AbstractInsnNode insn = context.instruction(i);
    int opcode = insn.getOpcode();
    int depth = depth(insn); // of what may be null, from the top
    if (depth < 0 || !context.reachable(i) || isNew(i, depth)) {
      return null;
    }
    StringBuilder message = new StringBuilder(action(insn, opcode));
    StringBuilder cause = new StringBuilder();
    AbstractInsnNode source = source(i, depth);
    if (source instanceof MethodInsnNode call) {
      message.append(" because the return value of \"").append(method(call)).append("\" is null");
    } else if (describe(cause, source, DEEPEST, false)) {
      message.append(" because \"").append(cause).append("\" is null");
    }
    return message.toString();
  }

  private static int depth(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    if (insn instanceof MethodInsnNode call) {
      return opcode == Opcodes.INVOKESTATIC || call.name.equals("<init>") ? -1
          : Type.getArgumentTypes(call.desc).length;
    } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD || opcode == Opcodes.PUTFIELD) {
      return 1;
    } else if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      return 2;
    }
    return opcode == Opcodes.ARRAYLENGTH || opcode == Opcodes.GETFIELD ? 0 : -1;
  }

  private static String action(AbstractInsnNode insn, int opcode) {
    if (insn instanceof MethodInsnNode call) {
      return "Cannot invoke \"" + method(call) + "\"";
    } else if (insn instanceof FieldInsnNode field) {
      return (opcode == Opcodes.GETFIELD ? "Cannot read field \"" : "Cannot assign field \"") + field.name + "\"";
    } else if (opcode == Opcodes.ARRAYLENGTH) {
      return "Cannot read the array length";
    }
    return opcode <= Opcodes.SALOAD ? "Cannot load from " + ELEMENTS[opcode - Opcodes.IALOAD] + " array"
        : "Cannot store to " + ELEMENTS[opcode - Opcodes.IASTORE] + " array";
  }

  private static String method(MethodInsnNode call) {
    return type(Type.getObjectType(call.owner)) + "." + call.name
        + Arrays.stream(Type.getArgumentTypes(call.desc)).map(NullMessages::type)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String type(Type type) {
    if (type.getSort() == Type.ARRAY) {
      return type(type.getElementType()) + "[]".repeat(type.getDimensions());
    }
    return SHORT.getOrDefault(type.getClassName(), type.getClassName());
  }

  private boolean isNew(int i, int depth) {
    AbstractInsnNode source = source(i, depth);
    boolean self = source instanceof VarInsnNode load && load.var == 0
        && (context.method().access & Opcodes.ACC_STATIC) == 0;
    return self || source != null && (source.getOpcode() == Opcodes.NEW || source.getOpcode() == Opcodes.LDC
        || source.getOpcode() == Opcodes.INVOKEDYNAMIC || source.getOpcode() >= Opcodes.NEWARRAY
        && source.getOpcode() <= Opcodes.ANEWARRAY);
  }

  /** The one instruction that pushed an operand, if there is one. */
  private AbstractInsnNode source(int i, int depth) {
    Frame<SourceValue> frame = frames[i];
    if (frame == null) {
      return null;
    }
    SourceValue value = frame.getStack(frame.getStackSize() - 1 - depth);
    AbstractInsnNode source = value.insns.size() == 1 ? value.insns.iterator().next() : null;
    if (source instanceof VarInsnNode load && load.var >= userLocals && name(load) == null) { // it was on the stack
      SourceValue stored = frames[context.index(load)].getLocal(load.var);
      AbstractInsnNode store = stored.insns.size() == 1 ? stored.insns.iterator().next() : null;
      return store instanceof VarInsnNode ? source(context.index(store), 0) : null;
    }
    return source;
  }

  /** Analyses the method, whose instructions are about to be taken apart. */
  public void prepare() {
    List<LocalVariableNode> named = context.method().localVariables;
    variables = named == null ? List.of() : List.copyOf(named);
    try {
      frames = Analyzers.of(new Sources()).analyze(context.owner().name, context.method());
    } catch (AnalyzerException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean describe(StringBuilder to, AbstractInsnNode source, int depth, boolean inner) {
    if (source == null || depth <= 0) {
      return false;
    }
    int opcode = source.getOpcode();
    int at = context.index(source);
    if (opcode == Opcodes.ACONST_NULL) {
      to.append("null");
    } else if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      to.append(opcode - Opcodes.ICONST_0);
    } else if (opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH) {
      to.append(((IntInsnNode) source).operand);
    } else if (source instanceof VarInsnNode load) {
      to.append(local(load));
    } else if (opcode == Opcodes.GETSTATIC) {
      to.append(type(Type.getObjectType(((FieldInsnNode) source).owner))).append('.')
          .append(((FieldInsnNode) source).name);
    } else if (opcode == Opcodes.GETFIELD) {
      if (describe(to, source(at, 0), depth - 1, inner)) {
        to.append('.');
      }
      to.append(((FieldInsnNode) source).name);
    } else if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
      if (!describe(to, source(at, 1), depth - 1, inner)) {
        to.append("<array>");
      }
      to.append('[');
      if (!describe(to, source(at, 0), depth, true)) {
        to.append("...");
      }
      to.append(']');
    } else if (source instanceof MethodInsnNode call) {
      to.append(method(call));
    } else {
      return false;
    }
    return true;
  }

  /** The name of the variable, if the class file has it. */
  private String name(VarInsnNode load) {
    int at = context.index(load);
    for (LocalVariableNode variable : variables) {
      if (variable.index == load.var && context.index(variable.start) <= at && at < context.index(variable.end)) {
        return variable.name;
      }
    }
    return null;
  }

  private String local(VarInsnNode load) {
    String name = name(load);
    boolean isStatic = (context.method().access & Opcodes.ACC_STATIC) != 0;
    if (name != null || load.var == 0 && !isStatic) {
      return name != null ? name : "this";
    }
    int slot = isStatic ? 0 : 1;
    int number = 1;
    for (Type type : Type.getArgumentTypes(context.method().desc)) {
      if (slot == load.var && !isWrittenBefore(load)) {
        return "<parameter" + number + ">";
      }
      slot += type.getSize();
      number++;
    }
    return "<local" + load.var + ">";
  }

  private boolean isWrittenBefore(VarInsnNode load) {
    for (int i = 0; i < context.index(load); i++) {
      AbstractInsnNode insn = context.instruction(i);
      if (insn instanceof VarInsnNode store && store.getOpcode() >= Opcodes.ISTORE && store.var == load.var
          || insn instanceof IincInsnNode increment && increment.var == load.var) {
        return true;
      }
    }
    return false;
  }
}
