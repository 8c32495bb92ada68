package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.ClassSource;
import dev.deco.internal.weaver.RecentlyUsed;
import dev.deco.internal.weaver.effects.Summary.Made;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
  private static final int DEEPEST = 200;
  /** In instructions looked at and nodes stored; about a second. Three times as much makes 0.6 % more methods known. */
  private static final long MOST_WORK = 1_000_000;
  private static final int MOST_TRIES = 4;
  /** Answers that are kept ready: those asked for last. */
  private static final int MOST_ASKED = 500;

  final Classes classes;
  final Immutability immutability;
  final FinalFields finals;
  final EffectsTable table;
  private final SummaryMemory memory;
  private final Hierarchy hierarchy;
  private final Map<Key, Done> done = new HashMap<>();
  private final Map<Key, Open> open = new HashMap<>();
  private final Map<String, Joined> joined = new HashMap<>(); // by the call that may run any of them
  private final Map<Key, Map<Integer, Integer>> numbers = new HashMap<>();
  /** Methods whose own code is too much to be analyzed. */
  private final Set<Key> hopeless = new HashSet<>();
  private final Map<Call, Summary> asked = new RecentlyUsed<>(MOST_ASKED);
  private long work;
  private Open current; // whose analysis is under way
  private int unstable;
  private int depth;
  private int pass;
  private boolean changed;
  private int lowest = Integer.MAX_VALUE;

  private record Call(String owner, String name, String descriptor, boolean exactTarget) {}

  private record Key(String owner, String name, String descriptor, Map<Integer, Made> functions) {}

  /** A method whose summary may still grow. */
  private static final class Open {
    Summary summary = Summary.NOTHING;
    int depth;
    boolean running;
    int pass;
    int lowest = Integer.MAX_VALUE;
    /** What it was computed from, as far as that may still grow; {@code null}: it must be computed again. */
    Map<Key, Input> inputs = new LinkedHashMap<>();
    final BitSet asked = new BitSet();
  }

  /** A summary that does not grow any more, and what it depends on: {@link SummaryMemory}. */
  private record Done(Summary summary, BitSet asked) {}

  /** A callee, and the summary of it that its caller went by. */
  private record Input(Classes.Declared target, Map<Integer, Made> functions, Summary summary) {}

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
   * @throws dev.deco.ConfigurationException if one of these cannot be read, or names a class or a method that is not there
   */
  public Effects(ClassSource classes, Hierarchy hierarchy, List<DeclaredEffects> declared) {
    this(classes, hierarchy, declared, new SummaryMemory(name -> false));
  }

  /** The same, with what is known from earlier, to which it adds what it finds out. */
  public Effects(ClassSource classes, Hierarchy hierarchy, List<DeclaredEffects> declared, SummaryMemory memory) {
    this.memory = memory;
    this.hierarchy = hierarchy;
    this.classes = new Classes(classes, hierarchy, this);
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
    Key key = new Key(owner.name, method.name, method.desc, Map.of());
    if (hopeless.contains(key)) {
      work = MOST_WORK + 1;
      return new MethodAnalysis(this, owner.name, method, Map.of());
    }
    MethodAnalysis analysis;
    int known;
    int tries = 0;
    do {
      begin();
      known = done.size();
      analysis = new MethodAnalysis(this, owner.name, method, Map.of());
    } while (exhausted() && done.size() > known && ++tries < MOST_TRIES); // what it calls is known the next time
    if (exhausted() && analysis.failure() != null) {
      hopeless.add(key);
    }
    return analysis;
  }

  private void begin() {
    work = 0;
    current = null;
  }

  /** Whether the question at hand has cost so much that the analyses under way are given up. */
  boolean exhausted() {
    return work > MOST_WORK;
  }

  /** Counts what one question costs, so that none goes on for ever: beyond the limit, callees are unknown. */
  void spend(long nodes) {
    work += nodes;
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
    begin();
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
    MethodState state = new MethodState(finals, Map.of(), types, immutability::leaf, new BitSet());
    CallEffects calls = new CallEffects(this, state);
    int opcode = isStatic ? Opcodes.INVOKESTATIC : exactTarget ? Opcodes.INVOKESPECIAL : Opcodes.INVOKEVIRTUAL;
    int version;
    do {
      version = state.version();
      begin();
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
    begin();
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

  /**
   * The summary of one method with a body. Mutually recursive methods are solved together: each starts from nothing,
   * and the first of them that was entered goes through all again until none changes.
   */
  Summary summary(Classes.Declared target, Map<Integer, Made> functions) {
    Open caller = current;
    Key key = new Key(target.owner().name, target.method().name, target.method().desc, functions);
    Done known = known(key);
    if (known != null) {
      note(known.asked);
      return known.summary;
    }
    if (exhausted()) {
      noteUnstable();
      return unknown(target, tooLarge(key));
    }
    Open at = open.get(key);
    if (at != null && at.running) {
      lowest = Math.min(lowest, at.depth);
    } else if (at != null && at.pass == pass) {
      lowest = Math.min(lowest, at.lowest);
    } else if (depth >= DEEPEST) {
      if (caller != null) {
        caller.inputs = null;
        noteUnstable();
      }
      return unknown(target, "calls " + CallEffects.place(key.owner, key.name) + ", which is nested too deep in calls");
    } else {
      if (at == null) {
        at = new Open();
        open.put(key, at);
      }
      solve(key, target, functions, at);
      current = caller;
    }
    note(at.asked);
    if (caller != null && caller.inputs != null) {
      caller.inputs.put(key, new Input(target, functions, at.summary));
    }
    return at.summary;
  }

  private Done known(Key key) {
    Done known = done.get(key);
    if (known == null && key.functions.isEmpty() && memory.isStable(key.owner)) {
      SummaryMemory.Entry entry = memory.find(new SummaryMemory.Method(key.owner, key.name, key.descriptor), hierarchy);
      if (entry != null) {
        known = new Done(entry.summary(), entry.asked());
        done.put(key, known);
      }
    }
    return known;
  }

  private void finish(Key key, Summary summary, BitSet asked) {
    done.put(key, new Done(summary, asked));
    if (key.functions.isEmpty()) {
      memory.keep(new SummaryMemory.Method(key.owner, key.name, key.descriptor), summary, asked);
    }
  }

  private void note(BitSet asked) {
    if (current != null && current.asked != asked && !current.asked.get(SummaryMemory.UNSTABLE)) {
      current.asked.or(asked);
    }
  }

  /** The analysis under way depends on a class that is not there, or that may be another one next time. */
  void noteUnstable() {
    unstable++;
    if (current != null) {
      current.asked.set(SummaryMemory.UNSTABLE);
    }
  }

  /** How often {@link #noteUnstable} has been called. */
  int unstable() {
    return unstable;
  }

  /** The analysis under way depends on which subtypes of a type, and functions of it, the program has. */
  void noteAsked(String type) {
    if (current != null && !current.asked.get(SummaryMemory.UNSTABLE)) {
      if (memory.stable(type, hierarchy)) {
        current.asked.set(memory.number(type));
      } else {
        noteUnstable();
      }
    }
  }

  boolean isStable(String name) {
    return memory.isStable(name);
  }

  /** Whether all that it was computed from is as it was: then it is as it was, too. */
  private boolean settled(Open at) {
    if (at.inputs == null || at.summary == Summary.NOTHING) {
      return false;
    }
    for (Input input : List.copyOf(at.inputs.values())) {
      current = at;
      if (summary(input.target, input.functions) != input.summary) {
        return false;
      }
    }
    return true;
  }

  private void solve(Key key, Classes.Declared target, Map<Integer, Made> functions, Open at) {
    int outerLowest = lowest;
    boolean outerChanged = changed;
    at.depth = depth++;
    at.running = true;
    boolean again;
    boolean anyChange = false;
    do {
      lowest = Integer.MAX_VALUE;
      changed = false;
      try {
        if (!settled(at)) {
          changed |= analyze(key, target, functions, at);
        }
      } catch (StackOverflowError tooDeep) {
        spend(MOST_WORK + 1);
      }
      anyChange |= changed;
      again = changed && lowest == at.depth;
      if (again) {
        pass++;
      }
    } while (again && !exhausted());
    if (exhausted()) {
      at.summary = unknown(target, tooLarge(key));
      open.values().removeIf(other -> !other.running);
      open.remove(key);
      finish(key, at.summary, new BitSet()); // whatever the program is, this says no less
    }
    at.running = false;
    depth--;
    at.pass = pass;
    at.lowest = lowest;
    int bottom = at.depth;
    if (lowest >= bottom) {
      Map<Key, Open> solved = new LinkedHashMap<>();
      open.forEach((other, one) -> {
        if (!one.running && one.lowest >= bottom) {
          solved.put(other, one);
          at.asked.or(one.asked);
        }
      });
      solved.forEach((other, one) -> {
        open.remove(other);
        finish(other, one.summary, at.asked);
      });
      lowest = outerLowest;
      changed = outerChanged;
    } else {
      for (Open other : open.values()) {
        if (!other.running && other.lowest >= bottom) {
          other.lowest = lowest;
        }
      }
      lowest = Math.min(outerLowest, lowest);
      changed = outerChanged | anyChange;
    }
  }

  /** Whether the summary has grown. */
  private boolean analyze(Key key, Classes.Declared target, Map<Integer, Made> functions, Open at) {
    at.inputs = new LinkedHashMap<>();
    current = at;
    Summary found = new MethodAnalysis(this, key.owner, target.method(), functions)
        .summary(numbers.computeIfAbsent(key, any -> new LinkedHashMap<>()));
    Summary summary = AnnotatedEffects.applied(target.method(), found, mutable(target)).join(at.summary);
    boolean grown = !summary.same(at.summary);
    if (grown || at.summary == Summary.NOTHING) {
      at.summary = summary; // else it stays the same object, by which callers know that nothing has changed
    }
    return grown;
  }

  private static String tooLarge(Key key) {
    return "calls " + CallEffects.place(key.owner, key.name) + ", which calls too much to be analyzed";
  }

  /**
   * What any of some methods may do. As long as none of their summaries grows, it is one and the same object.
   *
   * @param doubt why this is not known to be what the call does, or {@code null}: it may well be
   */
  Summary joined(String call, List<Summary> summaries, String doubt) {
    Joined before = joined.get(call);
    if (before == null || !sameObjects(before.of, summaries)) {
      Summary any = Summary.joined(summaries);
      Summary all = doubt == null ? any : any.doubted(doubt);
      before = new Joined(summaries, before != null && before.all.same(all) ? before.all : all);
      joined.put(call, before);
    }
    return before.all;
  }

  private record Joined(List<Summary> of, Summary all) {}

  private static boolean sameObjects(List<Summary> a, List<Summary> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = a.get(i) == b.get(i);
    }
    return same;
  }

  /** A method of which nothing is known but what it says itself. */
  Summary unknown(Classes.Declared target, String reason) {
    Set<Integer> mutable = mutable(target);
    return AnnotatedEffects.applied(target.method(), Summary.unknown(mutable,
        !immutable(Type.getReturnType(target.method().desc)), reason), mutable);
  }

  /** The indexes of the parameters, the receiver among them, whose objects may change. */
  private Set<Integer> mutable(Classes.Declared target) {
    Set<Integer> indexes = new LinkedHashSet<>();
    int index = 0;
    if (!Classes.is(target.method().access, Opcodes.ACC_STATIC)) {
      if (!immutability.immutable(target.owner().name)) {
        indexes.add(index);
      }
      index++;
    }
    for (Type type : Type.getArgumentTypes(target.method().desc)) {
      if (!immutable(type)) {
        indexes.add(index);
      }
      index++;
    }
    return indexes;
  }
}
