package dev.deco.internal.weaver;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Where an instruction may jump to. */
public final class JumpTargets {
  private JumpTargets() {}

  /** The labels, as often as a switch names each, its default last; none: it is no jump. */
  public static List<LabelNode> of(AbstractInsnNode insn) {
    if (insn instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    } else if (insn instanceof TableSwitchInsnNode table) {
      return with(table.labels, table.dflt);
    }
    return insn instanceof LookupSwitchInsnNode lookup ? with(lookup.labels, lookup.dflt) : List.of();
  }

  private static List<LabelNode> with(List<LabelNode> labels, LabelNode last) {
    List<LabelNode> all = new ArrayList<>(labels);
    all.add(last);
    return all;
  }
}
