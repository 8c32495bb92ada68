package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.effects.Effects;
import dev.deco.internal.weaver.effects.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Tells views of collections that a result is dropped: {@code map.merge(word, 1, Integer::sum);} as a statement looks at
 * nothing. Where a function is handed over, it must be one that touches nothing but its arguments, since it is called
 * when the change is made on the collection itself.
 */
final class DroppedResults {
  private static final String DROPPED = "dev/deco/internal/views/Dropped";
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String FUNCTION = "Ljava/util/function/BiFunction;";
  private static final String MAP = "Ljava/util/Map;";
  private static final String COLLECTION = "Ljava/util/Collection;";
  private static final String LIST = "Ljava/util/List;";

  private static final Set<String> MAPS = Set.of("Map", "SortedMap", "NavigableMap", "SequencedMap", "AbstractMap",
      "HashMap", "LinkedHashMap", "TreeMap", "EnumMap");
  private static final Set<String> SETS = Set.of("Collection", "SequencedCollection", "Set", "SortedSet",
      "NavigableSet", "SequencedSet", "AbstractSet", "HashSet", "LinkedHashSet", "TreeSet");
  private static final Set<String> SEQUENCES = Set.of("List", "Queue", "Deque", "ArrayList", "LinkedList", "ArrayDeque",
      "PriorityQueue");

  /** Methods, by name and descriptor, with the parameters of what is called in their place. */
  private static final Map<String, String> OF_MAPS = Map.of(
      "put(" + OBJECT + OBJECT + ")" + OBJECT, MAP + OBJECT + OBJECT,
      "remove(" + OBJECT + ")" + OBJECT, MAP + OBJECT,
      "putIfAbsent(" + OBJECT + OBJECT + ")" + OBJECT, MAP + OBJECT + OBJECT,
      "merge(" + OBJECT + OBJECT + FUNCTION + ")" + OBJECT, MAP + OBJECT + OBJECT + FUNCTION,
      "compute(" + OBJECT + FUNCTION + ")" + OBJECT, MAP + OBJECT + FUNCTION,
      "computeIfPresent(" + OBJECT + FUNCTION + ")" + OBJECT, MAP + OBJECT + FUNCTION);
  private static final Map<String, String> OF_COLLECTIONS = Map.of(
      "add(" + OBJECT + ")Z", COLLECTION + OBJECT,
      "remove(" + OBJECT + ")Z", COLLECTION + OBJECT);
  private static final Map<String, String> OF_LISTS = Map.of(
      "set(I" + OBJECT + ")" + OBJECT, LIST + "I" + OBJECT);

  /** They never fail, and of three values it does not matter which two come first. */
  private static final Set<String> COMBINING = Set.of("sum", "max", "min");

  private static final Set<Integer> INTEGER_SUMS = Set.of(Opcodes.IADD, Opcodes.LADD, Opcodes.IMUL, Opcodes.LMUL,
      Opcodes.IAND, Opcodes.LAND, Opcodes.IOR, Opcodes.LOR, Opcodes.IXOR, Opcodes.LXOR);

  private final ClassNode owner;
  private final Effects effects;

  private DroppedResults(ClassNode owner, Effects effects) {
    this.owner = owner;
    this.effects = effects;
  }

  static void write(ClassNode owner, Effects effects) {
    DroppedResults results = new DroppedResults(owner, effects);
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions.toArray()) {
        if (insn instanceof MethodInsnNode call && insn.getNext() != null && insn.getNext().getOpcode() == Opcodes.POP) {
          results.drop(method, call);
        }
      }
    }
  }

  private void drop(MethodNode method, MethodInsnNode call) {
    String parameters = parameters(call);
    boolean function = parameters != null && parameters.endsWith(FUNCTION);
    Handle code = function ? function(call.getPrevious()) : null;
    if (parameters == null || function && (code == null || !isPure(code))) {
      return;
    }
    String name = call.name.equals("merge") && combines(code) ? "combine" : call.name;
    method.instructions.remove(call.getNext());
    method.instructions.set(call,
        new MethodInsnNode(Opcodes.INVOKESTATIC, DROPPED, name, "(" + parameters + ")V", false));
  }

  private static String parameters(MethodInsnNode call) {
    String type = call.owner.startsWith("java/util/") ? call.owner.substring("java/util/".length()) : "";
    String method = call.name + call.desc;
    if (MAPS.contains(type)) {
      return OF_MAPS.get(method);
    } else if (SETS.contains(type) || SEQUENCES.contains(type) && call.name.equals("remove")) {
      return OF_COLLECTIONS.get(method);
    }
    return SEQUENCES.contains(type) ? OF_LISTS.get(method) : null;
  }

  /** The code of the function that the instruction makes, if all that it captures are values. */
  private Handle function(AbstractInsnNode insn) {
    boolean lambda = insn instanceof InvokeDynamicInsnNode made
        && made.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && Arrays.stream(Type.getArgumentTypes(made.desc)).allMatch(effects::immutable);
    return lambda ? (Handle) ((InvokeDynamicInsnNode) insn).bsmArgs[1] : null;
  }

  private boolean isPure(Handle code) {
    boolean exact = code.getTag() == Opcodes.H_INVOKESTATIC || code.getTag() == Opcodes.H_INVOKESPECIAL;
    Summary summary = effects.summary(code.getOwner(), code.getName(), code.getDesc(), exact);
    return code.getTag() != Opcodes.H_NEWINVOKESPECIAL && summary.accesses().isEmpty() && summary.calls().isEmpty()
        && !summary.takesLocks();
  }

  private boolean combines(Handle code) {
    boolean box = code.getOwner().equals("java/lang/Integer") || code.getOwner().equals("java/lang/Long");
    boolean exact = code.getOwner().equals("java/lang/Math")
        && (code.getDesc().endsWith(")I") || code.getDesc().endsWith(")J"));
    return (box || exact) && COMBINING.contains(code.getName()) || isSum(code);
  }

  /** {@code (a, b) -> a + b} on integers. */
  private boolean isSum(Handle code) {
    MethodNode body = owner.methods.stream().filter(method -> code.getOwner().equals(owner.name)
        && method.name.equals(code.getName()) && method.desc.equals(code.getDesc())).findFirst().orElse(null);
    List<AbstractInsnNode> all = body == null ? List.of()
        : Arrays.stream(body.instructions.toArray()).filter(insn -> insn.getOpcode() >= 0).toList();
    return all.size() == 7 && isValue(all, 0) && isValue(all, 2) && INTEGER_SUMS.contains(all.get(4).getOpcode())
        && ((VarInsnNode) all.get(0)).var + ((VarInsnNode) all.get(2)).var == 1
        && all.get(5) instanceof MethodInsnNode box && box.name.equals("valueOf");
  }

  /** Whether the next two instructions push the value of a parameter. */
  private static boolean isValue(List<AbstractInsnNode> all, int at) {
    return all.get(at).getOpcode() == Opcodes.ALOAD && all.get(at + 1) instanceof MethodInsnNode value
        && (value.owner.equals("java/lang/Integer") && value.name.equals("intValue")
            || value.owner.equals("java/lang/Long") && value.name.equals("longValue"));
  }
}
