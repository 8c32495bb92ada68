package dev.deco.internal.views;

import java.util.EnumMap;

/** A view of an {@link EnumMap} as such. */
final class EnumMapCopy<K extends Enum<K>, V> extends EnumMap<K, V> implements View {
  private final transient WholeChanges<EnumMap<K, V>> changes;

  @SuppressWarnings("unchecked")
  EnumMapCopy(Origin origin) {
    super((EnumMap<K, V>) origin.original());
    changes = new WholeChanges<>(origin, this, HashOrder::same, WholeChanges::refill);
  }

  @Override
  public WholeChanges<EnumMap<K, V>> changes() {
    return changes;
  }

  private Object writeReplace() {
    return new EnumMap<>(this);
  }
}
