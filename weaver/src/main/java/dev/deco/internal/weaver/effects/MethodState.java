package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Location.Signal.Kind;
import dev.deco.internal.weaver.effects.Node.Fresh;
import dev.deco.internal.weaver.effects.Node.Parameter;
import dev.deco.internal.weaver.effects.Node.Reached;
import dev.deco.internal.weaver.effects.Summary.Lambda;
import dev.deco.internal.weaver.effects.Summary.Made;
import dev.deco.internal.weaver.effects.Summary.Store;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.objectweb.asm.Type;

/**
 * All that the analysis of one method learns while it runs: the heap, the allocation sites, and, once those are
 * stable, the accesses of the instruction at hand.
 */
final class MethodState {
  private static final int PARTS = 12;
  private static final int NUMBERS = 12;
  /** Beyond so many the parts of what a call makes are no longer told apart. */
  private static final int SITES = 150;

  final HeapGraph heap;
  private final FinalFields finals;
  private final int count;
  private final Map<Integer, Made> parameters;
  private final Map<Integer, Made> made = new LinkedHashMap<>();
  private final Map<Integer, Map<Object, Integer>> parts = new LinkedHashMap<>();
  private int version;

  private Map<Access.Key, Access> recorded = new LinkedHashMap<>();
  private boolean recording;
  private boolean locks;
  private boolean constructs;
  Initialization initialization;
  final Set<Integer> calls = new LinkedHashSet<>();
  final Set<Node> returned = new LinkedHashSet<>();

  /**
   * @param parameters what is known about the functions handed in, by parameter index
   * @param types the static types of the parameters
   * @param leaf which types refer to immutable objects only
   * @param repeated the instructions that can run more than once
   * @param constructor whether the method is one
   */
  MethodState(FinalFields finals, Map<Integer, Made> parameters, List<Type> types, Predicate<Type> leaf,
      BitSet repeated, boolean constructor) {
    this.finals = finals;
    this.parameters = parameters;
    this.count = types.size();
    this.heap = new HeapGraph(node -> node instanceof Parameter parameter && parameter.index() < types.size()
        && leaf.test(types.get(parameter.index())), repeated, constructor);
  }

  int version() {
    return version + heap.version();
  }

  /** The node for what instruction {@code at} makes for the purpose {@code key}; the first key has part 0. */
  Fresh fresh(int at, Object key, Made description) {
    Map<Object, Integer> numbers = parts.computeIfAbsent(at, index -> new LinkedHashMap<>());
    int most = made.size() < SITES ? PARTS : Math.max(1, numbers.size());
    int part = numbers.computeIfAbsent(key, any -> Math.min(numbers.size(), most - 1));
    int id = Fresh.id(at, part);
    Made before = made.get(id);
    Made now = before == null ? description : before.join(description);
    if (!now.equals(before)) {
      made.put(id, now);
      version++;
    }
    return new Fresh(id, true);
  }

  /** What is known about the objects of a node. */
  Made made(Node node) {
    if (node instanceof Fresh fresh) {
      return made.getOrDefault(fresh.instruction(), Made.UNKNOWN);
    }
    if (node instanceof Node.Member member && member.location() instanceof Location.Field field) {
      return finals.of(field.owner(), field.name());
    } else if (node instanceof Node.Root root) {
      return finals.of(root.owner(), root.field());
    }
    return node instanceof Parameter parameter ? parameters.getOrDefault(parameter.index(), Made.UNKNOWN)
        : Made.UNKNOWN;
  }

  /**
   * What a function handed in has captured: where the caller knows the function, that is one more parameter, after the
   * declared ones, for each captured variable of each function in turn.
   */
  Node captured(Parameter function, Lambda lambda, int index) {
    int at = count;
    for (Map.Entry<Integer, Made> each : new TreeMap<>(parameters).entrySet()) {
      for (Lambda one : each.getValue().lambdas()) {
        if (each.getKey() == function.index() && one.equals(lambda)) {
          return new Parameter(at + index);
        }
        at += one.captured();
      }
    }
    return function.reach();
  }

  Set<Integer> parts(int at) {
    Set<Integer> ids = new LinkedHashSet<>();
    parts.getOrDefault(at, Map.of()).values().forEach(part -> ids.add(Fresh.id(at, part)));
    return ids;
  }

  // What is recorded of the instruction at hand

  void record() {
    recording = true;
    recorded = new LinkedHashMap<>();
    locks = false;
  }

  /** The record of accesses under way, as an identity. */
  Object recordNow() {
    return recorded;
  }

  Set<Access> recorded() {
    return new LinkedHashSet<>(recorded.values());
  }

  boolean locks() {
    return locks;
  }

  boolean recording() {
    return recording;
  }

  void lock() {
    locks = true;
  }

  void touch(boolean write, Set<Node> nodes, Location location, boolean known, String reason) {
    if (recording) {
      nodes.forEach(node -> touch(write, node, location, known, reason, new LinkedHashSet<>()));
    }
  }

  /** An access of a view is one of what it shows, too. */
  private void touch(boolean write, Node node, Location location, boolean known, String reason, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    add(new Access(write, node, location, known, reason));
    if ((location.equals(Location.CONTENT) || location.equals(Location.STRUCTURE)) && !constructs
        && Shared.is(made(node).type())) {
      signal(write ? Kind.RELEASE : Kind.ACQUIRE, Set.of(node), reason);
    }
    if (location.overlaps(HeapGraph.CURSOR)) {
      move(node, known, reason, new LinkedHashSet<>());
    }
    if (location.overlaps(Location.CONTENT) || location.overlaps(Location.STRUCTURE)) {
      heap.edges(node).forEach((edge, shown) -> {
        if (edge.equals(HeapGraph.SOURCE) || edge.equals(HeapGraph.BACKING)) {
          new LinkedHashSet<>(shown).forEach(one -> touch(write, one, location, known, reason, seen));
        } else if (HeapGraph.isArray(edge)) {
          Location elements = new Location.Elements(((Location.Field) edge).name().charAt(0));
          shown.forEach(one -> add(new Access(write, one, elements, known, reason)));
        }
      });
    }
  }

  /** To look for the next element of what takes its elements from an iterator, or to take it, moves that one. */
  private void move(Node node, boolean known, String reason, Set<Node> seen) {
    if (seen.add(node)) {
      heap.edges(node).forEach((edge, shown) -> {
        if (edge.equals(HeapGraph.MOVES)) {
          shown.forEach(one -> add(new Access(true, one, HeapGraph.CURSOR, known, reason)));
        }
        if (edge.equals(HeapGraph.MOVES) || edge.equals(HeapGraph.SOURCE) || edge.equals(HeapGraph.BACKING)) {
          new LinkedHashSet<>(shown).forEach(one -> move(one, known, reason, seen));
        }
      });
    }
  }

  /** An access that has no object. */
  void touch(boolean write, Location location, boolean known, String reason) {
    if (recording) {
      add(new Access(write, null, location, known, reason));
    }
  }

  /** The instruction at hand may be the first to use a class. */
  void initialize(String type) {
    if (recording && type != null) {
      initialization.use(type).forEach(one -> add(new Access(false, null, new Location.Initializer(one), true,
          "uses " + CallEffects.simple(one))));
    }
  }

  private void add(Access access) {
    if (access.location() instanceof Location.Initializer initializer && initialization.isDone(initializer.type())) {
      return;
    }
    recorded.putIfAbsent(access.key(), access);
  }

  /** Says whether what is recorded is what a constructor of the library does: its object is nobody's yet. */
  void construct(boolean isConstructor) {
    constructs = isConstructor;
  }

  boolean constructs() {
    return constructs;
  }

  /** What other threads notice: they meet at these objects. */
  void signal(Kind kind, Set<Node> nodes, String reason) {
    if (recording) {
      boolean write = kind != Kind.ACQUIRE && kind != Kind.THREAD;
      nodes.forEach(node -> add(new Access(write, node, new Location.Signal(kind), true, reason)));
    }
  }

  /** The same where the object that they meet at is not known, or is none. */
  void signal(Kind kind, String reason) {
    signal(kind, Set.of(Node.OUTSIDE), reason);
  }

  /**
   * Everything that these objects reach and the world may be read, written and mixed.
   *
   * @param known whether that bounds code that is there to be seen, and only too much to be told apart
   */
  void anything(Collection<Set<Node>> arguments, boolean known, String reason) {
    Set<Node> all = new LinkedHashSet<>();
    arguments.forEach(all::addAll);
    Set<Node> outside = Set.of(Node.OUTSIDE);
    heap.store(outside, Location.ANY, all);
    heap.store(all, Location.ANY, outside);
    Set<Node> reached = new LinkedHashSet<>(all);
    reached.addAll(heap.closure(all));
    heap.store(reached, Location.ANY, outside);
    reached.add(Node.OUTSIDE);
    touch(false, reached, Location.ANY, known, reason);
    touch(true, reached, Location.ANY, known, reason);
    touch(false, Location.WORLD, known, reason);
    touch(true, Location.WORLD, known, reason);
    locks = true;
  }

  // The summary

  /** @param numbers which number each allocation site has in the method's summaries: kept from one to the next */
  Summary summary(Iterable<Access> accesses, boolean takesLocks, Map<Integer, Integer> numbers) {
    Map<Access.Key, Access> outer = new LinkedHashMap<>();
    for (Access access : accesses) {
      if (access.node() == null || access.node().external()) {
        outer.putIfAbsent(access.key(), access);
      } else if (access.location() instanceof Location.Signal
          && heap.escaped(((Fresh) access.node()).instruction())) { // others know what this method has made
        Access signal = access.at(Node.OUTSIDE);
        outer.putIfAbsent(signal.key(), signal);
      }
    }
    doubtOutside(outer);
    Set<Node> result = new LinkedHashSet<>();
    Set<Integer> living = new LinkedHashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    returned.forEach(node -> result.add(outward(node, numbers, living, open)));
    Set<Store> stores = new LinkedHashSet<>();
    Set<Store> given = heap.given();
    for (Store store : given) {
      if (!(store.target() instanceof Node.Outside && store.value() instanceof Fresh)) {
        stores.add(new Store(store.target(), store.location(), outward(store.value(), numbers, living, open)));
      }
    }
    while (!open.isEmpty()) {
      Fresh fresh = new Fresh(open.pop(), true);
      Node target = outward(fresh, numbers, living, open);
      heap.edges(fresh).forEach((location, values) -> values.forEach(value ->
          stores.add(new Store(target, location, outward(value, numbers, living, open)))));
      if (heap.mixed(fresh)) {
        stores.add(new Store(target, Location.ANY, Node.OUTSIDE));
      }
    }
    for (Store store : given) { // what only an exception or unknown code has seen is of no concern to the caller
      if (store.target() instanceof Node.Outside && store.value() instanceof Fresh fresh
          && living.contains(fresh.instruction())) {
        stores.add(new Store(store.target(), store.location(), outward(fresh, numbers, living, open)));
      }
    }
    Map<Integer, Made> things = new LinkedHashMap<>();
    for (int id : living) {
      things.merge(numbers.get(id), made.getOrDefault(id, Made.UNKNOWN), Made::join);
    }
    return new Summary(Summary.bounded(outer), result, Summary.bounded(stores), things, new LinkedHashSet<>(calls),
        takesLocks);
  }

  /** Where some code is unknown, it is unknown, too, which objects have become part of the outside. */
  private static void doubtOutside(Map<Access.Key, Access> accesses) {
    String reason = accesses.values().stream().filter(access -> !access.known()).map(Access::reason).findFirst()
        .orElse(null);
    if (reason == null) {
      return;
    }
    List<Access> sure = accesses.values().stream()
        .filter(access -> access.known() && access.node() instanceof Node.Outside
            && !(access.location() instanceof Location.Signal)).toList();
    for (Access access : sure) {
      Access doubted = new Access(access.write(), access.node(), access.location(), false, reason);
      accesses.remove(access.key());
      accesses.putIfAbsent(doubted.key(), doubted);
    }
  }

  private static Node outward(Node node, Map<Integer, Integer> numbers, Set<Integer> living, Deque<Integer> open) {
    if (!(node instanceof Fresh fresh)) {
      return node;
    }
    int id = fresh.instruction();
    int number = numbers.computeIfAbsent(id, any -> Math.min(numbers.size(), NUMBERS - 1));
    if (living.add(id)) {
      open.push(id);
    }
    return new Fresh(number, true);
  }

  /** The nodes here for a node of a callee's summary, given the arguments. */
  Set<Node> inward(Node node, List<Set<Node>> arguments, IntFunction<Node> fresh) {
    if (node instanceof Fresh made) {
      return Set.of(fresh.apply(made.instruction()));
    } else if (node instanceof Parameter parameter) {
      return parameter.index() < arguments.size() ? arguments.get(parameter.index()) : Set.of();
    } else if (node instanceof Reached reached && reached.root() instanceof Parameter parameter) {
      return parameter.index() < arguments.size() ? heap.closure(arguments.get(parameter.index())) : Set.of();
    } else if (node instanceof Node.Member member && member.root() instanceof Parameter) {
      Set<Node> holders = inward(member.holder(), arguments, fresh);
      return member.location() instanceof Location.Content ? heap.held(holders) : heap.load(holders, member.location());
    }
    return Set.of(heap.named(node));
  }
}
