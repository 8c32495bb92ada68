package dev.deco.internal.views;

import java.util.LinkedHashSet;

/** A view of a {@link LinkedHashSet} as such: newer JDKs have methods here that cannot be overridden from Java 17. */
final class LinkedHashSetCopy<E> extends LinkedHashSet<E> implements View {
  private final transient WholeChanges<LinkedHashSet<E>> changes;

  @SuppressWarnings("unchecked")
  LinkedHashSetCopy(Origin origin) {
    super((LinkedHashSet<E>) origin.original());
    changes = new WholeChanges<>(origin, this, SequenceChanges::same, WholeChanges::refill);
  }

  @Override
  public WholeChanges<LinkedHashSet<E>> changes() {
    return changes;
  }

  private Object writeReplace() {
    return new LinkedHashSet<>(this);
  }
}
