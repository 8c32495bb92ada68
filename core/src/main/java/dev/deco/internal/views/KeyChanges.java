package dev.deco.internal.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What a task knows of the keys of a map, and what it has done to them: which were looked up and what was there, and the
 * changes key by key. The size, and whether it is empty, are read apart from the keys.
 */
abstract class KeyChanges<K, V> extends Changes<Map<K, V>> {
  final Map<Object, Slot> slots;
  final List<Change<K, V>> log = new ArrayList<>();
  private int growth;       // of the size, on account of all keys but the unknown
  private int unknown;      // how many keys were written without a look at the original
  int structural;           // how often a key came or went
  private int sizeSeen = -1;
  private Boolean emptySeen;
  private boolean grouped;  // there are changes of collections in it, which only the task's turn may make
  private boolean mayFail;  // there may be changes that fail when they are decided
  private boolean looked;   // at what a key has
  Merges<K, V> merges;      // not null: all that has been done, unless there is a copy

  KeyChanges(Origin origin) {
    super(origin);
    slots = original instanceof SortedMap<K, V> sorted ? new TreeMap<>(comparator(sorted)) : new HashMap<>();
  }

  @SuppressWarnings("unchecked")
  private static Comparator<Object> comparator(SortedMap<?, ?> map) {
    return (Comparator<Object>) map.comparator();
  }

  @Override
  Map<K, V> twin(Map<K, V> original) {
    if (grouped) {
      throw failed(null);
    }
    if (original instanceof TreeMap<K, V> tree) {
      return new TreeMap<>((SortedMap<K, V>) tree);
    } else if (original instanceof LinkedHashMap) {
      return new LinkedHashMap<>(original);
    } else if (original instanceof EnumMap<?, ?> map) {
      return cast(map.clone());
    }
    return HashOrder.of((HashMap<K, V>) original).twin((HashMap<K, V>) original);
  }

  @SuppressWarnings("unchecked")
  static <T> T cast(Object object) {
    return (T) object;
  }

  @Override
  public boolean isBlind() {
    return super.isBlind() && !looked && sizeSeen < 0 && emptySeen == null;
  }

  /** What the original has at a key. */
  private Object lookUp(Object key) {
    looked = true;
    V value = original.get(key);
    return value != null || original.containsKey(key) ? value : Slot.ABSENT;
  }

  /** What the view has at a key, {@link Slot#ABSENT} for nothing; noted as read. */
  final synchronized Object read(Object key) {
    spread();
    Slot slot = slots.get(key);
    if (slot == null) {
      slot = new Slot();
      slot.learn(lookUp(key));
      slots.put(key, slot);
    } else if (slot.lastLater() != null) {
      learn(slot, key);
    }
    return slot.now;
  }

  private void learn(Slot slot, Object key) {
    try {
      slot.learn(lookUp(key));
    } catch (Throwable t) {
      failed = Read.of("its key", key);
      throw t;
    }
    growth += slot.growth();
    unknown--;
  }

  /** The view has another value at a key, or none, from now on. {@code change} is what to log, unless that is done. */
  final synchronized void write(K key, Object value, Change<K, V> change) {
    if (original instanceof EnumMap && value != Slot.ABSENT) {
      Objects.requireNonNull(key);
    }
    spread();
    Slot slot = slots.get(key);
    if (slot == null) {
      slot = new Slot();
      slots.put(key, slot);
    } else if (slot.lastLater() != null) {
      learn(slot, key);
    }
    if (change != null) {
      log.add(change);
    }
    if (slot.was == Slot.UNKNOWN) {
      unknown += slot.written() ? 0 : 1;
      structural++;
    } else {
      structural += slot.now == Slot.ABSENT ^ value == Slot.ABSENT ? 1 : 0;
      growth -= slot.growth();
    }
    slot.now = value;
    growth += slot.was == Slot.UNKNOWN ? 0 : slot.growth();
  }

  final synchronized int size() {
    if (copied()) {
      return copy().size();
    }
    spread();
    if (unknown > 0) {
      slots.forEach((key, slot) -> {
        if (slot.was == Slot.UNKNOWN) {
          learn(slot, key);
        }
      });
    }
    if (sizeSeen < 0) {
      sizeSeen = original.size();
    }
    return sizeSeen + growth;
  }

  final synchronized boolean isEmpty() {
    if (copied() || !log.isEmpty() || merges != null) {
      return size() == 0;
    }
    if (emptySeen == null) {
      emptySeen = original.isEmpty();
    }
    return emptySeen;
  }

  /** The task has changed a collection in the map, which only its turn may do. */
  final void grouped() {
    grouped = true;
  }

  /** Whether the task has neither looked at a key nor decided what is there. */
  final synchronized boolean isUnseen(Object key) {
    spread();
    Slot slot = copied() ? null : slots.get(key);
    return !copied() && (slot == null || slot.lastLater() != null);
  }

  /** A change of a key that is unseen, and may stay so. */
  final synchronized void later(Later<K, V> change) {
    if (original instanceof EnumMap) {
      Objects.requireNonNull(change.key());
    }
    spread();
    Slot slot = slots.get(change.key());
    if (slot == null) {
      slot = new Slot();
      slots.put(change.key(), slot);
      unknown++;
    }
    structural++;
    mayFail |= !change.isCertain();
    slot.later(change);
    log.add(change);
  }

  /** Whether all that has been done is to merge with this function. */
  final boolean merges(BiFunction<? super V, ? super V, ? extends V> function) {
    if (merges == null && log.isEmpty() && slots.isEmpty() && isBlind()
        && (original.getClass() == HashMap.class || original.getClass() == LinkedHashMap.class)) {
      merges = new Merges<>(function);
    }
    return merges != null && merges.function() == function && !copied();
  }

  /** Something else than merges is done. */
  final void spread() {
    Merges<K, V> before = merges;
    if (before != null) {
      merges = null;
      for (Change<K, V> change : before.changes()) {
        if (change instanceof Later<K, V> merge) {
          later(merge);
        } else {
          log.add(change);
        }
      }
    }
  }

  @Override
  boolean apply(Map<K, V> target) {
    if (merges != null) {
      merges.apply(target);
      return true;
    }
    boolean repeats = log.stream().anyMatch(change -> change instanceof Change.Repeated);
    boolean grown = false;
    for (Change<K, V> change : log) {
      int size = repeats ? target.size() : 0; // not asked in vain: the target may be a view itself
      boolean repeated = change instanceof Change.Repeated;
      if (grown || !repeated) {
        change.apply(target);
        grown = repeats && (target.size() > size || grown && !repeated);
      }
    }
    return !log.isEmpty();
  }

  @Override
  boolean restore(Map<K, V> target, Map<K, V> copy) {
    if (target.getClass() == HashMap.class) {
      return HashOrder.restore((HashMap<K, V>) target, (HashMap<K, V>) copy);
    }
    if (HashOrder.same(target, copy)) {
      return false;
    }
    target.clear();
    copy.forEach(target::put);
    return true;
  }

  @Override
  Read failed() {
    if (failed != null || !mayFail || copied()) {
      return failed;
    }
    for (Map.Entry<Object, Slot> at : slots.entrySet()) {
      try {
        if (at.getValue().mayFail()) {
          learn(at.getValue(), at.getKey());
        }
      } catch (Throwable t) {
        return failed;
      }
    }
    return null;
  }

  @Override
  Read changedSinceRead() {
    if (sizeSeen >= 0 && sizeSeen != original.size()) { // not asked in vain: the original may be a view itself
      return Read.of("its size");
    }
    if (emptySeen != null && emptySeen != original.isEmpty()) {
      return Read.of("whether it is empty");
    }
    for (Map.Entry<Object, Slot> at : slots.entrySet()) {
      if (at.getValue().was != Slot.UNKNOWN && at.getValue().was != lookUp(at.getKey())) {
        return Read.of("its key", at.getKey());
      }
    }
    return null;
  }

  @Override
  boolean changed(Read read) {
    if (copied() || !read.keyed()) {
      return copied() || !log.isEmpty() || merges != null;
    }
    if (merges != null) {
      return merges.concerns(read.key());
    }
    Slot slot = slots.get(read.key());
    return slot != null && slot.written();
  }
}
