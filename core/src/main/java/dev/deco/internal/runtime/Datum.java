package dev.deco.internal.runtime;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One object, or one kind of part of it, and which rows have written and read it last: where rows name sections of it,
 * section by section.
 *
 * <p><b>Concurrency:</b> on the scope's own thread only.
 */
final class Datum {
  /** Both bounds of a section that is everything. */
  static final long FIRST = Long.MIN_VALUE;
  static final long LAST = Long.MAX_VALUE;
  private static final int FEW = 64;

  final Object object;
  final int key;
  private final Segment whole = new Segment(LAST); // while nobody has named a section
  private NavigableMap<Long, Segment> segments;    // by their first elements; they follow each other and cover all
  private int tidyAt = FEW;

  Datum(Object object, int key) {
    this.object = object;
    this.key = key;
  }

  /** Elements that the same rows have written and read last. */
  private static final class Segment {
    private long last;
    private Completion writer;
    private final Earlier readers = new Earlier(); // since then

    Segment(long last) {
      this.last = last;
    }

    void read(DataOrder order) {
      order.after(writer);
      readers.add(order.own(), order);
    }

    void write(DataOrder order) {
      precede(order);
      writer = order.own();
      readers.clear();
    }

    void precede(DataOrder order) {
      if (readers.isEmpty()) {
        order.after(writer);
      }
      readers.precede(order);
    }

    boolean idle() {
      return (writer == null || writer.reached()) && readers.allReached();
    }
  }

  /** The row that is being ordered reads or writes elements number {@code first} to {@code last}. */
  void access(DataOrder order, boolean write, long first, long last) {
    if (segments == null && first == FIRST && last == LAST) {
      access(whole, order, write);
      return;
    }
    if (segments == null) {
      segments = new TreeMap<>();
      segments.put(FIRST, whole);
    }
    Segment one = segments.get(first);
    if (one != null && one.last == last) {
      access(one, order, write);
      return;
    }
    splitBefore(first, order);
    if (last != LAST) {
      splitBefore(last + 1, order);
    }
    NavigableMap<Long, Segment> touched = segments.subMap(first, true, last, true);
    if (write) {
      touched.values().forEach(segment -> segment.precede(order));
      Segment written = new Segment(last);
      written.writer = order.own();
      touched.clear();
      segments.put(first, written);
    } else {
      touched.values().forEach(segment -> segment.read(order));
      merge(touched, first, last, order);
    }
    tidy(order);
  }

  private static void access(Segment segment, DataOrder order, boolean write) {
    if (write) {
      segment.write(order);
    } else {
      segment.read(order);
    }
  }

  private void splitBefore(long first, DataOrder order) {
    Map.Entry<Long, Segment> entry = segments.floorEntry(first);
    if (entry.getKey() != first) {
      Segment left = entry.getValue();
      Segment right = new Segment(left.last);
      right.writer = left.writer;
      right.readers.addAll(left.readers, order);
      left.last = first - 1;
      segments.put(first, right);
    }
  }

  /** So that not each of many rows that read many segments has to ask all of their writers. */
  private void merge(NavigableMap<Long, Segment> touched, long first, long last, DataOrder order) {
    if (!order.forgets() || segments.size() <= Earlier.MANY || touched.size() <= Earlier.MANY) {
      return;
    }
    Segment merged = new Segment(last);
    Earlier writers = new Earlier();
    for (Segment segment : touched.values()) {
      if (segment.writer != null && !segment.writer.reached()) {
        writers.add(segment.writer, order);
      }
      merged.readers.addAll(segment.readers, order);
    }
    if (writers.contains(order.own())) {
      return;
    }
    merged.writer = writers.joined();
    touched.clear();
    segments.put(first, merged);
  }

  /** Segments that nobody holds any more become one with the next one of the kind. */
  private void tidy(DataOrder order) {
    if (segments.size() <= tidyAt || !order.forgets()) {
      return;
    }
    Segment idle = null;
    for (Iterator<Segment> all = segments.values().iterator(); all.hasNext(); ) {
      Segment segment = all.next();
      if (!segment.idle()) {
        idle = null;
      } else if (idle == null) {
        segment.writer = null;
        segment.readers.clear();
        idle = segment;
      } else {
        idle.last = segment.last;
        all.remove();
      }
    }
    tidyAt = Math.max(FEW, 2 * segments.size());
  }

  /** Whether no later row has to wait on account of it. */
  boolean idle() {
    return segments == null ? whole.idle() : segments.values().stream().allMatch(Segment::idle);
  }
}
