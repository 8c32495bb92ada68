package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Node;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * From an iterator, or another view, back to the collection that it shows: the call that asked the collection for it. A
 * value that only one instruction can have made is that which the instruction made last: there is no other way to it.
 */
final class Origins {
  private final MethodContext context;
  private IndexRanges sources;

  Origins(MethodContext context) {
    this.context = context;
  }

  /**
   * The call without arguments whose receiver operand 0 of an instruction shows, through any number of views; or -1.
   */
  int of(int instruction) {
    int origin = -1;
    boolean entry = context.instruction(instruction) instanceof MethodInsnNode call && isEntry(call);
    int maker = maker(entry ? next(instruction) : instruction);
    while (maker >= 0) {
      origin = maker;
      maker = maker(origin);
    }
    return origin;
  }

  /** Whether the receiver is an entry of a map: for its effects, the map itself. */
  static boolean isEntry(MethodInsnNode call) {
    return call.owner.equals("java/util/Map$Entry");
  }

  /** The call of an iterator that gave the receiver; or -1. */
  private int next(int instruction) {
    return receiverOf(instruction) instanceof MethodInsnNode call
        && call.owner.equals("java/util/Iterator") && call.name.equals("next") ? context.index(call) : -1;
  }

  private int maker(int instruction) {
    if (instruction < 0 || !(context.instruction(instruction) instanceof MethodInsnNode call)
        || call.getOpcode() == Opcodes.INVOKESTATIC) {
      return -1;
    }
    AbstractInsnNode producer = receiverOf(instruction);
    boolean asks = producer instanceof MethodInsnNode made && made.desc.startsWith("()")
        && made.getOpcode() != Opcodes.INVOKESTATIC && made.getOpcode() != Opcodes.INVOKESPECIAL;
    if (!asks) {
      return -1;
    }
    int at = context.index(producer);
    Set<Node> nodes = receiver(context, instruction);
    boolean view = !nodes.isEmpty() && nodes.stream().allMatch(node -> node instanceof Node.Fresh fresh
        && fresh.at() == at && context.effects().isView(fresh));
    return view ? at : -1;
  }

  /** The nodes of operand 0 of a call. */
  static Set<Node> receiver(MethodContext context, int call) {
    var frame = context.effects().frames()[call];
    return frame == null ? Set.of() : frame.getStack(frame.getStackSize() - context.operands(call)).nodes();
  }

  private AbstractInsnNode receiverOf(int instruction) {
    if (sources == null) {
      sources = new IndexRanges(context.owner().name, context.method(), call -> null);
    }
    return sources.producer(instruction, context.operands(instruction) - 1);
  }
}
