package dev.deco.internal.weaver.effects;

/**
 * The part of an object, or of the program, that an access touches. Two accesses of objects that may be one and the
 * same can only meet where their locations {@linkplain #overlaps overlap}.
 */
public sealed interface Location {

  /** An instance field, named by the class that declares it. */
  record Field(String owner, String name) implements Location {}

  /** The elements of an array; {@code type} is the descriptor character of the element type: one of ZBCSIJFDL. */
  record Elements(char type) implements Location {}

  /** What a collection, map, builder or other library object holds: the elements, keys, values, characters. */
  record Content() implements Location {}

  /** Which positions or keys a collection has: what {@code size()}, {@code isEmpty()}, {@code keySet()} read. */
  record Structure() implements Location {}

  /** A static field. Its access has no object. */
  record Static(String owner, String name) implements Location {}

  /**
   * The world outside: {@code "io"}, {@code "clock"}, {@code "random"}, and, of io, {@code "output"}: what is printed
   * on {@code System.out} and {@code System.err}. Its access has no object. {@code "*"} is all of
   * it and every static field besides.
   */
  record World(String part) implements Location {}

  /**
   * What the static initializer of a class touches, where that has not run before. Its access has no object, and is no
   * more than a name for the accesses that {@link StaticInitializers} knows.
   */
  record Initializer(String type) implements Location {}

  /** Anything that the object has. */
  record Any() implements Location {}

  Location CONTENT = new Content();
  Location STRUCTURE = new Structure();
  Location ANY = new Any();
  Location WORLD = new World("*");

  /** Whether accesses to these two parts of one object can meet. */
  default boolean overlaps(Location other) {
    return equals(other) || this instanceof Any || other instanceof Any || covers(other) || other.covers(this);
  }

  private boolean covers(Location other) {
    boolean output = equals(new World("io")) && other.equals(new World("output"));
    return output || equals(WORLD) && (other instanceof World || other instanceof Static);
  }
}
