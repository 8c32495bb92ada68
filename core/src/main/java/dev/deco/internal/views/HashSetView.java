package dev.deco.internal.views;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** A view of a {@link HashSet}, and of other sets where any set will do. */
final class HashSetView<E> extends HashSet<E> implements View {
  private final transient SetChanges<E> changes;

  HashSetView(Origin origin) {
    super(1);
    changes = new SetChanges<>(origin);
  }

  private Set<E> copy() {
    return changes.copy();
  }

  @Override
  public SetChanges<E> changes() {
    return changes;
  }

  @Override
  public boolean add(E element) {
    return changes.add(element);
  }

  @Override
  public boolean contains(Object element) {
    return changes.contains(element);
  }

  @Override
  public boolean remove(Object element) {
    return changes.remove(element);
  }

  @Override
  public boolean addAll(Collection<? extends E> elements) {
    return changes.addAll(elements);
  }

  @Override
  public int size() {
    return changes.size();
  }

  @Override
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  @Override
  public Iterator<E> iterator() {
    return copy().iterator();
  }

  @Override
  public Object[] toArray() {
    return copy().toArray();
  }

  @Override
  public <T> T[] toArray(T[] array) {
    return copy().toArray(array);
  }

  @Override
  public <T> T[] toArray(IntFunction<T[]> generator) {
    return copy().toArray(generator);
  }

  @Override
  public boolean removeAll(Collection<?> elements) {
    return copy().removeAll(elements);
  }

  @Override
  public boolean retainAll(Collection<?> elements) {
    return copy().retainAll(elements);
  }

  @Override
  public boolean removeIf(Predicate<? super E> filter) {
    return copy().removeIf(filter);
  }

  @Override
  public void forEach(Consumer<? super E> action) {
    copy().forEach(action);
  }

  @Override
  public Spliterator<E> spliterator() {
    return copy().spliterator();
  }

  @Override
  public void clear() {
    copy().clear();
  }

  @Override
  public boolean equals(Object other) {
    return copy().equals(other);
  }

  @Override
  public int hashCode() {
    return copy().hashCode();
  }

  @Override
  public String toString() {
    return copy().toString();
  }

  @Override
  public Object clone() {
    return changes.twin(copy());
  }

  private Object writeReplace() {
    return copy();
  }
}
