package dev.deco.internal.views;

import java.io.Serializable;
import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.Queue;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** A view of a priority queue, or of one that is made for several threads, where any queue will do. */
final class QueueView<E> extends AbstractQueue<E> implements View, Serializable {
  private final transient SequenceChanges<E> changes;

  QueueView(Origin origin) {
    changes = new SequenceChanges<>(origin);
  }

  private Queue<E> copy() {
    return (Queue<E>) changes.copy();
  }

  @Override
  public SequenceChanges<E> changes() {
    return changes;
  }

  @Override
  public boolean add(E element) {
    return changes.add(element);
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
  public boolean offer(E element) {
    return changes.add(element);
  }

  @Override
  public E peek() {
    return copy().peek();
  }

  @Override
  public E poll() {
    return copy().poll();
  }

  @Override
  public boolean remove(Object element) {
    return copy().remove(element);
  }

  @Override
  public boolean contains(Object element) {
    return copy().contains(element);
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
  public boolean containsAll(Collection<?> elements) {
    return copy().containsAll(elements);
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
  public String toString() {
    return copy().toString();
  }

  private Object writeReplace() {
    return copy();
  }
}
