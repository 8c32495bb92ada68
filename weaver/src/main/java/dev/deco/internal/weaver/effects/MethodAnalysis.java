package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Node.Fresh;
import dev.deco.internal.weaver.effects.Node.Parameter;
import dev.deco.internal.weaver.effects.Summary.Made;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * What each instruction of one method may read and write, object by object. Instructions go by their index in
 * {@link MethodNode#instructions}.
 *
 * <p>A points-to analysis with recency (see {@link Node.Fresh}), flow-sensitive for locals and the stack, and
 * flow-insensitive for the heap; callees come in as {@linkplain Summary summaries}.
 *
 * <p><b>Concurrency:</b> immutable once made, but for {@link #callee}, which asks its {@link Effects} (thread-safe).
 */
public final class MethodAnalysis {
  private static final int MOST_INSTRUCTIONS = 40_000;
  private static final int MOST_PASSES = 60;

  private final Effects effects;
  private final String owner;
  private final MethodNode method;
  private final List<Type> parameters = new ArrayList<>();
  private final MethodState state;
  private final List<Set<Access>> accesses = new ArrayList<>();
  private final boolean[] locks;
  private Frame<Ref>[] frames;
  private String failure;

  @SuppressWarnings("unchecked")
  MethodAnalysis(Effects effects, String owner, MethodNode method, Map<Integer, Made> functions) {
    this.effects = effects;
    this.owner = owner;
    this.method = method;
    this.locks = new boolean[method.instructions.size()];
    if (!Classes.is(method.access, Opcodes.ACC_STATIC)) {
      parameters.add(Type.getObjectType(owner));
    }
    parameters.addAll(List.of(Type.getArgumentTypes(method.desc)));
    if (method.instructions.size() > MOST_INSTRUCTIONS) {
      failure = CallEffects.place(owner, method.name) + " is too large to be told apart";
    } else if (subroutines(method)) {
      failure = CallEffects.place(owner, method.name) + " has subroutines, as compilers before Java 6 made them";
    }
    this.state = new MethodState(effects.finals, functions, parameters, effects.immutability::leaf,
        failure == null ? Cycles.of(method) : new BitSet(), method.name.equals("<init>"));
    if (failure == null) {
      try {
        run(owner);
      } catch (AnalyzerException | RuntimeException | StackOverflowError broken) {
        Throwable cause = broken.getCause() instanceof CallEffects.TooMuch ? broken.getCause() : broken;
        failure = CallEffects.place(owner, method.name) + " is too much to be told apart: " + cause.getMessage();
      }
    }
    if (failure != null) {
      frames = (Frame<Ref>[]) new Frame<?>[method.instructions.size()];
    }
  }

  private static boolean subroutines(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction.getOpcode() == Opcodes.JSR || instruction.getOpcode() == Opcodes.RET) {
        return true;
      }
    }
    return false;
  }

  private void run(String owner) throws AnalyzerException {
    CallEffects calls = new CallEffects(effects, state, owner);
    RefInterpreter interpreter =
        new RefInterpreter(effects.classes, effects.immutability, state, calls, owner, method);
    Analyzer<Ref> analyzer = new Analyzer<>(interpreter) {
      @Override protected Frame<Ref> newFrame(int locals, int stack) {
        return new RefFrame(locals, stack);
      }

      @Override protected Frame<Ref> newFrame(Frame<? extends Ref> frame) {
        return new RefFrame(frame);
      }
    };
    int version;
    int passes = 0;
    do {
      if (++passes > MOST_PASSES) {
        throw new IllegalStateException("it does not settle");
      }
      version = state.version();
      effects.fixpoint.spend(method.instructions.size());
      frames = analyzer.analyze(owner, method);
    } while (version != state.version());
    for (int i = 0; i < frames.length; i++) {
      AbstractInsnNode instruction = method.instructions.get(i);
      state.record();
      if (frames[i] != null && instruction.getOpcode() >= 0) {
        new RefFrame(frames[i]).execute(instruction, interpreter);
      }
      accesses.add(state.recorded());
      locks[i] = state.locks();
    }
  }

  /** With what the initializers of other classes do, where they may run, in place of their names. */
  MethodAnalysis withInitializers() {
    for (int i = 0; i < accesses.size(); i++) {
      accesses.set(i, effects.initializers.expanded(accesses.get(i), isInitialized(i)));
    }
    return this;
  }

  private Predicate<String> isInitialized(int instruction) {
    Set<String> before = frames[instruction] == null ? Set.of() : ((RefFrame) frames[instruction]).initialized();
    return type -> before.contains(type) || effects.initializers.of(owner).contains(type);
  }

  /** Why nothing is told apart in this method, or {@code null}: then {@link #frames} are all {@code null}. */
  public String failure() {
    return failure;
  }

  /** Locals and stack before each instruction; {@code null} where it cannot be reached. Not to be changed. */
  public Frame<Ref>[] frames() {
    return frames;
  }

  /**
   * What the instruction may do, with all that its callees do, as of after {@link #renamedAt} it: what it made when it
   * last ran is no longer the latest.
   */
  public Set<Access> accesses(int instruction) {
    return failure == null ? accesses.get(instruction) : coarse().accesses();
  }

  /** Whether the instruction may wait for or hold a lock. */
  public boolean takesLocks(int instruction) {
    return failure != null || locks[instruction];
  }

  /**
   * What {@code instruction} makes, as numbers of {@link Fresh#instruction}: when it runs, the latest of these become
   * older ones ({@code latest} turns false) before it does anything else. Empty: it makes nothing that lives on.
   */
  public Set<Integer> renamedAt(int instruction) {
    return state.parts(instruction);
  }

  /** The node after {@code instruction} has run, for one that was a node before it. */
  public static Node renamed(Node node, int instruction) {
    return Ref.renamed(node, instruction);
  }

  /** What a call does, in terms of its callee's parameters; {@code null} for all but method calls. */
  public Summary callee(int instruction) {
    if (!(method.instructions.get(instruction) instanceof MethodInsnNode call)) {
      return null;
    }
    Target target = target(instruction, call);
    return effects.summary(owner, target.owner(), call.name, call.desc, target.exact(), isInitialized(instruction));
  }

  /** By way of which methods a call comes to what cannot be seen for that reason, its own target the first. */
  public List<String> pathTo(int instruction, String reason) {
    MethodInsnNode call = (MethodInsnNode) method.instructions.get(instruction);
    return effects.pathTo(target(instruction, call).owner(), call.name, call.desc, reason);
  }

  /** The one method of the program that the call can run, or {@code null}: there are others, or it has no code. */
  public Body onlyBody(int instruction) {
    if (!(method.instructions.get(instruction) instanceof MethodInsnNode call)) {
      return null;
    }
    Target target = target(instruction, call);
    return effects.onlyBody(target.owner(), call.name, call.desc, target.exact());
  }

  /** A method with its code and the class that declares it. Not to be changed. */
  public record Body(ClassNode owner, MethodNode method) {}

  private record Target(String owner, boolean exact) {}

  private Target target(int instruction, MethodInsnNode call) {
    boolean exact = call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL;
    String owner = call.owner;
    if (!exact && frames[instruction] != null) {
      Frame<Ref> frame = frames[instruction];
      int receiver = frame.getStackSize() - 1 - Type.getArgumentTypes(call.desc).length;
      Set<String> types = new LinkedHashSet<>();
      frame.getStack(receiver).nodes().forEach(node -> types.add(state.made(node).type()));
      String type = types.size() == 1 ? types.iterator().next() : null;
      if (type != null && !Classes.isLibrary(type)) {
        exact = true;
        owner = type;
      } else if (Classes.isLibrary(owner)) { // what the library made is of a class that overrides nothing unseen
        exact = !types.isEmpty() && types.stream().allMatch(one -> one != null && Classes.isLibrary(one));
      }
    }
    return new Target(owner, exact);
  }

  /** The type that a call declares for an operand, the receiver included. */
  public Type argumentType(int instruction, int operand) {
    MethodInsnNode call = (MethodInsnNode) method.instructions.get(instruction);
    int first = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
    return operand < first ? Type.getObjectType(call.owner) : Type.getArgumentTypes(call.desc)[operand - first];
  }

  /** What a parameter of the callee, or a member of one, is at call {@code instruction}. */
  public Set<Node> atCall(int instruction, Node node) {
    Frame<Ref> frame = frames[instruction];
    MethodInsnNode call = (MethodInsnNode) method.instructions.get(instruction);
    int count = Type.getArgumentTypes(call.desc).length + (call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
    List<Set<Node>> arguments = new ArrayList<>();
    for (int i = count; i > 0; i--) {
      arguments.add(frame.getStack(frame.getStackSize() - i).nodes());
    }
    return state.inward(node, arguments, any -> Node.OUTSIDE);
  }

  /** Whether an object of one node can be an object of the other. */
  public boolean mayAlias(Node a, Node b) {
    if (a instanceof Fresh first && b instanceof Fresh second) {
      return first.equals(second) || first.at() == second.at() && first.part() == second.part()
          && first.latest() == second.latest();
    } else if (a instanceof Fresh fresh) {
      return meets(fresh, b);
    } else if (b instanceof Fresh fresh) {
      return meets(fresh, a);
    } else if (a instanceof Parameter first && b instanceof Parameter second) {
      return first.equals(second) || effects.compatible(parameters.get(first.index()), parameters.get(second.index()));
    }
    return true;
  }

  /**
   * Whether one of the two is of an object that may show the array whose elements the other is of, or both are of objects
   * that may show one array.
   */
  public boolean mayShow(Access a, Access b) {
    return shows(a, b) || shows(b, a) || a.location().overlaps(b.location()) && showOne(a.node(), b.node());
  }

  private boolean showOne(Node a, Node b) {
    String one = a instanceof Parameter && b instanceof Parameter ? declaredType(a) : null;
    String other = one == null || ShownArrays.of(one).isEmpty() ? null : declaredType(b);
    return other != null && ShownArrays.mayShareOne(one, other);
  }

  private boolean shows(Access view, Access array) {
    String type = array.location() instanceof Location.Elements && view.location().mayShow(array.location())
        && array.node().external() ? declaredType(view.node()) : null;
    return type != null && ShownArrays.of(type).indexOf(((Location.Elements) array.location()).type()) >= 0;
  }

  /** The class or interface that is declared for a parameter or a field; {@code null} where none is. */
  private String declaredType(Node node) {
    Type type = node instanceof Parameter parameter && parameter.index() < parameters.size()
        ? parameters.get(parameter.index())
        : node instanceof Node.Root root ? effects.classes.fieldType(root.owner(), root.field())
        : node instanceof Node.Member member && member.location() instanceof Location.Field field
            ? effects.classes.fieldType(field.owner(), field.name()) : null;
    return type != null && type.getSort() == Type.OBJECT ? type.getInternalName() : null;
  }

  /** What a parameter refers to was there before anything that the method makes. */
  private boolean meets(Fresh fresh, Node external) {
    return !(external instanceof Parameter) && state.heap.escaped(fresh.instruction());
  }

  /**
   * Whether the node's objects may be known to code outside this method, or be found by loads from what it was given.
   */
  public boolean escaped(Node node) {
    return !(node instanceof Fresh fresh) || state.heap.escaped(fresh.instruction());
  }

  /** The internal name of the class of the node's objects, or {@code null}: it is not known. */
  public String type(Node node) {
    return state.made(node).type();
  }

  /** Whether the node's objects show others: what is done to them is done to those. */
  public boolean isView(Fresh node) {
    return !state.heap.edge(node, HeapGraph.SOURCE).isEmpty() || !state.heap.edge(node, HeapGraph.BACKING).isEmpty();
  }

  /** The parts of the method's streams. */
  public Pipelines pipelines() {
    return new Pipelines(effects, state, owner);
  }

  private Summary coarse() {
    return effects.coarse(parameters, Type.getReturnType(method.desc), failure);
  }

  Summary summary(Map<Integer, Integer> numbers) {
    if (failure != null) {
      return coarse();
    }
    Map<Access.Key, Access> all = new LinkedHashMap<>();
    boolean anyLocks = Classes.is(method.access, Opcodes.ACC_SYNCHRONIZED);
    for (int i = 0; i < accesses.size(); i++) {
      accesses.get(i).forEach(access -> all.putIfAbsent(access.key(), access));
      anyLocks |= locks[i];
    }
    return state.summary(all.values(), anyLocks, numbers);
  }
}
