package dev.deco.internal.weaver.flow;

import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.Value;

/**
 * One value on the operand stack as the {@link StackWalk} sees it: it is there (physical), it will exist only when its
 * statement is replayed (it has a {@link Group}), or it is the pending result of a spawn that is to be forced.
 */
final class Item implements Value {
  final Kind kind;

  /** The verifier's type; what a leaf is cast to when it comes back out of a batch. */
  final Type type;

  /** Index of the instruction that pushed it; below 0 for what lay on the stack when the block began. */
  final int position;

  /** Order among the items that one instruction pushed, bottom first. */
  final int rank;

  final AbstractInsnNode producer;
  final List<Item> inputs;

  /** Not null: the value exists only in the replay of this group's statement. */
  private final Group group;

  /** Not null: the result of this spawn, which is on no stack: a task and a plain value in two locals. */
  final Spawn pending;

  /** Index of the NEW whose uninitialised object this is, or -1. */
  int allocation = -1;

  /** Index of the instruction that made the array, of a constant length, that this is, or -1. */
  int array = -1;

  /** For a leaf and for what moved stack instructions made of it: the leaf. */
  Item leaf;

  /** The type that the consumer of this leaf asks for. */
  Type expected;

  private Item(Kind kind, Type type, int position, int rank, AbstractInsnNode producer, List<Item> inputs, Group group,
      Spawn pending) {
    this.kind = kind;
    this.type = type;
    this.position = position;
    this.rank = rank;
    this.producer = producer;
    this.inputs = inputs;
    this.group = group;
    this.pending = pending;
  }

  static Item physical(Type type, int position, int rank, AbstractInsnNode producer, List<Item> inputs) {
    return new Item(Kind.of(type), type, position, rank, producer, inputs, null, null);
  }

  static Item virtual(Type type, int position, Group group) {
    return new Item(Kind.of(type), type, position, 0, null, List.of(), group, null);
  }

  static Item pending(Type type, int position, Spawn spawn) {
    return new Item(Kind.of(type), type, position, 0, null, List.of(), null, spawn);
  }

  /** The same value pushed again by a stack instruction at {@code position}. */
  Item copied(int position, int rank) {
    Item copy = new Item(kind, type, position, rank, producer, inputs, group, pending);
    copy.allocation = allocation;
    copy.array = array;
    copy.leaf = leaf;
    return copy;
  }

  boolean isVirtual() {
    return group != null;
  }

  boolean isPending() {
    return pending != null;
  }

  boolean isPhysical() {
    return group == null && pending == null;
  }

  Group group() {
    return group.root();
  }

  @Override
  public int getSize() {
    return kind.size;
  }
}
