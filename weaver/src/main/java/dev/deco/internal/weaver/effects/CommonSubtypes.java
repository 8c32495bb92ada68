package dev.deco.internal.weaver.effects;

import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;

/**
 * Whether there can be an object of two types at once, by the rules of JLS 4.10: a class extends one class and any
 * number of interfaces; an array is an {@code Object}, {@code Cloneable} and {@code Serializable}, and an array of a
 * type is one of its supertypes as well. Which classes there are is left open, but for final ones.
 */
record CommonSubtypes(Classes classes) {
  private static final Set<String> ABOVE_ARRAYS = Set.of("java/lang/Object", "java/lang/Cloneable",
      "java/io/Serializable");

  boolean exist(Type a, Type b) {
    if (a.getSort() < Type.ARRAY || b.getSort() < Type.ARRAY) {
      return a.equals(b);
    } else if (a.getSort() == Type.ARRAY && b.getSort() == Type.ARRAY) {
      return exist(element(a), element(b));
    } else if (a.getSort() == Type.ARRAY || b.getSort() == Type.ARRAY) {
      return ABOVE_ARRAYS.contains((a.getSort() == Type.ARRAY ? b : a).getInternalName());
    }
    return exist(a.getInternalName(), b.getInternalName());
  }

  private static Type element(Type array) {
    return Type.getType(array.getDescriptor().substring(1));
  }

  private boolean exist(String a, String b) {
    if (classes.subtype(a, b) || classes.subtype(b, a) || !isWhole(a) || !isWhole(b)) {
      return true;
    }
    boolean open = classes.isInterface(a) && !classes.isFinal(b) || classes.isInterface(b) && !classes.isFinal(a);
    return open && !(isCollection(a) && isMap(b) || isMap(a) && isCollection(b))
        && !((isList(a) && isSet(b) || isSet(a) && isList(b)) && !isAnyListASet());
  }

  /** Whether all its supertypes are there to be read. */
  private boolean isWhole(String type) {
    for (String above : classes.supertypes(type)) {
      ClassNode at = classes.find(above);
      if (at == null) {
        return false;
      }
    }
    return true;
  }

  /** No class is both a Collection and a Map: what their {@code remove(Object)} return does not go together. */
  private boolean isCollection(String type) {
    return classes.subtype(type, "java/util/Collection");
  }

  private boolean isMap(String type) {
    return classes.subtype(type, "java/util/Map");
  }

  private boolean isList(String type) {
    return classes.subtype(type, "java/util/List");
  }

  private boolean isSet(String type) {
    return classes.subtype(type, "java/util/Set");
  }

  /** None of the platform's is, nor can a class be one that keeps to what both say of {@code equals}. */
  private boolean isAnyListASet() {
    return classes.subtypes("java/util/List").stream().anyMatch(this::isSet);
  }
}
