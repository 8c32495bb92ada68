package dev.deco.internal.views;

import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Which class a view has. It extends the class of the original, or is one that the declared type of the parameter
 * admits. Only classes of the JDK whose order and content are their own can be viewed: a user's subclass may do
 * anything in its methods, and what shows another collection's content changes with that.
 */
final class Faces {
  /** A class of views. */
  private record Face(Class<?> type, Function<Origin, View> maker) {}

  private static final Face ANY_MAP = new Face(HashMapView.class, HashMapView::new);
  private static final Face ANY_SET = new Face(HashSetView.class, HashSetView::new);
  private static final Map<Class<?>, List<Face>> FACES = Map.ofEntries(
      Map.entry(ArrayList.class, List.of(new Face(ArrayListView.class, ArrayListView::new))),
      Map.entry(LinkedList.class, List.of(new Face(LinkedListView.class, LinkedListView::new))),
      Map.entry(ArrayDeque.class, List.of(new Face(ArrayDequeView.class, ArrayDequeView::new))),
      Map.entry(ConcurrentLinkedQueue.class, List.of(new Face(QueueView.class, QueueView::new))),
      Map.entry(AbstractQueue.class, List.of(new Face(QueueView.class, QueueView::new))),
      Map.entry(PriorityQueue.class, List.of(new Face(QueueView.class, QueueView::new),
          new Face(PriorityQueueCopy.class, PriorityQueueCopy::new))),
      Map.entry(HashMap.class, List.of(ANY_MAP)),
      Map.entry(LinkedHashMap.class, List.of(ANY_MAP, new Face(LinkedHashMapCopy.class, LinkedHashMapCopy::new))),
      Map.entry(EnumMap.class, List.of(ANY_MAP, new Face(EnumMapCopy.class, EnumMapCopy::new))),
      Map.entry(TreeMap.class, List.of(new Face(TreeMapView.class, TreeMapView::new))),
      Map.entry(HashSet.class, List.of(ANY_SET)),
      Map.entry(LinkedHashSet.class, List.of(ANY_SET, new Face(LinkedHashSetCopy.class, LinkedHashSetCopy::new))),
      Map.entry(TreeSet.class, List.of(new Face(TreeSetView.class, TreeSetView::new))),
      Map.entry(Vector.class, List.of(new Face(VectorCopy.class, VectorCopy::new))),
      Map.entry(Stack.class, List.of(new Face(StackCopy.class, StackCopy::new))),
      Map.entry(BitSet.class, List.of(new Face(BitSetCopy.class, BitSetCopy::new))));

  private Faces() {}

  /** What makes views of a collection for parameters of a type; {@code null}: there are none. */
  static Function<Origin, View> of(Object original, Class<?> declared) {
    Class<?> type = original instanceof View ? original.getClass().getSuperclass() : original.getClass();
    for (Face face : FACES.getOrDefault(type, List.of())) {
      if (declared.isAssignableFrom(face.type)) {
        return original.getClass() == LinkedHashMap.class && isInAccessOrder((LinkedHashMap<?, ?>) original) ? null
            : face.maker;
      }
    }
    return null;
  }

  /**
   * Whether a task may have the collection itself: it never changes. One that is made for several threads is not among
   * them: the order in which tasks change it is seen, too.
   */
  static boolean isConstant(Object collection) {
    String type = collection.getClass().getName();
    return type.startsWith("java.util.ImmutableCollections$")
        || type.startsWith("java.util.Collections$Empty") || type.startsWith("java.util.Collections$Singleton");
  }

  /**
   * Whether a look-up moves an entry to the end. One that does so here is put back; other tasks may be reading a map that
   * is not in access order, so that is not changed even for a moment.
   */
  @SuppressWarnings("unchecked")
  private static boolean isInAccessOrder(LinkedHashMap<?, ?> map) {
    if (map.size() < 2) {
      LinkedHashMap<Object, Object> small = (LinkedHashMap<Object, Object>) map.clone();
      Object one = new Object();
      small.put(one, one);
      small.put(new Object(), one);
      return isInAccessOrder(small);
    }
    LinkedHashMap<Object, Object> any = (LinkedHashMap<Object, Object>) map;
    Object eldest = any.keySet().iterator().next();
    any.get(eldest);
    if (any.keySet().iterator().next() == eldest) {
      return false;
    }
    Object[] keys = any.keySet().toArray();
    for (int i = 0; i < keys.length - 1; i++) {
      any.get(keys[i]);
    }
    return true;
  }
}
