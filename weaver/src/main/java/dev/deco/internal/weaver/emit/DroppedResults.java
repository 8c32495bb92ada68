package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.effects.Effects;
import dev.deco.internal.weaver.effects.Grouping;
import dev.deco.internal.weaver.effects.PureFunctions;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

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

  private final PureFunctions functions;

  private DroppedResults(PureFunctions functions) {
    this.functions = functions;
  }

  static void write(ClassNode owner, Effects effects) {
    DroppedResults results = new DroppedResults(new PureFunctions(owner, effects));
    for (MethodNode method : owner.methods) {
      for (AbstractInsnNode insn : method.instructions.toArray()) {
        Grouping grouping = insn instanceof MethodInsnNode call ? Grouping.of(call, results.functions) : null;
        if (grouping != null) {
          group(method, grouping);
        }
      }
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
    Handle code = function ? functions.code(call.getPrevious()) : null;
    if (parameters == null || function && code == null) {
      return;
    }
    String name = call.name.equals("merge") && functions.combines(code) ? "combine" : call.name;
    method.instructions.remove(call.getNext());
    method.instructions.set(call,
        new MethodInsnNode(Opcodes.INVOKESTATIC, DROPPED, name, "(" + parameters + ")V", false));
  }

  /** One call for the whole statement: what it puts in lies above map, key and function. */
  private static void group(MethodNode method, Grouping grouping) {
    method.instructions.remove(grouping.absent());
    if (grouping.cast() != null) {
      method.instructions.remove(grouping.cast());
    }
    method.instructions.remove(Grouping.after(grouping.last()));
    String put = grouping.last().desc.substring(1, grouping.last().desc.indexOf(')'));
    method.instructions.set(grouping.last(), new MethodInsnNode(Opcodes.INVOKESTATIC, DROPPED, grouping.name(),
        "(" + MAP + OBJECT + "Ljava/util/function/Function;" + put + ")V", false));
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
}
