package dev.deco.internal.views;

/**
 * Something that a task has read of a collection.
 *
 * @param what in words: its size, its key "a"
 * @param key the key, element or position, if {@code keyed}
 */
public record Read(String what, Object key, boolean keyed) {
  private static final int LONGEST = 60;

  static Read of(String what) {
    return new Read(what, null, false);
  }

  static Read of(String what, Object key) {
    return new Read(what + " " + text(key), key, true);
  }

  private static String text(Object key) {
    String text;
    try {
      text = key instanceof CharSequence ? "\"" + key + "\"" : String.valueOf(key);
    } catch (RuntimeException e) {
      text = key.getClass().getName();
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
