package dev.deco.internal.runtime;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** A set of objects by identity: open addressing, linear probing. Not for several threads. */
final class IdentitySet {
  private static final int SMALLEST = 8;

  int size;
  private Object[] slots = new Object[SMALLEST];

  void add(Object object) {
    int i = find(object);
    if (slots[i] == null) {
      slots[i] = object;
      if (2 * ++size > slots.length) {
        grow();
      }
    }
  }

  boolean contains(Object object) {
    return slots[find(object)] != null;
  }

  boolean anyMatch(Predicate<Object> predicate) {
    for (Object object : slots) {
      if (object != null && predicate.test(object)) {
        return true;
      }
    }
    return false;
  }

  void forEach(Consumer<Object> action) {
    for (Object object : slots) {
      if (object != null) {
        action.accept(object);
      }
    }
  }

  /** Where the object is, or would be. */
  private int find(Object object) {
    int hash = System.identityHashCode(object);
    int i = (hash ^ hash >>> 15) & slots.length - 1;
    while (slots[i] != null && slots[i] != object) {
      i = i + 1 & slots.length - 1;
    }
    return i;
  }

  private void grow() {
    Object[] old = slots;
    slots = new Object[2 * old.length];
    for (Object object : old) {
      if (object != null) {
        slots[find(object)] = object;
      }
    }
  }
}
