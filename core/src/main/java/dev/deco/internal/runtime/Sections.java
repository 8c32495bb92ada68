package dev.deco.internal.runtime;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which elements of one array are in flight: sections, both ends included, in any order and overlapping. Sections that
 * follow one another, as most loops make them, are one comparison each; others go into a tree.
 *
 * <p><b>Concurrency:</b> on the scope's own thread only.
 */
final class Sections {
  private boolean any;
  private long first;
  private long last;
  private TreeMap<Long, Long> others; // disjoint sections, first to last, apart from the latest one

  /** Adds a section; one with an unknown end is everything, one that ends before it begins is nothing. */
  void add(long from, long to) {
    long begin = from == Indexes.UNKNOWN || to == Indexes.UNKNOWN ? Long.MIN_VALUE : from;
    long end = begin == Long.MIN_VALUE ? Long.MAX_VALUE : to;
    if (begin > end) {
      return;
    }
    if (!any) {
      any = true;
      first = begin;
      last = end;
    } else if (begin <= last + (last == Long.MAX_VALUE ? 0 : 1) && end >= first - (first == Long.MIN_VALUE ? 0 : 1)) {
      first = Math.min(first, begin);
      last = Math.max(last, end);
    } else {
      keep(first, last);
      first = begin;
      last = end;
    }
  }

  private void keep(long from, long to) {
    if (others == null) {
      others = new TreeMap<>();
    }
    long begin = from;
    long end = to;
    Map.Entry<Long, Long> before = others.floorEntry(to);
    while (before != null && before.getValue() >= from - 1) {
      begin = Math.min(begin, before.getKey());
      end = Math.max(end, before.getValue());
      others.remove(before.getKey());
      before = others.floorEntry(to);
    }
    others.put(begin, end);
  }

  /** Whether some element of the section is in flight. */
  boolean overlap(long from, long to) {
    boolean all = from == Indexes.UNKNOWN || to == Indexes.UNKNOWN;
    if (!any || !all && from > to) {
      return false;
    }
    if (all || from <= last && to >= first) {
      return true;
    }
    Map.Entry<Long, Long> before = others == null ? null : others.floorEntry(to);
    return before != null && before.getValue() >= from;
  }

  /** How many sections are kept apart. */
  int size() {
    return others == null ? 1 : others.size() + 1;
  }
}
