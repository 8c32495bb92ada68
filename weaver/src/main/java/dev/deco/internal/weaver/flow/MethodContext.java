package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.effects.Annotations;
import dev.deco.internal.weaver.effects.Effects;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.MethodAnalysis;
import dev.deco.internal.weaver.effects.Summary;
import dev.deco.internal.weaver.effects.PureFunctions;
import dev.deco.internal.weaver.effects.Summary.Lambda;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/** A synchronized method with what is known of each of its instructions. */
public final class MethodContext {
  public static final String CONCURRENT = "Ldev/deco/Concurrent;";
  public static final String SYNCHRONIZED = "Ldev/deco/Synchronized;";

  private static final Set<String> BOXES = Set.of("java/lang/Boolean", "java/lang/Byte", "java/lang/Short",
      "java/lang/Character", "java/lang/Integer", "java/lang/Long", "java/lang/Float", "java/lang/Double");

  private final ClassNode owner;
  private final MethodNode method;
  private final ClassHeaders classes;
  private final Effects analysis;
  private final MethodAnalysis effects;
  private final AbstractInsnNode[] instructions;
  private final Map<AbstractInsnNode, Integer> indexes = new IdentityHashMap<>();
  private final Frame<BasicValue>[] types;
  private final Origins origins = new Origins(this);
  private final boolean byData;
  private final int[] lines;
  private final boolean[] concurrent;
  private final BitSet trusted = new BitSet();
  private final ControlFlow flow;
  private final LockRegions locks;
  private final Map<Integer, List<DirectAccesses.Touched>> accesses = new HashMap<>();
  private Loops loops;
  private IndexRanges ranges;
  private final Sections sections;
  private final boolean refusesTrust;
  private final Set<AbstractInsnNode> beside;
  private final NullMessages nullMessages;

  /**
   * Normalises the method ({@link FunctionLoops}, {@link Choices}, {@link ReturnedValues}, {@link JoinLocals}), then
   * analyses it.
   */
  public static MethodContext of(ClassNode owner, MethodNode method, ClassHeaders classes, Effects analysis,
      Sections sections, boolean refusesTrust) throws AnalyzerException {
    int userLocals = method.maxLocals;
    Set<AbstractInsnNode> beside = FunctionLoops.normalise(owner, method, classes, call -> isConcurrent(classes, call),
        copy -> new MethodContext(owner, copy, classes, analysis, sections, refusesTrust, Set.of(), 0)
            .functionsOfLoops());
    return new MethodContext(owner, method, classes, analysis, sections, refusesTrust, beside, userLocals);
  }

  private MethodContext(ClassNode owner, MethodNode method, ClassHeaders classes, Effects analysis, Sections sections,
      boolean refusesTrust, Set<AbstractInsnNode> beside, int userLocals) throws AnalyzerException {
    this.refusesTrust = refusesTrust;
    nullMessages = new NullMessages(this, userLocals);
    this.owner = owner;
    this.method = method;
    this.classes = classes;
    this.analysis = analysis;
    this.sections = sections;
    this.beside = beside;
    Choices.normalise(owner, method, classes, call -> isConcurrent(classes, call));
    ReturnedValues.normalise(owner.name, method, call -> isConcurrent(classes, call));
    JoinLocals.introduce(owner.name, method, call -> isConcurrent(classes, call));
    effects = analysis.analyze(owner, method);
    instructions = method.instructions.toArray();
    types = Analyzers.of(new TypeInterpreter(classes)).analyze(owner.name, method);
    byData = isByData(method);
    lines = new int[instructions.length];
    concurrent = new boolean[instructions.length];
    int line = 0;
    for (int i = 0; i < instructions.length; i++) {
      indexes.put(instructions[i], i);
      line = instructions[i] instanceof LineNumberNode number ? number.line : line;
      lines[i] = line;
      if (instructions[i] instanceof MethodInsnNode call) {
        concurrent[i] = isConcurrent(classes, call);
        trusted.set(i, concurrent[i] && isTrusted(i));
      }
    }
    flow = new ControlFlow(method, this::index, instructions.length);
    locks = new LockRegions(this);
  }

  private FunctionLoops.Functions functionsOfLoops() {
    List<InvokeDynamicInsnNode> functions = FunctionLoops.functions(method);
    return new FunctionLoops.Functions(StreamCalls.of(this).values().stream().filter(StreamCall::ahead)
        .map(stream -> functions.indexOf(previous(stream.call()))).collect(Collectors.toSet()), SourceChanges.of(this));
  }

  /** The instruction before, labels and lines aside: what makes the last operand of a call, if that is a function. */
  public static AbstractInsnNode previous(AbstractInsnNode insn) {
    AbstractInsnNode at = insn.getPrevious();
    while (at.getOpcode() < 0) {
      at = at.getPrevious();
    }
    return at;
  }

  private static boolean isByData(MethodNode method) {
    return Annotations.of(method).stream()
        .filter(annotation -> annotation.desc.equals(SYNCHRONIZED) && annotation.values != null)
        .anyMatch(annotation -> annotation.values.contains("order")
            && annotation.values.get(annotation.values.indexOf("order") + 1) instanceof String[] order
            && order[1].equals("BY_DATA"));
  }

  private static boolean isConcurrent(ClassHeaders classes, MethodInsnNode call) {
    MethodNode target = classes.resolve(call.owner, call.name, call.desc);
    return target != null && ClassHeaders.isAnnotated(target, CONCURRENT);
  }

  /** Whether instruction {@code i} belongs to a call that stays beside the loop that it is ({@link FunctionLoops}). */
  public boolean isBeside(int i) {
    return beside.contains(instructions[i]);
  }

  /** Whether what cannot be seen of a concurrent call is taken not to depend on other tasks. */
  boolean mayTrust(int call) {
    return !refusesTrust || isSigned(call);
  }

  /** Whether all is trusted that cannot be seen, whoever calls it. */
  boolean trustsAll() {
    return !refusesTrust;
  }

  /** Whether the method that is called says why it may be trusted. */
  public boolean isSigned(int call) {
    return instructions[call] instanceof MethodInsnNode insn && isSigned(insn);
  }

  boolean isSigned(MethodInsnNode call) {
    return Trust.isSigned(classes.resolve(call.owner, call.name, call.desc));
  }

  boolean isSigned(Handle code) {
    return Trust.isSigned(classes.resolve(code.getOwner(), code.getName(), code.getDesc()));
  }

  /** Whether a concurrent call is trusted in what cannot be seen, and nobody has signed for that. */
  public boolean trusts(int call) {
    return trusted.get(call);
  }

  private boolean isTrusted(int call) {
    Summary summary = effects.failure() != null ? null : effects.callee(call);
    return summary != null && !summary.known() && !refusesTrust && !isSigned(call);
  }

  /** Whether the method itself is concurrent, so that its calls of itself open scopes in scopes. */
  boolean isRecursive() {
    return ClassHeaders.isAnnotated(method, CONCURRENT);
  }

  public boolean isConcurrent(MethodInsnNode call) {
    return isConcurrent(classes, call);
  }

  public boolean isConcurrent(Handle code) {
    MethodNode target = classes.resolve(code.getOwner(), code.getName(), code.getDesc());
    return target != null && ClassHeaders.isAnnotated(target, CONCURRENT);
  }

  /** Whether tasks that conflict wait for each other, and the scope for none of them. */
  public boolean ordersByData() {
    return byData;
  }

  /** The body of a lambda expression of this class, or {@code null}. */
  MethodNode bodyOf(Handle code) {
    boolean own = code.getOwner().equals(owner.name);
    return owner.methods.stream().filter(method -> own && (method.access & Opcodes.ACC_SYNTHETIC) != 0
        && method.name.equals(code.getName()) && method.desc.equals(code.getDesc())).findFirst().orElse(null);
  }

  /** Whether a call of a method with code runs straight through it, and what it calls is the platform's. */
  boolean isShort(MethodInsnNode call) {
    boolean exact = call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL;
    MethodAnalysis.Body body = analysis.onlyBody(call.owner, call.name, call.desc, exact);
    if (body == null) {
      return false;
    }
    InsnList code = body.method().instructions;
    for (AbstractInsnNode insn : code) {
      boolean back = insn instanceof JumpInsnNode jump && code.indexOf(jump.label) <= code.indexOf(jump);
      if (back || insn instanceof MethodInsnNode inner && !inner.owner.startsWith("java/")) {
        return false;
      }
    }
    return true;
  }

  /** The only method that a method reference can run, with its code; or {@code null}. */
  MethodAnalysis.Body body(Handle code) {
    boolean exact = code.getTag() == Opcodes.H_INVOKESTATIC || code.getTag() == Opcodes.H_INVOKESPECIAL;
    return analysis.onlyBody(code.getOwner(), code.getName(), code.getDesc(), exact);
  }

  /** Which functions made in this class are pure. */
  PureFunctions functions() {
    return new PureFunctions(owner, analysis);
  }

  /** What another method of this class does. */
  MethodAnalysis analyze(MethodNode other) {
    return analyze(owner, other);
  }

  MethodAnalysis analyze(ClassNode declaring, MethodNode other) {
    return analysis.analyze(declaring, other);
  }

  /** Whether values of the type never change. */
  boolean isImmutable(Type type) {
    return analysis.immutable(type);
  }

  /** The operands of a call through which it touches parts of its own. */
  Set<Integer> disjoint(MethodInsnNode call) {
    MethodNode target = classes.resolve(call.owner, call.name, call.desc);
    return target == null ? Set.of() : Declarations.of(target).disjoint();
  }

  ControlFlow flow() {
    return flow;
  }

  /** The instructions that may follow instruction {@code i}, unless it throws. */
  public int[] successors(int i) {
    return flow.successors(i);
  }

  /** The exception table entries that cover instruction {@code i}, innermost first. */
  public List<TryCatchBlockNode> covering(int i) {
    return flow.covering(i);
  }

  /** Whether the next instruction may follow without a jump. */
  public boolean fallsThrough(int i) {
    return ControlFlow.fallsThrough(instructions[i]) && i + 1 < instructions.length;
  }

  public Loops loops() {
    if (loops == null) {
      loops = new Loops(this);
    }
    return loops;
  }

  /** What an instruction touches, and where the running program finds it. */
  List<DirectAccesses.Touched> accesses(int i) {
    return accesses.computeIfAbsent(i, index -> DirectAccesses.of(this, index));
  }

  /** The call whose receiver is what operand 0 of instruction {@code i}, an iterator or another view, shows; or -1. */
  int origin(int i) {
    return origins.of(i);
  }

  /** What the JVM says of the method's instructions that find {@code null}. */
  public NullMessages nullMessages() {
    return nullMessages;
  }

  /** Where the method's own numbers come from. */
  IndexRanges ranges() {
    if (ranges == null) {
      ranges = sections.ranges(owner.name, method);
    }
    return ranges;
  }

  /** The parts of arrays that calls touch. */
  Sections sections() {
    return sections;
  }

  public ClassNode owner() {
    return owner;
  }

  public MethodNode method() {
    return method;
  }

  public MethodAnalysis effects() {
    return effects;
  }

  public int size() {
    return instructions.length;
  }

  public AbstractInsnNode instruction(int i) {
    return instructions[i];
  }

  public int index(AbstractInsnNode instruction) {
    return indexes.get(instruction);
  }

  /** The source line of instruction {@code i}; 0 where the class file does not say. */
  public int line(int i) {
    return lines[i];
  }

  /** Types of locals and stack before instruction {@code i}; {@code null} where it is unreachable. */
  public Frame<BasicValue> types(int i) {
    return types[i];
  }

  public boolean reachable(int i) {
    return types[i] != null;
  }

  /** Whether it calls a concurrent method. */
  public boolean isConcurrent(int i) {
    return concurrent[i];
  }

  boolean holdsLock(int i) {
    return locks.held(i);
  }

  boolean locks(int i) {
    return LockRegions.locks(instructions[i]);
  }

  /** The type of a local variable before instruction {@code i}, or that of {@code kind} if it is not known. */
  public Type localType(int i, int local, Kind kind) {
    BasicValue value = types[i].getLocal(local);
    if (value == null || value.getType() == null || Kind.of(value.getType()) != kind) {
      return kind.type;
    }
    return value.getType();
  }

  /** Whether a method's descriptor here may name the type: the class is known, and may be used by this one. */
  public boolean canName(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    return element.getSort() < Type.ARRAY || element.getInternalName().equals(owner.name)
        || classes.header(element.getInternalName()) != null && classes.visible(owner, type).equals(type);
  }

  /** Whether local variable {@code local} holds a value of {@code kind} before instruction {@code i}. */
  public boolean assigned(int i, int local, Kind kind) {
    BasicValue value = types[i].getLocal(local);
    return value != null && value.getType() != null && Kind.of(value.getType()) == kind;
  }

  /** Whether what a local variable holds before instruction {@code i} may be read. */
  public boolean isLive(int i, int local) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(i));
    while (!open.isEmpty()) {
      int at = open.pop();
      if (seen.get(at)) {
        continue;
      }
      seen.set(at);
      AbstractInsnNode insn = instructions[at];
      if (insn instanceof IincInsnNode increment && increment.var == local || insn instanceof VarInsnNode load
          && load.var == local && (insn.getOpcode() < Opcodes.ISTORE || insn.getOpcode() == Opcodes.RET)) {
        return true;
      }
      covering(at).forEach(block -> open.push(index(block.handler)));
      if (!CountedLoop.assigns(insn, local)) {
        for (int next : successors(at)) {
          open.push(next);
        }
      }
    }
    return false;
  }

  /** What instruction {@code i} pops and pushes. */
  Operation operation(int i) {
    return Operation.of(instructions[i], types[i], classes);
  }

  /** Whether code in the method's class may read the field. */
  boolean canRead(Location location) {
    if (location instanceof Location.Field field) {
      return classes.canRead(owner, field.owner(), field.name(), false);
    }
    return location instanceof Location.Static field && classes.canRead(owner, field.owner(), field.name(), true);
  }

  /** The descriptor of a field that can be read. */
  public String descriptor(String declaring, String field) {
    return classes.field(declaring, field).desc;
  }

  /** How many operands instruction {@code i} pops. */
  public int operands(int i) {
    return operation(i).operands();
  }

  /** Whether instruction {@code i} is a call of {@code Deco.sync()}. */
  public boolean isExplicitSync(int i) {
    return instructions[i] instanceof MethodInsnNode call && call.owner.equals("dev/deco/Deco")
        && call.name.equals("sync") && call.desc.equals("()V");
  }

  /** Whether instruction {@code i} returns from the method. */
  public boolean isReturn(int i) {
    int opcode = instructions[i].getOpcode();
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }

  /** Whether instruction {@code i} can run in a replay instead. */
  boolean movable(int i) {
    int opcode = instructions[i].getOpcode();
    boolean control = instructions[i] instanceof JumpInsnNode
        || opcode >= Opcodes.TABLESWITCH && opcode <= Opcodes.RETURN;
    return !control && opcode != Opcodes.ATHROW && opcode != Opcodes.MONITORENTER && opcode != Opcodes.MONITOREXIT
        && !isOfNoArray(i);
  }

  /** Whether it loads or stores an element of what is null on all ways: elsewhere that would have to be of some type. */
  private boolean isOfNoArray(int i) {
    int opcode = instructions[i].getOpcode();
    int array = opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD ? 2
        : opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE ? 3 : 0;
    return array > 0 && types[i] != null
        && types[i].getStack(types[i].getStackSize() - array).getType().getSort() != Type.ARRAY;
  }

  /** The name of the variable or field whose value instruction {@code i} pushes, or {@code null}. */
  public String nameOfValue(int i) {
    if (i >= 0 && instructions[i] instanceof FieldInsnNode field) {
      return field.name;
    }
    if (i >= 0 && instructions[i] instanceof VarInsnNode load && method.localVariables != null) {
      for (LocalVariableNode variable : method.localVariables) {
        if (variable.index == load.var && index(variable.start) <= i && i < index(variable.end)) {
          return variable.name;
        }
      }
    }
    return null;
  }

  /** Why instruction {@code i} needs its operands at once. */
  String why(int i) {
    int opcode = instructions[i].getOpcode();
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN) {
      return "the result is returned";
    }
    if (isConcurrent(i)) {
      return "the result is an argument of a concurrent call";
    }
    if (opcode == Opcodes.TABLESWITCH || opcode == Opcodes.LOOKUPSWITCH) {
      return "the switch needs the result";
    }
    if (!movable(i)) {
      return opcode == Opcodes.ATHROW ? "the result is thrown" : "the branch needs the result";
    }
    return "the result is used here";
  }

  /** Whether instruction {@code i} is a store or a call, which may be a statement. */
  boolean isStatement(int i) {
    int opcode = instructions[i].getOpcode();
    return opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE || opcode == Opcodes.PUTFIELD
        || opcode == Opcodes.PUTSTATIC || instructions[i] instanceof MethodInsnNode call && !call.name.equals("<init>");
  }

  /** Whether the instruction may print, or write to the world in other ways. */
  public boolean writesOutput(int i) {
    return effects.accesses(i).stream().anyMatch(access -> access.write() && access.node() == null
        && access.location().overlaps(new Location.World("io")));
  }

  /** Whether all that the instruction does is to read, and to compute with what it has read. */
  public boolean onlyLooks(int i) {
    return !isConcurrent(i) && !effects.takesLocks(i) && effects.accesses(i).stream().noneMatch(
        access -> access.write() || !access.known() || access.location() instanceof Location.World);
  }

  /** Whether the instruction touches nothing but its operands. */
  boolean isPure(int i) {
    return instructions[i].getOpcode() != Opcodes.NEW && effects.accesses(i).isEmpty();
  }

  boolean isPop(int i) {
    int opcode = instructions[i].getOpcode();
    return opcode == Opcodes.POP || opcode == Opcodes.POP2;
  }

  /**
   * Whether the call at {@code spawn} may as well be made at {@code end}: what stays in the method between the two
   * only pushes constants and local variables, computes with them, boxes them, and makes functions of them.
   */
  boolean quietBetween(int spawn, int end, SortedSet<Integer> moved) {
    for (int i = spawn + 1; i < end; i++) {
      int opcode = instructions[i].getOpcode();
      boolean quiet = opcode < 0 || moved.contains(i) || opcode <= Opcodes.ALOAD
          || opcode >= Opcodes.IADD && opcode <= Opcodes.DMUL || opcode >= Opcodes.INEG && opcode <= Opcodes.DCMPG
          || isBoxing(instructions[i])
          || instructions[i] instanceof InvokeDynamicInsnNode made && Lambda.of(made) != null;
      if (!quiet) {
        return false;
      }
    }
    return true;
  }

  /** {@code Integer.valueOf(i)} and the like, which have no effect. */
  static boolean isBoxing(AbstractInsnNode insn) {
    return insn instanceof MethodInsnNode call && call.name.equals("valueOf") && BOXES.contains(call.owner)
        && !call.desc.startsWith("(Ljava");
  }
}
