package dev.deco.internal.weaver.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;
import org.objectweb.asm.tree.analysis.Value;

/** The values that the instructions of one round of a counted loop push, as {@link Term}s, where they are such. */
final class Terms {
  private static final Set<String> THROWING =
      Set.of("floorDiv", "floorMod", "ceilDiv", "ceilMod", "toIntExact", "clamp", "random");

  private final MethodContext context;
  private final Set<Integer> elsewhere;
  private final Map<Integer, Term> pushed = new HashMap<>();
  private final Set<Integer> looking = new HashSet<>();
  private boolean known = true;
  private int at;

  /** @param value {@code null}: something else */
  private record Held(Term term, int size) implements Value {
    @Override
    public int getSize() {
      return size;
    }
  }

  private Terms(MethodContext context, Set<Integer> elsewhere) {
    this.context = context;
    this.elsewhere = elsewhere;
  }

  /**
   * Those of a round of {@code loop}, whose instructions follow each other as {@code round} says.
   *
   * @param elsewhere the instructions that others than the scope run for it, or that are not asked about
   * @return {@code null} where the scope does more in a round than to compute terms
   */
  static Terms of(MethodContext context, CountedLoop loop, List<Integer> round, Set<Integer> elsewhere) {
    Terms terms = new Terms(context, elsewhere);
    try {
      terms.run(loop, round);
    } catch (AnalyzerException e) {
      throw new IllegalStateException(e);
    }
    return terms.known ? terms : null;
  }

  /** What instruction {@code i} pushes, or {@code null}. */
  Term at(int i) {
    return pushed.get(i);
  }

  /** The instructions that look at memory, or may throw. */
  Set<Integer> looking() {
    return looking;
  }

  private void run(CountedLoop loop, List<Integer> round) throws AnalyzerException {
    Frame<BasicValue> head = context.types(round.get(0));
    Frame<Held> frame = new Frame<>(context.method().maxLocals, context.method().maxStack);
    for (int local = 0; local < head.getLocals(); local++) {
      BasicValue value = head.getLocal(local);
      boolean assigned = value != null && value.getType() != null && value.getType().getSort() != Type.VOID
          && !value.getType().getDescriptor().equals("Lnull;");
      frame.setLocal(local, !assigned ? new Held(null, 1) : local == loop.local() ? new Held(new Term.Counter(), 1)
          : new Held(new Term.Invariant(local, Kind.of(value.getType())), value.getSize()));
    }
    Evaluator evaluator = new Evaluator();
    for (int i : round) {
      at = i;
      AbstractInsnNode insn = context.instruction(i);
      if (insn.getOpcode() < 0 || insn.getOpcode() == Opcodes.GOTO) {
        continue;
      }
      frame.execute(insn, evaluator);
      int depth = frame.getStackSize();
      if (!elsewhere.contains(i) && depth > 0 && frame.getStack(depth - 1).term() != null) {
        pushed.put(i, frame.getStack(depth - 1).term());
      }
    }
  }

  /** Whether it pushes a number other than zero. */
  static boolean isNotZero(AbstractInsnNode insn) {
    int opcode = insn == null ? -1 : insn.getOpcode();
    return opcode == Opcodes.ICONST_M1 || opcode > Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5
        || opcode == Opcodes.LCONST_1
        || insn instanceof IntInsnNode push && opcode != Opcodes.NEWARRAY && push.operand != 0
        || insn instanceof LdcInsnNode ldc && ldc.cst instanceof Number number && number.longValue() != 0;
  }

  /** Whether it is a function of the JDK's that never throws. */
  static boolean isArithmetic(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKESTATIC && !call.name.endsWith("Exact") && !THROWING.contains(call.name)
        && (call.owner.equals("java/lang/Math") || call.owner.equals("java/lang/StrictMath"));
  }

  private final class Evaluator extends Interpreter<Held> {
    private final BasicInterpreter sizes = new BasicInterpreter();

    Evaluator() {
      super(Opcodes.ASM9);
    }

    private Held other(BasicValue value) {
      return value == null ? null : new Held(null, value.getSize());
    }

    /** Of something that the scope does itself, and that is no term. */
    private Held unknown(BasicValue value) {
      known &= elsewhere.contains(at);
      return other(value);
    }

    private Held operation(AbstractInsnNode insn, BasicValue value, boolean quiet, List<? extends Held> operands) {
      if (elsewhere.contains(at)) {
        return other(value);
      }
      if (operands.stream().anyMatch(operand -> operand.term() == null)) {
        return unknown(value);
      }
      if (!quiet) {
        looking.add(at);
      }
      return new Held(new Term.Operation(at, insn, operands.stream().map(Held::term).toList(), quiet,
          Kind.of(value.getType())), value.getSize());
    }

    @Override
    public Held newValue(Type type) {
      return type == null ? new Held(null, 1) : type == Type.VOID_TYPE ? null : new Held(null, type.getSize());
    }

    @Override
    public Held newOperation(AbstractInsnNode insn) throws AnalyzerException {
      BasicValue value = sizes.newOperation(insn);
      boolean constant = insn.getOpcode() <= Opcodes.SIPUSH
          || insn instanceof LdcInsnNode ldc && (ldc.cst instanceof Number || ldc.cst instanceof String);
      return constant || insn.getOpcode() == Opcodes.GETSTATIC ? operation(insn, value, constant, List.of())
          : unknown(value);
    }

    @Override
    public Held copyOperation(AbstractInsnNode insn, Held value) {
      return elsewhere.contains(at) ? new Held(null, value.size()) : value;
    }

    @Override
    public Held unaryOperation(AbstractInsnNode insn, Held operand) throws AnalyzerException {
      BasicValue value = sizes.unaryOperation(insn, null);
      int opcode = insn.getOpcode();
      if (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG || opcode >= Opcodes.I2L && opcode <= Opcodes.I2S
          || opcode == Opcodes.INSTANCEOF) {
        return operation(insn, value, true, List.of(operand));
      }
      if (opcode == Opcodes.GETFIELD || opcode == Opcodes.ARRAYLENGTH || opcode == Opcodes.CHECKCAST) {
        return operation(insn, value, false, List.of(operand));
      }
      return opcode == Opcodes.IINC ? new Held(null, 1) : unknown(value); // only the counter's is one: see RangedLoop
    }

    @Override
    public Held binaryOperation(AbstractInsnNode insn, Held left, Held right) throws AnalyzerException {
      BasicValue value = sizes.binaryOperation(insn, null, null);
      int opcode = insn.getOpcode();
      if (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) {
        return operation(insn, value, false, List.of(left, right));
      }
      if (opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR || opcode >= Opcodes.LCMP && opcode <= Opcodes.DCMPG) {
        boolean divides = opcode == Opcodes.IDIV || opcode == Opcodes.LDIV || opcode == Opcodes.IREM
            || opcode == Opcodes.LREM;
        boolean fails = divides
            && !(right.term() instanceof Term.Operation divisor && isNotZero(divisor.instruction()));
        return operation(insn, value, !fails, List.of(left, right));
      }
      return opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE ? null : unknown(value);
    }

    @Override
    public Held ternaryOperation(AbstractInsnNode insn, Held a, Held b, Held c) throws AnalyzerException {
      return unknown(sizes.ternaryOperation(insn, null, null, null));
    }

    @Override
    public Held naryOperation(AbstractInsnNode insn, List<? extends Held> values) throws AnalyzerException {
      BasicValue value = sizes.naryOperation(insn, List.of());
      boolean looks = value != null && value.getType() != Type.VOID_TYPE && insn.getOpcode() != Opcodes.INVOKESPECIAL
          && insn.getOpcode() != Opcodes.MULTIANEWARRAY && context.onlyLooks(at);
      return looks ? operation(insn, value, insn instanceof MethodInsnNode call && isArithmetic(call), values)
          : unknown(value == null || value.getType() == Type.VOID_TYPE ? null : value);
    }

    @Override
    public void returnOperation(AbstractInsnNode insn, Held value, Held expected) {
      known = false;
    }

    @Override
    public Held merge(Held a, Held b) {
      throw new IllegalStateException();
    }
  }
}
