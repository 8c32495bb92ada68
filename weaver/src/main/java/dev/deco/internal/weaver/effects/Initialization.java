package dev.deco.internal.weaver.effects;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * Which classes one method may be the first to use: not its own, nor those that it has certainly used before.
 *
 * <p><b>Concurrency:</b> confined to the analysis of one method.
 */
final class Initialization {
  private final StaticInitializers initializers;
  private final Classes classes;
  private final Set<String> own;
  private Set<String> before = Set.of();

  /** @param from the class whose code it is, or {@code null} */
  Initialization(Effects effects, String from) {
    this.initializers = effects.initializers;
    this.classes = effects.classes;
    this.own = initializers.of(from);
  }

  /**
   * Goes on to an instruction.
   *
   * @param known the classes that the method has certainly initialized before it
   * @return those that it has certainly initialized after it
   */
  Set<String> at(AbstractInsnNode instruction, Set<String> known) {
    before = known;
    Set<String> more = initializers.of(StaticInitializers.triggeredBy(classes, instruction));
    if (known.containsAll(more)) {
      return known;
    }
    Set<String> after = new HashSet<>(known);
    after.addAll(more);
    return after;
  }

  /** Whether the class has certainly been initialized before the instruction at hand. */
  boolean isDone(String type) {
    return own.contains(type) || before.contains(type);
  }

  /** The classes that are initialized when this one is used, those excepted that certainly have been. */
  Set<String> use(String type) {
    Set<String> left = new HashSet<>(initializers.of(type));
    left.removeIf(this::isDone);
    return left;
  }
}
