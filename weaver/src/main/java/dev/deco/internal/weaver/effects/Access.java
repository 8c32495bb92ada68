package dev.deco.internal.weaver.effects;

/**
 * One thing that an instruction or a method may do to the heap or to the world.
 *
 * <p><b>Concurrency:</b> immutable.
 *
 * @param write it may write (a plain write does not imply a read)
 * @param node which objects; {@code null} where the location is a {@link Location.Static} or {@link Location.World}
 * @param location which part of them
 * @param known false: this stems from code that the analysis cannot see, so it is a bound and not a finding
 * @param reason the cause in a few words: {@code Grid.value reads field cells}, {@code calls Foo.bar, which is native}
 */
public record Access(boolean write, Node node, Location location, boolean known, String reason) {

  /** The same access of another node. */
  public Access at(Node other) {
    return new Access(write, other, location, known, reason);
  }

  /** The number of the parameter whose object, or what is reached from it, is accessed; -1: of none. */
  public int parameter() {
    return node == null ? -1 : node.parameter();
  }

  /** All but the reason: two accesses that differ in their reasons only are one. */
  public record Key(boolean write, Node node, Location location, boolean known) {}

  /** What it is apart from why. */
  public Key key() {
    return new Key(write, node, location, known);
  }

  @Override public String toString() {
    return (known ? "" : "?") + (write ? "write " : "read ") + (node == null ? "" : node + ".") + name(location);
  }

  private static String name(Location location) {
    if (location instanceof Location.Field field) {
      return field.name();
    } else if (location instanceof Location.Elements elements) {
      return "[" + elements.type() + "]";
    } else if (location instanceof Location.Static field) {
      return field.owner().substring(field.owner().lastIndexOf('/') + 1) + "." + field.name();
    } else if (location instanceof Location.Initializer initializer) {
      return "initializer of " + initializer.type().substring(initializer.type().lastIndexOf('/') + 1);
    } else if (location instanceof Location.World world) {
      return "world(" + world.part() + ")";
    } else if (location instanceof Location.Signal signal) {
      return signal.kind().name().toLowerCase(java.util.Locale.ROOT);
    } else {
      return location.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
