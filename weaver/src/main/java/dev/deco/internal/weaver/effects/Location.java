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

  /**
   * A static field, or {@linkplain ProcessState state of the process} that methods of the platform read and set. Its
   * access has no object.
   */
  record Static(String owner, String name) implements Location {
    /** What messages call it. */
    public String described() {
      return owner.equals(ProcessState.OWNER) ? "the " + name
          : "the static field " + owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.') + "." + name;
    }
  }

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

  /**
   * What a counter holds, when it is added to and nobody looks at the sum: additions commute, so that two of them never
   * meet, but they meet whatever else touches the content.
   */
  record Sum() implements Location {}

  /**
   * What other threads notice of an access, or it of them. The object is the one that the threads meet at; where they
   * meet by other means, it is {@link Node#OUTSIDE}.
   */
  record Signal(Kind kind) implements Location {

    /** What it means for the order of accesses by several threads. */
    public enum Kind {
      /** Adds to a counter without looking: another thread may learn from it, but not which addition it was. */
      COUNT,
      /** Lets others go on when enough have come: a latch. */
      ARRIVE,
      /** What comes before it in program order has happened for whoever sees it. */
      RELEASE,
      /** A lock is taken and given back. */
      LOCK,
      /** May see what another thread has released. */
      ACQUIRE,
      /** Waits until another thread has released something. */
      WAIT,
      /** Takes a lock, and may keep it. */
      TAKE,
      /** Belongs to the current thread: what a {@code ThreadLocal} holds, the interrupt status. */
      THREAD
    }

    /** Whether another thread may learn from it what this one has done. */
    public boolean releases() {
      return kind.compareTo(Kind.LOCK) <= 0;
    }

    /** Whether this thread may learn from it what another one has done. */
    public boolean acquires() {
      return kind == Kind.LOCK || kind == Kind.ACQUIRE || kind == Kind.WAIT || kind == Kind.TAKE;
    }
  }

  Location SUM = new Sum();
  /** Read where a collection runs code of the program's that does more than compare what it is given. */
  Location CALLS = new Field("<view>", "calls");
  Location CONTENT = new Content();
  Location STRUCTURE = new Structure();
  Location ANY = new Any();
  /** Which object it is, and of which class: what comparing references looks at. Nothing writes that. */
  Location IDENTITY = new Field("<view>", "identity");
  Location WORLD = new World("*");

  /** Whether accesses to these two parts of one object can meet. */
  default boolean overlaps(Location other) {
    if (this instanceof Signal || other instanceof Signal) {
      return false; // signals have an order of their own
    }
    if (this instanceof Sum || other instanceof Sum) {
      Location counted = this instanceof Sum ? other : this;
      return counted instanceof Any || counted instanceof Content || counted instanceof Structure;
    }
    return equals(other) || this instanceof Any || other instanceof Any || covers(other) || other.covers(this);
  }

  /** Whether one of these may be what an object shows of an array, and the other the elements of that. */
  default boolean mayShow(Location other) {
    return isContent() && other instanceof Elements || this instanceof Elements && other.isContent();
  }

  private boolean isContent() {
    return this instanceof Content || this instanceof Any;
  }

  private boolean covers(Location other) {
    boolean output = equals(new World("io")) && other.equals(new World("output"));
    return output || equals(WORLD) && (other instanceof World || other instanceof Static);
  }
}
