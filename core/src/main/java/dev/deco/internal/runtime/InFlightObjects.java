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
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Stack;
import java.util.TreeMap;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The objects that unsynced rows of one scope hold, under the keys that the weaver gave them: where it could not tell
 * two references apart, the scope asks here whether they are the same object. By identity, never by the user's
 * {@code equals} or {@code hashCode}.
 *
 * <p>Most loops put the same object in again and again and ask for another one: both are one comparison with what was
 * put last. Beyond that there is an identity set per key. Where a row holds what a way leads to, the elements of an array,
 * say, these are put into a set once, when somebody asks; as long as they are in flight nobody may change which they are.
 *
 * <p><b>Concurrency:</b> on the scope's own thread only.
 */
final class InFlightObjects {
  /** Classes whose objects hold what they hold themselves. Any other collection may be a view of one. */
  private static final Set<Class<?>> OWNERS = Set.copyOf(List.of(ArrayList.class, LinkedList.class, ArrayDeque.class,
      PriorityQueue.class, Vector.class, Stack.class, HashMap.class, LinkedHashMap.class, TreeMap.class,
      IdentityHashMap.class, WeakHashMap.class, Hashtable.class, HashSet.class, LinkedHashSet.class, EnumMap.class,
      BitSet.class, StringBuilder.class, StringBuffer.class, ConcurrentHashMap.class, CopyOnWriteArrayList.class,
      List.of().getClass(), List.of(0).getClass(), Set.of().getClass(), Set.of(0).getClass(), Map.of().getClass(),
      Map.of(0, 0).getClass()));

  private static final ClassValue<Boolean> ENTRIES = new ClassValue<>() {
    @Override
    protected Boolean computeValue(Class<?> type) {
      return type.getName().matches("java\\.util\\.((Linked)?HashMap|TreeMap)\\$.*(Node|Entry)");
    }
  };

  /** Rows of an array beyond which it is taken as a whole. */
  private static final int MANY = 4;

  /** Answers that are remembered under one key. */
  private static final int QUESTIONS = 8;

  private Key[] keys = new Key[4];
  private int noted;

  /** What is in flight under one key. */
  private static final class Key {
    private Object last;
    private final IdentitySet objects = new IdentitySet();
    private final IdentitySet reached = new IdentitySet(); // of which nothing but the way was known when they were added
    private Way ways;                                      // that have not been walked yet
    private Object lastFrom;
    private Reach lastBy;
    private boolean anything;                              // where some way ends could not be told
    private Question asked;
    private int questions;
    private final Contents contents = new Contents();
    private Object lastSectioned;
    private Sections lastSections;
    private Map<Object, Sections> sections; // of arrays of which not all is in flight

    int size() {
      return objects.size + reached.size + (anything || ways != null ? 1 : 0);
    }

    boolean add(Object from, Reach by, boolean content) {
      boolean other = from != null && (lastFrom != from || lastBy != by);
      if (other) {
        lastFrom = from;
        lastBy = by;
        ways = new Way(from, by, content, ways);
      }
      return other;
    }

    /** Walks the ways; what one leads to stays as it is while rows are in flight that look at it. */
    void walk() {
      for (; ways != null; ways = ways.next) {
        boolean content = ways.content;
        anything |= ways.by.leadsTo(ways.from, object -> {
          reached.add(object);
          if (content) {
            contents.add(object);
          }
          return false;
        });
      }
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

  /** Of which {@link ContentKind}s the contents of some objects are, and of those that other objects may show. */
  private static final class Contents {
    private int kinds;
    private int shown;

    void add(Object object) {
      int kind = ContentKind.of(object);
      kinds |= kind;
      shown |= shown(object, kind);
    }

    private static int shown(Object object, int kind) {
      return isOwner(object) || object.getClass().isArray() ? 0 : kind;
    }

    /** Whether one of two different objects may show the content of the other. */
    boolean mayShare(Object object) {
      int kind = ContentKind.of(object);
      return mayShare(kind, shown(object, kind));
    }

    /** The same of these two. */
    static boolean mayShare(Object one, Object other) {
      int kind = ContentKind.of(one);
      int otherKind = ContentKind.of(other);
      boolean kinds = (shown(one, kind) & otherKind) != 0 || (kind & shown(other, otherKind)) != 0;
      return one == other || kinds && ShownArray.mayBe(one, other);
    }

    boolean mayShare(int otherKinds, int otherShown) {
      return (shown & otherKinds) != 0 || (kinds & otherShown) != 0;
    }
  }

  /** {@code content}: it is the content of the objects it leads to that counts, which others may show. */
  private record Way(Object from, Reach by, boolean content, Way next) {}

  /** Whether a way led to one of a key's objects: when it was asked, it did not. */
  private static final class Question {
    private final Object from;
    private final Reach by;
    private final Question next;
    private Object last;
    private int size;
    private IdentitySet objects; // where it leads to; made when it is asked again
    private Contents contents;   // of these

    Question(Object from, Reach by, Question next) {
      this.from = from;
      this.by = by;
      this.next = next;
    }
  }

  void add(int key, Object object) {
    Key at = at(key);
    if (object != null && at.last != object) {
      noted++;
      at.last = object;
      at.objects.add(object);
    }
  }

  /** The same for an object whose content counts, which another one may show. */
  void addContent(int key, Object object) {
    if (object != null && at(key).last != object) {
      add(key, object);
      at(key).contents.add(object);
    }
  }

  /** The same for a part of an array: elements number {@code first} to {@code last}. */
  void addSection(int key, Object array, long first, long last) {
    if (array != null) {
      add(key, array);
      addSection(at(key), array, first, last);
    }
  }

  private void addSection(Key at, Object array, long first, long last) {
    Sections sections = at.sections(array);
    int before = sections.size();
    sections.add(first, last);
    noted += Math.max(0, sections.size() - before);
  }

  /** The same for a part of a list. */
  void addPart(int key, Object list, long first, long last) {
    addContent(key, list);
    if (list != null) {
      addSection(at(key), list, first, last);
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
    addReached(key, array, Reach.ELEMENTS, false);
  }

  /** The same for all objects that a way leads to from one; {@code content}: it is their content that counts. */
  void addReached(int key, Object from, Reach by, boolean content) {
    noted += at(key).add(from, by, content) ? 1 : 0;
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
    if (!isAsked(key, object)) {
      return false;
    }
    Key at = keys[key];
    at.walk();
    return at.last == object || at.objects.size > 1 && at.objects.contains(object) || isReached(at, object);
  }

  private static boolean isReached(Key at, Object object) {
    return at.anything || at.reached.size > 0 && at.reached.contains(object);
  }

  /** Whether elements number {@code first} to {@code last} of the array, or some of them, are in flight. */
  boolean containsSection(int key, Object array, long first, long last) {
    return contains(key, array) && (isReached(keys[key], array) || keys[key].overlaps(array, first, last));
  }

  /** Whether these elements of the list may be in flight, of it or of one that shares content with it. */
  boolean containsPart(int key, Object list, long first, long last) {
    boolean plain = list != null && key < keys.length && keys[key] != null && keys[key].ways == null
        && !keys[key].contents.mayShare(list);
    return plain ? containsSection(key, list, first, last) : containsContent(key, list);
  }

  /** Whether that is so for one of some rows of an array. */
  boolean containsRow(int key, Object[] array, long firstRow, long lastRow, long first, long last) {
    if (!isAsked(key, array)) {
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
    return isAsked(key, object) && (contains(key, object) || keys[key].contents.mayShare(object)
        && (keys[key].objects.anyMatch(other -> Contents.mayShare(other, object))
            || keys[key].reached.anyMatch(other -> Contents.mayShare(other, object))));
  }

  /** Whether some element of the array is in flight under the key. */
  boolean containsElementOf(int key, Object[] array) {
    return containsReached(key, array, Reach.ELEMENTS, false);
  }

  /** The same for an array that a row is about to hold. */
  boolean containsElementOfHeld(int key, Object[] array) {
    return containsHeldReached(key, array, Reach.ELEMENTS, false);
  }

  /** Whether an object that a way leads to, or with {@code content} one that shares its content, is in flight. */
  boolean containsReached(int key, Object from, Reach by, boolean content) {
    return isAsked(key, from) && by.leadsTo(from, object -> meets(key, object, content));
  }

  private boolean isAsked(int key, Object object) {
    return key < keys.length && keys[key] != null && object != null && keys[key].size() > 0;
  }

  private boolean meets(int key, Object object, boolean content) {
    return content ? containsContent(key, object) : contains(key, object);
  }

  /**
   * The same for a way that a row is about to hold: where it leads stays as it is while rows are in flight, so that an
   * answer holds until more objects come.
   */
  boolean containsHeldReached(int key, Object from, Reach by, boolean content) {
    if (!isAsked(key, from)) {
      return false;
    }
    Key at = keys[key];
    at.walk();
    Question question = question(at, from, by);
    if (question.last == at.last && question.size == at.size()) {
      return false;
    }
    boolean again = question.size > 0;
    boolean oneMore = again && question.size + 1 == at.size() && question.last != at.last && at.reached.size == 0;
    boolean found = again ? isAmong(question, at, oneMore, content)
        : by.leadsTo(from, object -> meets(key, object, content));
    if (!found) {
      question.last = at.last;
      question.size = at.size();
    }
    return found;
  }

  private static Question question(Key at, Object from, Reach by) {
    Question question = at.asked;
    while (question != null && (question.from != from || question.by != by)) {
      question = question.next;
    }
    if (question == null) {
      question = new Question(from, by, at.questions++ % QUESTIONS == 0 ? null : at.asked);
      at.asked = question;
    }
    return question;
  }

  /** {@code last}: it can only be the last object. */
  private static boolean isAmong(Question question, Key at, boolean last, boolean content) {
    IdentitySet own = question.objects;
    if (own == null) {
      own = new IdentitySet();
      if (!question.by.addTo(own, question.from)) {
        return true;
      }
      question.objects = own;
      question.contents = new Contents();
      own.forEach(question.contents::add);
    }
    boolean shares = content && at.contents.mayShare(question.contents.kinds, question.contents.shown);
    return at.anything || shares || (last ? own.contains(at.last)
        : at.objects.anyMatch(own::contains) || at.reached.anyMatch(own::contains));
  }

  /** Whether an object holds its content itself, and no other object shows it unless it is a view of this one. */
  static boolean isOwner(Object object) {
    return OWNERS.contains(object.getClass());
  }

  /** Whether it is one of the objects that make up a map of the platform's: no two of these have the same content. */
  static boolean isEntry(Object object) {
    return object instanceof Map.Entry && ENTRIES.get(object.getClass());
  }

  /** The same for a collection or a view of it. */
  static boolean isItsOwn(Object collection) {
    return OWNERS.contains(collection instanceof View ? collection.getClass().getSuperclass() : collection.getClass());
  }

  /** Whether the content of one collection may be that of another. */
  static boolean mayShare(Object a, Object b) {
    return a == b || !isItsOwn(a);
  }

  /** About how many objects, ways and sections are kept. */
  int noted() {
    return noted;
  }

  void clear() {
    Arrays.fill(keys, null);
    noted = 0;
  }
}
