package dev.deco.internal.weaver;

import dev.deco.internal.engine.Observer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the scopes of a running program did, counted by word; all classes are of one source file. */
final class WhatHappened implements Observer {
  private final Map<Integer, Map<String, Long>> byLine = new TreeMap<>();
  private final Map<String, Long> syncsOnNoLine = new TreeMap<>(); // on the way into or out of a try block

  @Override
  public synchronized void happened(Event event, String type, String method, int line, long times) {
    if (line < 0) {
      syncsOnNoLine.merge(type + "." + method, times, Long::sum);
    } else {
      byLine.computeIfAbsent(line, l -> new TreeMap<>()).merge(event.name().toLowerCase(Locale.ROOT), times, Long::sum);
    }
  }

  /** What happened on a line. */
  synchronized Set<String> on(int line) {
    return new TreeSet<>(byLine.getOrDefault(line, Map.of()).keySet());
  }

  /** Syncs of a method, {@code class.method}, that stand on none of its lines. */
  synchronized long syncsOnNoLine(String method) {
    return syncsOnNoLine.getOrDefault(method, 0L);
  }

  /** How often what {@code word} says happened on the lines from {@code first} to {@code last}. */
  synchronized long between(int first, int last, String word) {
    return byLine.entrySet().stream().filter(entry -> entry.getKey() >= first && entry.getKey() <= last)
        .mapToLong(entry -> entry.getValue().getOrDefault(word, 0L)).sum();
  }
}
