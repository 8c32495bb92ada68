package dev.deco.internal.runtime;

import dev.deco.internal.views.View;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Stack;
import java.util.TreeMap;
import java.util.Vector;
import java.util.WeakHashMap;

/**
 * The objects that unsynced rows of one scope hold, under the keys that the weaver gave them: where it could not tell
 * two references apart, the scope asks here whether they are the same object. By identity, never by the user's
 * {@code equals} or {@code hashCode}.
 *
 * <p>Most loops put the same object in again and again and ask for another one: both are one comparison with what was
 * put last. Beyond that there is an identity set per key. Of an array of objects whose elements count, the elements are
 * put into a set once; as long as they are in flight nobody may change which they are.
 *
 * <p><b>Concurrency:</b> on the scope's own thread only.
 */
final class InFlightObjects {
  /** Classes whose objects hold what they hold themselves. Any other collection may be a view of one. */
  private static final Set<Class<?>> OWNERS = Set.of(ArrayList.class, LinkedList.class, ArrayDeque.class,
      PriorityQueue.class, Vector.class, Stack.class, HashMap.class, LinkedHashMap.class, TreeMap.class,
      IdentityHashMap.class, WeakHashMap.class, Hashtable.class, HashSet.class, LinkedHashSet.class, EnumMap.class,
      BitSet.class, StringBuilder.class, StringBuffer.class);

  /** Rows of an array beyond which it is taken as a whole. */
  private static final int MANY = 4;

  private Key[] keys = new Key[4];
  private final Map<Object[], IdentitySet> elements = new IdentityHashMap<>();

  /** What is in flight under one key. */
  private static final class Key {
    private Object last;
    private final IdentitySet objects = new IdentitySet();
    private Object[] lastArray;
    private final IdentitySet arrays = new IdentitySet();
    private Question asked;
    private boolean views;
    private Object lastSectioned;
    private Sections lastSections;
    private Map<Object, Sections> sections; // of arrays of which not all is in flight

    int size() {
      return objects.size + arrays.size;
    }

    Sections sections(Object array) {
      if (array == lastSectioned) {
        return lastSections;
      }
      if (sections == null) {
        sections = new IdentityHashMap<>();
      }
      lastSectioned = array;
      lastSections = sections.computeIfAbsent(array, any -> new Sections());
      return lastSections;
    }

    /** Whether part of the array is in flight, where it is known that not all of it is. */
    boolean overlaps(Object array, long first, long last) {
      Sections known = array == lastSectioned ? lastSections : sections == null ? null : sections.get(array);
      return known == null || known.overlap(first, last);
    }
  }

  /** Whether an array had an element among a key's objects: when it was asked, it had not. */
  private static final class Question {
    private final Object[] array;
    private final Question next;
    private Object last;
    private int size;

    Question(Object[] array, Question next) {
      this.array = array;
      this.next = next;
    }
  }

  void add(int key, Object object) {
    Key at = at(key);
    if (object != null && at.last != object) {
      at.last = object;
      at.objects.add(object);
    }
  }

  /** The same for an object whose content counts, which another one may show. */
  void addContent(int key, Object object) {
    add(key, object);
    if (object != null && !OWNERS.contains(object.getClass())) {
      at(key).views = true;
    }
  }

  /** The same for a part of an array: elements number {@code first} to {@code last}. */
  void addSection(int key, Object array, long first, long last) {
    if (array != null) {
      add(key, array);
      at(key).sections(array).add(first, last);
    }
  }

  /** The same for a part of a list. */
  void addPart(int key, Object list, long first, long last) {
    addContent(key, list);
    if (list != null) {
      at(key).sections(list).add(first, last);
    }
  }

  /** The same for a part of each of some rows of an array. */
  void addRows(int key, Object[] array, long firstRow, long lastRow, long first, long last) {
    if (array == null) {
      return;
    }
    if (isMany(firstRow, lastRow)) {
      addElements(key, array);
      return;
    }
    for (long row = Math.max(0, firstRow); row <= lastRow && row < array.length; row++) {
      addSection(key, array[(int) row], first, last);
    }
  }

  /** Whether it is better to speak of all rows. */
  private static boolean isMany(long firstRow, long lastRow) {
    return firstRow == Indexes.UNKNOWN || lastRow == Indexes.UNKNOWN || lastRow - firstRow > MANY;
  }

  void addElements(int key, Object[] array) {
    Key at = at(key);
    if (array != null && at.lastArray != array) {
      at.lastArray = array;
      at.arrays.add(array);
    }
  }

  private Key at(int key) {
    if (key >= keys.length) {
      keys = Arrays.copyOf(keys, Math.max(key + 1, 2 * keys.length));
    }
    if (keys[key] == null) {
      keys[key] = new Key();
    }
    return keys[key];
  }

  boolean contains(int key, Object object) {
    if (key >= keys.length || keys[key] == null || object == null) {
      return false;
    }
    Key at = keys[key];
    if (at.last == object || at.objects.size > 1 && at.objects.contains(object)) {
      return true;
    }
    return at.arrays.size > 0 && at.arrays.anyMatch(array -> elementsOf((Object[]) array).contains(object));
  }

  /** Whether elements number {@code first} to {@code last} of the array, or some of them, are in flight. */
  boolean containsSection(int key, Object array, long first, long last) {
    return contains(key, array) && (heldAsElement(key, array) || keys[key].overlaps(array, first, last));
  }

  /** Whether these elements of the list may be in flight, of it or of one that shares content with it. */
  boolean containsPart(int key, Object list, long first, long last) {
    boolean owner = list != null && OWNERS.contains(list.getClass());
    boolean plain = owner && key < keys.length && keys[key] != null && !keys[key].views;
    return plain ? containsSection(key, list, first, last) : containsContent(key, list);
  }

  private boolean heldAsElement(int key, Object array) {
    Key at = keys[key];
    return at.arrays.size > 0 && at.arrays.anyMatch(holder -> elementsOf((Object[]) holder).contains(array));
  }

  /** Whether that is so for one of some rows of an array. */
  boolean containsRow(int key, Object[] array, long firstRow, long lastRow, long first, long last) {
    if (key >= keys.length || keys[key] == null || array == null || keys[key].size() == 0) {
      return false;
    }
    boolean many = isMany(firstRow, lastRow);
    long end = many ? array.length - 1 : Math.min(lastRow, array.length - 1);
    for (long row = many ? 0 : Math.max(0, firstRow); row <= end; row++) {
      if (containsSection(key, array[(int) row], first, last)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the object, or one that shares content with it, is in flight under the key. */
  boolean containsContent(int key, Object object) {
    if (key >= keys.length || keys[key] == null || object == null || keys[key].size() == 0) {
      return false;
    }
    return keys[key].views || contains(key, object) || !OWNERS.contains(object.getClass());
  }

  /** Whether some element of the array is in flight under the key. */
  boolean containsElementOf(int key, Object[] array) {
    if (key >= keys.length || keys[key] == null || array == null) {
      return false;
    }
    for (Object element : array) {
      if (contains(key, element)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same for an array that a row is about to hold: which elements it has stays as it is while rows are in flight, so
   * that an answer holds until more objects come.
   */
  boolean containsElementOfHeld(int key, Object[] array) {
    if (key >= keys.length || keys[key] == null || array == null || keys[key].size() == 0) {
      return false;
    }
    Key at = keys[key];
    Question question = at.asked;
    while (question != null && question.array != array) {
      question = question.next;
    }
    if (question == null) {
      question = new Question(array, at.asked);
      at.asked = question;
    } else if (question.last == at.last && question.size == at.size()) {
      return false;
    }
    IdentitySet own = elementsOf(array);
    boolean oneMore = question.size > 0 && question.size + 1 == at.size() && question.last != at.last;
    boolean found = oneMore
        ? own.contains(at.last)
        : at.objects.anyMatch(own::contains)
            || at.arrays.anyMatch(other -> elementsOf((Object[]) other).anyMatch(own::contains));
    if (!found) {
      question.last = at.last;
      question.size = at.size();
    }
    return found;
  }

  /** Whether an object holds its content itself, and no other object shows it unless it is a view of this one. */
  static boolean isOwner(Object object) {
    return OWNERS.contains(object.getClass());
  }

  /** The same for a collection or a view of it. */
  static boolean isItsOwn(Object collection) {
    return OWNERS.contains(collection instanceof View ? collection.getClass().getSuperclass() : collection.getClass());
  }

  /** Whether the content of one collection may be that of another. */
  static boolean mayShare(Object a, Object b) {
    return a == b || !isItsOwn(a);
  }

  private IdentitySet elementsOf(Object[] array) {
    return elements.computeIfAbsent(array, a -> {
      IdentitySet set = new IdentitySet();
      for (Object element : a) {
        if (element != null) {
          set.add(element);
        }
      }
      return set;
    });
  }

  void clear() {
    Arrays.fill(keys, null);
    elements.clear();
  }
}
