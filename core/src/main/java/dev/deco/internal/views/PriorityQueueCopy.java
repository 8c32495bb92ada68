package dev.deco.internal.views;

import java.util.PriorityQueue;

/** A view of a {@link PriorityQueue} as such: its spliterator cannot be overridden. */
final class PriorityQueueCopy<E> extends PriorityQueue<E> implements View {
  private final transient WholeChanges<PriorityQueue<E>> changes;

  @SuppressWarnings("unchecked")
  PriorityQueueCopy(Origin origin) {
    super(new PriorityQueue<>((PriorityQueue<E>) origin.original()));
    changes = new WholeChanges<>(origin, this, SequenceChanges::same, WholeChanges::refill);
  }

  @Override
  public WholeChanges<PriorityQueue<E>> changes() {
    return changes;
  }

  private Object writeReplace() {
    return new PriorityQueue<>((PriorityQueue<E>) this);
  }
}
