package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Location.Signal.Kind;
import dev.deco.internal.weaver.effects.Node.Fresh;
import dev.deco.internal.weaver.effects.Node.Parameter;
import dev.deco.internal.weaver.effects.Summary.Lambda;
import dev.deco.internal.weaver.effects.Summary.Made;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** What a call does in its caller: finds the targets, and binds their summaries to the arguments. */
final class CallEffects {
  /** Library classes whose methods, those that a table speaks of, call none of the object's others. */
  private static final Set<String> QUIET = Set.of("java/lang/Object", "java/lang/Enum", "java/lang/Record");
  private static final int MOST_TARGETS = 100;
  /** From so many on, the objects that different targets make are no longer told apart. */
  private static final int MANY_TARGETS = 8;
  private static final int MOST_NESTED = 40;
  /** What a call costs, measured in nodes of its arguments. */
  private static final int CALL = 10;
  private static final String HANDLER = "java/lang/reflect/InvocationHandler";
  private static final String HANDLER_METHOD =
      "(Ljava/lang/Object;Ljava/lang/reflect/Method;[Ljava/lang/Object;)Ljava/lang/Object;";

  private final Effects effects;
  private final Classes classes;
  private final MethodState state;
  private final LibraryEffects library;
  private final Binding binding;
  private final String from;
  final Comparisons comparisons = new Comparisons();
  final InheritedCalls inherited = new InheritedCalls();
  private final RepeatedCalls repeated;
  private int nested;
  private List<Type> argumentTypes = List.of();
  private boolean dropped;

  /** @param from the class whose code makes the calls, or {@code null} */
  CallEffects(Effects effects, MethodState state, String from) {
    this.effects = effects;
    this.classes = effects.classes;
    this.from = from;
    this.state = state;
    this.library = new LibraryEffects(effects, state, this);
    this.binding = new Binding(effects.fixpoint, state);
    this.repeated = new RepeatedCalls(state);
    state.initialization = new Initialization(effects, from);
  }

  /** Counts what a call costs; gives the method at hand up where its calls, and what these call back, are too many. */
  void spend(long nodes) {
    effects.fixpoint.spend(nodes);
    if (effects.fixpoint.exhausted()) {
      throw new TooMuch();
    }
  }

  /** Says that what a call may do is more than is told apart. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuch() {
      super("it calls too much", null, false, false);
    }
  }

  /** The reason for all that is taken of such a method. */
  static String callsTooMuch(String owner, String name) {
    return "calls " + place(owner, name) + ", whose calls are too much to be told apart";
  }

  /** Notes that calls go one level deeper; false: deep enough. */
  boolean enter() {
    return nested < MOST_NESTED && ++nested > 0;
  }

  void leave() {
    nested--;
  }

  /** Whether the library has called this back already, by way of the instruction: {@link RepeatedCalls}. */
  boolean isRepeated(int at, Object code, List<Set<Node>> arguments) {
    return repeated.isRepeated(at, code, arguments, nested);
  }

  static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
  }

  static String place(String owner, String method) {
    return switch (method) {
      case "<init>" -> "new " + simple(owner);
      case "<clinit>" -> "the static initializer of " + simple(owner);
      default -> simple(owner) + "." + method;
    };
  }

  /** The arrays that objects of the platform's have inside, as some field of theirs or a method gives them away. */
  Set<Node> behind(int at, Set<Node> objects, Type array) {
    return library.behind(at, objects, array);
  }

  /** Everything that code which is not seen could return, given these arguments. */
  Set<Node> anyOf(Collection<Set<Node>> arguments) {
    if (effects.seenOnly) {
      return Set.of();
    }
    Set<Node> all = new LinkedHashSet<>();
    arguments.forEach(all::addAll);
    all.addAll(state.heap.closure(all));
    all.add(Node.OUTSIDE);
    return all;
  }

  Set<Node> unknown(List<Set<Node>> arguments, String descriptor, String reason) {
    return anything(arguments, descriptor, false, reason);
  }

  /** The call of code that can be seen, and is too much to be told apart: a bound that is known. */
  Set<Node> coarse(List<Set<Node>> arguments, String descriptor, String reason) {
    return anything(arguments, descriptor, true, reason);
  }

  private Set<Node> anything(List<Set<Node>> arguments, String descriptor, boolean known, String reason) {
    if (effects.seenOnly) {
      state.touch(false, Location.WORLD, false, reason);
      return Set.of();
    }
    state.anything(arguments, known, reason);
    return effects.immutable(Type.getReturnType(descriptor)) ? Set.of() : anyOf(arguments);
  }

  /** A call in the method's own code, with the static types that the arguments have there. */
  Set<Node> call(int at, int opcode, String owner, String name, String descriptor, List<Set<Node>> arguments,
      List<Type> types) {
    argumentTypes = types;
    return call(at, opcode, owner, name, descriptor, arguments);
  }

  /** Says whether nobody takes the result of the next call in the method's own code. */
  void dropsResult(boolean isDropped) {
    dropped = isDropped;
  }

  /** Whether nobody takes the result of the call at hand. */
  boolean isDropped() {
    return dropped && nested == 1;
  }

  /** The static type of an argument in the method's own code, or {@code null} for a call further down. */
  Type argumentType(int index) {
    return nested == 1 && index < argumentTypes.size() ? argumentTypes.get(index) : null;
  }

  /** The call of a method; the receiver, if any, is the first argument. Gives what it may return. */
  Set<Node> call(int at, int opcode, String owner, String name, String descriptor, List<Set<Node>> arguments) {
    String type = owner.startsWith("[") ? "java/lang/Object" : owner;
    if (owner.startsWith("[") && name.equals("clone")) {
      return library.cloneArray(at, arguments.get(0), owner);
    }
    if (nested >= MOST_NESTED) {
      return coarse(arguments, descriptor, "calls functions in functions, which are too much to be told apart");
    }
    if (opcode == Opcodes.INVOKESTATIC) {
      state.initialize(StaticInitializers.ofStaticCall(classes, owner, name, descriptor));
    }
    nested++;
    Set<Node> result = opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.INVOKESPECIAL
        ? exact(at, type, name, descriptor, arguments)
        : virtual(at, type, name, descriptor, arguments);
    nested--;
    return effects.immutable(Type.getReturnType(descriptor)) ? Set.of() : result;
  }

  private Set<Node> virtual(int at, String owner, String name, String descriptor, List<Set<Node>> arguments) {
    if (effects.isSaid(owner, name, descriptor)) {
      return library.call(at, owner, name, descriptor, arguments);
    }
    Set<Node> result = new LinkedHashSet<>();
    Map<String, Set<Node>> byType = new LinkedHashMap<>();
    Map<Lambda, Set<Node>> functions = new LinkedHashMap<>();
    Set<Node> rest = new LinkedHashSet<>();
    Classes.Declared declared = classes.method(owner, name, descriptor);
    boolean isAbstract = declared == null || Classes.is(declared.method().access, Opcodes.ACC_ABSTRACT);
    for (Node receiver : arguments.get(0)) {
      Made made = state.made(receiver);
      if (!made.lambdas().isEmpty() && isAbstract) {
        made.lambdas().forEach(one -> functions.computeIfAbsent(one, key -> new LinkedHashSet<>()).add(receiver));
      } else if (made.type() != null && !Classes.isLibrary(made.type()) && classes.subtype(made.type(), owner)) {
        byType.computeIfAbsent(made.type(), key -> new LinkedHashSet<>()).add(receiver);
      } else {
        rest.add(receiver);
      }
    }
    List<Set<Node>> others = arguments.subList(1, arguments.size());
    functions.forEach((lambda, nodes) -> result.addAll(run(at, lambda, nodes, others)));
    byType.forEach((type, nodes) -> result.addAll(exact(at, type, name, descriptor, with(nodes, others))));
    if (!rest.isEmpty() || arguments.get(0).isEmpty()) {
      result.addAll(declared(at, owner, declared, name, descriptor, with(rest, others)));
    }
    return result;
  }

  private static List<Set<Node>> with(Set<Node> receiver, List<Set<Node>> others) {
    List<Set<Node>> all = new ArrayList<>();
    all.add(receiver);
    all.addAll(others);
    return all;
  }

  /** A virtual call on an object of which only the static type is known. */
  private Set<Node> declared(int at, String owner, Classes.Declared declared, String name, String descriptor,
      List<Set<Node>> arguments) {
    Set<Node> result = new LinkedHashSet<>();
    Map<String, String> targets = new LinkedHashMap<>();
    if (declared != null && Classes.is(declared.method().access, Opcodes.ACC_ABSTRACT)
        && (AnnotatedEffects.pure(declared.method()) || !AnnotatedEffects.directions(declared.method()).isEmpty())) {
      return exact(at, owner, name, descriptor, arguments);
    }
    boolean overridable = declared != null
        && !Classes.is(declared.method().access, Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL)
        && !Classes.is(declared.owner().access, Opcodes.ACC_FINAL);
    boolean made = !arguments.get(0).isEmpty()
        && arguments.get(0).stream().allMatch(node -> state.made(node).type() != null);
    if (overridable && !made && isObjectMethod(declared) && LoudMethods.METHODS.containsKey(name)) {
      return library.ofObject(at, owner, name, arguments);
    }
    boolean inherits = declared != null && Classes.isLibrary(declared.owner().name)
        && !Classes.is(declared.owner().access, Opcodes.ACC_FINAL);
    if ((overridable || inherits) && !made && !isObjectMethod(declared)) {
      for (String subtype : classes.subtypes(owner)) {
        Classes.Declared target = classes.method(subtype, name, descriptor);
        boolean runs = target != null && !Classes.is(target.method().access, Opcodes.ACC_ABSTRACT);
        if (runs && !Classes.isLibrary(target.owner().name)) {
          targets.put(target.owner().name, subtype);
        } else if (runs && !isObjectMethod(target) && CallBacks.mayRun(classes, subtype)) {
          targets.put(subtype, subtype); // what it inherits from the library may run what it overrides
        }
      }
    }
    boolean isAbstract = declared != null && Classes.is(declared.method().access, Opcodes.ACC_ABSTRACT)
        && !Classes.isLibrary(declared.owner().name);
    Set<Lambda> functions = isAbstract && !made ? classes.functions(owner) : Set.of();
    if (!made && overridable && !isObjectMethod(declared)) {
      result.addAll(unseen(at, owner, declared, name, descriptor, arguments));
    }
    if (declared == null) {
      return exact(at, owner, name, descriptor, arguments);
    } else if (targets.size() + functions.size() > MOST_TARGETS) {
      return coarse(arguments, descriptor, "calls " + place(owner, name) + ", whose more than " + MOST_TARGETS
          + " implementations are too much to be told apart");
    } else if (!isAbstract) {
      targets.remove(declared.owner().name);
      result.addAll(exact(at, owner, name, descriptor, arguments));
    } else if (targets.isEmpty() && functions.isEmpty() && !effects.openWorld.mayOverride(declared)) {
      return unknownFunction(arguments.get(0), arguments, descriptor,
          "calls " + place(owner, name) + ", which is abstract and has no implementation that is known here");
    }
    if (!functions.isEmpty()) {
      noteCalled(arguments.get(0));
      List<Set<Node>> others = arguments.subList(1, arguments.size());
      functions.forEach(lambda -> result.addAll(run(at, lambda, arguments.get(0), others)));
    }
    if (targets.size() < MANY_TARGETS) {
      targets.values().forEach(subtype -> result.addAll(exact(at, subtype, name, descriptor, arguments)));
    } else {
      result.addAll(any(at, owner, targets.values(), name, descriptor, arguments));
    }
    return result;
  }

  /** The call where it may run what no class file tells: a proxy, or a class that is added to a library. */
  private Set<Node> unseen(int at, String owner, Classes.Declared declared, String name, String descriptor,
      List<Set<Node>> arguments) {
    Set<Node> result = new LinkedHashSet<>();
    if (effects.openWorld.mayOverride(declared)) {
      result.addAll(unknownFunction(arguments.get(0), arguments, descriptor, "calls " + place(owner, name)
          + ", which classes may override that are not there when this library is woven by itself"));
    }
    effects.fixpoint.noteAsked(OpenWorld.QUESTION);
    if (effects.openWorld.mayBeProxy(owner)) {
      Set<Lambda> handlers = new LinkedHashSet<>(classes.functions(HANDLER));
      for (String type : classes.subtypes(HANDLER)) {
        handlers.add(new Lambda(new Handle(Opcodes.H_INVOKEVIRTUAL, type, "invoke", HANDLER_METHOD, false), 1));
      }
      if (handlers.isEmpty()) {
        result.addAll(unknown(arguments, descriptor, "calls " + place(owner, name) + ", which may be a proxy's"));
      }
      Set<Node> given = new LinkedHashSet<>();
      arguments.forEach(given::addAll);
      for (Lambda handler : handlers) {
        result.addAll(run(at, handler, arguments.get(0), List.of(arguments.get(0), Set.of(), given)));
      }
    }
    return result;
  }

  /** The call of any of many methods: what they do is put together first, and then bound once. */
  private Set<Node> any(int at, String owner, Collection<String> types, String name, String descriptor,
      List<Set<Node>> arguments) {
    Set<Node> result = new LinkedHashSet<>();
    List<Summary> plain = new ArrayList<>();
    for (String type : types) {
      Classes.Declared target = classes.method(type, name, descriptor);
      boolean simple = !Classes.isLibrary(target.owner().name) && !effects.isSaid(type, name, descriptor)
          && !Classes.is(target.method().access, Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE)
          && !AnnotatedEffects.pure(target.method());
      Summary summary = simple ? effects.fixpoint.summary(target, Map.of()) : null;
      if (summary != null && summary.calls().stream().noneMatch(index -> isKnownFunction(index, arguments))) {
        plain.add(summary);
      } else {
        result.addAll(exact(at, type, name, descriptor, arguments));
      }
    }
    if (!plain.isEmpty()) {
      String call = owner + "." + name + descriptor;
      result.addAll(binding.bind(at, call + "*", effects.fixpoint.joined(call, plain), arguments));
    }
    return result;
  }

  private boolean isKnownFunction(int index, List<Set<Node>> arguments) {
    return index < arguments.size() && function(index, arguments).isPresent();
  }

  private static boolean isObjectMethod(Classes.Declared declared) {
    return declared.owner().name.equals("java/lang/Object");
  }

  /** Code that a function handed in stands for: unknown here, but perhaps known to the caller. */
  Set<Node> unknownFunction(Set<Node> functions, List<Set<Node>> arguments, String descriptor, String reason) {
    noteCalled(functions);
    return unknown(arguments, descriptor, reason);
  }

  void noteCalled(Set<Node> functions) {
    for (Node function : functions) {
      if (function instanceof Parameter parameter) {
        state.calls.add(parameter.index());
      }
    }
  }

  /** The call of exactly the method that {@code owner} has by that name. */
  Set<Node> exact(int at, String owner, String name, String descriptor, List<Set<Node>> arguments) {
    spend(CALL + arguments.stream().mapToInt(Set::size).sum());
    if (effects.isSaid(owner, name, descriptor)) {
      return library.call(at, owner, name, descriptor, arguments);
    }
    Classes.Declared target = classes.method(owner, name, descriptor);
    if (target == null) {
      if (Classes.isLibrary(owner)) {
        return library.call(at, owner, name, descriptor, arguments);
      }
      return unknown(arguments, descriptor, "calls " + place(owner, name) + ", which is not on the class path");
    }
    String declaring = target.owner().name;
    if (Classes.isLibrary(declaring)) {
      if (!Classes.isLibrary(owner) && !QUIET.contains(declaring) && !name.equals("<init>")) {
        Set<Node> result = library.call(at, declaring, name, descriptor, arguments);
        return new CallBacks(effects, state, this, "calls " + place(declaring, name) + ", which may call back what "
            + simple(owner) + " overrides", library.reads(declaring, name, descriptor))
            .inherited(at, owner, descriptor, arguments, result);
      }
      return library.call(at, Classes.isLibrary(owner) ? owner : declaring, name, descriptor, arguments);
    }
    MethodNode method = target.method();
    if (Classes.is(method.access, Opcodes.ACC_SYNCHRONIZED)) {
      state.lock();
      boolean one = !Classes.is(method.access, Opcodes.ACC_STATIC) && !arguments.get(0).isEmpty();
      state.signal(Kind.LOCK, one ? arguments.get(0) : Set.of(Node.OUTSIDE), place(declaring, name) + " is synchronized");
    }
    boolean body = !Classes.is(method.access, Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT);
    if (AnnotatedEffects.pure(method) && (!body || !effects.fixpoint.summary(target, Map.of()).known())) {
      return pure(place(declaring, name), arguments);
    } else if (!body) {
      String reason = "calls " + place(declaring, name) + ", which is "
          + (Classes.is(method.access, Opcodes.ACC_NATIVE) ? "native" : "abstract");
      return AnnotatedEffects.directions(method).isEmpty() ? unknown(arguments, descriptor, reason)
          : binding.bind(at, declaring + "." + name + descriptor, effects.fixpoint.unknown(target, reason), arguments);
    }
    Summary summary = effects.fixpoint.summary(target, Map.of());
    Map<Integer, Made> functions = new LinkedHashMap<>();
    for (int index : summary.calls()) {
      if (index < arguments.size()) {
        function(index, arguments).ifPresent(made -> functions.put(index, made));
      }
    }
    if (functions.isEmpty()) {
      return binding.bind(at, declaring + "." + name + descriptor, summary, arguments);
    }
    List<Set<Node>> all = new ArrayList<>(arguments);
    new TreeMap<>(functions).forEach((index, made) -> made.lambdas().forEach(lambda -> {
      for (int i = 0; i < lambda.captured(); i++) {
        all.add(captured(lambda, arguments.get(index), i));
      }
    }));
    return binding.bind(at, declaring + "." + name + descriptor + functions.keySet(),
        effects.fixpoint.summary(target, functions), all);
  }

  /** A call of a method of which it is said that it changes nothing. */
  private Set<Node> pure(String place, List<Set<Node>> arguments) {
    Set<Node> read = anyOf(arguments);
    read.remove(Node.OUTSIDE);
    state.touch(false, read, Location.ANY, true, "calls " + place + ", which says it is pure");
    return anyOf(arguments);
  }

  /** What is known about an argument as a function: an immutable one is no node, but its static type may tell. */
  private Optional<Made> function(int index, List<Set<Node>> arguments) {
    Type type = arguments.get(index).isEmpty() ? argumentType(index) : null;
    boolean exact = type != null && type.getSort() == Type.OBJECT && !Classes.isLibrary(type.getInternalName())
        && classes.isFinal(type.getInternalName());
    return exact ? Optional.of(new Made(type.getInternalName(), Set.of())) : join(arguments.get(index));
  }

  /** What is known about these objects as functions, if that is known of all of them alike. */
  private Optional<Made> join(Set<Node> functions) {
    Made all = null;
    for (Node function : functions) {
      Made made = state.made(function);
      if (made.lambdas().isEmpty() && (made.type() == null || Classes.isLibrary(made.type()))) {
        return Optional.empty();
      }
      all = all == null ? made : all.join(made);
    }
    return Optional.ofNullable(all).filter(made -> made.type() != null || !made.lambdas().isEmpty());
  }

  /** Whether the code at hand is the program's, and all of that is known. */
  boolean isOfProgram() {
    return !effects.seenOnly && !classes.isOpen() && (from == null || !effects.fixpoint.isStable(from));
  }

  /** The effects of running one function object's code. */
  Set<Node> run(int at, Lambda lambda, Set<Node> objects, List<Set<Node>> arguments) {
    Handle code = lambda.code();
    List<Set<Node>> all = new ArrayList<>();
    for (int i = 0; i < lambda.captured(); i++) {
      all.add(captured(lambda, objects, i));
    }
    all.addAll(arguments);
    boolean hasReceiver = code.getTag() != Opcodes.H_INVOKESTATIC && code.getTag() != Opcodes.H_NEWINVOKESPECIAL;
    int expected = Type.getArgumentTypes(code.getDesc()).length + (hasReceiver ? 1 : 0);
    while (all.size() < expected) {
      all.add(arguments.isEmpty() ? Set.of() : arguments.get(arguments.size() - 1));
    }
    all = new ArrayList<>(all.subList(0, expected));
    Type[] types = Type.getArgumentTypes(code.getDesc());
    for (int i = 0; i < types.length; i++) {
      if (effects.immutable(types[i])) {
        all.set(i + (hasReceiver ? 1 : 0), Set.of());
      }
    }
    switch (code.getTag()) {
      case Opcodes.H_NEWINVOKESPECIAL -> {
        String type = code.getOwner();
        state.initialize(type);
        Set<Node> made = effects.immutable(Type.getObjectType(type)) ? Set.of()
            : Set.of(state.fresh(at, "new " + type, new Made(type, Set.of())));
        all.add(0, made);
        call(at, Opcodes.INVOKESPECIAL, type, "<init>", code.getDesc(), all);
        return made;
      }
      case Opcodes.H_INVOKESTATIC -> {
        return call(at, Opcodes.INVOKESTATIC, code.getOwner(), code.getName(), code.getDesc(), all);
      }
      case Opcodes.H_INVOKESPECIAL -> {
        return call(at, Opcodes.INVOKESPECIAL, code.getOwner(), code.getName(), code.getDesc(), all);
      }
      default -> {
        return call(at, Opcodes.INVOKEVIRTUAL, code.getOwner(), code.getName(), code.getDesc(), all);
      }
    }
  }

  /** What these function objects hold in a captured variable. */
  private Set<Node> captured(Lambda lambda, Set<Node> functions, int index) {
    Set<Node> captured = new LinkedHashSet<>();
    for (Node function : functions) {
      captured.addAll(function instanceof Parameter parameter ? Set.of(state.captured(parameter, lambda, index))
          : function instanceof Fresh ? state.heap.edge(function, HeapGraph.capture(index)) : Set.of(function.reach()));
    }
    return captured;
  }
}
