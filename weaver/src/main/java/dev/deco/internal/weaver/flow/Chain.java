package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The calls that make up one stream of a method, around one of them.
 *
 * @param before the calls whose functions run before this one's for each element
 * @param after those whose functions run after it, the terminal operation last
 * @param last the terminal operation, perhaps the call itself
 * @param stopsEarly whether the call itself or a later one may end the stream before its source ends
 * @param differ whether the elements are numbers of which no two are equal
 * @param broken why the whole of the stream is not known, or {@code null}
 */
record Chain(List<Integer> before, List<Integer> after, int last, boolean stopsEarly, boolean differ,
    String broken) {
  private static final Set<String> STOPS = Set.of("limit", "takeWhile", "findFirst", "findAny", "anyMatch", "allMatch",
      "noneMatch");
  private static final Set<String> STAGES = Set.of("map", "mapToInt", "mapToLong", "mapToDouble", "mapToObj", "flatMap",
      "flatMapToInt", "flatMapToLong", "flatMapToDouble", "filter", "peek", "takeWhile", "dropWhile", "sorted",
      "distinct", "boxed", "asLongStream", "asDoubleStream", "limit", "skip", "sequential", "unordered", "onClose");
  private static final Set<String> WAITS = Set.of("filter", "distinct", "dropWhile", "takeWhile");
  private static final Set<String> SAME = Set.of("filter", "peek", "takeWhile", "dropWhile", "sorted", "distinct",
      "limit", "skip", "sequential", "unordered", "onClose");
  private static final Set<String> ENDS = Set.of("count", "sum", "average", "summaryStatistics", "min", "max",
      "findFirst", "findAny", "anyMatch", "allMatch", "noneMatch", "forEach", "forEachOrdered", "reduce", "collect",
      "toList", "toArray");
  private static final Set<String> MADE = Set.of("of", "ofNullable", "empty", "range", "rangeClosed", "iterate",
      "generate");
  private static final Set<String> TEXT = Set.of("java/lang/String", "java/lang/CharSequence",
      "java/util/regex/Pattern", "java/nio/file/Files");

  static boolean isStream(String owner) {
    return owner.startsWith("java/util/stream/") && owner.endsWith("Stream");
  }

  /** A loop over a collection. */
  static Chain loop(int i) {
    return new Chain(List.of(), List.of(), i, false, false, null);
  }

  private static Chain broken(int i, String why) {
    return new Chain(List.of(), List.of(), i, false, false, why);
  }

  static final String PARALLEL = "the stream is parallel: it stays as its author made it";

  static Chain of(MethodContext context, int i) {
    List<Integer> before = new ArrayList<>();
    boolean bursts = false;
    boolean waits = false;
    String taken = null;
    boolean differ = true;
    for (int at = producer(context, i); ; at = producer(context, at)) {
      if (at < 0) {
        return broken(i, "where the stream comes from is not known here");
      }
      MethodInsnNode call = (MethodInsnNode) context.instruction(at);
      if (call.name.equals("parallel") || call.name.equals("parallelStream")) {
        return broken(i, PARALLEL);
      }
      if (isStream(call.owner) && STAGES.contains(call.name)) {
        bursts |= call.name.startsWith("flatMap");
        waits |= WAITS.contains(call.name);
        differ &= SAME.contains(call.name);
        before.add(at);
      } else if (isSource(call)) {
        boolean endless = call.name.equals("iterate") || call.name.equals("generate");
        if (endless) {
          before.add(at);
        }
        if (endless && waits) {
          taken = "beyond the last element that the stream needs, none may ever come of its source";
        } else if (call.owner.equals("java/util/stream/StreamSupport")) {
          taken = "the source is an iterator or spliterator that others can see move, and the stream may stop before its end";
        }
        differ &= call.name.startsWith("range");
        break;
      } else {
        return broken(i, "nothing is known of the source of the stream, " + call.name);
      }
    }
    List<Integer> after = new ArrayList<>();
    boolean stops = STOPS.contains(((MethodInsnNode) context.instruction(i)).name);
    int last = i;
    while (!ENDS.contains(((MethodInsnNode) context.instruction(last)).name)) {
      int next = consumer(context, last);
      if (next < 0) {
        return broken(i, "what reads the stream is not known here");
      }
      String name = ((MethodInsnNode) context.instruction(next)).name;
      if (name.equals("parallel")) {
        return broken(i, PARALLEL);
      }
      if (!STAGES.contains(name) && !ENDS.contains(name)) {
        return broken(i, "the reader of the stream, " + name + ", may do anything between two elements");
      }
      stops |= STOPS.contains(name);
      after.add(next);
      last = next;
    }
    if (stops && bursts) {
      return broken(i, "an earlier flatMap may have no end, and the stream may stop before it");
    }
    return stops && taken != null ? broken(i, taken) : new Chain(before, after, last, stops, differ, null);
  }

  private static boolean isSource(MethodInsnNode call) {
    if (isStream(call.owner)) {
      return MADE.contains(call.name);
    }
    return call.owner.startsWith("java/util/") && call.name.equals("stream")
        || TEXT.contains(call.owner) && Type.getReturnType(call.desc).getClassName().endsWith("Stream");
  }

  /** The call that made the receiver of call {@code i}, or -1. */
  private static int producer(MethodContext context, int i) {
    Set<Node> nodes = operand(context, i, 0);
    boolean one = nodes.size() == 1 && nodes.iterator().next() instanceof Node.Fresh fresh && fresh.latest();
    int at = one ? ((Node.Fresh) nodes.iterator().next()).at() : -1;
    return at >= 0 && context.instruction(at) instanceof MethodInsnNode ? at : -1;
  }

  /** The objects that operand number {@code operand} (0 is the lowest) of instruction {@code i} may be. */
  static Set<Node> operand(MethodContext context, int i, int operand) {
    Frame<Ref> frame = context.effects().frames()[i];
    return frame.getStack(frame.getStackSize() - context.operands(i) + operand).nodes();
  }

  private static boolean copies(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    return opcode == Opcodes.ALOAD || opcode == Opcodes.ASTORE || opcode == Opcodes.CHECKCAST
        || opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL
        || StackMoves.isStackMove(opcode);
  }

  /** The one call, but for closing, that the stream made at {@code i} is the receiver of; -1 if it has other uses. */
  private static int consumer(MethodContext context, int i) {
    Set<Integer> streams = streams(context, i);
    int found = -1;
    for (int j = 0; j < context.size(); j++) {
      AbstractInsnNode insn = context.instruction(j);
      if (!context.reachable(j) || insn.getOpcode() < 0 || copies(insn)) {
        continue;
      }
      Frame<Ref> frame = context.effects().frames()[j];
      int operands = frame == null ? 0 : context.operands(j);
      for (int k = 0; k < operands; k++) {
        Ref operand = frame.getStack(frame.getStackSize() - operands + k);
        if (operand.nodes().stream().anyMatch(node -> node instanceof Node.Fresh fresh
            && streams.contains(fresh.instruction()))) {
          if (insn instanceof MethodInsnNode call && call.name.equals("close") && call.desc.equals("()V")) {
            continue;
          }
          boolean receiver = k == 0 && insn instanceof MethodInsnNode call && isStream(call.owner);
          if (!receiver || found >= 0) {
            return -1;
          }
          found = j;
        }
      }
    }
    return found;
  }

  /** What call {@code i} returns; objects that its function makes are made there, too, and are others. */
  private static Set<Integer> streams(MethodContext context, int i) {
    Frame<Ref> after = context.effects().frames()[context.successors(i)[0]];
    return after.getStack(after.getStackSize() - 1).nodes().stream()
        .filter(node -> node instanceof Node.Fresh fresh && fresh.at() == i)
        .map(node -> ((Node.Fresh) node).instruction()).collect(Collectors.toSet());
  }
}
