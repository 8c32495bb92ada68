package dev.deco.internal.weaver.effects;

/**
 * An abstract object: what one method can tell about which objects a reference refers to. Each node but
 * {@link Parameter} and {@link Root} stands for any number of objects.
 *
 * <p><b>Concurrency:</b> immutable.
 */
public sealed interface Node {

  /**
   * Objects made by one instruction of this method: NEW, an array, a lambda, or a call that makes objects.
   *
   * <p>This is the recency abstraction of Balakrishnan and Reps (SAS 2006): executing the instruction makes objects
   * that nothing before can have referred to.
   *
   * @param instruction which instruction, and for a call that makes several which of its parts: see {@link #at} and
   *     {@link #part}. Part 0 has the plain index of the instruction.
   * @param latest true: made by the instruction's last execution; false: by any execution before that one
   */
  record Fresh(int instruction, boolean latest) implements Node {
    static final int PART = 1 << 20;

    static int id(int at, int part) {
      return at + part * PART;
    }

    /** The index of the instruction in its method. */
    public int at() {
      return instruction % PART;
    }

    /** Which of the objects that a call makes: its callee's allocations are kept apart where there are few of them. */
    public int part() {
      return instruction / PART;
    }

    @Override public String toString() {
      return "new@" + at() + (part() == 0 ? "" : "." + part()) + (latest ? "" : "'");
    }
  }

  /**
   * The object that a parameter refers to when the method starts.
   *
   * @param index 0 is {@code this} in an instance method; then the declared parameters one by one (not slots)
   */
  record Parameter(int index) implements Node {
    @Override public String toString() {
      return "#" + index;
    }
  }

  /**
   * Any object that can be reached from {@code root} in one step or more, at any time while the method runs.
   *
   * @param root a {@link Parameter} or a {@link Root}
   */
  record Reached(Node root) implements Node {
    @Override public String toString() {
      return root + "*";
    }
  }

  /**
   * What a field, the elements of an array, or the content of a collection, of {@code holder} referred to when the
   * method began. As an object it is {@linkplain Reached reached} from its root; but it has a name, by which the
   * running program can find it.
   */
  final class Member implements Node {
    /** How many steps a name has at the most. */
    static final int LONGEST = 4;

    private final Node holder;
    private final Location location;
    private final int hash; // names are long, and in many sets

    public Member(Node holder, Location location) {
      this.holder = holder;
      this.location = location;
      hash = 31 * holder.hashCode() + location.hashCode();
    }

    public Node holder() {
      return holder;
    }

    public Location location() {
      return location;
    }

    @Override public boolean equals(Object other) {
      return this == other || other instanceof Member member && hash == member.hash
          && location.equals(member.location) && holder.equals(member.holder);
    }

    @Override public int hashCode() {
      return hash;
    }

    /** Whether the name goes through a field of the class already: the next link of a list, say. */
    boolean passes(String owner) {
      return location instanceof Location.Field field && field.owner().equals(owner)
          || holder instanceof Member member && member.passes(owner);
    }

    int steps() {
      return holder instanceof Member member ? member.steps() + 1 : 1;
    }

    /** The parameter or static field where the name begins. */
    public Node root() {
      return holder instanceof Member member ? member.root() : holder;
    }

    @Override public String toString() {
      return holder + (location instanceof Location.Field field ? "." + field.name()
          : location instanceof Location.Content ? "{}" : "[]");
    }
  }

  /** What a static field refers to. */
  record Root(String owner, String field) implements Node {
    @Override public String toString() {
      return owner.substring(owner.lastIndexOf('/') + 1) + "." + field;
    }
  }

  /** Anything that is not made by this method and not told apart by it. */
  record Outside() implements Node {
    @Override public String toString() {
      return "outside";
    }
  }

  Node OUTSIDE = new Outside();

  /** The parameter or static field that the name, or the way, to these objects begins at; or these themselves. */
  default Node begin() {
    return this instanceof Member member ? member.root() : this instanceof Reached reached ? reached.root() : this;
  }

  /** The number of the parameter that this is, or is reached from; -1: of none. */
  default int parameter() {
    return begin() instanceof Parameter parameter ? parameter.index() : -1;
  }

  /** Whether this node stands for objects that may have been there before the method started. */
  default boolean external() {
    return !(this instanceof Fresh);
  }

  /** What these objects reach, as far as this method has not stored it: external nodes only. */
  default Node reach() {
    if (this instanceof Member member) {
      return new Reached(member.root());
    }
    return this instanceof Parameter || this instanceof Root ? new Reached(this) : this;
  }

  /** What a load of {@code location} gives, likewise. */
  default Node load(Location location) {
    boolean named = this instanceof Parameter || this instanceof Root
        || this instanceof Member member && member.steps() < Member.LONGEST
            && !(location instanceof Location.Field field && member.passes(field.owner()));
    boolean step = location instanceof Location.Field field && !field.owner().startsWith("<")
        || location.equals(new Location.Elements('L')) || location.equals(Location.CONTENT);
    return named && step ? new Member(this, location) : reach();
  }
}
