package dev.deco.internal.engine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Where tasks run, method by method.
 *
 * <p><b>Concurrency:</b> may be asked from any thread.
 */
public final class Places {
  public static final Places WORKERS = new Places(Place.WORKERS, Map.of());

  private final Place usual;
  private final Map<String, Place> byMethod;
  private final Set<String> unmet;
  private volatile boolean asked;

  /**
   * @param usual where those run whose method is not named
   * @param byMethod class and method, the class with its package or without: {@code pkg.Main.f}, {@code Main.f}
   */
  public Places(Place usual, Map<String, Place> byMethod) {
    this.usual = usual;
    this.byMethod = Map.copyOf(byMethod);
    unmet = new ConcurrentSkipListSet<>(byMethod.keySet());
  }

  Place usual() {
    return usual;
  }

  boolean any(Place place) {
    return usual == place || byMethod.containsValue(place);
  }

  /** Where tasks of a method run, which is named as in {@code pkg.Main.f(int,double)}, perhaps without package. */
  Place of(String method) {
    if (byMethod.isEmpty()) {
      return usual;
    }
    asked = true;
    int parameters = method.indexOf('(');
    String name = (parameters < 0 ? method : method.substring(0, parameters)).replace('$', '.');
    Place exact = byMethod.get(name);
    if (exact != null) {
      unmet.remove(name);
      return exact;
    }
    for (Map.Entry<String, Place> entry : byMethod.entrySet()) {
      if (name.endsWith("." + entry.getKey()) || entry.getKey().endsWith("." + name)) {
        unmet.remove(entry.getKey());
        return entry.getValue();
      }
    }
    return usual;
  }

  /** The methods that are named, and of which no task has been; none as long as there has been no task at all. */
  public Set<String> unmet() {
    return asked ? unmet : Set.of();
  }
}
