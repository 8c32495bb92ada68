package dev.deco.internal.views;

import java.util.Stack;

/** A view of a {@link Stack}. */
final class StackCopy<E> extends Stack<E> implements View {
  private final transient WholeChanges<Stack<E>> changes;

  @SuppressWarnings("unchecked")
  StackCopy(Origin origin) {
    addAll((Stack<E>) origin.original());
    changes = new WholeChanges<>(origin, this, SequenceChanges::same, WholeChanges::refill);
  }

  @Override
  public WholeChanges<Stack<E>> changes() {
    return changes;
  }

  private Object writeReplace() {
    Stack<E> plain = new Stack<>();
    plain.addAll(this);
    return plain;
  }
}
