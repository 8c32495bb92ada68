package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.flow.Kind;
import dev.deco.internal.weaver.flow.Term;
import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes a method that computes terms: its local variables, and how it pushes them. */
final class TermCode {
  final InsnList code;
  /** The local variables that hold terms. */
  final Map<Term, Integer> known = new HashMap<>();
  private int free;

  TermCode(InsnList code, int free) {
    this.code = code;
    this.free = free;
  }

  int take(int size) {
    free += size;
    return free - size;
  }

  void store(Kind kind, int slot) {
    code.add(new VarInsnNode(kind.store, slot));
  }

  void push(Term term) {
    Integer slot = known.get(term);
    if (slot != null) {
      code.add(new VarInsnNode(term.kind().load, slot));
      return;
    }
    Term.Operation operation = (Term.Operation) term;
    operation.operands().forEach(this::push);
    code.add(operation.instruction().clone(Map.of()));
  }

  /** Loads the columns of a batch, a local variable: its numbers, and in the next slot its references. */
  int columns(int batch) {
    int longs = take(2);
    code.add(new VarInsnNode(Opcodes.ALOAD, batch));
    code.add(Runtime.longs());
    code.add(new VarInsnNode(Opcodes.ASTORE, longs));
    code.add(new VarInsnNode(Opcodes.ALOAD, batch));
    code.add(Runtime.refs());
    code.add(new VarInsnNode(Opcodes.ASTORE, longs + 1));
    return longs;
  }

  /** Multiplies the number on the stack. */
  void times(int factor) {
    if (factor != 1) {
      Values.push(code, factor);
      code.add(new InsnNode(Opcodes.IMUL));
    }
  }

  /** Pushes an array of columns and the place in it of one of row {@code at}. */
  void address(int array, int at, int before, int width, int column) {
    code.add(new VarInsnNode(Opcodes.ALOAD, array));
    code.add(new VarInsnNode(Opcodes.ILOAD, at));
    times(width);
    Values.push(code, before + column);
    code.add(new InsnNode(Opcodes.IADD));
  }
}
