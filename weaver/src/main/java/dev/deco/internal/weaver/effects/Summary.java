package dev.deco.internal.weaver.effects;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * What one method does, in terms of its own {@link Node.Parameter}s, what they reach, {@link Node.Root}s and
 * {@link Node.Outside}. What it does to objects that it makes itself is left out. A {@link Node.Fresh} in a summary
 * stands for an object that the method makes and that lives on; its {@code instruction} is then only a number.
 *
 * <p><b>Concurrency:</b> immutable.
 *
 * @param accesses everything it and its callees may read and write
 * @param result what it may return; empty for void, primitive and immutable results
 * @param stores what becomes reachable from what
 * @param made what is known about each {@link Node.Fresh} in {@code result} and {@code stores}, by its number
 * @param calls indexes of the parameters whose code it runs without knowing it: functions handed in. The accesses then
 *     hold an unknown one, unless the caller knows the function
 * @param takesLocks it may wait for or hold a lock
 */
public record Summary(Set<Access> accesses, Set<Node> result, Set<Store> stores, Map<Integer, Made> made,
    Set<Integer> calls, boolean takesLocks) {

  /** After the call, {@code location} of {@code target} may refer to {@code value}. */
  public record Store(Node target, Location location, Node value) {}

  /**
   * An object that is made.
   *
   * @param type the internal name of its exact class, or {@code null} where that is not known
   * @param lambdas the code it runs when called as a function, where that is known
   */
  public record Made(String type, Set<Lambda> lambdas) {
    static final Made UNKNOWN = new Made(null, Set.of());

    Made join(Made other) {
      if (equals(other)) {
        return this;
      }
      boolean functions = !lambdas.isEmpty() && !other.lambdas.isEmpty();
      Set<Lambda> both = new LinkedHashSet<>();
      if (functions) {
        both.addAll(lambdas);
        both.addAll(other.lambdas);
      }
      return new Made(type != null && type.equals(other.type) ? type : null, both);
    }
  }

  /** A function object made by a lambda expression or method reference: its code, and how many values it captured. */
  public record Lambda(Handle code, int captured) {
    /** What the instruction makes, or {@code null}: no function. */
    public static Lambda of(InvokeDynamicInsnNode call) {
      boolean function = call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory") && call.bsmArgs.length > 1;
      return function && call.bsmArgs[1] instanceof Handle code
          ? new Lambda(code, Type.getArgumentTypes(call.desc).length) : null;
    }
  }

  /** Beyond so many it is only said which objects are stored into, and which are stored. */
  private static final int MOST_STORES = 300;
  /**
   * Beyond so many it is only said from where the objects are reached; beyond as many of these, not which part of them.
   */
  private static final int MOST_ACCESSES = 300;

  static final Summary NOTHING = new Summary(Set.of(), Set.of(), Set.of(), Map.of(), Set.of(), false);

  /** The effects of code that cannot be seen: it may touch all that its {@code parameters} reach, and the world. */
  static Summary unknown(Set<Integer> parameters, boolean resultMatters, String reason) {
    return anything(parameters, resultMatters, false, reason);
  }

  /** The effects of code that can be seen, and is too much to be told apart: the same, as a bound that is known. */
  static Summary coarse(Set<Integer> parameters, boolean resultMatters, String reason) {
    return anything(parameters, resultMatters, true, reason);
  }

  private static Summary anything(Set<Integer> parameters, boolean resultMatters, boolean known, String reason) {
    Set<Access> accesses = new LinkedHashSet<>();
    Set<Node> result = new LinkedHashSet<>();
    Set<Store> stores = new LinkedHashSet<>();
    for (int index : parameters) {
      Node parameter = new Node.Parameter(index);
      result.add(parameter);
      result.add(parameter.reach());
      stores.add(new Store(Node.OUTSIDE, Location.ANY, parameter));
      stores.add(new Store(parameter, Location.ANY, Node.OUTSIDE));
      stores.add(new Store(parameter.reach(), Location.ANY, Node.OUTSIDE));
    }
    result.add(Node.OUTSIDE);
    for (Node node : result) {
      accesses.add(new Access(false, node, Location.ANY, known, reason));
      accesses.add(new Access(true, node, Location.ANY, known, reason));
    }
    accesses.add(new Access(false, null, Location.WORLD, known, reason));
    accesses.add(new Access(true, null, Location.WORLD, known, reason));
    return new Summary(accesses, resultMatters ? result : Set.of(), stores, Map.of(), Set.of(), true);
  }

  /** Whether all that the method does is known. */
  public boolean known() {
    return accesses.stream().allMatch(Access::known);
  }

  /** Why it is not {@link #known}: one sentence a cause. */
  public Set<String> unknown() {
    return accesses.stream().filter(access -> !access.known()).map(Access::reason)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether the method returns nothing but objects that it made itself. */
  public boolean fresh() {
    return !result.isEmpty() && result.stream().noneMatch(Node::external);
  }

  /** The same, with other accesses. */
  Summary with(Set<Access> others) {
    return new Summary(others, result, stores, made, calls, takesLocks);
  }

  /** What either of the two may do. */
  Summary join(Summary other) {
    return this == other || other == NOTHING ? this : joined(List.of(this, other));
  }

  /** What any of them may do; of two reasons for one access, the first. */
  static Summary joined(List<Summary> summaries) {
    Map<Access.Key, Access> accesses = new LinkedHashMap<>();
    Set<Node> result = new LinkedHashSet<>();
    Set<Store> stores = new LinkedHashSet<>();
    Map<Integer, Made> made = new LinkedHashMap<>();
    Set<Integer> calls = new LinkedHashSet<>();
    boolean locks = false;
    for (Summary one : summaries) {
      one.accesses.forEach(access -> accesses.putIfAbsent(access.key(), access));
      result.addAll(one.result);
      stores.addAll(one.stores);
      one.made.forEach((number, thing) -> made.merge(number, thing, Made::join));
      calls.addAll(one.calls);
      locks |= one.takesLocks;
    }
    return new Summary(bounded(accesses), Collections.unmodifiableSet(result), bounded(stores), made, calls, locks);
  }

  /** These accesses, or fewer that say no less: of what is reached from the same object, as one. */
  static Set<Access> bounded(Map<Access.Key, Access> accesses) {
    Map<Access.Key, Access> fewer = accesses;
    if (fewer.size() > MOST_ACCESSES) {
      fewer = coarser(fewer, false);
    }
    if (fewer.size() > MOST_ACCESSES) {
      fewer = coarser(fewer, true);
    }
    return Collections.unmodifiableSet(new LinkedHashSet<>(fewer.values()));
  }

  private static Map<Access.Key, Access> coarser(Map<Access.Key, Access> accesses, boolean whole) {
    Map<Access.Key, Access> fewer = new LinkedHashMap<>();
    for (Access access : accesses.values()) {
      Node node = access.node() instanceof Node.Member member ? member.reach() : access.node();
      boolean all = whole && !(access.location() instanceof Location.Signal);
      Access one = node == null ? access : new Access(access.write(), node, all ? Location.ANY : access.location(),
          access.known(), access.reason());
      fewer.putIfAbsent(one.key(), one);
    }
    return fewer;
  }

  /** These stores, or fewer that say no less: what is stored is then known to the outside. */
  static Set<Store> bounded(Set<Store> stores) {
    if (stores.size() <= MOST_STORES) {
      return Collections.unmodifiableSet(stores);
    }
    Set<Store> mixed = new LinkedHashSet<>();
    for (Store store : stores) {
      if (!(store.target() instanceof Node.Outside)) {
        mixed.add(new Store(store.target(), Location.ANY, Node.OUTSIDE));
      }
      if (!(store.value() instanceof Node.Outside)) {
        mixed.add(new Store(Node.OUTSIDE, Location.ANY, store.value()));
      }
    }
    return Collections.unmodifiableSet(mixed);
  }

  /** Whether the two say the same, reasons aside. */
  boolean same(Summary other) {
    return keys().equals(other.keys()) && result.equals(other.result) && stores.equals(other.stores)
        && made.equals(other.made) && calls.equals(other.calls) && takesLocks == other.takesLocks;
  }

  private Set<Access.Key> keys() {
    return accesses.stream().map(Access::key).collect(Collectors.toSet());
  }
}
