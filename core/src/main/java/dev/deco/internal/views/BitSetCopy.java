package dev.deco.internal.views;

import java.util.BitSet;

/** A view of a {@link BitSet}. */
final class BitSetCopy extends BitSet implements View {
  private final transient WholeChanges<BitSet> changes;

  BitSetCopy(Origin origin) {
    or((BitSet) origin.original());
    changes = new WholeChanges<>(origin, this, BitSet::equals, BitSetCopy::refill);
  }

  private static void refill(BitSet target, BitSet copy) {
    target.clear();
    target.or(copy);
  }

  @Override
  public WholeChanges<BitSet> changes() {
    return changes;
  }

  private Object writeReplace() {
    BitSet plain = new BitSet();
    plain.or(this);
    return plain;
  }
}
