package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Node.Fresh;
import dev.deco.internal.weaver.effects.Node.Parameter;
import dev.deco.internal.weaver.effects.Summary.Made;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Binds summaries to the arguments of calls: what they say of parameters holds for the objects that are handed in. */
final class Binding {
  private final Fixpoint fixpoint;
  private final MethodState state;
  private final Map<Site, Bound> bound = new HashMap<>();

  /** @param state of the caller */
  Binding(Fixpoint fixpoint, MethodState state) {
    this.fixpoint = fixpoint;
    this.state = state;
  }

  /** What a method with this summary does when it gets these arguments. */
  Set<Node> bind(int at, String key, Summary summary, List<Set<Node>> arguments) {
    Site site = new Site(at, key, arguments);
    Bound before = bound.get(site);
    if (before != null && before.summary == summary && before.version == state.version() && !state.recording()) {
      return before.result;
    }
    IntFunction<Node> fresh = number ->
        state.fresh(at, key + number, summary.made().getOrDefault(number, Made.UNKNOWN));
    summary.result().stream().filter(node -> node instanceof Fresh)
        .forEach(node -> fresh.apply(((Fresh) node).instruction()));
    Function<Node, Set<Node>> inward = inward(arguments, fresh); // as of before: what the stores add comes in next time
    for (Summary.Store store : summary.stores()) {
      Set<Node> targets = inward.apply(store.target());
      Set<Node> values = inward.apply(store.value());
      fixpoint.spend(1 + (long) targets.size() * values.size());
      state.heap.store(targets, store.location(), values);
    }
    inward = inward(arguments, fresh);
    for (Access access : state.recording() ? summary.accesses() : Set.<Access>of()) {
      if (access.node() == null) {
        state.touch(access.write(), access.location(), access.known(), access.reason());
      } else {
        Set<Node> nodes = inward.apply(access.node());
        fixpoint.spend(nodes.size());
        state.touch(access.write(), nodes, access.location(), access.known(), access.reason());
      }
    }
    if (summary.takesLocks()) {
      state.lock();
    }
    for (int index : summary.calls()) {
      if (index < arguments.size()) {
        for (Node node : arguments.get(index)) {
          if (node instanceof Parameter parameter && state.made(node).lambdas().isEmpty()) {
            state.calls.add(parameter.index());
          }
        }
      }
    }
    Set<Node> result = new LinkedHashSet<>();
    for (Node node : summary.result()) {
      result.addAll(inward.apply(node));
    }
    bound.put(site, new Bound(summary, state.version(), result));
    return result;
  }

  /** The nodes here for each node of a summary, each found out once. */
  private Function<Node, Set<Node>> inward(List<Set<Node>> arguments, IntFunction<Node> fresh) {
    Map<Node, Set<Node>> known = new HashMap<>();
    return node -> known.computeIfAbsent(node, any -> {
      Set<Node> nodes = state.inward(any, arguments, fresh);
      fixpoint.spend(4L * nodes.size());
      return nodes;
    });
  }

  /** A summary with its arguments. */
  private record Site(int at, String key, List<Set<Node>> arguments) {}

  /** What it came to, and when: binding it again changes nothing while nothing else has changed. */
  private record Bound(Summary summary, int version, Set<Node> result) {}
}
