package dev.deco.internal.weaver.effects;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.analysis.Value;

/**
 * The value of a local variable or stack slot: its type as the verifier would know it, and the objects it may refer to.
 *
 * <p><b>Concurrency:</b> immutable.
 */
public final class Ref implements Value {
  static final Type NULL = Type.getObjectType("null");
  static final Type OBJECT = Type.getObjectType("java/lang/Object");

  /** No usable value: an unset variable, the second half of a long or double, or types that do not go together. */
  public static final Ref UNINITIALIZED = new Ref(null, Set.of());
  static final Ref INT = new Ref(Type.INT_TYPE, Set.of());
  static final Ref LONG = new Ref(Type.LONG_TYPE, Set.of());
  static final Ref FLOAT = new Ref(Type.FLOAT_TYPE, Set.of());
  static final Ref DOUBLE = new Ref(Type.DOUBLE_TYPE, Set.of());

  private final Type type;
  private final Set<Node> nodes;

  Ref(Type type, Set<Node> nodes) {
    this.type = type;
    this.nodes = nodes;
  }

  /**
   * The static type: INT for all of boolean, byte, char, short and int; {@code null} for {@link #UNINITIALIZED}; the
   * object type named {@code null} for the null constant.
   */
  public Type type() {
    return type;
  }

  /**
   * The objects this may refer to. Empty: a primitive, null, or immutable objects only, whose identity is of no
   * concern.
   */
  public Set<Node> nodes() {
    return nodes;
  }

  public boolean isReference() {
    return type != null && type.getSort() >= Type.ARRAY;
  }

  boolean isNull() {
    return NULL.equals(type);
  }

  @Override public int getSize() {
    return type == Type.LONG_TYPE || type == Type.DOUBLE_TYPE ? 2 : 1;
  }

  /** This value after {@code instruction} has made new objects: what was its latest is so no longer. */
  Ref renamed(int instruction) {
    boolean touched = false;
    for (Node node : nodes) {
      touched |= node instanceof Node.Fresh fresh && fresh.latest() && fresh.at() == instruction;
    }
    if (!touched) {
      return this;
    }
    Set<Node> renamed = new LinkedHashSet<>();
    for (Node node : nodes) {
      renamed.add(renamed(node, instruction));
    }
    return new Ref(type, renamed);
  }

  static Node renamed(Node node, int instruction) {
    return node instanceof Node.Fresh fresh && fresh.latest() && fresh.at() == instruction
        ? new Node.Fresh(fresh.instruction(), false)
        : node;
  }

  @Override public boolean equals(Object other) {
    return other instanceof Ref ref && java.util.Objects.equals(type, ref.type) && nodes.equals(ref.nodes);
  }

  @Override public int hashCode() {
    return java.util.Objects.hash(type, nodes);
  }

  @Override public String toString() {
    return (type == null ? "." : type.getClassName()) + (nodes.isEmpty() ? "" : nodes.toString());
  }
}
