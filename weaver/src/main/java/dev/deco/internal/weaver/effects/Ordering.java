package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Node.Fresh;
import dev.deco.internal.weaver.effects.Summary.Lambda;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * What sorted collections and priority queues do when they look for the place of an object: they run the comparator
 * that they were made with, or else the objects' own {@code compareTo}.
 */
final class Ordering {
  /** From a sorted collection that is made here to its comparator. */
  static final Location COMPARATOR = new Location.Field("<view>", "comparator");

  static final Set<String> SORTED = Set.of("java/util/TreeMap", "java/util/TreeSet", "java/util/PriorityQueue",
      "java/util/concurrent/ConcurrentSkipListMap", "java/util/concurrent/ConcurrentSkipListSet",
      "java/util/concurrent/PriorityBlockingQueue");
  static final Set<String> QUEUES =
      Set.of("java/util/PriorityQueue", "java/util/concurrent/PriorityBlockingQueue");
  private static final Type FUNCTION = Type.getObjectType("java/util/Comparator");

  /** Those methods of theirs, and of what shows them, that compare nothing. */
  private static final Set<String> QUIET = Set.of("size", "isEmpty", "clear", "iterator", "spliterator", "stream",
      "parallelStream", "forEach", "toArray", "keySet", "navigableKeySet", "values", "entrySet", "descendingMap",
      "descendingSet", "descendingKeySet", "descendingIterator", "first", "last", "firstKey", "lastKey", "firstEntry",
      "lastEntry", "pollFirst", "pollLast", "pollFirstEntry", "pollLastEntry", "peek", "element", "comparator", "clone",
      "hashCode", "toString", "containsValue", "getFirst", "getLast", "hasNext", "next", "forEachRemaining",
      "hasPrevious", "previous", "getKey", "getValue", "setValue");

  private final Effects effects;
  private final MethodState state;
  private final CallEffects calls;
  private final LibraryFunctions functions;
  private final int at;

  Ordering(Effects effects, MethodState state, CallEffects calls, LibraryFunctions functions, int at) {
    this.effects = effects;
    this.state = state;
    this.calls = calls;
    this.functions = functions;
    this.at = at;
  }

  /** Whether a method of the library may compare by the order of its receiver. */
  static boolean mayCompare(String owner, String method) {
    return owner.equals("java/lang/Object") ? method.equals("equals") : !QUIET.contains(method);
  }

  /** These new collections compare as those do, or by these comparators. */
  void keep(Set<Node> collections, Set<Node> orders) {
    for (Node order : orders) {
      String type = state.made(order).type();
      boolean sorted = type != null && SORTED.contains(type);
      if (sorted && order instanceof Fresh) {
        state.heap.store(collections, COMPARATOR, state.heap.edge(order, COMPARATOR));
      } else if (type == null || sorted || !Classes.isLibrary(type) || !isCollection(type)) {
        state.heap.store(collections, COMPARATOR, Set.of(order));
      }
    }
  }

  private boolean isCollection(String type) {
    return effects.classes.subtype(type, "java/util/Collection") || effects.classes.subtype(type, "java/util/Map");
  }

  /**
   * Collections look for the place of some objects.
   *
   * @param type the static type of the collections
   * @param first what the method is given first: of a map, the key
   * @param given all that it is given
   */
  void compare(Set<Node> collections, String type, Set<Node> first, Set<Node> given) {
    Set<Node> all = new LinkedHashSet<>();
    collections.forEach(node -> sources(node, all));
    for (Node node : all) {
      String made = state.made(node).type();
      boolean map = effects.classes.subtype(made == null ? type : made, "java/util/Map");
      Set<Node> objects = new LinkedHashSet<>(map ? first : given);
      if (!map || !first.isEmpty()) { // keys are compared with keys of their own kind: values that change are none
        objects.addAll(state.heap.held(first));
        objects.addAll(state.heap.held(Set.of(node)));
      }
      if (made != null && node instanceof Fresh && SORTED.contains(made)) {
        ordered(node, objects);
      } else if (made == null ? state.made(node).lambdas().isEmpty() && mayBeSorted(type)
          : isSorted(made)) {
        open(node, made == null ? type : made, objects);
      }
    }
  }

  private void sources(Node node, Set<Node> to) {
    if (to.add(node)) {
      state.heap.edges(node).forEach((edge, shown) -> {
        if (edge.equals(HeapGraph.SOURCE) || edge.equals(HeapGraph.BACKING)) {
          new LinkedHashSet<>(shown).forEach(one -> sources(one, to));
        }
      });
    }
  }

  /** A collection that is made here: its comparator is known, or it has none. */
  private void ordered(Node collection, Set<Node> objects) {
    Set<Node> comparators = new LinkedHashSet<>(state.heap.edge(collection, COMPARATOR));
    Set<Node> elsewhere = new LinkedHashSet<>(comparators);
    elsewhere.removeIf(node -> !isCollectionNode(node));
    comparators.removeAll(elsewhere);
    objects.removeAll(comparators);
    if (comparators.isEmpty() && QUEUES.contains(state.made(collection).type())) {
      functions.deep(objects, null, Set.of("compareTo"));
    } else if (!comparators.isEmpty()) {
      functions.call(FUNCTION, comparators, List.of(objects, objects));
    }
    elsewhere.forEach(node -> any(node, state.made(node).type(), objects));
  }

  private boolean isCollectionNode(Node node) {
    String type = state.made(node).type();
    return type != null && isSorted(type);
  }

  /** A collection that comes from elsewhere. */
  private void open(Node collection, String type, Set<Node> objects) {
    effects.fixpoint.noteAsked(LoudComparators.QUESTION);
    boolean queue = QUEUES.stream().anyMatch(one -> effects.classes.subtype(one, type)
        && effects.classes.naming(one).iterator().hasNext());
    if (queue) {
      functions.deep(objects, null, Set.of("compareTo"));
    }
    any(collection, type, objects);
  }

  /** Any comparator that the program makes collections of this type with. */
  private void any(Node collection, String type, Set<Node> objects) {
    if (effects.loud == null) {
      LoudMethods.noteCallBack(state);
      return;
    }
    if (!effects.loud.comparators().makers().isEmpty()) {
      functions.compareLoudly(objects);
      Set<Lambda> all = new LinkedHashSet<>();
      for (String sorted : SORTED) {
        boolean ofView = !effects.classes.subtype(type, "java/util/Map");
        if (effects.classes.subtype(sorted, type) || effects.classes.subtype(type, sorted) || ofView) {
          all.addAll(effects.loud.comparators().of(LoudComparators.kind(sorted)));
        }
      }
      if (!all.isEmpty()) {
        functions.noteLoud();
        calls.comparisons.compare(all, collection, objects, this::compare);
      }
    }
  }

  private void compare(Lambda comparator, Set<Node> collections, Set<Node> compared) {
    if (!calls.isRepeated(at, comparator, List.of(collections, compared))) {
      calls.run(at, comparator, collections, List.of(compared, compared));
    }
  }

  private boolean isSorted(String type) {
    return SORTED.stream().anyMatch(one -> effects.classes.subtype(type, one));
  }

  private boolean mayBeSorted(String type) {
    return SORTED.stream().anyMatch(one -> effects.classes.subtype(one, type) || effects.classes.subtype(type, one));
  }
}
