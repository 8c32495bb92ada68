package dev.deco.internal.views;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What the order of a hash map or set depends on besides what it holds: the length of its table, which is part of its
 * documented serial form, and the order in which the elements of one bucket came. With both a copy can be made that has
 * the same order, now and after any further changes. (Buckets that have become trees, for want of a good
 * {@code hashCode}, are put into the order in which they are iterated.)
 *
 * @param table the length of the table, or that which it will have when something is added
 * @param load the load factor
 * @param threshold the size beyond which the table grows; for a set, or a map without a table, what the map says
 */
record HashOrder(int table, float load, int threshold) {
  private static final int MAP_FIELDS = 63; // where they begin in the serial form of a map
  private static final int SET_DATA = 40;   // where it begins in that of a set

  static HashOrder of(HashMap<?, ?> map) {
    // The description of the class, loadFactor, threshold, and then a block of data: the table's length and the size.
    ByteBuffer form = Form.of(map);
    return new HashOrder(form.getInt(MAP_FIELDS + 10), form.getFloat(MAP_FIELDS), form.getInt(MAP_FIELDS + 4));
  }

  static HashOrder of(HashSet<?> set) {
    // The description of the class, and a block of data: the table's length, the load factor and the size.
    ByteBuffer form = Form.of(set);
    int table = form.getInt(SET_DATA);
    float load = form.getFloat(SET_DATA + 4);
    return new HashOrder(table, load, (int) (table * load));
  }

  /** The start of an object's serial form: up to its first element. */
  private static final class Form extends ObjectOutputStream {
    private static final class Enough extends RuntimeException {
      Enough() {
        super(null, null, false, false);
      }
    }

    private final Object object;

    private Form(Object object, ByteArrayOutputStream out) throws IOException {
      super(out);
      this.object = object;
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object element) {
      if (element == object) {
        return element;
      }
      throw new Enough();
    }

    static ByteBuffer of(Object object) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
      try (Form form = new Form(object, bytes)) {
        try {
          form.writeObject(object);
        } catch (Enough first) {
          form.drain();
        }
        form.flush();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      return ByteBuffer.wrap(bytes.toByteArray());
    }
  }

  private boolean hasTable(int size) {
    return size > 0 || threshold != 0 && threshold != table;
  }

  /** A copy of a map of this order. */
  <K, V> HashMap<K, V> twin(HashMap<K, V> map) {
    HashMap<K, V> twin = threshold == 0 ? new HashMap<>() : new HashMap<>(table, load);
    if (hasTable(map.size())) {
      fill(twin, map);
    }
    return twin;
  }

  /** Fills an empty map whose table has the right length. */
  @SuppressWarnings("unchecked")
  private <K, V> void fill(HashMap<K, V> target, HashMap<K, V> from) {
    Iterator<Map.Entry<K, V>> entries = from.entrySet().iterator();
    Map.Entry<K, V> first = entries.hasNext() ? entries.next() : null;
    boolean full = from.size() > threshold; // compute can make it so; it puts what is new in front of its bucket
    if (first == null) {
      target.put(null, null);
      target.remove(null);
    } else if (!full) {
      target.put(first.getKey(), first.getValue());
    }
    while (entries.hasNext()) {
      Map.Entry<K, V> entry = entries.next();
      target.put(entry.getKey(), entry.getValue());
    }
    if (first != null && full) {
      ((Map<Object, Object>) target).computeIfAbsent(first.getKey(), key -> Slot.ABSENT);
      target.put(first.getKey(), first.getValue());
    }
  }

  <E> HashSet<E> twin(HashSet<E> set) {
    HashSet<E> twin = new HashSet<>(table, load);
    twin.addAll(set);
    return twin;
  }

  /** Makes a map equal to a copy that was its twin once, in order too. Returns whether it was not. */
  static <K, V> boolean restore(HashMap<K, V> target, HashMap<K, V> copy) {
    HashOrder wanted = of(copy);
    HashOrder present = of(target);
    if (wanted.equals(present) && same(target, copy)) {
      return false;
    }
    target.clear();
    if (wanted.hasTable(copy.size())) {
      if (wanted.table != present.table || !present.hasTable(0)) {
        target.putAll(new Change.Listed<>(List.of(), wanted.growth()));
      }
      wanted.fill(target, copy);
    }
    return true;
  }

  /** So many elements, announced to a map, give it a table of this length: see {@code HashMap.putAll}. */
  private int growth() {
    return Math.max(1, (int) (table * load) - 1);
  }

  static <E> boolean restore(HashSet<E> target, HashSet<E> copy) {
    HashOrder wanted = of(copy);
    HashOrder present = of(target);
    if (wanted.equals(present) && SequenceChanges.same(target, copy)) {
      return false;
    }
    target.clear();
    if (wanted.table > present.table) {
      wanted.grow(target);
    }
    target.addAll(copy);
    return true;
  }

  /** Makes the table of an empty set as long as this by what it holds for a while. */
  @SuppressWarnings("unchecked")
  private void grow(HashSet<?> set) {
    List<Object> fillers = new ArrayList<>();
    for (int i = 0; i <= (int) (table / 2 * load); i++) {
      fillers.add(i);
    }
    ((HashSet<Object>) set).addAll(fillers);
    set.clear();
  }

  /** Whether two maps hold the same objects in the same order. */
  static boolean same(Map<?, ?> a, Map<?, ?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<? extends Map.Entry<?, ?>> entries = b.entrySet().iterator();
    for (Map.Entry<?, ?> entry : a.entrySet()) {
      Map.Entry<?, ?> other = entries.next();
      if (entry.getKey() != other.getKey() || entry.getValue() != other.getValue()) {
        return false;
      }
    }
    return true;
  }
}
