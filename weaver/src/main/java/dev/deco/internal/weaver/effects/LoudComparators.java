package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Summary.Lambda;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Those comparators of the program that look at more than the two objects that they compare, or change something. A
 * sorted collection that comes from elsewhere may compare by any of them, if the program makes such collections with
 * comparators at all.
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

  private final Effects probe;
  private List<Lambda> lambdas;
  private Set<String> makers;

  /** @param probe the analysis of {@link LoudMethods} */
  LoudComparators(Effects probe) {
    this.probe = probe;
  }

  /** The classes that make sorted collections with comparators. */
  Set<String> makers() {
    if (makers == null) {
      makers = new LinkedHashSet<>();
      for (String sorted : Ordering.SORTED) {
        for (String type : probe.classes.naming(sorted)) {
          if (code(type).anyMatch(instruction -> makes(sorted, instruction))) {
            makers.add(type);
          }
        }
      }
    }
    return makers;
  }

  /** Their code, as functions of what they have captured and the two objects. */
  List<Lambda> all() {
    if (lambdas == null) {
      lambdas = new ArrayList<>();
      if (!makers().isEmpty()) {
        Set<Lambda> found = new LinkedHashSet<>(probe.classes.functions(COMPARATOR));
        for (String type : probe.classes.subtypes(COMPARATOR)) {
          if (!Classes.is(probe.classes.find(type) == null ? 0 : probe.classes.find(type).access, Opcodes.ACC_INTERFACE)) {
            found.add(new Lambda(new Handle(Opcodes.H_INVOKEVIRTUAL, type, "compare", COMPARE, false), 1));
          }
        }
        keys(found);
        found.stream().filter(this::isLoud).forEach(lambdas::add);
      }
    }
    return lambdas;
  }

  /** Functions of which {@code Comparator.comparing} and the like make comparators. */
  private void keys(Set<Lambda> found) {
    for (String type : probe.classes.naming(COMPARATOR)) {
      for (AbstractInsnNode instruction : code(type).toList()) {
        if (instruction instanceof MethodInsnNode call && call.owner.equals(COMPARATOR)
            && call.name.startsWith("comparing") | call.name.startsWith("thenComparing")) {
          AbstractInsnNode before = call.getPrevious();
          while (before != null && (before.getOpcode() < 0 || before.getOpcode() == Opcodes.CHECKCAST)) {
            before = before.getPrevious();
          }
          Lambda key = before instanceof InvokeDynamicInsnNode made ? Lambda.of(made) : null;
          if (key != null && call.desc.indexOf(';') == call.desc.indexOf(")") - 1) {
            found.add(key);
          } else {
            KEYS.forEach(one -> found.addAll(probe.classes.functions(one)));
          }
        }
      }
    }
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

  private static boolean makes(String sorted, AbstractInsnNode instruction) {
    if (instruction instanceof MethodInsnNode call) {
      return call.owner.equals(sorted) && call.name.equals("<init>") && call.desc.contains("L" + COMPARATOR + ";");
    }
    return instruction instanceof InvokeDynamicInsnNode made && Lambda.of(made) != null
        && Lambda.of(made).code().getOwner().equals(sorted)
        && Lambda.of(made).code().getDesc().contains("L" + COMPARATOR + ";");
  }
}
