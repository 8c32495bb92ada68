package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Summary.Lambda;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Those comparators of the program that look at more than the two objects that they compare, or change something, by
 * the kind of collection that is made with them. A sorted collection that comes from elsewhere may compare by any of
 * its kind.
 *
 * <p><b>Concurrency:</b> not thread-safe; {@link Effects} guards it.
 */
final class LoudComparators {
  /** What the summaries that depend on it have asked for: {@link Hierarchy#subtypes}. */
  static final String QUESTION = "<comparators>";

  private static final String COMPARATOR = "java/util/Comparator";
  private static final String COMPARE = "(Ljava/lang/Object;Ljava/lang/Object;)I";
  private static final List<String> KEYS = List.of("java/util/function/Function", "java/util/function/ToIntFunction",
      "java/util/function/ToLongFunction", "java/util/function/ToDoubleFunction");

  /** What a sorted collection is. */
  enum Kind { MAP, SET, QUEUE }

  private final Effects probe;
  private final Set<String> makers = new TreeSet<>();
  private Map<Kind, Set<Lambda>> loud;
  private boolean any; // of one collection it is not seen where its comparator is from

  /** @param probe the analysis of {@link LoudMethods} */
  LoudComparators(Effects probe) {
    this.probe = probe;
  }

  static Kind kind(String sorted) {
    return sorted.contains("Queue") ? Kind.QUEUE : sorted.contains("Set") ? Kind.SET : Kind.MAP;
  }

  /** The classes that make sorted collections with comparators. */
  Set<String> makers() {
    read();
    return makers;
  }

  /** The code of those of a kind, as functions of what they have captured and the two objects. */
  Set<Lambda> of(Kind kind) {
    read();
    return loud.getOrDefault(kind, Set.of());
  }

  private void read() {
    if (loud != null) {
      return;
    }
    loud = new EnumMap<>(Kind.class);
    for (String sorted : Ordering.SORTED) {
      Set<Lambda> found = new LinkedHashSet<>();
      any = false;
      for (String type : probe.classes.naming(sorted)) {
        code(type).forEach(instruction -> made(type, sorted, instruction, found));
      }
      if (any) {
        found.addAll(all());
      }
      found.removeIf(lambda -> !isLoud(lambda));
      loud.computeIfAbsent(kind(sorted), key -> new LinkedHashSet<>()).addAll(found);
    }
  }

  private void made(String maker, String sorted, AbstractInsnNode instruction, Set<Lambda> to) {
    if (instruction instanceof MethodInsnNode call && call.owner.equals(sorted) && call.name.equals("<init>")
        && call.desc.contains("L" + COMPARATOR + ";")) {
      makers.add(maker);
      any |= !comparator(previous(call), to);
    } else if (instruction instanceof InvokeDynamicInsnNode function && Lambda.of(function) != null
        && Lambda.of(function).code().getOwner().equals(sorted)
        && Lambda.of(function).code().getDesc().contains("L" + COMPARATOR + ";")) {
      makers.add(maker);
      any = true;
    }
  }

  /** Adds the code of the comparator that is on the stack after an instruction; false: that is not to be seen there. */
  private boolean comparator(AbstractInsnNode last, Set<Lambda> to) {
    if (last instanceof InvokeDynamicInsnNode made && Lambda.of(made) != null) {
      return to.add(Lambda.of(made)) || true;
    } else if (last instanceof FieldInsnNode field) {
      return field.owner.equals("java/lang/String");
    }
    return last instanceof MethodInsnNode call ? comparator(call, to)
        : last != null && last.getOpcode() == Opcodes.ACONST_NULL;
  }

  private boolean comparator(MethodInsnNode call, Set<Lambda> to) {
    if (call.name.equals("<init>") && !Classes.isLibrary(call.owner)) {
      return to.add(ofClass(call.owner)) || true;
    } else if (!call.owner.equals(COMPARATOR) && !call.owner.equals("java/util/Collections")) {
      return false;
    }
    return switch (call.name) {
      case "naturalOrder" -> true;
      case "reverseOrder" -> call.desc.startsWith("()") || comparator(previous(call), to);
      case "reversed", "nullsFirst", "nullsLast" -> comparator(previous(call), to);
      default -> keyed(call, to);
    };
  }

  /** {@code comparing(key)}, or the same after another comparator. */
  private boolean keyed(MethodInsnNode call, Set<Lambda> to) {
    AbstractInsnNode key = previous(call);
    boolean simple = Type.getArgumentTypes(call.desc).length == 1 && comparator(key, to);
    if (!simple || call.getOpcode() == Opcodes.INVOKESTATIC) {
      return simple;
    }
    boolean one = key instanceof InvokeDynamicInsnNode lambda && lambda.desc.startsWith("()")
        || key instanceof MethodInsnNode made && made.getOpcode() == Opcodes.INVOKESTATIC && made.desc.startsWith("()");
    return one && comparator(previous(key), to);
  }

  /** The instruction before, casts aside, or {@code null} where another path may lead here, too. */
  private static AbstractInsnNode previous(AbstractInsnNode instruction) {
    AbstractInsnNode at = instruction.getPrevious();
    while (at != null && at.getOpcode() == Opcodes.CHECKCAST) {
      at = at.getPrevious();
    }
    return at == null || at.getOpcode() < 0 ? null : at;
  }

  /** All comparators, and all that may be made to be some. */
  private Set<Lambda> all() {
    Set<Lambda> all = new LinkedHashSet<>(probe.classes.functions(COMPARATOR));
    for (String type : probe.classes.subtypes(COMPARATOR)) {
      if (!probe.classes.isInterface(type)) {
        all.add(ofClass(type));
      }
    }
    boolean made = false;
    for (String type : probe.classes.naming(COMPARATOR)) {
      made |= code(type).anyMatch(instruction -> instruction instanceof MethodInsnNode call
          && call.owner.equals(COMPARATOR) && (call.name.startsWith("comparing") || call.name.startsWith("then")));
    }
    if (made) {
      KEYS.forEach(one -> all.addAll(probe.classes.functions(one)));
    }
    return all;
  }

  private static Lambda ofClass(String type) {
    return new Lambda(new Handle(Opcodes.H_INVOKEVIRTUAL, type, "compare", COMPARE, false), 1);
  }

  private boolean isLoud(Lambda lambda) {
    Handle code = lambda.code();
    boolean exact = code.getTag() == Opcodes.H_INVOKESTATIC || code.getTag() == Opcodes.H_INVOKESPECIAL
        || code.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    Summary summary = probe.summary(code.getOwner(), code.getName(), code.getDesc(), exact);
    return summary.takesLocks() || !summary.calls().isEmpty() || summary.accesses().stream().anyMatch(access ->
        access.write() || !access.known() || !LoudMethods.isCalledBack(access)
            && (access.node() == null || access.node().parameter() < lambda.captured()));
  }

  private java.util.stream.Stream<AbstractInsnNode> code(String type) {
    ClassNode node = Classes.isLibrary(type) ? null : probe.classes.find(type);
    List<MethodNode> methods = node == null ? List.of() : node.methods;
    return methods.stream().flatMap(method -> Arrays.stream(method.instructions.toArray()));
  }
}
