package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Node.Fresh;
import dev.deco.internal.weaver.effects.Summary.Lambda;
import dev.deco.internal.weaver.effects.Summary.Made;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * An object of the program's own class in the hands of the library: a subclass of {@code AbstractList}, an
 * {@code Iterable} that is handed in. The library may run those of its methods that override one of the library's, with
 * what it was given and with what these methods return; and what they return as iterators and the like, it runs too.
 */
final class CallBacks {
  private static final int MOST = 40;
  private static final int ROUNDS = 2;
  /** By their names, in the platform's collections, texts, streams and throwables. */
  private static final Set<String> CHANGING = Set.of(
      "add", "addAll", "addFirst", "addLast", "append", "clear", "compute", "computeIfAbsent", "computeIfPresent",
      "fillInStackTrace", "insert", "merge", "offer", "offerFirst", "offerLast", "poll", "pollFirst", "pollLast",
      "pop", "push", "put", "putAll", "putIfAbsent", "remove", "removeAll", "removeFirst", "removeIf", "removeLast",
      "removeRange", "replace", "replaceAll", "retainAll", "set", "setLength", "setCharAt", "setValue", "sort",
      "write");
  private static final Set<String> LAZY =
      Set.of("java/util/Iterator", "java/util/ListIterator", "java/util/Spliterator",
      "java/util/stream/Stream", "java/util/stream/IntStream", "java/util/stream/LongStream",
      "java/util/stream/DoubleStream", "java/util/PrimitiveIterator$OfInt");

  private final Effects effects;
  private final Classes classes;
  private final MethodState state;
  private final CallEffects calls;
  private final String reason;
  private final boolean reads;
  private final Set<String> run = new LinkedHashSet<>();
  private final Set<Node> functions = new LinkedHashSet<>();
  private final Set<Node> any = new LinkedHashSet<>();

  /** @param reads whether what has been called only reads: then it calls no method that is known to change things */
  CallBacks(Effects effects, MethodState state, CallEffects calls, String reason, boolean reads) {
    this.reads = reads;
    this.effects = effects;
    this.classes = effects.classes;
    this.state = state;
    this.calls = calls;
    this.reason = reason;
  }

  /**
   * A method that the class inherits from the library has been called.
   *
   * @param result what the library's method returns by itself
   * @return what it may return
   */
  Set<Node> inherited(int at, String type, String descriptor, List<Set<Node>> arguments,
      Set<Node> result) {
    given(arguments);
    run(at, type, arguments.get(0));
    Set<Node> all = new LinkedHashSet<>(result);
    Type returned = Type.getReturnType(descriptor);
    if (returned.getSort() == Type.OBJECT && LAZY.contains(returned.getInternalName())) {
      Set<Node> views = new LinkedHashSet<>(result);
      views.removeIf(Node::external);
      state.heap.store(views, HeapGraph.FUNCTIONS, functions);
    } else {
      all.addAll(any);
    }
    return all;
  }

  /**
   * The object has been given to the library, which may run it now.
   *
   * @return the functions that it may run later, too
   */
  Set<Node> handedIn(int at, String type, Set<Node> objects, List<Set<Node>> arguments) {
    given(arguments);
    run(at, type, objects);
    return functions;
  }

  private void given(List<Set<Node>> arguments) {
    arguments.forEach(any::addAll);
    any.addAll(state.heap.closure(any));
  }

  private void run(int at, String type, Set<Node> objects) {
    Set<String> methods = methods(type);
    if (methods.size() + run.size() > MOST || !calls.enter()) {
      calls.coarse(List.of(objects, any), "()V", reason);
      return;
    }
    Set<Node> returned = new LinkedHashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      methods.forEach(method -> returned.addAll(runMethod(at, type, method, objects)));
    }
    state.heap.store(objects, Location.CONTENT, returned);
    calls.leave();
  }

  private Set<Node> runMethod(int at, String type, String method, Set<Node> objects) {
    int parameters = method.indexOf('(');
    String name = method.substring(0, parameters);
    String descriptor = method.substring(parameters);
    List<Set<Node>> arguments = new ArrayList<>(List.of(objects));
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      arguments.add(effects.immutable(parameter) ? Set.of() : new LinkedHashSet<>(any));
    }
    Set<Node> result = calls.exact(at, type, name, descriptor, arguments);
    Lambda code = new Lambda(new Handle(Opcodes.H_INVOKEVIRTUAL, type, name, descriptor, false), 1);
    Fresh function = state.fresh(at, type + "." + method, new Made(null, Set.of(code)));
    state.heap.store(Set.of(function), HeapGraph.capture(0), objects);
    functions.add(function);
    Type returned = Type.getReturnType(descriptor);
    if (returned.getSort() == Type.OBJECT && LAZY.contains(returned.getInternalName())) {
      result.forEach(node -> runLazily(at, node));
    }
    any.addAll(result);
    return result;
  }

  private void runLazily(int at, Node node) {
    String type = state.made(node).type();
    if (type == null) {
      calls.unknown(List.of(Set.of(node), any), "()V", reason);
    } else if (!Classes.isLibrary(type) && run.add(type)) {
      run(at, type, Set.of(node));
    }
  }

  /** Whether a class has methods of its own that override some of the library's, which that may run. */
  static boolean mayRun(Classes classes, String type) {
    ClassNode node = classes.find(type);
    return node != null && node.methods.stream()
        .anyMatch(method -> isInstance(method) && isKnown(classes, type, method));
  }

  /** Those methods that override one of the library's. */
  private Set<String> methods(String type) {
    Set<String> found = new LinkedHashSet<>();
    for (String at : classes.supertypes(type)) {
      ClassNode node = classes.find(at);
      for (MethodNode method : node == null || Classes.isLibrary(at) ? List.<MethodNode>of() : node.methods) {
        if (isInstance(method) && isKnown(classes, at, method) && !(reads && CHANGING.contains(method.name))) {
          found.add(method.name + method.desc);
        }
      }
    }
    return found;
  }

  private static boolean isInstance(MethodNode method) {
    return !method.name.startsWith("<") && !Classes.is(method.access,
        Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_ABSTRACT);
  }

  private static boolean isKnown(Classes classes, String type, MethodNode method) {
    return classes.method("java/lang/Object", method.name, method.desc) == null
        && classes.supertypes(type).stream().filter(Classes::isLibrary).map(classes::find)
            .anyMatch(node -> node != null && Classes.declared(node, method.name, method.desc) != null);
  }
}
