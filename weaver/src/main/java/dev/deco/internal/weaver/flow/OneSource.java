package dev.deco.internal.weaver.flow;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Tells the one instruction that made a value; of values that several may have made it only tells that it is so. */
class OneSource extends SourceInterpreter {
  OneSource() {
    super(Opcodes.ASM9);
  }

  @Override
  public SourceValue merge(SourceValue known, SourceValue other) {
    return known.insns.size() > 1 && known.size <= other.size ? known : super.merge(known, other);
  }
}
