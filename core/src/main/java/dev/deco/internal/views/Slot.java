package dev.deco.internal.views;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What a task knows of one key: what the original has there, if it has looked, and what the view has. */
final class Slot {
  /** In the place of a value: there is no such key. */
  static final Object ABSENT = new Object();
  /** In the place of a value: nobody has looked. */
  static final Object UNKNOWN = new Object();

  Object was = UNKNOWN;
  Object now = UNKNOWN;
  private List<Merge> merges; // onto what is unknown

  /** A value that a key's value is to be merged with. */
  static final class Merge {
    private final BiFunction<Object, Object, Object> function;
    private final boolean associative;
    private Object value;

    @SuppressWarnings("unchecked")
    Merge(Object value, BiFunction<?, ?, ?> function, boolean associative) {
      this.value = value;
      this.function = (BiFunction<Object, Object, Object>) function;
      this.associative = associative;
    }

    Object value() {
      return value;
    }

    BiFunction<Object, Object, Object> function() {
      return function;
    }

    Object onto(Object before) {
      Object merged = before == ABSENT || before == null ? value : function.apply(before, value);
      return merged == null ? ABSENT : merged;
    }
  }

  /** Adds a merge onto the unknown value; null if it went into the one before. */
  Merge merge(Object value, BiFunction<?, ?, ?> function, boolean associative) {
    if (merges == null) {
      merges = new ArrayList<>(1);
    }
    Merge last = merges.isEmpty() ? null : merges.get(merges.size() - 1);
    if (last != null && last.associative && associative && last.function == function) {
      Object both = last.function.apply(last.value, value);
      if (both != null) {
        last.value = both;
        return null;
      }
    }
    Merge merge = new Merge(value, function, associative);
    merges.add(merge);
    return merge;
  }

  /** The original has been looked at. */
  void learn(Object value) {
    was = value;
    if (now == UNKNOWN) {
      now = value;
      if (merges != null) {
        merges.forEach(merge -> now = merge.onto(now));
        merges = null;
      }
    }
  }

  void set(Object value) {
    now = value;
    merges = null;
  }

  boolean written() {
    return now != was || merges != null;
  }

  /** By how much the view's size differs from the original's on account of this key, of which both sides are known. */
  int growth() {
    return (now == ABSENT ? 0 : 1) - (was == ABSENT ? 0 : 1);
  }
}
