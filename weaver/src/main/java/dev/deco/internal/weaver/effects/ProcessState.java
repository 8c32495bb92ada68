package dev.deco.internal.weaver.effects;

import java.util.Map;

/**
 * State that the platform keeps for the whole process and that a program can set at any time: a location like any
 * static field. What depends on it reads it, so a program that never sets it loses nothing.
 */
final class ProcessState {
  /** The owner of these locations, which is no class. */
  static final String OWNER = "<process>";
  /** What {@code System.getProperties} returns: a map like others, which may be read and changed as such. */
  static final Node PROPERTIES = new Node.Root("java/lang/System", "props");

  private static final Map<String, Location.Static> BY_WORD = Map.of(
      "locale", new Location.Static(OWNER, "default locale"),
      "zone", new Location.Static(OWNER, "default time zone"),
      "properties", new Location.Static(OWNER, "system properties"),
      "streams", new Location.Static(OWNER, "standard streams"),
      "registry", new Location.Static(OWNER, "registered handlers and providers"));

  private ProcessState() {}

  /** What the table's word stands for, or {@code null}. */
  static Location.Static of(String word) {
    return BY_WORD.get(word);
  }

  /** What reading a static field reads besides: {@code System.out} is final, and {@code System.setOut} sets it. */
  static Location.Static behind(String owner, String field) {
    boolean stream = owner.equals("java/lang/System")
        && (field.equals("out") || field.equals("err") || field.equals("in"));
    return stream ? of("streams") : null;
  }
}
