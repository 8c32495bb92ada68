package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Node.Fresh;
import dev.deco.internal.weaver.effects.Summary.Lambda;
import dev.deco.internal.weaver.effects.Summary.Made;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** What one call of a library method does with the functions that it is given: it calls them, now or later. */
final class LibraryFunctions {
  /** Functions made of functions that are followed in one call: each may run the others, in every order. */
  private static final int MOST_COMPOSED = 100;
  /** Says of a function made by the library that it does not look into what it is given. */
  private static final String COLLECTOR = "java/util/stream/Collector";
  /** From a function that the library makes to those whose results it compares or hashes. */
  static final Location COMPARED = new Location.Field("<view>", "compared");
  /** From a collector to the supplier of what it fills. */
  static final Location FILLED = new Location.Field("<view>", "filled");

  private final Effects effects;
  private final MethodState state;
  private final CallEffects calls;
  private final int at;
  private final String place;
  private final Set<String> called;
  private boolean loud;
  private int composed;

  /**
   * @param place how messages name the library method
   * @param called which of {@link LoudMethods#METHODS} it may call
   */
  LibraryFunctions(Effects effects, MethodState state, CallEffects calls, int at, String place, Set<String> called) {
    this.called = called;
    this.effects = effects;
    this.state = state;
    this.calls = calls;
    this.at = at;
    this.place = place;
  }

  /** What calls of these objects as functions do, given these arguments; {@code type} is their static type. */
  Set<Node> call(Type type, Set<Node> functions, List<Set<Node>> given) {
    return call(type, functions, given, new LinkedHashSet<>());
  }

  private Set<Node> call(Type type, Set<Node> functions, List<Set<Node>> given, Set<Node> seen) {
    Set<Node> result = new LinkedHashSet<>();
    Set<Node> unseen = new LinkedHashSet<>();
    for (Node node : functions) {
      Made what = state.made(node);
      if (!seen.add(node)) {
        continue;
      } else if (!what.lambdas().isEmpty()) {
        for (Lambda lambda : what.lambdas()) {
          result.addAll(calls.run(at, lambda, Set.of(node), given));
        }
      } else if (what.type() != null && !Classes.isLibrary(what.type())) {
        result.addAll(method(type, what.type(), Set.of(node), given));
      } else if (what.type() != null && node instanceof Fresh && composed++ < MOST_COMPOSED) {
        result.addAll(libraryFunction(type, node, given, seen));
      } else if (node instanceof Node.Root root && Classes.isLibrary(root.owner())) {
        given.forEach(this::deep); // String.CASE_INSENSITIVE_ORDER and its like
        given.forEach(result::addAll);
      } else {
        unseen.add(node);
      }
    }
    if (!unseen.isEmpty()) {
      callUnseen(type, unseen, given, result);
    }
    return result;
  }

  /** Calls functions that come from anywhere. */
  private void callUnseen(Type type, Set<Node> functions, List<Set<Node>> given, Set<Node> result) {
    OwnFunctions own = calls.isOfProgram() ? OwnFunctions.of(effects.classes, type) : OwnFunctions.NONE;
    if (own.areFew()) {
      calls.noteCalled(functions);
      own.lambdas().forEach(lambda -> result.addAll(calls.run(at, lambda, functions, given)));
      own.types().forEach(user -> result.addAll(method(type, user, functions, given)));
    } else {
      List<Set<Node>> all = new ArrayList<>(given);
      all.add(functions);
      calls.unknownFunction(functions, all, "()V", "calls " + place + " with a function that is not known here");
      result.addAll(calls.anyOf(all));
    }
  }

  /** A function that the library made out of others: it may run all of them, and give their results to each other. */
  private Set<Node> libraryFunction(Type type, Node function, List<Set<Node>> given, Set<Node> seen) {
    Set<Node> all = new LinkedHashSet<>();
    given.forEach(all::addAll);
    Set<Node> keys = call(type, new LinkedHashSet<>(state.heap.edge(function, COMPARED)), List.of(all),
        new LinkedHashSet<>(seen));
    deep(keys);
    fill(type, function, all, seen);
    Set<Node> parts = new LinkedHashSet<>(state.heap.edge(function, HeapGraph.FUNCTIONS));
    if (!state.heap.edge(function, COMPARED).isEmpty()) {
      all.addAll(keys);
    } else if (parts.isEmpty() && state.heap.edge(function, FILLED).isEmpty()
        && !COLLECTOR.equals(state.made(function).type())) {
      deep(all);
    }
    all.addAll(call(type, parts, given, new LinkedHashSet<>(seen)));
    all.addAll(call(type, parts, List.of(all), new LinkedHashSet<>(seen)));
    return all;
  }

  /** What a supplier gives to a collector may have been there before: the elements are put into it. */
  private void fill(Type type, Node function, Set<Node> elements, Set<Node> seen) {
    Set<Node> suppliers = new LinkedHashSet<>(state.heap.edge(function, FILLED));
    if (!suppliers.isEmpty()) {
      Set<Node> filled = call(type, suppliers, List.of(), new LinkedHashSet<>(seen));
      String reason = place + " fills what its supplier gives";
      state.touch(true, filled, Location.CONTENT, true, reason);
      state.touch(true, filled, Location.STRUCTURE, true, reason);
      state.heap.store(filled, Location.CONTENT, elements);
      new Ordering(effects, state, calls, this, at).compare(filled, "java/lang/Object", elements, elements);
      deep(elements);
    }
  }

  /** The same for an object of a class of which there is nothing to know but its code. */
  Set<Node> ofClass(Type type, String user, List<Set<Node>> given) {
    return method(type, user, Set.of(), given);
  }

  /** The one abstract method of a functional interface, as a user's class implements it. */
  private Set<Node> method(Type type, String user, Set<Node> function, List<Set<Node>> given) {
    String from = type.getSort() == Type.OBJECT && !type.equals(Ref.OBJECT) ? type.getInternalName() : user;
    for (String each : effects.classes.supertypes(from)) {
      ClassNode node = Classes.isLibrary(each) ? effects.classes.find(each) : null;
      for (MethodNode method : node == null ? List.<MethodNode>of() : node.methods) {
        if (Classes.is(method.access, Opcodes.ACC_ABSTRACT)
            && effects.classes.method("java/lang/Object", method.name, method.desc) == null) {
          List<Set<Node>> arguments = new ArrayList<>();
          arguments.add(function);
          arguments.addAll(given);
          int wanted = Type.getArgumentTypes(method.desc).length + 1;
          while (arguments.size() < wanted) {
            arguments.add(given.isEmpty() ? Set.of() : given.get(given.size() - 1));
          }
          return calls.call(at, Opcodes.INVOKEVIRTUAL, user, method.name, method.desc,
              arguments.subList(0, wanted));
        }
      }
    }
    List<Set<Node>> all = new ArrayList<>(given);
    all.add(function);
    return calls.unknown(all, "()Ljava/lang/Object;", "calls " + place + " with an object of an unknown kind");
  }

  /** A stream or an iterator is asked for all elements, and does what it has put off until then. */
  void drain(Set<Node> streams, List<Set<Node>> arguments) {
    runAll(streams);
    state.touch(true, streams, HeapGraph.CURSOR, true, place + " takes all elements");
    if (streams.stream().anyMatch(Node::external)) {
      calls.unknownFunction(streams, arguments, "()V",
          "calls " + place + " on a stream that was made elsewhere, with functions that are not known here");
    }
  }

  /** What a stream or an iterator puts off until it is asked for elements. */
  void runAll(Set<Node> streams) {
    Set<Node> pipeline = new LinkedHashSet<>();
    Set<Node> items = new LinkedHashSet<>();
    collect(streams, pipeline);
    for (Node node : pipeline) {
      items.addAll(state.heap.held(Set.of(node)));
    }
    for (Node node : pipeline) {
      Set<Node> functions = new LinkedHashSet<>(state.heap.edge(node, HeapGraph.FUNCTIONS));
      call(Ref.OBJECT, functions, List.of(items));
    }
  }

  private void collect(Set<Node> streams, Set<Node> pipeline) {
    for (Node node : streams) {
      if (pipeline.add(node)) {
        state.heap.edges(node).forEach((edge, shown) -> {
          if (edge.equals(HeapGraph.SOURCE) || edge.equals(HeapGraph.BACKING)) {
            collect(new LinkedHashSet<>(shown), pipeline);
          }
        });
      }
    }
  }

  /** These objects are compared, hashed or printed: all that they reach may be read. */
  void deep(Set<Node> nodes) {
    deep(nodes, null, called);
  }

  /**
   * The same.
   *
   * @param type the static type of the objects, or {@code null}
   * @param methods which of {@link LoudMethods#METHODS} may be called
   */
  void deep(Set<Node> nodes, String type, Set<String> methods) {
    if (nodes.isEmpty()) {
      return;
    }
    Set<Node> all = new LinkedHashSet<>(nodes);
    all.addAll(state.heap.closure(nodes));
    calls.spend(all.size());
    state.touch(false, all, Location.ANY, true, place + " compares or prints what it reaches");
    if (effects.loud == null) {
      LoudMethods.noteCallBack(state);
      return;
    }
    for (String method : methods) {
      if (!effects.loud.isSilent(type, method)) {
        runLoud(method, all);
      }
    }
  }

  /** A comparator may run what these objects compare themselves by. */
  void compareLoudly(Set<Node> nodes) {
    Set<Node> all = new LinkedHashSet<>(nodes);
    all.addAll(state.heap.closure(nodes));
    runLoud("compareTo", all);
  }

  private void runLoud(String method, Set<Node> objects) {
    effects.fixpoint.noteAsked(LoudMethods.QUESTION + method);
    for (String type : effects.loud.classes(method)) {
      if (objects.stream().anyMatch(node -> canBe(node, type))) {
        loud = true;
        if (effects.loud.inherits(type, method)) {
          calls.inherited.call(type, method, objects, this::runLoud);
        } else {
          runLoud(type, method, objects);
        }
      }
    }
  }

  private void runLoud(String type, String method, Set<Node> objects) {
    String descriptor = LoudMethods.METHODS.get(method);
    Set<Node> receivers = new LinkedHashSet<>(objects);
    receivers.removeIf(node -> !canBe(node, type));
    List<Set<Node>> arguments = descriptor.startsWith("()") ? List.of(receivers) : List.of(receivers, objects);
    if (!calls.isRepeated(at, type + "." + method, arguments) && calls.enter()) {
      calls.exact(at, type, method, descriptor, arguments);
      calls.leave();
    }
  }

  /** Notes that code of the program's has run that does more than to read the objects that it is given. */
  void noteLoud() {
    loud = true;
  }

  /** Whether such code has run. */
  boolean isLoud() {
    return loud;
  }

  private boolean canBe(Node node, String type) {
    String made = state.made(node).type();
    return made == null ? state.made(node).lambdas().isEmpty()
        : !made.startsWith("[") && effects.classes.subtype(made, type);
  }
}
