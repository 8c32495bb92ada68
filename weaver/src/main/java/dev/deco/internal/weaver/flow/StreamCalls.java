package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Pipelines;
import dev.deco.internal.weaver.effects.Summary.Lambda;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the calls of streams whose function calls a concurrent method, and decides whether the function may run ahead
 * of the stream's reader. That changes the order in which things happen: the source and the stages before it are asked
 * for elements earlier, the function runs earlier, the stages after it run later. So none of these three may conflict
 * with another one, and the function not with itself; and where the reader may stop early, nothing that runs early may
 * have effects at all.
 */
final class StreamCalls {
  private static final Set<String> AHEAD = Set.of("map", "mapToInt", "mapToLong", "mapToDouble", "mapToObj", "flatMap",
      "flatMapToInt", "flatMapToLong", "flatMapToDouble", "filter", "anyMatch", "allMatch", "noneMatch", "forEach",
      "forEachOrdered");

  private static final String APART = "Let the function touch nothing that the rest of the stream needs or changes.";
  private static final String SEQUENTIAL =
      "Make it a sequential stream: its calls then run beside each other, and what it yields keeps its order.";
  private static final String LOOP =
      "Call it in a loop, where tasks change views of collections, and those that conflict wait "
      + "for each other; or let it return what it finds, and collect that.";

  private final MethodContext context;
  private final Pipelines pipelines;

  private StreamCalls(MethodContext context) {
    this.context = context;
    pipelines = context.effects().pipelines();
  }

  static Map<Integer, StreamCall> of(MethodContext context) {
    Map<Integer, StreamCall> calls = new TreeMap<>();
    if (context.effects().failure() != null) {
      return calls;
    }
    StreamCalls all = new StreamCalls(context);
    for (int i = 0; i < context.size(); i++) {
      if (context.reachable(i) && !context.isBeside(i) && context.instruction(i) instanceof MethodInsnNode call) {
        StreamCall found = all.find(i, call);
        if (found != null) {
          calls.put(i, found);
        }
      }
    }
    return calls;
  }

  private StreamCall find(int i, MethodInsnNode call) {
    boolean loop = isLoop(call);
    if (call.getOpcode() == Opcodes.INVOKESTATIC || !loop && !Chain.isStream(call.owner)
        || !call.desc.startsWith("(Ljava/util/function/") || Type.getArgumentTypes(call.desc).length != 1) {
      return null;
    }
    Lambda lambda = pipelines.lambda(Chain.operand(context, i, 1));
    MethodNode body = lambda == null ? null : context.bodyOf(lambda.code());
    String name = lambda == null ? null : concurrent(lambda.code(), body);
    if (name == null) {
      return null;
    }
    StreamCall found = new StreamCall(i, call, name, i, false, false, false, false, false, "", "");
    if (!AHEAD.contains(call.name)) {
      return found.inPlace("only map, flatMap, filter, forEach and the matches run ahead of the stream's reader, and this is "
          + call.name, "Call it in one of these, or in a loop.");
    }
    Chain chain = loop ? Chain.loop(i) : Chain.of(context, i);
    StageEffects effects = context.isConcurrent(lambda.code())
        ? new StageEffects(context, lambda, pipelines.summary(lambda), chain.differ())
        : new StageEffects(context, body, lambda.captured(), chain.differ());
    String refused = refused(i, chain, effects);
    return refused != null ? found.inPlace(refused, refused.equals(Chain.PARALLEL) ? SEQUENTIAL
        : refused.endsWith(StageEffects.BOTH) ? LOOP : APART)
        : new StreamCall(i, call, name, chain.last(), true, effects.distinct(), effects.content(), effects.prints(),
            effects.trusted(), "its calls run ahead of the stream's reader: nothing else in the stream needs or changes what they touch",
            "");
  }

  private static boolean isLoop(MethodInsnNode call) {
    return call.name.equals("forEach") && call.desc.equals("(Ljava/util/function/Consumer;)V")
        && call.owner.startsWith("java/util/") && !call.owner.startsWith("java/util/stream/")
        || call.name.equals("forEach") && call.owner.equals("java/lang/Iterable");
  }

  /** The concurrent method that a function is or calls, for messages; {@code null} if there is none. */
  private String concurrent(Handle code, MethodNode body) {
    if (context.isConcurrent(code)) {
      return name(code.getOwner(), code.getName());
    }
    for (AbstractInsnNode insn : body == null ? new AbstractInsnNode[0] : body.instructions.toArray()) {
      if (insn instanceof MethodInsnNode call && context.isConcurrent(call)) {
        return name(call.owner, call.name);
      }
    }
    return null;
  }

  private static String name(String owner, String method) {
    return owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.') + "." + method;
  }

  private String refused(int i, Chain chain, StageEffects effects) {
    if (chain.broken() != null) {
      return chain.broken();
    }
    if (context.holdsLock(i) || context.holdsLock(chain.last())) {
      return "a lock is held here";
    }
    String conflict = effects.conflict();
    if (conflict != null) {
      return conflict;
    }
    Set<Node> source = Chain.operand(context, i, 0);
    Set<Access> function = pipelines.run(Chain.operand(context, i, 1), pipelines.held(source));
    String thread = Signals.ofThread(function);
    if (thread != null) {
      return thread;
    }
    Set<Access> earlier = new LinkedHashSet<>();
    chain.before().forEach(j -> earlier.addAll(context.effects().accesses(j)));
    Set<Access> later = new LinkedHashSet<>();
    chain.after().forEach(j -> later.addAll(j == chain.last() ? terminal(j) : context.effects().accesses(j)));
    for (Access access : function) {
      if (Output.mayBe(access) && !Output.is(access)) {
        return access.reason() + ": it stays in its place among all other input and output";
      }
    }
    if (chain.stopsEarly()) {
      String effect = firstEffect(function, earlier);
      if (effect != null) {
        return effect + ", and the stream may stop before its last element";
      }
    }
    earlier.addAll(pipelines.iterating(source));
    String clash = clash(function, earlier);
    Set<Access> unordered = new LinkedHashSet<>(function);
    unordered.removeIf(Output::is); // it comes out when the result is handed on, before what happens later
    clash = clash != null ? clash : clash(unordered, later);
    return clash != null ? clash : clash(earlier, later);
  }

  /** What a terminal operation's own functions do, and what it does to the elements. */
  private Set<Access> terminal(int t) {
    MethodInsnNode call = (MethodInsnNode) context.instruction(t);
    Set<Node> given = new LinkedHashSet<>(pipelines.held(Chain.operand(context, t, 0)));
    Set<Node> functions = new LinkedHashSet<>();
    Type[] types = Type.getArgumentTypes(call.desc);
    for (int k = 0; k < types.length; k++) {
      Set<Node> operand = Chain.operand(context, t, k + 1);
      String type = types[k].getDescriptor();
      boolean isFunction = type.startsWith("Ljava/util/function/") || type.equals("Ljava/util/stream/Collector;")
          || type.equals("Ljava/util/Comparator;");
      (isFunction ? functions : given).addAll(operand);
    }
    Set<Access> accesses = new LinkedHashSet<>(pipelines.run(functions, given));
    if (Set.of("collect", "min", "max").contains(call.name)) {
      given.forEach(node ->
          accesses.add(new Access(false, node, Location.ANY, true, call.name + " compares or prints the elements")));
    }
    return accesses;
  }

  private static String firstEffect(Set<Access> function, Set<Access> earlier) {
    for (Set<Access> side : List.of(function, earlier)) {
      for (Access access : side) {
        if (access.write() || !access.known()) {
          return access.reason();
        }
      }
    }
    return null;
  }

  private String clash(Set<Access> first, Set<Access> second) {
    for (Access a : first) {
      for (Access b : second) {
        boolean objects = a.node() != null && b.node() != null;
        if ((a.write() || b.write()) && a.location().overlaps(b.location())
            && (objects ? context.effects().mayAlias(a.node(), b.node()) : a.node() == b.node())) {
          return a.reason() + ", and in another part of the stream: " + b.reason();
        }
      }
    }
    return null;
  }
}
