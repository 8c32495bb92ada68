package dev.deco.internal.weaver.effects;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * {@code map.computeIfAbsent(key, k -> new ArrayList<>()).add(value);} and its like with {@code put} and {@code merge}
 * on maps in a map: a statement that puts something into a collection of a map, looking at neither. The function that
 * makes the collection is pure, and what is put in is computed from variables and constants: it makes no difference
 * when that is done.
 *
 * @param absent the call that finds or makes the collection
 * @param cast the check of what it finds, or {@code null}
 * @param last the call that puts something in; a {@code pop} follows
 * @param name of the method of {@code Dropped} that does all of it
 */
public record Grouping(MethodInsnNode absent, TypeInsnNode cast, MethodInsnNode last, String name) {
  private static final int NO_VALUE = Integer.MIN_VALUE;
  private static final String COMPUTE_IF_ABSENT = "(Ljava/lang/Object;Ljava/util/function/Function;)Ljava/lang/Object;";

  /** Maps of which a parameter may be declared: views of these tell keys apart. */
  private static final Set<String> MAPS = Set.of("java/util/Map", "java/util/SortedMap", "java/util/NavigableMap",
      "java/util/AbstractMap", "java/util/HashMap", "java/util/TreeMap");

  private static final Map<String, String> LAST = Map.of(
      "add(Ljava/lang/Object;)Z", "addTo",
      "put(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;", "putTo",
      "merge(Ljava/lang/Object;Ljava/lang/Object;Ljava/util/function/BiFunction;)Ljava/lang/Object;", "combineTo");

  /** What begins with the call, or {@code null}. */
  public static Grouping of(MethodInsnNode call, PureFunctions functions) {
    if (!call.name.equals("computeIfAbsent") || !call.desc.equals(COMPUTE_IF_ABSENT) || !MAPS.contains(call.owner)
        || functions.code(before(call)) == null) {
      return null;
    }
    AbstractInsnNode next = after(call);
    TypeInsnNode cast = next != null && next.getOpcode() == Opcodes.CHECKCAST ? (TypeInsnNode) next : null;
    int pushed = 0;
    for (next = cast == null ? next : after(cast); next != null && effect(next) != NO_VALUE; next = after(next)) {
      pushed += effect(next);
      if (pushed < 1) {
        return null;
      }
    }
    Handle merging = next instanceof InvokeDynamicInsnNode ? functions.code(next) : null;
    if (merging != null && functions.neverFails(merging)) {
      next = after(next);
      pushed++;
    }
    if (!(next instanceof MethodInsnNode last) || !last.owner.startsWith("java/util/") || after(last) == null
        || after(last).getOpcode() != Opcodes.POP) {
      return null;
    }
    String name = LAST.get(last.name + last.desc);
    boolean whole = name != null && pushed == (name.equals("addTo") ? 1 : name.equals("putTo") ? 2 : 3)
        && name.equals("combineTo") == (merging != null);
    return whole ? new Grouping(call, cast, last, name) : null;
  }

  /**
   * By how much the instruction makes the stack higher, if it takes part in computing a value from variables and
   * constants, and cannot fail; else {@link #NO_VALUE}. Values of two words count as one.
   */
  private static int effect(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    if (opcode >= Opcodes.ACONST_NULL && opcode <= Opcodes.ALOAD) {
      return 1;
    } else if (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG || opcode >= Opcodes.I2L && opcode <= Opcodes.I2S) {
      return 0;
    } else if (opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR) {
      boolean divides = opcode == Opcodes.IDIV || opcode == Opcodes.LDIV || opcode == Opcodes.IREM
          || opcode == Opcodes.LREM;
      return divides && !isDivisor(before(insn)) ? NO_VALUE : -1;
    }
    boolean boxes = insn instanceof MethodInsnNode call && call.getOpcode() == Opcodes.INVOKESTATIC
        && call.owner.startsWith("java/lang/") && call.name.equals("valueOf")
        && call.desc.matches("\\([ZBCSIJFD]\\).*");
    if (insn instanceof InvokeDynamicInsnNode made
        && made.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
      Type[] parts = Type.getArgumentTypes(made.desc);
      boolean texts = Arrays.stream(parts).allMatch(part -> part.getSort() < Type.ARRAY
          || part.getDescriptor().matches("Ljava/lang/(String|Integer|Long|Double|Character|Boolean);"));
      return texts ? 1 - parts.length : NO_VALUE;
    }
    return boxes ? 0 : NO_VALUE;
  }

  /** Whether it pushes a constant that is not 0. */
  private static boolean isDivisor(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    return opcode >= Opcodes.ICONST_1 && opcode <= Opcodes.ICONST_5 || opcode == Opcodes.LCONST_1
        || insn instanceof IntInsnNode number && number.operand != 0
        || insn instanceof LdcInsnNode constant && constant.cst instanceof Number number && number.longValue() != 0;
  }

  private static AbstractInsnNode before(AbstractInsnNode insn) {
    AbstractInsnNode found = insn.getPrevious();
    while (found != null && found.getOpcode() < 0) {
      found = found.getPrevious();
    }
    return found;
  }

  /** The next instruction. */
  public static AbstractInsnNode after(AbstractInsnNode insn) {
    AbstractInsnNode found = insn.getNext();
    while (found != null && found.getOpcode() < 0) {
      found = found.getNext();
    }
    return found;
  }
}
