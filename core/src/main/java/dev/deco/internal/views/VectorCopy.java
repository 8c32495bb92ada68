package dev.deco.internal.views;

import java.util.Vector;

/** A view of a {@link Vector}. */
final class VectorCopy<E> extends Vector<E> implements View {
  private final transient WholeChanges<Vector<E>> changes;

  @SuppressWarnings("unchecked")
  VectorCopy(Origin origin) {
    super((Vector<E>) origin.original());
    changes = new WholeChanges<>(origin, this, SequenceChanges::same, WholeChanges::refill);
  }

  @Override
  public WholeChanges<Vector<E>> changes() {
    return changes;
  }

  private Object writeReplace() {
    return new Vector<>(this);
  }
}
