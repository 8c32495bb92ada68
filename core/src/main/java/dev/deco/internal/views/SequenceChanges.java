package dev.deco.internal.views;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A list, deque or queue: what was added at its ends, which of its positions were read and set. What is added at an end
 * reads nothing, unless the size is asked for.
 */
final class SequenceChanges<E> extends Changes<Collection<E>> {
  private final List<E> added = new ArrayList<>();
  private final List<E> addedFirst = new ArrayList<>();
  private final Map<Integer, E> seen = new HashMap<>(0);       // of the original
  private final Map<Integer, E> set = new LinkedHashMap<>(0);  // likewise
  private final List<Object> removed = new ArrayList<>(0);     // before all other changes, and without a look
  private int highest = -1;                                    // position that is there, whatever it holds
  private int sizeSeen = -1;
  private Boolean emptySeen;

  SequenceChanges(Origin origin) {
    super(origin);
  }

  @SuppressWarnings("unchecked")
  private List<E> list() {
    return (List<E>) original;
  }

  /** The private copy of a list. */
  List<E> listCopy() {
    return (List<E>) copy();
  }

  @Override
  Collection<E> twin(Collection<E> original) {
    if (original instanceof ArrayList) {
      return new ArrayList<>(original);
    } else if (original instanceof LinkedList) {
      return new LinkedList<>(original);
    } else if (original instanceof ArrayDeque<E> deque) {
      return deque.clone();
    }
    return original instanceof PriorityQueue<E> queue ? new PriorityQueue<>(queue) : new ConcurrentLinkedQueue<>(original);
  }

  /** Whether all that is done next is done on the copy: where things lie after a removal, only a look can tell. */
  private boolean isWhole() {
    if (!copied() && !removed.isEmpty()) {
      copy();
    }
    return copied();
  }

  @Override
  public boolean isBlind() {
    return super.isBlind() && removed.isEmpty() && isUntouched();
  }

  /** Whether elements have been added at most. */
  private boolean isUntouched() {
    return set.isEmpty() && seen.isEmpty() && highest < 0 && sizeSeen < 0 && emptySeen == null;
  }

  /** {@link Collection#remove(Object)} whose result is dropped. */
  synchronized void removeUnseen(Object element) {
    if (copied() || !isUntouched() || !added.isEmpty() || !addedFirst.isEmpty()) {
      copy().remove(element);
    } else {
      removed.add(element);
    }
  }

  /** {@link #set} whose result is dropped. */
  synchronized void setUnseen(int index, E element) {
    if (inOriginal(index)) {
      highest = Math.max(highest, index);
      set.put(index, element);
    } else {
      set(index, element);
    }
  }

  synchronized boolean add(E element) {
    if (copied()) {
      return copy().add(element);
    }
    if (original instanceof PriorityQueue<E> queue) {
      compared(queue, element);
    } else if (original instanceof ArrayDeque || original instanceof ConcurrentLinkedQueue) {
      Objects.requireNonNull(element);
    }
    return added.add(element);
  }

  /** Fails where the queue would, as far as one element tells. */
  @SuppressWarnings("unchecked")
  private static <E> void compared(PriorityQueue<E> queue, E element) {
    Objects.requireNonNull(element);
    E other = queue.peek();
    if (queue.comparator() == null) {
      Comparable<? super E> comparable = (Comparable<? super E>) element;
      comparable.compareTo(other != null ? other : element);
    } else if (other != null) {
      queue.comparator().compare(element, other);
    }
  }

  boolean addAll(Collection<? extends E> elements) {
    Object[] all = elements.toArray();
    for (Object element : all) {
      @SuppressWarnings("unchecked")
      E one = (E) element;
      add(one);
    }
    return all.length > 0;
  }

  synchronized void addFirst(E element) {
    if (isWhole() || original instanceof ArrayList) {
      if (copy() instanceof Deque<E> deque) {
        deque.addFirst(element);
      } else {
        listCopy().add(0, element);
      }
      return;
    }
    if (original instanceof ArrayDeque) {
      Objects.requireNonNull(element);
    }
    addedFirst.add(element);
  }

  synchronized int size() {
    if (isWhole()) {
      return copy().size();
    }
    if (sizeSeen < 0) {
      sizeSeen = original.size();
    }
    return sizeSeen + added.size() + addedFirst.size();
  }

  synchronized boolean isEmpty() {
    if (isWhole() || !added.isEmpty() || !addedFirst.isEmpty()) {
      return copied() && copy().isEmpty();
    }
    if (emptySeen == null) {
      emptySeen = original.isEmpty();
    }
    return emptySeen;
  }

  synchronized E get(int index) {
    return inOriginal(index) ? read(index) : listCopyOrOwn(index);
  }

  private boolean inOriginal(int index) {
    return !isWhole() && addedFirst.isEmpty() && index >= 0 && index < original.size();
  }

  /** Beyond the end of the original: what lies there depends on its size. */
  private E listCopyOrOwn(int index) {
    if (copied() || !addedFirst.isEmpty() || index < 0 || index >= size()) {
      return listCopy().get(index);
    }
    return added.get(index - sizeSeen);
  }

  private E read(int index) {
    if (set.containsKey(index)) {
      return set.get(index);
    }
    if (seen.containsKey(index)) {
      return seen.get(index);
    }
    E element = list().get(index);
    seen.put(index, element);
    return element;
  }

  synchronized E set(int index, E element) {
    if (inOriginal(index)) {
      E before = read(index);
      set.put(index, element);
      return before;
    }
    if (copied() || !addedFirst.isEmpty() || index < 0 || index >= size()) {
      return listCopy().set(index, element);
    }
    return added.set(index - sizeSeen, element);
  }

  E first() {
    if (isEmpty()) {
      throw new NoSuchElementException();
    }
    return get(0);
  }

  E last() {
    int size = size();
    if (size == 0) {
      throw new NoSuchElementException();
    }
    return get(size - 1);
  }

  @Override
  boolean apply(Collection<E> target) {
    removed.forEach(element -> Dropped.remove(target, element));
    set.forEach((index, element) -> Dropped.set((List<E>) target, index, element));
    addedFirst.forEach(element -> ((Deque<E>) target).addFirst(element));
    if (!added.isEmpty()) { // to add nothing counts as a structural change too
      target.addAll(added);
    }
    return !removed.isEmpty() || !set.isEmpty() || !addedFirst.isEmpty() || !added.isEmpty();
  }

  @Override
  boolean restore(Collection<E> target, Collection<E> copy) {
    if (same(target, copy)) {
      return false;
    }
    if (target instanceof List<E> list && list.size() == copy.size()) { // sub lists stay valid, as when a task sets
      Iterator<E> elements = copy.iterator();
      for (ListIterator<E> at = list.listIterator(); at.hasNext(); ) {
        at.next();
        at.set(elements.next());
      }
      return true;
    }
    target.clear();
    target.addAll(copy); // a heap in its own order is a heap already
    return true;
  }

  static boolean same(Collection<?> a, Collection<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<?> of = b.iterator();
    for (Object element : a) {
      if (element != of.next()) {
        return false;
      }
    }
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
    int size = seen.isEmpty() && highest < 0 ? 0 : original.size();
    if (highest >= size) {
      return Read.of("its element", highest);
    }
    for (Map.Entry<Integer, E> at : seen.entrySet()) {
      if (at.getKey() >= size || list().get(at.getKey()) != at.getValue()) {
        return Read.of("its element", at.getKey());
      }
    }
    return null;
  }

  @Override
  boolean changed(Read read) {
    return copied() || !addedFirst.isEmpty() || !removed.isEmpty() || (read.keyed() ? set.containsKey(read.key()) : !added.isEmpty());
  }
}
