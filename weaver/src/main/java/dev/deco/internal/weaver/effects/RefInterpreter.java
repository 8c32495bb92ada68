package dev.deco.internal.weaver.effects;

import static org.objectweb.asm.Opcodes.*;

import dev.deco.internal.weaver.effects.Location.Signal.Kind;
import dev.deco.internal.weaver.effects.Summary.Lambda;
import dev.deco.internal.weaver.effects.Summary.Made;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** What each instruction makes of its operands: the value it yields, what it stores where, and what it touches. */
final class RefInterpreter extends Interpreter<Ref> {
  /** Methods of the library to which it matters which object they are given. */
  private static final Set<String> IDENTIFYING =
      Set.of("getClass", "identityHashCode", "holdsLock", "wait", "notify", "notifyAll", "isInstance", "cast");

  private final Classes classes;
  private final Immutability immutability;
  private final MethodState state;
  private final CallEffects calls;
  private final String owner;
  private final MethodNode method;
  private final String place;

  RefInterpreter(Classes classes, Immutability immutability, MethodState state, CallEffects calls, String owner,
      MethodNode method) {
    super(Opcodes.ASM9);
    this.classes = classes;
    this.immutability = immutability;
    this.state = state;
    this.calls = calls;
    this.owner = owner;
    this.method = method;
    this.place = CallEffects.place(owner, method.name);
  }

  int index(AbstractInsnNode instruction) {
    return method.instructions.indexOf(instruction);
  }

  /**
   * Goes on to an instruction, before which the method has certainly initialized these classes. Gives those after it.
   */
  Set<String> initialized(AbstractInsnNode instruction, Set<String> before) {
    return state.initialization.at(instruction, before);
  }

  private void initialize(AbstractInsnNode instruction) {
    state.initialize(StaticInitializers.triggeredBy(classes, instruction));
  }

  private Ref ref(Type type, Set<Node> nodes) {
    if (nodes.isEmpty() || immutability.immutable(type)) {
      return new Ref(type, Set.of());
    }
    for (Node node : nodes) {
      if (!fits(type, node)) {
        Set<Node> fitting = new LinkedHashSet<>(nodes);
        fitting.removeIf(one -> !fits(type, one));
        return new Ref(type, fitting);
      }
    }
    return new Ref(type, nodes);
  }

  /** Whether an object of this kind can be there at all: the verifier knows that it is of this type. */
  private boolean fits(Type type, Node node) {
    String made = state.made(node).type();
    if (made == null || type.equals(Ref.OBJECT) || Classes.isLibrary(made) && !made.startsWith("[")) {
      return true;
    } else if (type.getSort() == Type.ARRAY) {
      return made.equals(type.getDescriptor()) || ofReferences(made) && ofReferences(type.getDescriptor());
    } else if (made.startsWith("[")) {
      return classes.isInterface(type.getInternalName());
    }
    return classes.isInterface(type.getInternalName()) || !classes.isComplete(made)
        || classes.subtype(made, type.getInternalName());
  }

  private static boolean ofReferences(String array) {
    return array.startsWith("[L") || array.startsWith("[[");
  }

  @Override public Ref newValue(Type type) {
    if (type == null) {
      return Ref.UNINITIALIZED;
    }
    return switch (type.getSort()) {
      case Type.VOID -> null;
      case Type.LONG -> Ref.LONG;
      case Type.FLOAT -> Ref.FLOAT;
      case Type.DOUBLE -> Ref.DOUBLE;
      case Type.ARRAY, Type.OBJECT -> new Ref(type, Set.of());
      default -> Ref.INT;
    };
  }

  @Override public Ref newParameterValue(boolean instance, int local, Type type) {
    if (type.getSort() < Type.ARRAY) {
      return newValue(type);
    }
    int index = instance ? 1 : 0;
    if (instance && local == 0) {
      index = 0;
    } else {
      int slot = index;
      for (Type parameter : Type.getArgumentTypes(method.desc)) {
        if (slot == local) {
          break;
        }
        slot += parameter.getSize();
        index++;
      }
    }
    return ref(type, Set.of(new Node.Parameter(index)));
  }

  @Override public Ref newExceptionValue(TryCatchBlockNode block, Frame<Ref> handler, Type type) {
    return ref(type, Set.of(Node.OUTSIDE));
  }

  @Override public Ref newOperation(AbstractInsnNode instruction) {
    switch (instruction.getOpcode()) {
      case ACONST_NULL:
        return new Ref(Ref.NULL, Set.of());
      case LCONST_0, LCONST_1:
        return Ref.LONG;
      case FCONST_0, FCONST_1, FCONST_2:
        return Ref.FLOAT;
      case DCONST_0, DCONST_1:
        return Ref.DOUBLE;
      case LDC:
        return constant(((LdcInsnNode) instruction).cst);
      case GETSTATIC:
        initialize(instruction);
        return loadStatic((FieldInsnNode) instruction);
      case NEW:
        initialize(instruction);
        String type = ((TypeInsnNode) instruction).desc;
        return ref(Type.getObjectType(type), Set.of(state.fresh(index(instruction), "", new Made(type, Set.of()))));
      default:
        return Ref.INT;
    }
  }

  private Ref constant(Object value) {
    if (value instanceof Integer) {
      return Ref.INT;
    } else if (value instanceof Long) {
      return Ref.LONG;
    } else if (value instanceof Float) {
      return Ref.FLOAT;
    } else if (value instanceof Double) {
      return Ref.DOUBLE;
    } else if (value instanceof String) {
      return newValue(Type.getObjectType("java/lang/String"));
    } else if (value instanceof Type type) {
      return newValue(Type.getObjectType(
          type.getSort() == Type.METHOD ? "java/lang/invoke/MethodType" : "java/lang/Class"));
    } else if (value instanceof Handle) {
      return newValue(Type.getObjectType("java/lang/invoke/MethodHandle"));
    }
    Type type = Type.getType(((ConstantDynamic) value).getDescriptor());
    return type.getSort() < Type.ARRAY ? newValue(type) : ref(type, Set.of(Node.OUTSIDE));
  }

  private Ref loadStatic(FieldInsnNode instruction) {
    String declaring = classes.fieldOwner(instruction.owner, instruction.name, instruction.desc);
    FieldNode field = classes.field(declaring, instruction.name, instruction.desc);
    if (field == null || !Classes.is(field.access, ACC_FINAL)) {
      state.touch(false, new Location.Static(declaring, instruction.name), true,
          place + " reads static " + instruction.name);
      signal(Kind.ACQUIRE, field, Set.of(Node.OUTSIDE), place + " reads the volatile field " + instruction.name);
    }
    Location.Static process = ProcessState.behind(declaring, instruction.name);
    if (process != null) {
      state.touch(false, process, true, place + " reads System." + instruction.name);
    }
    Type type = Type.getType(instruction.desc);
    boolean constants = field != null && Classes.is(field.access, ACC_FINAL) && Classes.is(field.access, ACC_SYNTHETIC)
        && type.getSort() == Type.ARRAY && immutability.leaf(type); // a compiler's own table, for a switch say
    return type.getSort() < Type.ARRAY || constants ? newValue(type)
        : ref(type, Set.of(new Node.Root(declaring, instruction.name)));
  }

  @Override public Ref copyOperation(AbstractInsnNode instruction, Ref value) {
    return value;
  }

  @Override public Ref unaryOperation(AbstractInsnNode instruction, Ref value) throws AnalyzerException {
    switch (instruction.getOpcode()) {
      case INEG, IINC, L2I, F2I, D2I, I2B, I2C, I2S, ARRAYLENGTH, INSTANCEOF:
        return Ref.INT;
      case LNEG, I2L, F2L, D2L:
        return Ref.LONG;
      case FNEG, I2F, L2F, D2F:
        return Ref.FLOAT;
      case DNEG, I2D, L2D, F2D:
        return Ref.DOUBLE;
      case GETFIELD:
        return loadField((FieldInsnNode) instruction, value);
      case PUTSTATIC:
        initialize(instruction);
        storeStatic((FieldInsnNode) instruction, value);
        return null;
      case NEWARRAY:
        return made(instruction, Type.getType("[" + "ZCFDBSIJ".charAt(((IntInsnNode) instruction).operand - 4)));
      case ANEWARRAY:
        return made(instruction,
            Type.getType("[" + Type.getObjectType(((TypeInsnNode) instruction).desc).getDescriptor()));
      case CHECKCAST:
        return ref(Type.getObjectType(((TypeInsnNode) instruction).desc), value.nodes());
      case ATHROW:
        Set<Node> thrown = new LinkedHashSet<>(value.nodes());
        thrown.removeIf(node -> !node.external() && method.tryCatchBlocks.isEmpty()); // nothing here sees it again
        state.heap.store(Set.of(Node.OUTSIDE), Location.ANY, thrown);
        return null;
      case MONITORENTER:
        state.lock();
        identify(value, "locks it");
        state.signal(Kind.ACQUIRE, value.nodes().isEmpty() ? Set.of(Node.OUTSIDE) : value.nodes(),
            place + " enters a synchronized block");
        return null;
      case MONITOREXIT:
        state.lock();
        state.signal(Kind.LOCK, value.nodes().isEmpty() ? Set.of(Node.OUTSIDE) : value.nodes(),
            place + " leaves a synchronized block");
        return null;
      default:
        return null;
    }
  }

  private Ref made(AbstractInsnNode instruction, Type type) {
    return ref(type, Set.of(state.fresh(index(instruction), "", new Made(type.getDescriptor(), Set.of()))));
  }

  private Ref loadField(FieldInsnNode instruction, Ref object) {
    String declaring = classes.fieldOwner(instruction.owner, instruction.name, instruction.desc);
    FieldNode field = classes.field(declaring, instruction.name, instruction.desc);
    boolean constant = field != null && Classes.is(field.access, ACC_FINAL)
        && !(method.name.equals("<init>") && declaring.equals(owner));
    Type type = Type.getType(instruction.desc);
    Location location = Classes.isLibrary(declaring) ? Location.CONTENT
        : new Location.Field(declaring, instruction.name);
    if (!constant) {
      state.touch(false, object.nodes(), location, true, place + " reads field " + instruction.name);
      signal(Kind.ACQUIRE, field, object.nodes(), place + " reads the volatile field " + instruction.name);
    }
    if (Classes.isLibrary(declaring) && type.getSort() == Type.ARRAY) {
      return ref(type, calls.behind(index(instruction), object.nodes(), type));
    }
    return type.getSort() < Type.ARRAY ? newValue(type)
        : immutability.immutable(type) ? newValue(type) : ref(type, state.heap.load(object.nodes(), location));
  }

  /** What is done to a volatile field is between threads. */
  private void signal(Kind kind, FieldNode field, Set<Node> objects, String reason) {
    if (field != null && Classes.is(field.access, ACC_VOLATILE)) {
      state.signal(kind, objects, reason);
    }
  }

  /** What a library object has in its fields is its content: its methods read and write that. */
  private void storeField(FieldInsnNode field, Set<Node> objects, Set<Node> values) {
    String declaring = classes.fieldOwner(field.owner, field.name, field.desc);
    String reason = place + " writes field " + field.name;
    boolean library = Classes.isLibrary(declaring);
    Location location = library ? Location.CONTENT : new Location.Field(declaring, field.name);
    state.touch(true, objects, location, true, reason);
    if (library) {
      state.touch(true, objects, Location.STRUCTURE, true, reason);
    }
    Type type = Type.getType(field.desc);
    boolean behind = library && type.getSort() == Type.ARRAY;
    signal(Kind.RELEASE, classes.field(declaring, field.name, field.desc), objects,
        place + " writes the volatile field " + field.name);
    state.heap.store(objects, behind ? HeapGraph.array(LibraryEffects.element(type)) : location, values);
  }

  private void storeStatic(FieldInsnNode instruction, Ref value) {
    String declaring = classes.fieldOwner(instruction.owner, instruction.name, instruction.desc);
    state.touch(true, new Location.Static(declaring, instruction.name), true,
        place + " writes static " + instruction.name);
    signal(Kind.RELEASE, classes.field(declaring, instruction.name, instruction.desc), Set.of(Node.OUTSIDE),
        place + " writes the volatile field " + instruction.name);
    state.heap.store(Set.of(new Node.Root(declaring, instruction.name)), Location.ANY, value.nodes());
  }

  @Override public Ref binaryOperation(AbstractInsnNode instruction, Ref first, Ref second) {
    int opcode = instruction.getOpcode();
    switch (opcode) {
      case IALOAD, BALOAD, CALOAD, SALOAD:
        return loadElement(first, opcode, Ref.INT);
      case LALOAD:
        return loadElement(first, opcode, Ref.LONG);
      case FALOAD:
        return loadElement(first, opcode, Ref.FLOAT);
      case DALOAD:
        return loadElement(first, opcode, Ref.DOUBLE);
      case AALOAD:
        Type type = first.isReference() && first.type().getSort() == Type.ARRAY
            ? Type.getType(first.type().getDescriptor().substring(1)) : first.isNull() ? Ref.NULL : Ref.OBJECT;
        return loadElement(first, opcode, ref(type, state.heap.load(first.nodes(), new Location.Elements('L'))));
      case PUTFIELD:
        FieldInsnNode field = (FieldInsnNode) instruction;
        storeField(field, first.nodes(), second.nodes());
        return null;
      case IF_ACMPEQ, IF_ACMPNE:
        if (mayBeLibrary(first) && mayBeLibrary(second)) {
          identify(first, "compares references");
          identify(second, "compares references");
        }
        return null;
      case LADD, LSUB, LMUL, LDIV, LREM, LSHL, LSHR, LUSHR, LAND, LOR, LXOR:
        return Ref.LONG;
      case FADD, FSUB, FMUL, FDIV, FREM:
        return Ref.FLOAT;
      case DADD, DSUB, DMUL, DDIV, DREM:
        return Ref.DOUBLE;
      default:
        return Ref.INT;
    }
  }

  /** Notes that it matters which object it is, where it may be one of the library's: another one may stand in for it. */
  private void identify(Ref object, String what) {
    if (mayBeLibrary(object)) {
      state.touch(false, object.nodes(), Location.IDENTITY, true, place + " " + what);
    }
  }

  private static boolean mayBeLibrary(Ref object) {
    return object.isReference() && !object.nodes().isEmpty() && object.type().getSort() == Type.OBJECT
        && Classes.isLibrary(object.type().getInternalName());
  }

  private static char element(int opcode, Ref array) {
    return switch (opcode) {
      case IALOAD, IASTORE -> 'I';
      case LALOAD, LASTORE -> 'J';
      case FALOAD, FASTORE -> 'F';
      case DALOAD, DASTORE -> 'D';
      case CALOAD, CASTORE -> 'C';
      case SALOAD, SASTORE -> 'S';
      case AALOAD, AASTORE -> 'L';
      default -> array.isReference() && array.type().getDescriptor().equals("[Z") ? 'Z' : 'B';
    };
  }

  private Ref loadElement(Ref array, int opcode, Ref value) {
    state.touch(false, array.nodes(), new Location.Elements(element(opcode, array)), true,
        place + " reads array elements");
    return value;
  }

  @Override public Ref ternaryOperation(AbstractInsnNode instruction, Ref array, Ref index, Ref value) {
    Location location = new Location.Elements(element(instruction.getOpcode(), array));
    state.touch(true, array.nodes(), location, true, place + " writes array elements");
    state.heap.store(array.nodes(), location, value.nodes());
    return null;
  }

  @Override public Ref naryOperation(AbstractInsnNode instruction, List<? extends Ref> values) {
    calls.spend(1);
    int at = index(instruction);
    List<Set<Node>> arguments = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    for (Ref value : values) {
      arguments.add(value.nodes());
      types.add(value.type());
    }
    if (instruction instanceof MultiANewArrayInsnNode array) {
      return grid(at, array);
    } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
      return dynamic(at, dynamic, values, arguments);
    }
    MethodInsnNode call = (MethodInsnNode) instruction;
    if (IDENTIFYING.contains(call.name) && Classes.isLibrary(call.owner)) {
      values.forEach(value -> identify(value, "calls " + call.name));
    }
    if (asksForContextClassLoader(call)) {
      return ref(Type.getReturnType(call.desc), Set.of(Node.OUTSIDE)); // that of the scope's thread, wherever it runs
    }
    calls.dropsResult(call.desc.endsWith(")V") || isPopped(call));
    Set<Node> result = calls.call(at, call.getOpcode(), call.owner, call.name, call.desc, arguments, types);
    Type type = Type.getReturnType(call.desc);
    if (call.owner.startsWith("[") && call.name.equals("clone")) {
      type = Type.getObjectType(call.owner);
    }
    return type.getSort() < Type.ARRAY ? newValue(type) : ref(type, result);
  }

  /** Whether it is the first half of {@code Thread.currentThread().getContextClassLoader()}. */
  private static boolean asksForContextClassLoader(MethodInsnNode call) {
    return call.name.equals("currentThread") && call.owner.equals("java/lang/Thread")
        && Grouping.after(call) instanceof MethodInsnNode next && next.name.equals("getContextClassLoader");
  }

  private static boolean isPopped(AbstractInsnNode call) {
    AbstractInsnNode next = Grouping.after(call);
    return next != null && (next.getOpcode() == POP || next.getOpcode() == POP2);
  }

  /** Each dimension is a node of its own: what is done to a row is not done to the array of rows. */
  private Ref grid(int at, MultiANewArrayInsnNode array) {
    String descriptor = array.desc;
    Node outer = state.fresh(at, "", new Made(descriptor, Set.of()));
    Node above = outer;
    for (int dimension = 1; dimension < array.dims; dimension++) {
      descriptor = descriptor.substring(1);
      Node inner = state.fresh(at, "dimension " + dimension, new Made(descriptor, Set.of()));
      state.heap.store(Set.of(above), new Location.Elements('L'), Set.of(inner));
      above = inner;
    }
    return ref(Type.getType(array.desc), Set.of(outer));
  }

  private Ref dynamic(int at, InvokeDynamicInsnNode call, List<? extends Ref> values, List<Set<Node>> arguments) {
    Type type = Type.getReturnType(call.desc);
    String bootstrap = call.bsm.getOwner();
    Lambda function = Lambda.of(call);
    if (function != null) {
      Node lambda = state.fresh(at, "", new Made(null, Set.of(function)));
      for (int i = 0; i < arguments.size(); i++) {
        state.heap.store(Set.of(lambda), HeapGraph.capture(i), arguments.get(i));
      }
      return ref(type, Set.of(lambda));
    } else if (bootstrap.equals("java/lang/invoke/StringConcatFactory")) {
      for (int i = 0; i < values.size(); i++) {
        if (!arguments.get(i).isEmpty() && values.get(i).type().getSort() == Type.OBJECT) {
          calls.call(at, INVOKEVIRTUAL, values.get(i).type().getInternalName(), "toString", "()Ljava/lang/String;",
              List.of(arguments.get(i)));
        }
      }
    } else if (bootstrap.equals("java/lang/runtime/ObjectMethods")) {
      Set<Node> all = new LinkedHashSet<>();
      arguments.forEach(all::addAll);
      Set<Node> reached = new LinkedHashSet<>(all);
      reached.addAll(state.heap.closure(all));
      state.touch(false, reached, Location.ANY, true, place + " reads the components");
    } else if (!bootstrap.equals("java/lang/runtime/SwitchBootstraps")) {
      state.anything(arguments, false, place + " runs code made by " + bootstrap.replace('/', '.'));
      return type.getSort() < Type.ARRAY ? newValue(type) : ref(type, calls.anyOf(arguments));
    }
    return newValue(type);
  }

  @Override public void returnOperation(AbstractInsnNode instruction, Ref value, Ref expected) {
    if (expected == null || !immutability.immutable(expected.type())) {
      state.returned.addAll(value.nodes());
    }
  }

  @Override public Ref merge(Ref a, Ref b) {
    if (a.equals(b)) {
      return a;
    } else if (!a.isReference() || !b.isReference()) {
      return java.util.Objects.equals(a.type(), b.type()) ? a : Ref.UNINITIALIZED;
    }
    Type type = classes.merge(a.type(), b.type());
    if (a.nodes().containsAll(b.nodes())) {
      return type.equals(a.type()) ? a : new Ref(type, a.nodes());
    }
    Set<Node> nodes = new LinkedHashSet<>(a.nodes());
    nodes.addAll(b.nodes());
    return new Ref(type, nodes);
  }
}
