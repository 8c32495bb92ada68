package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Node.Fresh;
import dev.deco.internal.weaver.effects.Summary.Store;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the objects of one method refer to. Flow-insensitive: it holds all that is stored anywhere in the method, and
 * both ages of a {@link Fresh} as one, so a load gives both (where its instruction can run twice at all). It only
 * grows.
 *
 * <p>A fresh object that is stored into an external one has escaped, with all that it reaches. What a method stores
 * into external or escaped objects goes into one pool, since any of those may be one and the same; a load from an
 * escaped object gives the pool too. The object that a constructor is to initialise was empty before: until it escapes,
 * it refers to nothing but what the constructor has stored in it, like a fresh one.
 *
 * <p><b>Concurrency:</b> confined to the analysis of one method.
 */
final class HeapGraph {
  /** From a view to the object whose elements are its own: its accesses are accesses of that object. */
  static final Location SOURCE = new Location.Field("<view>", "source");
  /** From a view to an object that its accesses touch too, while its elements are of its own. */
  static final Location BACKING = new Location.Field("<view>", "backing");
  /** From an iterator or a stream to an iterator that it takes its elements from. */
  static final Location MOVES = new Location.Field("<view>", "moves");
  /** Where an iterator or a buffer stands. */
  static final Location CURSOR = new Location.Field("<view>", "cursor");
  /** From a library's function object or stream to the functions that it calls. */
  static final Location FUNCTIONS = new Location.Field("<view>", "functions");

  private static final Node THIS = new Node.Parameter(0);
  private static final int MOST_NAMES = 48;
  private static final int MOST_DEEP_NAMES = 24;
  private static final int MOST_STORES = 400;
  private static final int MOST_POOLED = 100;

  private final Map<Integer, Map<Location, Set<Node>>> edges = new LinkedHashMap<>();
  private final Map<Node, Map<Location, Set<Node>>> given = new LinkedHashMap<>();
  private int stored;
  private boolean mixed;
  private final Set<Node> mixedTargets = new LinkedHashSet<>();
  private final Set<Node> mixedValues = new LinkedHashSet<>();
  private final Set<Integer> escaped = new LinkedHashSet<>();
  private final Map<Node, Set<Node.Member>> names = new HashMap<>();
  private final Set<Node> pool = new LinkedHashSet<>();
  private final Predicate<Node> leaf;
  private final BitSet repeated;
  private final boolean constructor;
  private final Map<Set<Node>, Set<Node>> closures = new HashMap<>();
  private int closuresOf;
  private int version;

  /**
   * @param leaf which external nodes refer to no mutable object, by their type
   * @param repeated the instructions that can run more than once
   * @param constructor whether the method is one
   */
  HeapGraph(Predicate<Node> leaf, BitSet repeated, boolean constructor) {
    this.leaf = leaf;
    this.repeated = repeated;
    this.constructor = constructor;
  }

  /** Changes with each thing learned. */
  int version() {
    return version;
  }

  /** From a view of an array to the array; its elements are of the type with that descriptor character. */
  static Location array(char type) {
    return new Location.Field("<array>", String.valueOf(type));
  }

  static boolean isArray(Location location) {
    return location instanceof Location.Field field && field.owner().equals("<array>");
  }

  /** From a lambda to its captured value number {@code index}. */
  static Location capture(int index) {
    return new Location.Field("<capture>", String.valueOf(index));
  }

  boolean escaped(int instruction) {
    return escaped.contains(instruction);
  }

  void store(Set<Node> targets, Location location, Set<Node> values) {
    if (targets.isEmpty() || values.isEmpty()) {
      return;
    }
    boolean shared = false;
    for (Node target : targets) {
      boolean outer = !isOwn(target);
      shared |= outer;
      if (outer && (mixed || stored + (long) targets.size() * values.size() > MOST_STORES) && !isInner(location)) {
        mix(target, values);
      } else if (target instanceof Fresh fresh) {
        add(edges.computeIfAbsent(fresh.instruction(), key -> new LinkedHashMap<>())
            .computeIfAbsent(location, key -> new LinkedHashSet<>()), values);
      } else {
        Set<Node> to = given.computeIfAbsent(target, key -> new LinkedHashMap<>())
            .computeIfAbsent(location, key -> new LinkedHashSet<>());
        stored -= to.size();
        if (outer) {
          to.addAll(values);
        } else {
          add(to, values);
        }
        stored += to.size();
      }
    }
    if (shared) {
      values.forEach(this::escape);
    }
  }

  /** Whether it refers to nothing but what this method has stored in it, and nothing else refers to it. */
  private boolean isOwn(Node node) {
    return node instanceof Fresh fresh ? !escaped.contains(fresh.instruction())
        : isEmptyAtFirst(node) && !pool.contains(node);
  }

  private boolean isEmptyAtFirst(Node node) {
    return constructor && node.equals(THIS);
  }

  /** From here on it is only known which external and escaped objects are stored into, and which are stored. */
  private void mix(Node target, Set<Node> values) {
    if (constructor) {
      escape(THIS);
    }
    mixed = true;
    mixedTargets.add(target);
    mixedValues.addAll(values);
  }

  private static boolean isInner(Location location) {
    return location instanceof Location.Field field && field.owner().startsWith("<");
  }

  private void add(Set<Node> to, Set<Node> values) {
    if (!to.containsAll(values)) {
      values.forEach(value -> add(to, value));
    }
  }

  private void add(Set<Node> to, Node value) {
    boolean changed = to.add(value);
    if (value instanceof Fresh fresh) {
      changed |= to.add(new Fresh(fresh.instruction(), true));
      if (repeated.get(fresh.at())) {
        changed |= to.add(new Fresh(fresh.instruction(), false));
      }
    }
    if (changed) {
      version++;
    }
  }

  void escape(Node node) {
    boolean first = !pool.contains(node);
    add(pool, node);
    if (first && isEmptyAtFirst(node)) {
      for (Set<Node> values : given.getOrDefault(node, Map.of()).values()) {
        new LinkedHashSet<>(values).forEach(this::escape);
      }
    } else if (node instanceof Fresh fresh && escaped.add(fresh.instruction())) {
      version++;
      for (Set<Node> values : edges.getOrDefault(fresh.instruction(), Map.of()).values()) {
        new LinkedHashSet<>(values).forEach(this::escape);
      }
    }
  }

  /**
   * This node, or what it is part of: only so many parts of one object have names of their own in one method, the rest
   * are {@link Node.Reached}, so that what callees do to large objects adds up to something of bounded size.
   */
  Node named(Node node) {
    if (!(node instanceof Node.Member member)) {
      return node;
    }
    Set<Node.Member> known = names.computeIfAbsent(member.root(), root -> new HashSet<>());
    if (known.contains(member)) {
      return member;
    } else if (known.size() >= (member.steps() == 1 ? MOST_NAMES : MOST_DEEP_NAMES)) {
      return new Node.Reached(member.root());
    }
    known.add(member);
    return member;
  }

  /**
   * What an escaped object may refer to; when that is too much to tell apart, it is the outside, as for everyone else.
   */
  private Set<Node> pool() {
    return pool.size() > MOST_POOLED ? Set.of(Node.OUTSIDE) : pool;
  }

  /** What loading {@code location} of these objects may give. */
  Set<Node> load(Set<Node> from, Location location) {
    Set<Node> loaded = new LinkedHashSet<>();
    for (Node node : from) {
      if (node instanceof Fresh || isOwn(node)) {
        Map<Location, Set<Node>> out = stored(node);
        if (location instanceof Location.Any) {
          out.values().forEach(loaded::addAll);
        } else {
          loaded.addAll(out.getOrDefault(location, Set.of()));
          loaded.addAll(out.getOrDefault(Location.ANY, Set.of()));
        }
        if (!isOwn(node)) {
          loaded.addAll(pool());
        }
      } else if (!leaf.test(node)) {
        loaded.add(named(node.load(location)));
      }
    }
    return loaded;
  }

  /** What this method has stored into an object. */
  private Map<Location, Set<Node>> stored(Node node) {
    return node instanceof Fresh fresh ? edges.getOrDefault(fresh.instruction(), Map.of())
        : given.getOrDefault(node, Map.of());
  }

  /** What these collections, arrays' views and streams hold: their own content, and that of what they show. */
  Set<Node> held(Set<Node> from) {
    Set<Node> held = new LinkedHashSet<>();
    Set<Node> seen = new LinkedHashSet<>();
    from.forEach(node -> held(node, held, seen));
    return held;
  }

  private void held(Node node, Set<Node> held, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    held.addAll(load(Set.of(node), Location.CONTENT));
    edges(node).forEach((edge, shown) -> {
      if (edge.equals(SOURCE)) {
        new LinkedHashSet<>(shown).forEach(one -> held(one, held, seen));
      } else if (isArray(edge)) {
        held.addAll(load(shown, new Location.Elements(((Location.Field) edge).name().charAt(0))));
      }
    });
  }

  /** What was stored at exactly {@code location} of fresh objects among these. */
  Set<Node> edge(Node from, Location location) {
    return from instanceof Fresh fresh
        ? edges.getOrDefault(fresh.instruction(), Map.of()).getOrDefault(location, Set.of())
        : Set.of();
  }

  /** Whether these objects of the method's own may refer to anything that has been stored outside of it. */
  boolean mixed(Fresh fresh) {
    return mixedTargets.contains(fresh) || mixedTargets.contains(new Fresh(fresh.instruction(), !fresh.latest()));
  }

  Map<Location, Set<Node>> edges(Node from) {
    return from instanceof Fresh fresh ? edges.getOrDefault(fresh.instruction(), Map.of()) : Map.of();
  }

  /** All that these objects reach in one step or more. */
  Set<Node> closure(Set<Node> from) {
    if (closuresOf != version) {
      closures.clear();
      closuresOf = version;
    }
    Set<Node> known = closures.get(from);
    if (known == null) {
      known = reach(from);
      closures.put(Set.copyOf(from), known); // callers go on to add to theirs
    }
    return known;
  }

  private Set<Node> reach(Set<Node> from) {
    Set<Node> reached = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>(from);
    boolean pooled = false;
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (node instanceof Fresh fresh) {
        for (Set<Node> values : edges.getOrDefault(fresh.instruction(), Map.of()).values()) {
          visit(values, reached, open);
        }
        if (!pooled && escaped.contains(fresh.instruction())) {
          pooled = true;
          visit(pool(), reached, open);
        }
      } else {
        if (isOwn(node)) {
          stored(node).values().forEach(values -> visit(values, reached, open));
        }
        if (!leaf.test(node) && reached.add(node.reach())) {
          open.push(node.reach());
        }
      }
    }
    return Collections.unmodifiableSet(reached);
  }

  private static void visit(Set<Node> values, Set<Node> reached, Deque<Node> open) {
    for (Node value : values) {
      if (reached.add(value)) {
        open.push(value);
      }
    }
  }

  /** What the method has stored into objects that it did not make. */
  Set<Store> given() {
    Set<Store> stores = new LinkedHashSet<>();
    given.forEach((target, values) -> values.forEach((location, nodes) ->
        nodes.forEach(value -> stores.add(new Store(target, location, value)))));
    mixedTargets.stream().filter(Node::external)
        .forEach(target -> stores.add(new Store(target, Location.ANY, Node.OUTSIDE)));
    mixedValues.forEach(value -> stores.add(new Store(Node.OUTSIDE, Location.ANY, value)));
    return stores;
  }
}
