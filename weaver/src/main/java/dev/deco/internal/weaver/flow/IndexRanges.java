package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.flow.Index.Operator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Between which bounds the whole numbers of a method body lie, in terms of its parameters, as far as constants,
 * parameters, fields, sums, products, {@code Math.min} and {@code max}, and counted loops make them.
 *
 * <p>A loop's variable has the bound that a test gives it, where no way leads from an assignment of the variable to the
 * use but through that test: the loop as javac writes it, whatever else is in its body.
 */
final class IndexRanges {
  /** What is only known of one number. */
  private static final Map<Integer, Operator> OF_ONE = Map.of(Opcodes.IDIV, Operator.DIVIDE, Opcodes.IREM,
      Operator.REMAINDER, Opcodes.IAND, Operator.AND, Opcodes.ISHR, Operator.SHIFT);

  private final AbstractInsnNode[] instructions;
  private final Map<AbstractInsnNode, Integer> indexes = new IdentityHashMap<>();
  private final Map<AbstractInsnNode, Integer> parameters = new IdentityHashMap<>();
  private final ControlFlow flow;
  private final Frame<SourceValue>[] frames; // null where the method cannot be analyzed
  private final Function<AbstractInsnNode, FieldInsnNode> accessors;
  private final Set<AbstractInsnNode> running = new HashSet<>();
  private final Map<AbstractInsnNode, Section> known = new HashMap<>();

  /** {@code accessors}: the GETFIELD that is all that a called method does, or {@code null}. */
  IndexRanges(String owner, MethodNode method, Function<AbstractInsnNode, FieldInsnNode> accessors) {
    this.accessors = accessors;
    instructions = method.instructions.toArray();
    for (int i = 0; i < instructions.length; i++) {
      indexes.put(instructions[i], i);
    }
    flow = new ControlFlow(method, indexes::get, instructions.length);
    frames = frames(owner, method);
  }

  private Frame<SourceValue>[] frames(String owner, MethodNode method) {
    try {
      return Analyzers.of(new Sources(method)).analyze(owner, method);
    } catch (AnalyzerException | LimitExceededException e) { // a very large one
      return null;
    }
  }

  /** Tells parameters from nothing, and sees through stack instructions. */
  private final class Sources extends SourceInterpreter {
    private final boolean isStatic;

    Sources(MethodNode method) {
      super(Opcodes.ASM9);
      isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
      slots = new HashMap<>();
      int slot = 0;
      int number = 0;
      if (!isStatic) {
        slots.put(slot++, number++);
      }
      for (Type type : Type.getArgumentTypes(method.desc)) {
        slots.put(slot, number++);
        slot += type.getSize();
      }
    }

    private final Map<Integer, Integer> slots;

    @Override
    public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
      AbstractInsnNode mark = new InsnNode(Opcodes.NOP);
      parameters.put(mark, slots.get(local));
      return new SourceValue(type.getSize(), mark);
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode insn, SourceValue value) {
      return insn instanceof VarInsnNode ? super.copyOperation(insn, value) : value;
    }
  }

  /** What {@link #drivers} has for a variable that a loop counts with. */
  static final int COUNTER = -1;

  /**
   * The parameters from which an operand is computed by arithmetic that keeps different numbers apart, lengths and
   * fields being the same for all; {@code null} where it is data: an element, what a call returns, a remainder.
   *
   * @param counters whether it counts, too, that a loop changes it: {@link #COUNTER}
   */
  Set<Integer> drivers(int instruction, int fromTop, boolean counters) {
    Set<Integer> found = new TreeSet<>();
    return addDrivers(operand(instruction, fromTop), counters, found, new HashSet<>()) ? found : null;
  }

  private boolean addDrivers(SourceValue value, boolean counters, Set<Integer> to, Set<AbstractInsnNode> seen) {
    return value != null && !value.insns.isEmpty()
        && value.insns.stream().allMatch(source -> addDrivers(source, counters, to, seen));
  }

  private boolean addDrivers(AbstractInsnNode source, boolean counters, Set<Integer> to,
      Set<AbstractInsnNode> seen) {
    if (!seen.add(source)) {
      return true;
    }
    Integer parameter = parameters.get(source);
    if (parameter != null) {
      to.add(parameter);
      return true;
    }
    int at = indexes.get(source);
    int opcode = source.getOpcode();
    if (isFixed(opcode)) {
      return true;
    } else if (source instanceof VarInsnNode variable && opcode <= Opcodes.LLOAD) {
      return addDrivers(frames[at].getLocal(variable.var), counters, to, seen);
    } else if (source instanceof IincInsnNode counted) {
      if (counters) {
        to.add(COUNTER);
      }
      return addDrivers(frames[at].getLocal(counted.var), counters, to, seen);
    } else if (opcode == Opcodes.ISTORE || opcode == Opcodes.LSTORE || opcode == Opcodes.INEG || opcode == Opcodes.LNEG
        || opcode == Opcodes.I2L || opcode == Opcodes.L2I) {
      return addDrivers(operand(at, 0), counters, to, seen);
    }
    boolean apart = opcode >= Opcodes.IADD && opcode <= Opcodes.LMUL && (opcode - Opcodes.IADD) % 4 < 2
        || opcode == Opcodes.ISHL || opcode == Opcodes.LSHL;
    Set<Integer> left = new TreeSet<>();
    Set<Integer> right = new TreeSet<>();
    boolean told = apart && addDrivers(operand(at, 0), counters, left, new HashSet<>(seen))
        && addDrivers(operand(at, 1), counters, right, new HashSet<>(seen));
    to.addAll(left);
    to.addAll(right);
    boolean product = opcode == Opcodes.IMUL || opcode == Opcodes.LMUL;
    return told && (!product || Collections.disjoint(left, right)); // -3 * -3 is 3 * 3
  }

  /** Whether an operand is the same number whenever the instruction runs: lengths and fields are taken to be. */
  boolean isSame(int instruction, int fromTop) {
    return isSame(operand(instruction, fromTop));
  }

  private boolean isSame(SourceValue value) {
    if (value == null || value.insns.size() != 1) {
      return false;
    }
    AbstractInsnNode source = value.insns.iterator().next();
    int opcode = source.getOpcode();
    if (parameters.containsKey(source) || isFixed(opcode)) {
      return true;
    }
    int at = indexes.get(source);
    if (source instanceof VarInsnNode variable && opcode <= Opcodes.LLOAD) {
      return isSame(frames[at].getLocal(variable.var));
    }
    boolean two = opcode >= Opcodes.IADD && opcode <= Opcodes.LREM && (opcode - Opcodes.IADD) % 4 < 2;
    return (two || opcode == Opcodes.ISTORE || opcode == Opcodes.LSTORE) && isSame(operand(at, 0))
        && (!two || isSame(operand(at, 1)));
  }

  /** Whether it makes a constant, or a length or a field, which are taken as the same for all calls. */
  private static boolean isFixed(int opcode) {
    return opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.LDC || opcode == Opcodes.ARRAYLENGTH
        || opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
  }

  private SourceValue operand(int instruction, int fromTop) {
    Frame<SourceValue> frame = frames == null ? null : frames[instruction];
    return frame == null ? null : frame.getStack(frame.getStackSize() - 1 - fromTop);
  }

  /** The bounds of an operand, or {@code null}. {@code fromTop} 0 is the topmost. */
  Section of(int instruction, int fromTop) {
    return range(operand(instruction, fromTop));
  }

  private Section range(SourceValue value) {
    if (value == null || value.insns.isEmpty()) {
      return null;
    }
    Section all = null;
    for (AbstractInsnNode source : value.insns) {
      Section one = range(source);
      if (one == null) {
        return null;
      }
      all = all == null ? one : Section.union(all, one);
    }
    return all;
  }

  private Section range(AbstractInsnNode source) {
    Section before = known.get(source);
    if (before != null) {
      return before;
    }
    if (!running.add(source)) {
      return null;
    }
    Section range = compute(source);
    running.remove(source);
    if (range != null) {
      known.put(source, range);
    }
    return range;
  }

  private Section compute(AbstractInsnNode source) {
    Integer parameter = parameters.get(source);
    if (parameter != null) {
      return Section.of(new Index.Operand(parameter));
    }
    int at = indexes.get(source);
    int opcode = source.getOpcode();
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      return constant(opcode - Opcodes.ICONST_0);
    } else if (source instanceof IntInsnNode push && opcode != Opcodes.NEWARRAY) {
      return constant(push.operand);
    } else if (source instanceof LdcInsnNode constant && constant.cst instanceof Integer value) {
      return constant(value);
    } else if (opcode == Opcodes.ILOAD) {
      return variable(at, ((VarInsnNode) source).var);
    } else if (opcode == Opcodes.ISTORE) {
      return of(at, 0);
    } else if (opcode == Opcodes.IADD || opcode == Opcodes.ISUB || opcode == Opcodes.IMUL) {
      Section left = of(at, 1);
      Section right = of(at, 0);
      return left == null || right == null ? null
          : opcode == Opcodes.IADD ? left.plus(right) : opcode == Opcodes.ISUB ? left.minus(right) : left.times(right);
    } else if (OF_ONE.containsKey(opcode)) {
      Section left = of(at, 1);
      Section right = of(at, 0);
      return left == null || right == null || !left.single() || !right.single() ? null
          : Section.of(Index.of(OF_ONE.get(opcode), left.first(), right.first()));
    } else if (source instanceof MethodInsnNode call && isExtreme(call)) {
      Section left = of(at, 1);
      Section right = of(at, 0);
      return left == null || right == null ? null
          : left.extreme(call.name.equals("min") ? Operator.MIN : Operator.MAX, right);
    }
    Index found = found(source, at);
    return found == null ? null : Section.of(found);
  }

  private static Section constant(int value) {
    return Section.of(new Index.Constant(value));
  }

  private static boolean isExtreme(MethodInsnNode call) {
    return call.owner.equals("java/lang/Math") && (call.name.equals("min") || call.name.equals("max"))
        && call.desc.equals("(II)I");
  }

  /** A number that is read from an object which the parameters lead to. */
  private Index found(AbstractInsnNode source, int at) {
    if (source.getOpcode() == Opcodes.ARRAYLENGTH) {
      Place array = reference(at, 0);
      return array == null ? null : new Index.Found(array.operand(), array.steps(), true);
    }
    FieldInsnNode field = source instanceof FieldInsnNode read ? read
        : source instanceof MethodInsnNode ? accessors.apply(source) : null;
    Place place = field == null ? null : member(field, at);
    boolean whole = place != null && "ISBC".contains(field.desc);
    return whole ? new Index.Found(place.operand(), place.steps(), false) : null;
  }

  private Place member(FieldInsnNode field, int at) {
    if (field.getOpcode() == Opcodes.GETSTATIC) {
      return new Place(Place.STATIC, List.of(new Location.Static(field.owner, field.name)));
    }
    Place holder = field.getOpcode() == Opcodes.GETFIELD ? reference(at, 0) : null;
    if (holder == null || holder.steps().size() > 2) {
      return null;
    }
    List<Location> steps = new ArrayList<>(holder.steps());
    steps.add(new Location.Field(field.owner, field.name));
    return new Place(holder.operand(), steps);
  }

  /** Where an operand, a reference, was found, or {@code null}. */
  Place reference(int instruction, int fromTop) {
    AbstractInsnNode source = producer(instruction, fromTop);
    if (source == null) {
      return null;
    }
    Integer parameter = parameters.get(source);
    if (parameter != null) {
      return new Place(parameter, List.of());
    }
    FieldInsnNode field = source instanceof FieldInsnNode read ? read
        : source instanceof MethodInsnNode ? accessors.apply(source) : null;
    return field == null ? null : member(field, indexes.get(source));
  }

  /** The bounds of the index with which an operand, a row, was loaded from an array of rows; or {@code null}. */
  Section row(int instruction, int fromTop) {
    AbstractInsnNode source = producer(instruction, fromTop);
    return source != null && source.getOpcode() == Opcodes.AALOAD ? of(indexes.get(source), 0) : null;
  }

  /**
   * The one instruction, local variables aside, that a reference comes from; or a parameter's mark; or {@code null}.
   */
  AbstractInsnNode producer(int instruction, int fromTop) {
    SourceValue at = operand(instruction, fromTop);
    for (int steps = 0; at != null && at.insns.size() == 1 && steps < 20; steps++) {
      AbstractInsnNode source = at.insns.iterator().next();
      int opcode = source.getOpcode();
      if (parameters.containsKey(source)) {
        return source;
      } else if (opcode == Opcodes.ALOAD) {
        at = frames[indexes.get(source)].getLocal(((VarInsnNode) source).var);
      } else if (opcode == Opcodes.ASTORE || opcode == Opcodes.CHECKCAST) {
        at = operand(indexes.get(source), 0);
      } else {
        return source;
      }
    }
    return null;
  }

  // Variables

  private Section variable(int load, int slot) {
    Set<AbstractInsnNode> definitions = new LinkedHashSet<>();
    Deque<AbstractInsnNode> open = new ArrayDeque<>(frames[load].getLocal(slot).insns);
    int step = 0;
    boolean mixed = false;
    while (!open.isEmpty()) {
      AbstractInsnNode definition = open.pop();
      if (!definitions.add(definition)) {
        continue;
      }
      if (definition instanceof IincInsnNode increment) {
        mixed |= step != 0 && step != increment.incr;
        step = increment.incr;
        open.addAll(frames[indexes.get(definition)].getLocal(slot).insns);
      }
    }
    Section start = null;
    for (AbstractInsnNode definition : definitions) {
      if (!(definition instanceof IincInsnNode)) {
        Section one = range(definition);
        if (one == null) {
          return null;
        }
        start = start == null ? one : Section.union(start, one);
      }
    }
    if (start == null || mixed) {
      return null;
    }
    return step == 0 ? start : counted(load, slot, definitions, start, step);
  }

  /** From where it starts to where a test ends it; the step is checked not to go beyond the greatest number. */
  private Section counted(int load, int slot, Set<AbstractInsnNode> definitions, Section start, int step) {
    BitSet assigned = new BitSet();
    definitions.stream().filter(definition -> !parameters.containsKey(definition))
        .forEach(definition -> assigned.set(indexes.get(definition)));
    Index bound = bound(load, slot, assigned, step > 0);
    if (bound == null) {
      return null;
    }
    for (AbstractInsnNode definition : definitions) {
      if (definition instanceof IincInsnNode
          && !bound.equals(bound(indexes.get(definition), slot, assigned, step > 0))) {
        return null;
      }
    }
    Index beyond = Index.of(Operator.ADD, bound, new Index.Constant(step));
    return step > 0 ? new Section(Index.of(Operator.GIVEN, start.first(), beyond), bound)
        : new Section(bound, Index.of(Operator.GIVEN, start.last(), beyond));
  }

  /** The greatest (least) value that the variable can have at instruction {@code use}, by a test before it. */
  private Index bound(int use, int slot, BitSet assigned, boolean upper) {
    for (int test = 0; test < instructions.length; test++) {
      if (instructions[test] instanceof JumpInsnNode jump && frames[test] != null
          && jump.getOpcode() >= Opcodes.IFLT && jump.getOpcode() <= Opcodes.IF_ICMPLE) {
        for (boolean taken : new boolean[] {true, false}) {
          Index bound = bound(test, jump, slot, taken, upper);
          if (bound != null && onlyThrough(test, taken, use, assigned)) {
            return bound;
          }
        }
      }
    }
    return null;
  }

  /** What the way out of a test says about the variable, or {@code null}. */
  private Index bound(int test, JumpInsnNode jump, int slot, boolean taken, boolean upper) {
    boolean zero = jump.getOpcode() <= Opcodes.IFLE;
    boolean left = isLoad(operand(test, zero ? 0 : 1), slot);
    boolean right = !zero && isLoad(operand(test, 0), slot);
    // how the left operand compares: -2 is <, -1 is <=, 1 is >=, 2 is >
    int relation = switch (jump.getOpcode()) {
      case Opcodes.IFLT, Opcodes.IF_ICMPLT -> -2;
      case Opcodes.IFLE, Opcodes.IF_ICMPLE -> -1;
      case Opcodes.IFGE, Opcodes.IF_ICMPGE -> 1;
      case Opcodes.IFGT, Opcodes.IF_ICMPGT -> 2;
      default -> 0;
    };
    if (left == right || relation == 0) {
      return null;
    }
    int seen = right ? -relation : relation;
    int holds = taken ? seen : seen > 0 ? seen - 3 : seen + 3; // not < is >=, not <= is >
    if (upper != holds < 0) {
      return null;
    }
    Section other = zero ? constant(0) : of(test, left ? 0 : 1);
    if (other == null) {
      return null;
    }
    boolean strict = Math.abs(holds) == 2;
    return upper
        ? strict ? Index.of(Operator.SUBTRACT, other.last(), new Index.Constant(1)) : other.last()
        : strict ? Index.of(Operator.ADD, other.first(), new Index.Constant(1)) : other.first();
  }

  private static boolean isLoad(SourceValue value, int slot) {
    return value.insns.size() == 1 && value.insns.iterator().next() instanceof VarInsnNode load
        && load.getOpcode() == Opcodes.ILOAD && load.var == slot;
  }

  /**
   * Whether every way from the method's start, and from an assignment, to {@code use} takes this way out of the test.
   */
  private boolean onlyThrough(int test, boolean taken, int use, BitSet assigned) {
    int jumpsTo = indexes.get(((JumpInsnNode) instructions[test]).label);
    int way = taken ? jumpsTo : test + 1;
    if (jumpsTo == test + 1) {
      return false;
    }
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    reach(0, reached, open);
    assigned.stream().forEach(at -> next(at, reached, open));
    while (!open.isEmpty()) {
      int at = open.pop();
      if (at == use) {
        return false;
      }
      for (int next : flow.successors(at)) {
        if (at != test || next != way) {
          reach(next, reached, open);
        }
      }
      for (int handler : flow.handlers(at)) {
        reach(handler, reached, open);
      }
    }
    return true;
  }

  private void next(int at, BitSet reached, Deque<Integer> open) {
    for (int next : flow.successors(at)) {
      reach(next, reached, open);
    }
  }

  private static void reach(int at, BitSet reached, Deque<Integer> open) {
    if (!reached.get(at)) {
      reached.set(at);
      open.push(at);
    }
  }
}
