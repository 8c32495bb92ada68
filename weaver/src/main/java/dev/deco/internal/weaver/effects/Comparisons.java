package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Summary.Lambda;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Comparators that may be those of a collection made elsewhere. One that looks into such a collection itself, as {@code
 * comparing(distances::get)} may, runs all of them again: they are not nested, but each runs on whatever is compared
 * anywhere within the outermost one, until that is no more.
 */
final class Comparisons {
  private final Map<Lambda, Compared> wanted = new LinkedHashMap<>();
  private boolean running;
  private boolean grown;

  private record Compared(Set<Node> collections, Set<Node> objects) {}

  /** What a comparator does. */
  interface Run {
    void on(Lambda comparator, Set<Node> collections, Set<Node> objects);
  }

  /** Runs these on the objects, now or, if others are running, before these are done. */
  void compare(Set<Lambda> comparators, Node collection, Set<Node> objects, Run run) {
    for (Lambda each : comparators) {
      Compared compared = wanted.computeIfAbsent(each,
          any -> new Compared(new LinkedHashSet<>(), new LinkedHashSet<>()));
      grown |= compared.collections.add(collection) | compared.objects.addAll(objects);
    }
    if (!running) {
      running = true;
      while (grown) {
        grown = false;
        new LinkedHashMap<>(wanted).forEach((comparator, compared) -> run.on(comparator,
            new LinkedHashSet<>(compared.collections), new LinkedHashSet<>(compared.objects)));
      }
      wanted.clear();
      running = false;
    }
  }
}
