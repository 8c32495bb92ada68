package dev.deco.internal.views;

import java.util.Collection;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** A view of a {@link TreeSet}. */
final class TreeSetView<E> extends TreeSet<E> implements View {
  private final transient SetChanges<E> changes;

  TreeSetView(Origin origin) {
    this(new SetChanges<>(origin));
  }

  private TreeSetView(SetChanges<E> changes) {
    super(((TreeSet<E>) changes.original).comparator());
    this.changes = changes;
  }

  private TreeSet<E> copy() {
    return (TreeSet<E>) changes.copy();
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
  public E first() {
    return copy().first();
  }

  @Override
  public E last() {
    return copy().last();
  }

  @Override
  public E lower(E element) {
    return copy().lower(element);
  }

  @Override
  public E floor(E element) {
    return copy().floor(element);
  }

  @Override
  public E ceiling(E element) {
    return copy().ceiling(element);
  }

  @Override
  public E higher(E element) {
    return copy().higher(element);
  }

  @Override
  public E pollFirst() {
    return copy().pollFirst();
  }

  @Override
  public E pollLast() {
    return copy().pollLast();
  }

  @Override
  public NavigableSet<E> descendingSet() {
    return copy().descendingSet();
  }

  @Override
  public Iterator<E> descendingIterator() {
    return copy().descendingIterator();
  }

  @Override
  public NavigableSet<E> headSet(E to, boolean inclusive) {
    return copy().headSet(to, inclusive);
  }

  @Override
  public NavigableSet<E> tailSet(E from, boolean inclusive) {
    return copy().tailSet(from, inclusive);
  }

  @Override
  public NavigableSet<E> subSet(E from, boolean fromInclusive, E to, boolean toInclusive) {
    return copy().subSet(from, fromInclusive, to, toInclusive);
  }

  @Override
  public SortedSet<E> headSet(E to) {
    return copy().headSet(to);
  }

  @Override
  public SortedSet<E> tailSet(E from) {
    return copy().tailSet(from);
  }

  @Override
  public SortedSet<E> subSet(E from, E to) {
    return copy().subSet(from, to);
  }

  @Override
  public Object clone() {
    return copy().clone();
  }

  private Object writeReplace() {
    return copy();
  }
}
