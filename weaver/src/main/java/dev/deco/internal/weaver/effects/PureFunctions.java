package dev.deco.internal.weaver.effects;

import java.util.Arrays;
import java.util.List;
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
 * Which functions, handed to a collection's method, touch nothing but their arguments: it makes no difference when they
 * run.
 */
public final class PureFunctions {
  /** They never fail, and of three values it does not matter which two come first. */
  private static final Set<String> COMBINING = Set.of("sum", "max", "min");

  private static final Set<Integer> INTEGER_SUMS = Set.of(Opcodes.IADD, Opcodes.LADD, Opcodes.IMUL, Opcodes.LMUL,
      Opcodes.IAND, Opcodes.LAND, Opcodes.IOR, Opcodes.LOR, Opcodes.IXOR, Opcodes.LXOR);

  private final ClassNode owner;
  private final Effects effects;

  /** {@code owner}: the class whose code makes the functions. */
  public PureFunctions(ClassNode owner, Effects effects) {
    this.owner = owner;
    this.effects = effects;
  }

  /**
   * The code of the function that the instruction makes, if that is pure, and all that it captures are values; or
   * {@code null}.
   */
  public Handle code(AbstractInsnNode insn) {
    boolean lambda = insn instanceof InvokeDynamicInsnNode made
        && made.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && Arrays.stream(Type.getArgumentTypes(made.desc)).allMatch(effects::immutable);
    Handle code = lambda ? (Handle) ((InvokeDynamicInsnNode) insn).bsmArgs[1] : null;
    return code != null && isPure(code) ? code : null;
  }

  private boolean isPure(Handle code) {
    boolean exact = code.getTag() == Opcodes.H_INVOKESTATIC || code.getTag() == Opcodes.H_INVOKESPECIAL;
    Summary summary = effects.summary(code.getOwner(), code.getName(), code.getDesc(), exact);
    return code.getTag() != Opcodes.H_NEWINVOKESPECIAL && summary.accesses().isEmpty() && summary.calls().isEmpty()
        && !summary.takesLocks();
  }

  /** Whether a pure function of two values never fails, if there are both. */
  public boolean neverFails(Handle code) {
    return code.getOwner().matches("java/lang/(Double|Float|Math)") && COMBINING.contains(code.getName())
        || combines(code);
  }

  /** Whether a pure function never fails, and of three values it does not matter which two it takes first. */
  public boolean combines(Handle code) {
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
