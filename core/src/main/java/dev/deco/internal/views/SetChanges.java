package dev.deco.internal.views;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A set: which elements were looked for and whether they were there, and which came and went. */
final class SetChanges<E> extends Changes<Set<E>> {
  private record Step<E>(E element, boolean add) {}

  private final Map<Object, Slot> slots; // values: PRESENT and ABSENT
  private final List<Step<E>> log = new ArrayList<>();
  private int sizeSeen = -1;
  private int growth;       // of the size, on account of all elements but the unknown
  private int unknown;      // how many came or went without a look at the original
  private Boolean emptySeen;
  private boolean looked;   // for an element

  private static final Object PRESENT = new Object();

  SetChanges(Origin origin) {
    super(origin);
    slots = original instanceof SortedSet<E> sorted ? new TreeMap<>(comparator(sorted)) : new HashMap<>();
  }

  @SuppressWarnings("unchecked")
  private static Comparator<Object> comparator(SortedSet<?> set) {
    return (Comparator<Object>) set.comparator();
  }

  @Override
  @SuppressWarnings("unchecked")
  Set<E> twin(Set<E> original) {
    if (original instanceof TreeSet<E> tree) {
      return new TreeSet<>((SortedSet<E>) tree);
    } else if (original instanceof LinkedHashSet) {
      return new LinkedHashSet<>(original);
    } else if (original instanceof EnumSet<?> set) {
      return (Set<E>) set.clone();
    }
    return HashOrder.of((HashSet<E>) original).twin((HashSet<E>) original);
  }

  @Override
  public boolean isBlind() {
    return super.isBlind() && !looked && sizeSeen < 0 && emptySeen == null;
  }

  private Object lookUp(Object element) {
    looked = true;
    return original.contains(element) ? PRESENT : Slot.ABSENT;
  }

  private Slot slot(Object element) {
    Slot slot = slots.get(element);
    if (slot == null) {
      slot = new Slot();
      slot.learn(lookUp(element));
      slots.put(element, slot);
    }
    return slot;
  }

  private void write(Slot slot, Object element, Object now) {
    if (slot.was == Slot.UNKNOWN) {
      unknown += slot.written() ? 0 : 1;
      slot.now = now;
    } else {
      growth -= slot.growth();
      slot.now = now;
      growth += slot.growth();
    }
    log.add(new Step<>(cast(element), now == PRESENT));
  }

  /** {@link #add} whose result is dropped. */
  synchronized void addUnseen(E element) {
    if (copied() || slots.containsKey(element)) {
      add(element);
    } else {
      writeUnseen(element, PRESENT);
    }
  }

  /** {@link #remove} whose result is dropped. */
  synchronized void removeUnseen(Object element) {
    if (copied() || slots.containsKey(element)) {
      remove(element);
    } else {
      writeUnseen(element, Slot.ABSENT);
    }
  }

  private void writeUnseen(Object element, Object now) {
    if (original instanceof EnumSet && now == PRESENT) {
      Objects.requireNonNull(element);
    }
    Slot slot = new Slot();
    slots.put(element, slot);
    write(slot, element, now);
  }

  @SuppressWarnings("unchecked")
  private E cast(Object element) {
    return (E) element;
  }

  synchronized boolean contains(Object element) {
    return copied() ? copy().contains(element) : slot(element).now == PRESENT;
  }

  synchronized boolean add(E element) {
    if (copied()) {
      return copy().add(element);
    }
    if (original instanceof EnumSet) {
      Objects.requireNonNull(element);
    }
    Slot slot = slot(element);
    if (slot.now == PRESENT) {
      return false;
    }
    write(slot, element, PRESENT);
    return true;
  }

  synchronized boolean remove(Object element) {
    if (copied()) {
      return copy().remove(element);
    }
    Slot slot = slot(element);
    if (slot.now == Slot.ABSENT) {
      return false;
    }
    write(slot, element, Slot.ABSENT);
    return true;
  }

  boolean addAll(Collection<? extends E> elements) {
    boolean any = false;
    for (E element : elements) {
      any |= add(element);
    }
    return any;
  }

  synchronized int size() {
    if (copied()) {
      return copy().size();
    }
    if (unknown > 0) {
      slots.forEach((element, slot) -> {
        if (slot.was == Slot.UNKNOWN) {
          slot.learn(lookUp(element));
          growth += slot.growth();
        }
      });
      unknown = 0;
    }
    if (sizeSeen < 0) {
      sizeSeen = original.size();
    }
    return sizeSeen + growth;
  }

  synchronized boolean isEmpty() {
    if (copied() || !log.isEmpty()) {
      return size() == 0;
    }
    if (emptySeen == null) {
      emptySeen = original.isEmpty();
    }
    return emptySeen;
  }

  @Override
  boolean apply(Set<E> target) {
    for (Step<E> step : log) {
      if (step.add) {
        Dropped.add(target, step.element);
      } else {
        Dropped.remove(target, step.element);
      }
    }
    return !log.isEmpty();
  }

  @Override
  boolean restore(Set<E> target, Set<E> copy) {
    if (target.getClass() == HashSet.class) {
      return HashOrder.restore((HashSet<E>) target, (HashSet<E>) copy);
    }
    if (SequenceChanges.same(target, copy)) {
      return false;
    }
    target.clear();
    target.addAll(copy);
    return true;
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
        return Read.of("whether it contains", at.getKey());
      }
    }
    return null;
  }

  @Override
  boolean changed(Read read) {
    if (copied() || !read.keyed()) {
      return copied() || !log.isEmpty();
    }
    Slot slot = slots.get(read.key());
    return slot != null && slot.written();
  }
}
