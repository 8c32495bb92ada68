package dev.deco.benchmarks;

import java.lang.reflect.Array;
import java.util.Map;
import java.util.Objects;

/** Two results against each other: numbers, arrays and maps of these. */
final class Difference {
  private final double tolerance;

  private Difference(double tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * Where they first differ, or {@code null} where they do not.
   *
   * @param tolerance how far a floating-point number may be from the expected one, relative to it; 0: not by a bit
   */
  static String between(Object expected, Object actual, double tolerance) {
    return new Difference(tolerance).at("the result", expected, actual);
  }

  private String at(String place, Object expected, Object actual) {
    if (Objects.deepEquals(expected, actual)) { // of floating-point numbers this compares bits
      return null;
    }
    if (expected.getClass().isArray() && actual.getClass() == expected.getClass()) {
      return ofArrays(place, expected, actual);
    }
    if (expected instanceof Map<?, ?> map && actual instanceof Map<?, ?> others) {
      return ofMaps(place, map, others);
    }
    return same(expected, actual) ? null : place + " is " + actual + " where the serial one is " + expected;
  }

  private String ofArrays(String place, Object expected, Object actual) {
    int length = Array.getLength(expected);
    if (Array.getLength(actual) != length) {
      return place + " has " + Array.getLength(actual) + " elements where the serial one has " + length;
    }
    for (int i = 0; i < length; i++) {
      String difference = at(place + "[" + i + "]", Array.get(expected, i), Array.get(actual, i));
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  private String ofMaps(String place, Map<?, ?> expected, Map<?, ?> actual) {
    if (actual.size() != expected.size()) {
      return place + " has " + actual.size() + " entries where the serial one has " + expected.size();
    }
    for (Map.Entry<?, ?> entry : expected.entrySet()) {
      Object value = actual.get(entry.getKey());
      String there = place + ".get(" + entry.getKey() + ")";
      String difference = value == null ? there + " is missing" : at(there, entry.getValue(), value);
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  private boolean same(Object expected, Object actual) {
    if (tolerance > 0 && expected instanceof Double a && actual instanceof Double b) {
      return Math.abs(a - b) <= tolerance * Math.abs(a);
    }
    return expected.equals(actual);
  }
}
