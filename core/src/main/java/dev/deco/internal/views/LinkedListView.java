package dev.deco.internal.views;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A view of a {@link LinkedList}. */
final class LinkedListView<E> extends LinkedList<E> implements View {
  private final transient SequenceChanges<E> changes;

  LinkedListView(Origin origin) {
    changes = new SequenceChanges<>(origin);
  }

  private LinkedList<E> copy() {
    return (LinkedList<E>) changes.copy();
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
  public E get(int index) {
    return changes.get(index);
  }

  @Override
  public E set(int index, E element) {
    return changes.set(index, element);
  }

  @Override
  public void addFirst(E element) {
    changes.addFirst(element);
  }

  @Override
  public void addLast(E element) {
    changes.add(element);
  }

  @Override
  public boolean offer(E element) {
    return changes.add(element);
  }

  @Override
  public boolean offerFirst(E element) {
    changes.addFirst(element);
    return true;
  }

  @Override
  public boolean offerLast(E element) {
    return changes.add(element);
  }

  @Override
  public void push(E element) {
    changes.addFirst(element);
  }

  @Override
  public E getFirst() {
    return changes.first();
  }

  @Override
  public E getLast() {
    return changes.last();
  }

  @Override
  public ListIterator<E> listIterator() {
    return copy().listIterator();
  }

  @Override
  public ListIterator<E> listIterator(int index) {
    return copy().listIterator(index);
  }

  @Override
  public List<E> subList(int from, int to) {
    return copy().subList(from, to);
  }

  @Override
  public void add(int index, E element) {
    copy().add(index, element);
  }

  @Override
  public boolean addAll(int index, Collection<? extends E> elements) {
    return copy().addAll(index, elements);
  }

  @Override
  public E remove(int index) {
    return copy().remove(index);
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
  public int indexOf(Object element) {
    return copy().indexOf(element);
  }

  @Override
  public int lastIndexOf(Object element) {
    return copy().lastIndexOf(element);
  }

  @Override
  public void replaceAll(UnaryOperator<E> operator) {
    copy().replaceAll(operator);
  }

  @Override
  public void sort(Comparator<? super E> order) {
    copy().sort(order);
  }

  @Override
  public E peekFirst() {
    return copy().peekFirst();
  }

  @Override
  public E peekLast() {
    return copy().peekLast();
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
  public E peek() {
    return copy().peek();
  }

  @Override
  public E poll() {
    return copy().poll();
  }

  @Override
  public E element() {
    return copy().element();
  }

  @Override
  public E pop() {
    return copy().pop();
  }

  @Override
  public E remove() {
    return copy().remove();
  }

  @Override
  public E removeFirst() {
    return copy().removeFirst();
  }

  @Override
  public E removeLast() {
    return copy().removeLast();
  }

  @Override
  public boolean removeFirstOccurrence(Object element) {
    return copy().removeFirstOccurrence(element);
  }

  @Override
  public boolean removeLastOccurrence(Object element) {
    return copy().removeLastOccurrence(element);
  }

  @Override
  public Iterator<E> descendingIterator() {
    return copy().descendingIterator();
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
    return copy().clone();
  }

  private Object writeReplace() {
    return copy();
  }
}
