package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Summary.Lambda;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What the program has that a function of one of the platform's types ({@code Supplier}, {@code Consumer}) may be when
 * nothing else is known of it: lambda expressions and method references of that type, and classes that implement it.
 */
record OwnFunctions(Set<Lambda> lambdas, Set<String> types) {
  static final OwnFunctions NONE = new OwnFunctions(Set.of(), Set.of());
  private static final int MOST = 60;
  private static final String PACKAGE = "java/util/function/";
  /** What the platform makes a function of, where it is of another type. */
  private static final Map<String, Set<String>> PARTS = Map.of(
      PACKAGE + "BiFunction", Set.of(PACKAGE + "Function", "java/util/Comparator"),
      PACKAGE + "BinaryOperator", Set.of("java/util/Comparator"));

  /** Of the platform's collections: they call the function that is their last argument, and do not keep it. */
  private static final Set<String> CALLING = Set.of("forEach", "removeIf", "replaceAll", "compute", "computeIfAbsent",
      "computeIfPresent", "merge", "ifPresent", "orElseGet", "orElseThrow", "map", "flatMap", "filter", "setAll");

  /** Whether the function goes to a method of the platform's that hands it to nobody, so that no one else calls it. */
  static boolean isUsedUp(InvokeDynamicInsnNode function) {
    return function.getNext() instanceof MethodInsnNode call && (call.owner.startsWith("java/util/stream/")
        && !call.owner.startsWith("java/util/stream/Collector") && !call.name.equals("add")
        || call.owner.startsWith("java/util/") && !call.owner.startsWith(PACKAGE) && CALLING.contains(call.name));
  }

  static OwnFunctions of(Classes classes, Type type) {
    Set<Lambda> lambdas = new LinkedHashSet<>();
    Set<String> types = new LinkedHashSet<>();
    String name = type.getSort() == Type.OBJECT ? type.getInternalName() : "";
    if (name.startsWith(PACKAGE)) {
      lambdas.addAll(classes.functions(name));
      PARTS.getOrDefault(name, Set.of()).forEach(part -> lambdas.addAll(classes.functions(part)));
      classes.subtypes(name).forEach(types::add);
      types.removeIf(one -> Classes.isLibrary(one) || classes.isInterface(one));
    }
    return new OwnFunctions(lambdas, types);
  }

  /** Whether there are any, and not too many to look at each. */
  boolean areFew() {
    int all = lambdas.size() + types.size();
    return all > 0 && all <= MOST;
  }
}
