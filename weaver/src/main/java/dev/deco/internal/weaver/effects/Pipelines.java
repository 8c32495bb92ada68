package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Summary.Lambda;
import dev.deco.internal.weaver.effects.Summary.Made;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What the parts of a stream do, each by itself: its source, and the functions handed to its stages.
 *
 * <p><b>Concurrency:</b> as {@link MethodAnalysis}.
 */
public final class Pipelines {
  private final Effects effects;
  private final MethodState state;
  private final String owner;

  /** @param owner the class whose code it is */
  Pipelines(Effects effects, MethodState state, String owner) {
    this.effects = effects;
    this.state = state;
    this.owner = owner;
  }

  /** The one lambda expression or method reference that an operand is, or {@code null}. */
  public Lambda lambda(Set<Node> functions) {
    if (functions.size() != 1) {
      return null;
    }
    Set<Lambda> lambdas = state.made(functions.iterator().next()).lambdas();
    return lambdas.size() == 1 ? lambdas.iterator().next() : null;
  }

  /** What the code of a lambda does, in terms of what it captured and then what it is given. */
  public Summary summary(Lambda lambda) {
    Handle code = lambda.code();
    boolean exact = code.getTag() == Opcodes.H_INVOKESTATIC || code.getTag() == Opcodes.H_INVOKESPECIAL
        || code.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    return effects.summary(owner, code.getOwner(), code.getName(), code.getDesc(), exact, type -> false);
  }

  /** What these functions may do when they are given these objects. */
  public Set<Access> run(Set<Node> functions, Set<Node> given) {
    Set<Access> all = new LinkedHashSet<>();
    functions.forEach(function -> run(function, given, all, new LinkedHashSet<>()));
    return all;
  }

  private void run(Node function, Set<Node> given, Set<Access> to, Set<Node> seen) {
    if (!seen.add(function)) {
      return;
    }
    Made made = state.made(function);
    made.lambdas().forEach(lambda -> bind(summary(lambda), arguments(function, lambda, given), to));
    boolean library = made.type() != null && Classes.isLibrary(made.type()) && !function.external();
    state.heap.edge(function, HeapGraph.FUNCTIONS).forEach(part -> run(part, given, to, seen));
    if (made.lambdas().isEmpty() && !library) {
      Summary.unknown(Set.of(), false, "a function that is not known here").accesses().forEach(to::add);
    }
  }

  private List<Set<Node>> arguments(Node function, Lambda lambda, Set<Node> given) {
    Handle code = lambda.code();
    List<Set<Node>> arguments = new ArrayList<>();
    boolean makes = code.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    if (makes) {
      arguments.add(Set.of());
    }
    for (int i = 0; i < lambda.captured(); i++) {
      arguments.add(function instanceof Node.Fresh ? state.heap.edge(function, HeapGraph.capture(i))
          : Set.of(function.reach()));
    }
    int receiver = code.getTag() == Opcodes.H_INVOKESTATIC ? 0 : 1;
    int expected = Type.getArgumentTypes(code.getDesc()).length + receiver;
    while (arguments.size() < expected) {
      arguments.add(given);
    }
    return arguments;
  }

  private void bind(Summary summary, List<Set<Node>> arguments, Set<Access> to) {
    for (Access access : summary.accesses()) {
      if (access.node() == null) {
        to.add(access);
      } else if (access.node().external()) {
        state.inward(access.node(), arguments, number -> Node.OUTSIDE).forEach(node -> to.add(access.at(node)));
      }
    }
  }

  /** What iterating these streams or collections reads. */
  public Set<Access> iterating(Set<Node> sources) {
    Set<Access> reads = new LinkedHashSet<>();
    sources.forEach(node -> iterating(node, reads, new LinkedHashSet<>()));
    return reads;
  }

  private void iterating(Node node, Set<Access> reads, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    reads.add(new Access(false, node, Location.CONTENT, true, "the stream reads its source"));
    reads.add(new Access(false, node, Location.STRUCTURE, true, "the stream reads its source"));
    state.heap.edges(node).forEach((edge, shown) -> {
      if (edge.equals(HeapGraph.SOURCE) || edge.equals(HeapGraph.BACKING)) {
        new LinkedHashSet<>(shown).forEach(one -> iterating(one, reads, seen));
      } else if (HeapGraph.isArray(edge)) {
        Location elements = new Location.Elements(((Location.Field) edge).name().charAt(0));
        shown.forEach(one -> reads.add(new Access(false, one, elements, true, "the stream reads its source")));
      }
    });
  }

  /** What these streams or collections may hold. */
  public Set<Node> held(Set<Node> sources) {
    return state.heap.held(sources);
  }
}
