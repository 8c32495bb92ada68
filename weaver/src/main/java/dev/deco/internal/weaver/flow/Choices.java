package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.JumpTargets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * {@code ok[i] = f(x) > 0}, {@code n += f(x) ? 1 : 0}: javac makes a branch of such an expression, but it decides
 * nothing except which value comes out. So before a method is planned, where the condition may come from a concurrent
 * call and both values can be computed without any effect, both are computed and one is chosen, by a call; the method
 * means the same. The whole expression can then wait for the result in the replay. So can one that chooses another
 * operand, as {@code sum += (i % 2 == 0 ? 2 : 4) * f(x)}: a branch would need what lies below it on the stack, the
 * sum, at once.
 */
final class Choices {
  static final String CHOICE = "dev/deco/internal/runtime/Choice";
  private static final int NEVER = -1;
  private static final String[] JUMPS = {"eq", "ne", "lt", "ge", "gt", "le"};

  private final MethodNode method;
  private final Map<LabelNode, Integer> jumpsTo = new HashMap<>();
  /** The jumps whose condition comes from a concurrent call, or that stand beside one. */
  private final Set<JumpInsnNode> byResult = new HashSet<>();
  private final Map<AbstractInsnNode, Type> types = new HashMap<>(); // on top of the stack, at labels

  private Choices(MethodNode method) {
    this.method = method;
  }

  /** Normalises the choices of {@code method}, in place. */
  static void normalise(ClassNode owner, MethodNode method, ClassHeaders classes, Predicate<MethodInsnNode> concurrent)
      throws AnalyzerException {
    boolean changed;
    do { // what has been chosen by a result is one
      changed = new Choices(method).normalise(owner, classes, concurrent);
    } while (changed);
  }

  private boolean normalise(ClassNode owner, ClassHeaders classes, Predicate<MethodInsnNode> concurrent)
      throws AnalyzerException {
    if (find(jump -> true) == null) {
      return false;
    }
    analyze(owner, classes, concurrent);
    Runnable first = find(byResult::contains);
    for (Runnable rewriting = first; rewriting != null; rewriting = find(byResult::contains)) {
      rewriting.run(); // one choice may be part of another
    }
    return first != null;
  }

  private void analyze(ClassNode owner, ClassHeaders classes, Predicate<MethodInsnNode> concurrent)
      throws AnalyzerException {
    Frame<Results.Traced>[] results = Results.of(owner.name, method, concurrent);
    Frame<BasicValue>[] frames = Analyzers.of(new TypeInterpreter(classes)).analyze(owner.name, method);
    int i = 0;
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof JumpInsnNode jump && isConditional(jump) && (isResult(results[i], operands(jump))
          || frames[i] != null && frames[i].getStackSize() > operands(jump)
          && isBesideResult(jump, i, frames, concurrent))) {
        byResult.add(jump);
      }
      if (insn instanceof LabelNode && frames[i] != null && frames[i].getStackSize() > 0) {
        Type type = frames[i].getStack(frames[i].getStackSize() - 1).getType();
        types.put(insn, type != null && Kind.of(type) == Kind.REF ? classes.visible(owner, type) : type);
      }
      i++;
    }
  }

  /** Whether the statement that the jump is in the middle of calls a concurrent method. */
  private static boolean isBesideResult(JumpInsnNode jump, int at, Frame<BasicValue>[] frames,
      Predicate<MethodInsnNode> concurrent) {
    int i = at;
    for (AbstractInsnNode insn = jump; insn != null && !isBetweenStatements(frames[i]);
        insn = insn.getPrevious(), i--) {
      if (insn instanceof MethodInsnNode call && concurrent.test(call)) {
        return true;
      }
    }
    i = at;
    for (AbstractInsnNode insn = jump; insn != null && !isBetweenStatements(frames[i]); insn = insn.getNext(), i++) {
      if (insn instanceof MethodInsnNode call && concurrent.test(call)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBetweenStatements(Frame<BasicValue> frame) {
    return frame != null && frame.getStackSize() == 0;
  }

  private static boolean isResult(Frame<Results.Traced> frame, int operands) {
    return frame != null && IntStream.rangeClosed(1, operands)
        .anyMatch(fromTop -> frame.getStack(frame.getStackSize() - fromTop).result());
  }

  /** Makes a jump of that kind, which is part of a choice, straight code; {@code null}: there is none. */
  private Runnable find(Predicate<JumpInsnNode> kind) {
    countJumps();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof JumpInsnNode jump && isConditional(jump)) {
        JumpInsnNode next = sameDecision(jump, 0);
        if (next != null && (kind.test(jump) || kind.test(next))) {
          return () -> join(jump, next);
        }
        Diamond diamond = next == null && kind.test(jump) ? diamond(jump, null) : null;
        if (diamond != null) {
          return () -> choose(diamond);
        }
      }
    }
    return null;
  }

  /** The two values of a choice, and where they meet. */
  private record Diamond(JumpInsnNode condition, AbstractInsnNode over, LabelNode meeting) {}

  private void countJumps() {
    jumpsTo.clear();
    for (AbstractInsnNode insn : method.instructions) {
      JumpTargets.of(insn).forEach(label -> jumpsTo.merge(label, 1, Integer::sum));
    }
    method.tryCatchBlocks.forEach(block -> List.of(block.start, block.end, block.handler)
        .forEach(label -> jumpsTo.merge(label, 1, Integer::sum)));
  }

  private static boolean isConditional(JumpInsnNode jump) {
    return jump.getOpcode() != Opcodes.GOTO && jump.getOpcode() != Opcodes.JSR;
  }

  private static int operands(JumpInsnNode jump) {
    return jump.getOpcode() >= Opcodes.IF_ICMPEQ && jump.getOpcode() <= Opcodes.IF_ACMPNE ? 2 : 1;
  }

  // a && b, a || b

  /**
   * The next jump, if both together decide between two values, and nothing has an effect between them; {@code others}:
   * so many jumps before that belong to it, too, lead to the same place.
   */
  private JumpInsnNode sameDecision(JumpInsnNode jump, int others) {
    AbstractInsnNode next = afterValue(jump.getNext(), JumpInsnNode.class::isInstance, null);
    if (!(next instanceof JumpInsnNode other) || !isConditional(other) || next == jump.getNext()) {
      return null;
    }
    boolean and = other.label == jump.label;
    boolean or = jumpsTo.get(jump.label) == 1 + others && isNext(other, jump.label);
    boolean pure = depth(jump.getNext(), other) == operands(other);
    int same = and ? others + 1 : 0;
    LabelNode passed = or ? jump.label : null;
    return pure && (and || or) && (diamond(other, passed) != null || sameDecision(other, same) != null)
        ? other : null;
  }

  private static boolean isNext(AbstractInsnNode insn, LabelNode label) {
    AbstractInsnNode next = insn.getNext();
    while (next != null && next.getOpcode() < 0 && next != label) {
      next = next.getNext();
    }
    return next == label;
  }

  /** One jump for two. */
  private void join(JumpInsnNode jump, JumpInsnNode next) {
    boolean and = next.label == jump.label;
    InsnList first = new InsnList();
    first.add(condition(jump));
    if (!and) {
      first.add(new InsnNode(Opcodes.ICONST_1));
      first.add(new InsnNode(Opcodes.IXOR));
    }
    InsnList second = new InsnList();
    second.add(condition(next));
    second.add(new InsnNode(and ? Opcodes.IOR : Opcodes.IAND));
    JumpInsnNode both = new JumpInsnNode(Opcodes.IFNE, next.label);
    second.add(both);
    byResult.add(both);
    method.instructions.insertBefore(jump, first);
    method.instructions.remove(jump);
    method.instructions.insertBefore(next, second);
    method.instructions.remove(next);
    method.maxStack += 2;
  }

  // c ? a : b

  /** {@code passed}: a label that only jumps lead to that will be one with this one. */
  private Diamond diamond(JumpInsnNode jump, LabelNode passed) {
    AbstractInsnNode over = afterValue(jump.getNext(), insn -> insn.getOpcode() == Opcodes.GOTO, passed);
    if (!(over instanceof JumpInsnNode leave) || !isNext(over, jump.label) || depth(jump.getNext(), over) != 1) {
      return null;
    }
    AbstractInsnNode end = afterValue(jump.label, insn -> insn == leave.label, jump.label);
    return end == leave.label && depth(jump.label, end) == 1 ? new Diamond(jump, over, leave.label) : null;
  }

  /** The first instruction that {@code ends} the code of a value without effects from {@code from} on; or null. */
  private AbstractInsnNode afterValue(AbstractInsnNode from, Predicate<AbstractInsnNode> ends, LabelNode passed) {
    int line = lineBefore(from);
    for (AbstractInsnNode insn = from; insn != null; insn = insn.getNext()) {
      if (ends.test(insn)) {
        return insn;
      }
      boolean joined = insn instanceof LabelNode label && label != passed && jumpsTo.containsKey(label);
      boolean otherLine = insn instanceof LineNumberNode number && number.line != line;
      if (joined || otherLine || insn.getOpcode() >= 0 && pushed(insn) == NEVER) {
        return null;
      }
    }
    return null;
  }

  private static int lineBefore(AbstractInsnNode from) {
    AbstractInsnNode at = from;
    while (at != null && !(at instanceof LineNumberNode)) {
      at = at.getPrevious();
    }
    return at == null ? -1 : ((LineNumberNode) at).line;
  }

  /** How many values code without effects leaves on the stack; NEVER if it takes one from below. */
  private static int depth(AbstractInsnNode from, AbstractInsnNode to) {
    int depth = 0;
    for (AbstractInsnNode insn = from; insn != to; insn = insn.getNext()) {
      if (insn.getOpcode() >= 0) {
        if (depth < popped(insn)) {
          return NEVER;
        }
        depth += pushed(insn) - popped(insn);
      }
    }
    return depth;
  }

  /** How many values an instruction pushes that has no effect and cannot fail; NEVER for any other. */
  private static int pushed(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    boolean constant = opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.LDC && !isResolved(insn);
    boolean load = opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD;
    boolean computes = opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR && !divides(opcode);
    boolean converts = opcode >= Opcodes.I2L && opcode <= Opcodes.DCMPG;
    boolean calls = MethodContext.isBoxing(insn) || insn instanceof MethodInsnNode call && call.owner.equals(CHOICE);
    return constant || load || computes || converts || calls
        || opcode == Opcodes.CHECKCAST && follows(insn) ? 1 : NEVER;
  }

  /** A class or a dynamic constant: it may fail, or run code. */
  private static boolean isResolved(AbstractInsnNode insn) {
    return insn instanceof LdcInsnNode constant
        && !(constant.cst instanceof Number || constant.cst instanceof String);
  }

  /** Whether it is a cast of a choice that has been made: it cannot fail. */
  private static boolean follows(AbstractInsnNode cast) {
    return cast.getPrevious() instanceof MethodInsnNode call && call.owner.equals(CHOICE);
  }

  private static boolean divides(int opcode) {
    return opcode == Opcodes.IDIV || opcode == Opcodes.LDIV || opcode == Opcodes.IREM || opcode == Opcodes.LREM;
  }

  private static int popped(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    if (insn instanceof MethodInsnNode call) {
      return Type.getArgumentTypes(call.desc).length;
    }
    boolean one = opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG || opcode >= Opcodes.I2L && opcode <= Opcodes.I2S
        || opcode == Opcodes.CHECKCAST;
    return one ? 1 : opcode >= Opcodes.IADD && opcode <= Opcodes.DCMPG ? 2 : 0;
  }

  private void choose(Diamond diamond) {
    Type type = types.get(diamond.meeting);
    Kind kind = Kind.of(type);
    InsnList code = method.instructions;
    InsnList chosen = new InsnList();
    chosen.add(new MethodInsnNode(Opcodes.INVOKESTATIC, CHOICE, "of",
        Type.getMethodDescriptor(kind.type, Type.BOOLEAN_TYPE, kind.type, kind.type), false));
    if (kind == Kind.REF && !type.equals(kind.type)) {
      chosen.add(new TypeInsnNode(Opcodes.CHECKCAST, type.getInternalName()));
    }
    LabelNode second = diamond.condition.label;
    code.insertBefore(diamond.condition, condition(diamond.condition));
    code.remove(diamond.condition);
    if (jumpsTo.get(second) > 1) { // others go there too
      code.insertBefore(diamond.over, copy(second, diamond.meeting));
      code.insertBefore(diamond.over, chosen);
    } else {
      code.remove(diamond.over);
      code.insertBefore(diamond.meeting, chosen);
    }
    method.maxStack += 1 + kind.size;
  }

  private static InsnList copy(LabelNode from, LabelNode to) {
    InsnList copy = new InsnList();
    for (AbstractInsnNode insn = from; insn != to; insn = insn.getNext()) {
      if (insn.getOpcode() >= 0) {
        copy.add(insn.clone(Map.of()));
      }
    }
    return copy;
  }

  /** Pushes whether the jump would be made. */
  private static MethodInsnNode condition(JumpInsnNode jump) {
    int opcode = jump.getOpcode();
    String name = opcode == Opcodes.IFNULL ? "isNull" : opcode == Opcodes.IFNONNULL ? "nonNull"
        : JUMPS[(opcode - Opcodes.IFEQ) % JUMPS.length];
    String operands = opcode <= Opcodes.IFLE ? "I" : opcode <= Opcodes.IF_ICMPLE ? "II"
        : opcode <= Opcodes.IF_ACMPNE ? "Ljava/lang/Object;Ljava/lang/Object;" : "Ljava/lang/Object;";
    return new MethodInsnNode(Opcodes.INVOKESTATIC, CHOICE, name, "(" + operands + ")Z", false);
  }
}
