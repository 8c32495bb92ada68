package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.ClassSource;
import dev.deco.internal.weaver.RecentlyUsed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
  /** Answers that are kept ready: those asked for last. */
  private static final int MOST_ASKED = 500;

  final Classes classes;
  final Immutability immutability;
  final FinalFields finals;
  final OpenWorld openWorld;
  final EffectsTable table;
  final StaticInitializers initializers;
  final Fixpoint fixpoint;
  /** {@code null}: this is their own analysis. */
  final LoudMethods loud;
  /** Whether code that is not seen is taken to do nothing: not for weaving, but to tell what is surely done. */
  final boolean seenOnly;
  private final Map<Call, Summary> asked = new RecentlyUsed<>(MOST_ASKED);

  /** Answers which classes have loud methods, as if these were the subtypes of a type. */
  private record WithLoudMethods(Hierarchy hierarchy, LoudMethods loud) implements Hierarchy {
    @Override public Iterable<String> subtypes(String type) {
      if (type.equals(LoudComparators.QUESTION)) {
        Set<String> all = new LinkedHashSet<>(loud.comparators().makers());
        for (LoudComparators.Kind kind : LoudComparators.Kind.values()) {
          loud.comparators().of(kind).forEach(lambda -> all.add(lambda.code().getOwner()));
        }
        Ordering.QUEUES.forEach(queue -> hierarchy.naming(queue).forEach(all::add));
        return all;
      } else if (type.equals(OpenWorld.QUESTION)) {
        return loud.openWorld().makers();
      } else if (type.equals(StaticInitializers.QUESTION)) {
        return hierarchy.naming("<clinit>");
      }
      return type.startsWith(LoudMethods.QUESTION) ? loud.classes(type.substring(LoudMethods.QUESTION.length()))
          : hierarchy.subtypes(type);
    }

    @Override public Iterable<String> makersOf(String type) {
      return hierarchy.makersOf(type);
    }

    @Override public Iterable<String> naming(String name) {
      return hierarchy.naming(name);
    }

    @Override public boolean isOpen() {
      return hierarchy.isOpen();
    }
  }

  private record Call(String from, String owner, String name, String descriptor, boolean exactTarget) {}

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
    this(classes, hierarchy, declared, memory, seenOnly,
        new LoudMethods(new Effects(classes, hierarchy, declared, new SummaryMemory(name -> false), seenOnly, null)));
  }

  private Effects(ClassSource classes, Hierarchy hierarchy, List<DeclaredEffects> declared, SummaryMemory memory,
      boolean seenOnly, LoudMethods loud) {
    Hierarchy asked = loud == null ? hierarchy : new WithLoudMethods(hierarchy, loud);
    this.seenOnly = seenOnly;
    this.loud = loud;
    this.fixpoint = new Fixpoint(this, memory, asked);
    this.classes = new Classes(classes, asked, fixpoint);
    this.immutability = new Immutability(this);
    this.initializers = new StaticInitializers(this);
    this.finals = new FinalFields(this.classes);
    this.openWorld = new OpenWorld(this.classes);
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
    fixpoint.begin();
    return new MethodAnalysis(this, owner.name, method, Map.of()).withInitializers();
  }

  /**
   * What a call of this method does.
   *
   * @param exactTarget true: exactly this implementation runs; false: any known override may
   */
  public synchronized Summary summary(String owner, String name, String descriptor, boolean exactTarget) {
    return summary(owner, owner, name, descriptor, exactTarget, type -> false);
  }

  /** The same, of a call in the code of the class {@code from}, where these classes have been initialized. */
  synchronized Summary summary(String from, String owner, String name, String descriptor, boolean exactTarget,
      Predicate<String> initialized) {
    Call call = new Call(from, owner, name, descriptor, exactTarget);
    Summary known = asked.get(call);
    if (known == null) {
      known = ask(from, owner, name, descriptor, exactTarget);
      asked.put(call, known);
    }
    return initializers.expanded(known, initialized);
  }

  private Summary ask(String from, String owner, String name, String descriptor, boolean exactTarget) {
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
    CallEffects calls = new CallEffects(this, state, from);
    int opcode = isStatic ? Opcodes.INVOKESTATIC : exactTarget ? Opcodes.INVOKESPECIAL : Opcodes.INVOKEVIRTUAL;
    int version;
    try {
      do {
        version = state.version();
        fixpoint.begin();
        state.record();
        if (name.equals("<init>")) {
          state.initialize(owner);
        }
        state.returned.addAll(calls.call(0, opcode, owner, name, descriptor, arguments, types));
      } while (version != state.version());
    } catch (CallEffects.TooMuch e) {
      return coarse(types, Type.getReturnType(descriptor), CallEffects.callsTooMuch(owner, name));
    }
    return state.summary(state.recorded(), state.locks(), new LinkedHashMap<>());
  }

  /** What a method does of which no more is told apart than the types of its parameters, the receiver among them. */
  Summary coarse(List<Type> parameters, Type result, String reason) {
    Set<Integer> changing = new LinkedHashSet<>();
    for (int i = 0; i < parameters.size(); i++) {
      if (!immutable(parameters.get(i))) {
        changing.add(i);
      }
    }
    return Summary.coarse(changing, !immutable(result), reason);
  }

  /** By way of which methods that method comes to what cannot be seen for that reason. */
  synchronized List<String> pathTo(String owner, String name, String descriptor, String reason) {
    fixpoint.begin();
    Classes.Declared at = classes.method(owner, name, descriptor);
    List<String> path = new ArrayList<>();
    Set<MethodNode> seen = new HashSet<>();
    while (at != null && seen.add(at.method())) {
      path.add(CallEffects.place(at.owner().name, at.method().name));
      at = fixpoint.callees(at).stream().filter(callee -> !seen.contains(callee.method())
          && fixpoint.summary(callee, Map.of()).unknown().contains(reason)).findFirst().orElse(null);
    }
    return path;
  }

  /** The only method that a call can run, of those that have code here; or {@code null}. */
  public synchronized MethodAnalysis.Body onlyBody(String owner, String name, String descriptor, boolean exactTarget) {
    Classes.Declared declared = classes.method(owner, name, descriptor);
    if (declared == null || Classes.isLibrary(declared.owner().name)
        || Classes.is(declared.method().access, Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) {
      return null;
    }
    if (!exactTarget && (openWorld.mayOverride(declared) || openWorld.mayBeProxy(owner))) {
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

  /** Whether a table says what a method of the program, or of its libraries, does. */
  boolean isSaid(String owner, String name, String descriptor) {
    if (Classes.isLibrary(owner)) {
      return false;
    }
    List<String> told = classes.supertypes(owner).stream()
        .filter(type -> !Classes.isLibrary(type) && table.knows(type)).toList();
    return !told.isEmpty() && (told.get(0).equals(owner) || !name.equals("<init>"))
        && table.find(told, name, descriptor) != null;
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

  /** Whether a mutable object can be of both types, as far as they are known. */
  boolean compatible(Type a, Type b) {
    return a.getSort() >= Type.ARRAY && b.getSort() >= Type.ARRAY && !immutable(a) && !immutable(b)
        && new CommonSubtypes(classes).exist(a, b);
  }
}
