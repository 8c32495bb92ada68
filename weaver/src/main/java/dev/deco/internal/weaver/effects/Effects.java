package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.ClassSource;
import dev.deco.internal.weaver.RecentlyUsed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What methods may read and write: a side-effect and points-to analysis of bytecode, method by method, with summaries
 * bottom-up over the call graph. What it cannot see is unknown, with the reason, and never left out.
 *
 * <p><b>Concurrency:</b> thread-safe; one analysis runs at a time, and others wait for it.
 */
public final class Effects {
  private static final int MOST_TRIES = 4;
  /** Answers that are kept ready: those asked for last. */
  private static final int MOST_ASKED = 500;

  final Classes classes;
  final Immutability immutability;
  final FinalFields finals;
  final EffectsTable table;
  final Fixpoint fixpoint;
  /** Whether code that is not seen is taken to do nothing: not for weaving, but to tell what is surely done. */
  final boolean seenOnly;
  /** Methods whose own code is too much to be analyzed. */
  private final Set<Body> hopeless = new HashSet<>();
  private final Map<Call, Summary> asked = new RecentlyUsed<>(MOST_ASKED);

  private record Call(String owner, String name, String descriptor, boolean exactTarget) {}

  private record Body(String owner, String name, String descriptor) {}

  /** Reads classes from {@code classes}; knows no more subclasses than class files tell themselves. */
  public Effects(ClassSource classes) {
    this(classes, Hierarchy.NONE, List.of());
  }

  /** Reads classes from {@code classes}; {@code hierarchy} knows the program's subclasses. */
  public Effects(ClassSource classes, Hierarchy hierarchy) {
    this(classes, hierarchy, List.of());
  }

  /**
   * The same, with what users say of methods.
   *
   * @param declared tables of effects, the first the strongest
   * @throws dev.deco.ConfigurationException if one of these cannot be read, or names a class or a method that is not
   *     there
   */
  public Effects(ClassSource classes, Hierarchy hierarchy, List<DeclaredEffects> declared) {
    this(classes, hierarchy, declared, new SummaryMemory(name -> false));
  }

  /** The same, with what is known from earlier, to which it adds what it finds out. */
  public Effects(ClassSource classes, Hierarchy hierarchy, List<DeclaredEffects> declared, SummaryMemory memory) {
    this(classes, hierarchy, declared, memory, false);
  }

  Effects(ClassSource classes, Hierarchy hierarchy, List<DeclaredEffects> declared, SummaryMemory memory,
      boolean seenOnly) {
    this.seenOnly = seenOnly;
    this.fixpoint = new Fixpoint(this, memory, hierarchy);
    this.classes = new Classes(classes, hierarchy, fixpoint);
    this.immutability = new Immutability(this);
    this.finals = new FinalFields(this.classes);
    this.table = EffectsTable.STANDARD.below(declared.stream().map(one -> one.table(this.classes)).toList());
  }

  /**
   * Whether values of this type never change, with all that they reach: primitives, strings, boxes, enums, records and
   * final classes of such, and the like.
   */
  public synchronized boolean immutable(Type type) {
    return immutability.immutable(type);
  }

  /** Analyzes one method body instruction by instruction. Never throws on account of what the class holds. */
  public synchronized MethodAnalysis analyze(ClassNode owner, MethodNode method) {
    Body body = new Body(owner.name, method.name, method.desc);
    if (hopeless.contains(body)) {
      fixpoint.exhaust();
      return new MethodAnalysis(this, owner.name, method, Map.of());
    }
    MethodAnalysis analysis;
    int known;
    int tries = 0;
    do {
      fixpoint.begin();
      known = fixpoint.solved();
      analysis = new MethodAnalysis(this, owner.name, method, Map.of());
      // Where it has cost too much, what it calls is known the next time.
    } while (fixpoint.exhausted() && fixpoint.solved() > known && ++tries < MOST_TRIES);
    if (fixpoint.exhausted() && analysis.failure() != null) {
      hopeless.add(body);
    }
    return analysis;
  }

  /**
   * What a call of this method does.
   *
   * @param exactTarget true: exactly this implementation runs; false: any known override may
   */
  public synchronized Summary summary(String owner, String name, String descriptor, boolean exactTarget) {
    Call call = new Call(owner, name, descriptor, exactTarget);
    Summary known = asked.get(call);
    if (known == null) {
      known = ask(owner, name, descriptor, exactTarget);
      asked.put(call, known);
    }
    return known;
  }

  private Summary ask(String owner, String name, String descriptor, boolean exactTarget) {
    fixpoint.begin();
    Classes.Declared declared = classes.method(owner, name, descriptor);
    boolean isStatic = declared != null && Classes.is(declared.method().access, Opcodes.ACC_STATIC);
    List<Set<Node>> arguments = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    if (!isStatic) {
      types.add(Type.getObjectType(owner));
      arguments.add(immutability.immutable(owner) ? Set.of() : Set.of(new Node.Parameter(0)));
    }
    for (Type type : Type.getArgumentTypes(descriptor)) {
      types.add(type);
      arguments.add(immutable(type) ? Set.of() : Set.of(new Node.Parameter(arguments.size())));
    }
    MethodState state = new MethodState(finals, Map.of(), types, immutability::leaf, new BitSet(), false);
    CallEffects calls = new CallEffects(this, state);
    int opcode = isStatic ? Opcodes.INVOKESTATIC : exactTarget ? Opcodes.INVOKESPECIAL : Opcodes.INVOKEVIRTUAL;
    int version;
    do {
      version = state.version();
      fixpoint.begin();
      state.record();
      state.returned.addAll(calls.call(0, opcode, owner, name, descriptor, arguments, types));
    } while (version != state.version());
    return state.summary(state.recorded(), state.locks(), new LinkedHashMap<>());
  }

  /** The only method that a call can run, of those that have code here; or {@code null}. */
  public synchronized MethodAnalysis.Body onlyBody(String owner, String name, String descriptor, boolean exactTarget) {
    Classes.Declared declared = classes.method(owner, name, descriptor);
    if (declared == null || Classes.isLibrary(declared.owner().name)
        || Classes.is(declared.method().access, Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) {
      return null;
    }
    boolean overridable = !exactTarget && !Classes.is(declared.owner().access, Opcodes.ACC_FINAL) && !Classes.is(
        declared.method().access, Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL | Opcodes.ACC_STATIC);
    for (String subtype : overridable ? classes.subtypes(owner) : Set.<String>of()) {
      Classes.Declared target = classes.method(subtype, name, descriptor);
      if (target != null && target.method() != declared.method()) {
        return null;
      }
    }
    return new MethodAnalysis.Body(declared.owner(), declared.method());
  }

  /** Where what is said of the method, by annotation or in a table, is not what its code is known to do. */
  public synchronized List<Contradiction> contradictions(ClassNode owner, MethodNode method) {
    EffectsTable.Line line = table.knows(owner.name) ? table.find(List.of(owner.name), method.name, method.desc) : null;
    boolean said = line != null || AnnotatedEffects.pure(method) || !AnnotatedEffects.directions(method).isEmpty();
    if (!said || method.instructions.size() == 0) {
      return List.of();
    }
    fixpoint.begin();
    Summary inferred = Contradictions.inferred(this, owner.name, method);
    Summary told = line == null ? null : summary(owner.name, method.name, method.desc, true);
    return new Contradictions(this, method, inferred).find(line, told);
  }

  /** Whether an object can be of both types, as far as they are known. */
  boolean compatible(Type a, Type b) {
    if (a.getSort() < Type.ARRAY || b.getSort() < Type.ARRAY || immutable(a) || immutable(b)) {
      return false;
    } else if (a.equals(b) || a.equals(Ref.OBJECT) || b.equals(Ref.OBJECT)) {
      return true;
    } else if (a.getSort() != b.getSort()) {
      return false;
    } else if (a.getSort() == Type.ARRAY) {
      Type first = Type.getType(a.getDescriptor().substring(1));
      Type second = Type.getType(b.getDescriptor().substring(1));
      return first.getSort() >= Type.ARRAY && second.getSort() >= Type.ARRAY
          && (compatible(first, second) || immutable(first) && immutable(second));
    }
    return (open(a) || open(b)) && !(isCollection(a) && isMap(b) || isMap(a) && isCollection(b))
        && !(isList(a) && isSet(b) || isSet(a) && isList(b))
        || classes.subtype(a.getInternalName(), b.getInternalName())
        || classes.subtype(b.getInternalName(), a.getInternalName());
  }

  /** No class is both a Collection and a Map: what their {@code remove(Object)} return does not go together. */
  private boolean isCollection(Type type) {
    return classes.subtype(type.getInternalName(), "java/util/Collection");
  }

  /** No class is both a List and a Set: what it would have to say of {@code equals} does not go together. */
  private boolean isList(Type type) {
    return classes.subtype(type.getInternalName(), "java/util/List");
  }

  private boolean isSet(Type type) {
    return classes.subtype(type.getInternalName(), "java/util/Set");
  }

  private boolean isMap(Type type) {
    return classes.subtype(type.getInternalName(), "java/util/Map");
  }

  private boolean open(Type type) {
    ClassNode at = classes.find(type.getInternalName());
    return at == null || Classes.is(at.access, Opcodes.ACC_INTERFACE);
  }
}
