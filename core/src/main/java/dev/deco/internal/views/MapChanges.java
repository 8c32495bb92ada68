package dev.deco.internal.views;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A map: which keys were looked up and what was there, and the changes key by key. The size, and whether it is empty,
 * are read apart from the keys.
 */
final class MapChanges<K, V> extends Changes<Map<K, V>> {
  private final Map<Object, Slot> slots;
  private final List<Change<K, V>> log = new ArrayList<>();
  private int growth;       // of the size, on account of all keys but the unknown
  private int unknown;      // how many keys were written without a look at the original
  private int structural;   // how often a key came or went
  private int sizeSeen = -1;
  private Boolean emptySeen;
  private boolean grouped;  // there are changes of collections in it, which only the task's turn may make
  private boolean mayFail;  // there may be changes that fail when they are decided
  private boolean looked;   // at what a key has
  private Merges<K, V> merges; // not null: all that has been done, unless there is a copy

  MapChanges(Origin origin) {
    super(origin);
    slots = original instanceof SortedMap<K, V> sorted ? new TreeMap<>(comparator(sorted)) : new HashMap<>();
  }

  @SuppressWarnings("unchecked")
  private static java.util.Comparator<Object> comparator(SortedMap<?, ?> map) {
    return (java.util.Comparator<Object>) map.comparator();
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
  private static <T> T cast(Object object) {
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
  private synchronized Object read(Object key) {
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
  private synchronized void write(K key, Object value, Change<K, V> change) {
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

  @SuppressWarnings("unchecked")
  private V value(Object read) {
    return read == Slot.ABSENT ? null : (V) read;
  }

  V get(Object key) {
    return copied() ? copy().get(key) : value(read(key));
  }

  boolean containsKey(Object key) {
    return copied() ? copy().containsKey(key) : read(key) != Slot.ABSENT;
  }

  V getOrDefault(Object key, V otherwise) {
    if (copied()) {
      return copy().getOrDefault(key, otherwise);
    }
    Object now = read(key);
    return now == Slot.ABSENT ? otherwise : value(now);
  }

  synchronized int size() {
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

  synchronized boolean isEmpty() {
    if (copied() || !log.isEmpty() || merges != null) {
      return size() == 0;
    }
    if (emptySeen == null) {
      emptySeen = original.isEmpty();
    }
    return emptySeen;
  }

  V put(K key, V value) {
    if (copied()) {
      return copy().put(key, value);
    }
    V before = value(read(key));
    write(key, value, new Change.Put<>(key, value));
    return before;
  }

  void putAll(Map<? extends K, ? extends V> map) {
    if (copied()) {
      copy().putAll(map);
      return;
    }
    List<Map.Entry<K, V>> entries = new ArrayList<>();
    map.forEach((key, value) -> entries.add(new AbstractMap.SimpleImmutableEntry<>(key, value)));
    List<Map.Entry<K, V>> done = new ArrayList<>(entries.size());
    Change<K, V> all = new Change.PutAll<>(done);
    for (Map.Entry<K, V> entry : entries) {
      write(entry.getKey(), entry.getValue(), done.isEmpty() ? all : null);
      done.add(entry);
    }
  }

  V putIfAbsent(K key, V value) {
    if (copied()) {
      return copy().putIfAbsent(key, value);
    }
    V before = value(read(key));
    if (before == null) {
      write(key, value, new Change.Put<>(key, value));
    }
    return before;
  }

  V remove(Object key) {
    if (copied()) {
      return copy().remove(key);
    }
    Object before = read(key);
    if (before != Slot.ABSENT) {
      write(cast(key), Slot.ABSENT, new Change.Remove<>(key));
    }
    return value(before);
  }

  boolean remove(Object key, Object value) {
    if (copied()) {
      return copy().remove(key, value);
    }
    Object before = read(key);
    boolean same = before != Slot.ABSENT && Objects.equals(before, value);
    if (same) {
      write(cast(key), Slot.ABSENT, new Change.Remove<>(key));
    }
    return same;
  }

  V replace(K key, V value) {
    if (copied()) {
      return copy().replace(key, value);
    }
    Object before = read(key);
    if (before != Slot.ABSENT) {
      write(key, value, new Change.Put<>(key, value));
    }
    return value(before);
  }

  boolean replace(K key, V old, V value) {
    if (copied()) {
      return copy().replace(key, old, value);
    }
    Object before = read(key);
    boolean same = before != Slot.ABSENT && Objects.equals(before, old);
    if (same) {
      write(key, value, new Change.Put<>(key, value));
    }
    return same;
  }

  V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    if (copied()) {
      return copy().computeIfAbsent(key, function);
    }
    Objects.requireNonNull(function);
    Object before = read(key);
    V value = value(before);
    if (value == null) {
      V made = called(key, () -> function.apply(key));
      value = made;
      if (made != null) {
        before = made;
      }
    }
    if (copied()) {
      V made = value;
      return copy().computeIfAbsent(key, k -> made);
    }
    write(key, before, new Change.ComputeIfAbsent<>(key, value));
    return value;
  }

  V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (copied()) {
      return copy().computeIfPresent(key, function);
    }
    Objects.requireNonNull(function);
    V before = value(read(key));
    if (before == null) {
      return null;
    }
    int at = structural;
    V value = function.apply(key, before);
    unchangedSince(at);
    if (copied()) {
      return copy().computeIfPresent(key, (k, old) -> value);
    }
    if (value == null) {
      write(key, Slot.ABSENT, new Change.Remove<>(key));
    } else {
      write(key, value, new Change.Put<>(key, value));
    }
    return value;
  }

  V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    if (copied()) {
      return copy().compute(key, function);
    }
    Objects.requireNonNull(function);
    V before = value(read(key));
    return computed(key, called(key, () -> function.apply(key, before)));
  }

  V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    if (copied()) {
      return copy().merge(key, value, function);
    }
    Objects.requireNonNull(value);
    Objects.requireNonNull(function);
    V before = value(read(key));
    return computed(key, called(key, () -> before == null ? value : function.apply(before, value)));
  }

  /** What a function computes for a key. Maps make room for it before they call the function, which may fail. */
  private V called(K key, Supplier<V> function) {
    int at = structural;
    try {
      V made = function.get();
      unchangedSince(at);
      return made;
    } catch (Throwable t) {
      synchronized (this) {
        log.add(new Change.Room<>(key));
      }
      throw t;
    }
  }

  private V computed(K key, V value) {
    if (copied()) {
      return copy().compute(key, (k, old) -> value);
    }
    write(key, value == null ? Slot.ABSENT : value, new Change.Compute<>(key, value));
    return value;
  }

  /** {@link #put} whose result is dropped. */
  void putUnseen(K key, V value) {
    if (copied()) {
      copy().put(key, value);
    } else {
      write(key, value, new Change.Put<>(key, value));
    }
  }

  /** {@link #remove(Object)} whose result is dropped. */
  void removeUnseen(Object key) {
    spread();
    if (copied() || slots.containsKey(key)) {
      remove(key);
    } else {
      write(cast(key), Slot.ABSENT, new Change.Remove<>(key));
    }
  }

  /** Whether the task has neither looked at a key nor decided what is there. */
  synchronized boolean isUnseen(Object key) {
    spread();
    Slot slot = copied() ? null : slots.get(key);
    return !copied() && (slot == null || slot.lastLater() != null);
  }

  /** Something to be put into the collection that a key has. */
  void group(Later<K, V> change) {
    grouped = true;
    if (isUnseen(change.key())) {
      later(change);
      return;
    }
    Object now = read(change.key());
    try {
      write(change.key(), change.decide(now), change);
    } catch (Throwable t) {
      failed = Read.of("its key", change.key());
      throw t;
    }
  }

  /** A change of a key that is unseen, and may stay so. */
  synchronized void later(Later<K, V> change) {
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

  /**
   * {@link #merge} whose result is dropped. {@code combines}: the function never fails, and it does not matter which of
   * three values it takes first, so that this may become one with the merge of the same key before it.
   */
  void mergeUnseen(K key, V value, BiFunction<? super V, ? super V, ? extends V> function, boolean combines) {
    if (combines && value != null && merges(function)) {
      merges.add(key, value);
      return;
    }
    spread();
    Slot slot = copied() ? null : slots.get(key);
    Later<K, V> last = slot == null ? null : cast(slot.lastLater());
    if (value == null || copied() || slot != null && last == null) {
      merge(key, value, function);
    } else if (last == null || !last.combinesWith(function) || original instanceof View) {
      later(Later.merge(key, value, function, combines));
    } else {
      last.combine(value);
      if (!(log.get(log.size() - 1) instanceof Change.Repeated)) {
        log.add(new Change.Repeated<>(key));
      }
    }
  }

  /** Whether all that has been done is to merge with this function. */
  private boolean merges(BiFunction<? super V, ? super V, ? extends V> function) {
    if (merges == null && log.isEmpty() && slots.isEmpty() && isBlind()
        && (original.getClass() == HashMap.class || original.getClass() == LinkedHashMap.class)) {
      merges = new Merges<>(function);
    }
    return merges != null && merges.function() == function && !copied();
  }

  /** Something else than merges is done. */
  private void spread() {
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

  /** Maps do not like it when the function that computes a value changes them. */
  private void unchangedSince(int at) {
    if (structural != at) {
      throw new ConcurrentModificationException();
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
