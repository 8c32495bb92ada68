package dev.deco.internal.engine;

import java.util.Map;

/**
 * Where tasks run, method by method.
 *
 * @param usual where those run whose method is not named
 * @param byMethod class and method, the class with its package or without: {@code pkg.Main.f}, {@code Main.f}
 */
public record Places(Place usual, Map<String, Place> byMethod) {
  public static final Places WORKERS = new Places(Place.WORKERS, Map.of());

  public Places {
    byMethod = Map.copyOf(byMethod);
  }

  boolean any(Place place) {
    return usual == place || byMethod.containsValue(place);
  }

  /** Where tasks of a method run, which is named as in {@code pkg.Main.f(int,double)}, perhaps without package. */
  Place of(String method) {
    if (byMethod.isEmpty()) {
      return usual;
    }
    int parameters = method.indexOf('(');
    String name = (parameters < 0 ? method : method.substring(0, parameters)).replace('$', '.');
    Place exact = byMethod.get(name);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, Place> entry : byMethod.entrySet()) {
      if (name.endsWith("." + entry.getKey()) || entry.getKey().endsWith("." + name)) {
        return entry.getValue();
      }
    }
    return usual;
  }
}
