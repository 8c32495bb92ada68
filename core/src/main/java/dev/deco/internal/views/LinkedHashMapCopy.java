package dev.deco.internal.views;

import java.util.LinkedHashMap;

/** A view of a {@link LinkedHashMap} as such: newer JDKs have methods here that cannot be overridden from Java 17. */
final class LinkedHashMapCopy<K, V> extends LinkedHashMap<K, V> implements View {
  private final transient WholeChanges<LinkedHashMap<K, V>> changes;

  @SuppressWarnings("unchecked")
  LinkedHashMapCopy(Origin origin) {
    super((LinkedHashMap<K, V>) origin.original());
    changes = new WholeChanges<>(origin, this, HashOrder::same, WholeChanges::refill);
  }

  @Override
  public WholeChanges<LinkedHashMap<K, V>> changes() {
    return changes;
  }

  private Object writeReplace() {
    return new LinkedHashMap<>(this);
  }
}
