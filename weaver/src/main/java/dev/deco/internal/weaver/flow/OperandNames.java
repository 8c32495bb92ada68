package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Location;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** What the source calls the operands of instructions: {@code next}, {@code grid.cells}, {@code a[i - 1 to i + 1]}. */
public final class OperandNames {
  /** What has no short name in the source. */
  public static final String UNNAMED = "...";
  private static final int DEEPEST = 4;
  private static final String OPERATORS = "+-*/%";

  private final MethodContext context;
  private Frame<SourceValue>[] frames;

  public OperandNames(MethodContext context) {
    this.context = context;
  }

  /** The object, or the part of it, at a place of an instruction's operands. */
  public String of(int instruction, Place place) {
    String from = place.remembered() >= 0 ? operand(place.remembered(), 0, DEEPEST)
        : place.operand() < 0 ? "this" : operand(instruction, place.operand(), DEEPEST);
    String name = steps(from, place.steps());
    if (place.rows() != null && place.elements()) {
      name = name.substring(0, name.length() - "[...]".length()) + section(instruction, place.rows());
    }
    return place.section() == null ? name : name + section(instruction, place.section());
  }

  /** Which elements, as the source would say it: {@code [i]}. */
  public String section(int instruction, Section section) {
    String first = index(instruction, section.first());
    return "[" + (section.single() ? first : first + " to " + index(instruction, section.last())) + "]";
  }

  /** Whether the index is computed of nothing but constants and of local variables that meet a condition. */
  public boolean dependsOn(int instruction, Index index, IntPredicate condition) {
    if (index instanceof Index.Operation operation) {
      return dependsOn(instruction, operation.left(), condition)
          && dependsOn(instruction, operation.right(), condition);
    }
    return index instanceof Index.Constant
        || index instanceof Index.Operand operand
            && computed(source(instruction, operand.number()), DEEPEST, condition);
  }

  private boolean computed(int i, int depth, IntPredicate condition) {
    if (i < 0 || depth == 0) {
      return false;
    }
    AbstractInsnNode source = context.instruction(i);
    if (source instanceof VarInsnNode load) {
      return condition.test(load.var);
    }
    boolean arithmetic = isArithmetic(source);
    return constant(source) != null || arithmetic && computed(source(i, 0), depth - 1, condition)
        && computed(source(i, 1), depth - 1, condition);
  }

  private static boolean isArithmetic(AbstractInsnNode source) {
    int opcode = source.getOpcode();
    return opcode == Opcodes.IADD || opcode == Opcodes.ISUB || opcode == Opcodes.IMUL || opcode == Opcodes.IDIV
        || opcode == Opcodes.IREM;
  }

  private String index(int instruction, Index index) {
    if (index instanceof Index.Constant constant) {
      return String.valueOf(constant.value());
    } else if (index instanceof Index.Operand operand) {
      return operand(instruction, operand.number(), DEEPEST);
    } else if (index instanceof Index.Found found) {
      String name = steps(found.operand() < 0 ? "this" : operand(instruction, found.operand(), DEEPEST), found.steps());
      return found.length() ? name + ".length" : name;
    }
    Index.Operation operation = (Index.Operation) index;
    Index extreme = extreme(operation);
    if (extreme != null) {
      return index(instruction, extreme);
    }
    String left = index(instruction, operation.left());
    String right = index(instruction, operation.right());
    return switch (operation.operator()) {
      case ADD -> left + " + " + right;
      case SUBTRACT -> left + " - " + right;
      case MULTIPLY -> factor(left) + " * " + factor(right);
      case DIVIDE -> factor(left) + " / " + factor(right);
      case REMAINDER -> factor(left) + " % " + factor(right);
      case AND -> factor(left) + " & " + factor(right);
      case SHIFT -> factor(left) + " >> " + factor(right);
      case MIN -> "min(" + left + ", " + right + ")";
      case MAX -> "max(" + left + ", " + right + ")";
      case GIVEN -> left;
    };
  }

  /**
   * The greater or lesser one of {@code i - 1} and {@code i + 1} and the like; {@code null} where that is not plain.
   */
  private static Index extreme(Index.Operation operation) {
    boolean least = operation.operator() == Index.Operator.MIN;
    if (!least && operation.operator() != Index.Operator.MAX) {
      return null;
    }
    Index left = operation.left() instanceof Index.Operation inner && extreme(inner) != null ? extreme(inner)
        : operation.left();
    Index right =
        operation.right() instanceof Index.Operation inner && extreme(inner) != null ? extreme(inner)
        : operation.right();
    boolean leftIsLess = offset(left) <= offset(right);
    return base(left).equals(base(right)) ? leftIsLess == least ? left : right : null;
  }

  private static Index base(Index index) {
    return index instanceof Index.Operation sum && isOffset(sum) ? sum.left() : index;
  }

  private static long offset(Index index) {
    long by = index instanceof Index.Operation sum && isOffset(sum) ? ((Index.Constant) sum.right()).value() : 0;
    return index instanceof Index.Operation sum && sum.operator() == Index.Operator.SUBTRACT ? -by : by;
  }

  private static boolean isOffset(Index.Operation sum) {
    return sum.right() instanceof Index.Constant
        && (sum.operator() == Index.Operator.ADD || sum.operator() == Index.Operator.SUBTRACT);
  }

  private static String factor(String text) {
    return text.contains(" ") ? "(" + text + ")" : text;
  }

  private static String steps(String from, List<Location> steps) {
    String name = from;
    for (Location step : steps) {
      name = step instanceof Location.Static field ? simple(field.owner()) + "." + field.name()
          : step instanceof Location.Field field ? member(name, field.name()) : name + "[...]";
    }
    return name;
  }

  /** The instruction that pushes an operand, or -1: there are several. */
  private int source(int instruction, int operand) {
    Frame<SourceValue> frame = frames()[instruction];
    if (frame == null) {
      return -1;
    }
    Set<AbstractInsnNode> sources =
        frame.getStack(frame.getStackSize() - context.operands(instruction) + operand).insns;
    return sources.size() == 1 ? context.index(sources.iterator().next()) : -1;
  }

  private String operand(int instruction, int operand, int depth) {
    int source = depth == 0 ? -1 : source(instruction, operand);
    return source < 0 ? UNNAMED : result(source, depth);
  }

  /** What instruction {@code i} pushes. */
  private String result(int i, int depth) {
    AbstractInsnNode source = context.instruction(i);
    if (source instanceof VarInsnNode) {
      String name = context.nameOfValue(i);
      return name == null ? UNNAMED : name;
    } else if (source instanceof FieldInsnNode field) {
      return source.getOpcode() == Opcodes.GETSTATIC ? simple(field.owner) + "." + field.name
          : member(operand(i, 0, depth - 1), field.name);
    } else if (source instanceof MethodInsnNode call) {
      return call(i, call, depth);
    } else if (isArithmetic(source)) {
      return operand(i, 0, depth - 1) + " " + operator(source) + " " + operand(i, 1, depth - 1);
    }
    String constant = constant(source);
    return constant != null ? constant : switch (source.getOpcode()) {
      case Opcodes.AALOAD, Opcodes.IALOAD -> operand(i, 0, depth - 1) + "[" + operand(i, 1, depth - 1) + "]";
      case Opcodes.ARRAYLENGTH -> operand(i, 0, depth - 1) + ".length";
      case Opcodes.CHECKCAST -> operand(i, 0, depth);
      default -> UNNAMED;
    };
  }

  private String call(int i, MethodInsnNode call, int depth) {
    if (call.name.equals("<init>")) {
      return UNNAMED;
    }
    int first = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
    int parameters = Type.getArgumentTypes(call.desc).length;
    String arguments = parameters == 0 ? "" : parameters == 1 ? operand(i, first, depth - 1) : UNNAMED;
    String receiver = first == 0 ? simple(call.owner) : operand(i, 0, depth - 1);
    return member(receiver, call.name) + "(" + arguments + ")";
  }

  private static char operator(AbstractInsnNode arithmetic) {
    return OPERATORS.charAt((arithmetic.getOpcode() - Opcodes.IADD) / 4);
  }

  private static String constant(AbstractInsnNode source) {
    int opcode = source.getOpcode();
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      return String.valueOf(opcode - Opcodes.ICONST_0);
    } else if (opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH) {
      return String.valueOf(((IntInsnNode) source).operand);
    }
    return source instanceof LdcInsnNode load && load.cst instanceof Integer number ? number.toString() : null;
  }

  private static String member(String of, String name) {
    return of.equals("this") || of.equals(UNNAMED) ? name : of + "." + name;
  }

  private static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
  }

  private Frame<SourceValue>[] frames() {
    if (frames == null) {
      try {
        frames = Analyzers.of(new SourceInterpreter()).analyze(context.owner().name, context.method());
      } catch (AnalyzerException e) {
        throw new IllegalStateException(e); // the method has been analyzed before
      }
    }
    return frames;
  }
}
