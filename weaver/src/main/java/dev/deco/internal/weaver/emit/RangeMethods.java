package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.emit.Row.Column;
import dev.deco.internal.weaver.flow.Kind;
import dev.deco.internal.weaver.flow.RangedLoop;
import dev.deco.internal.weaver.flow.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The methods of rows that are stored a whole range of a loop at a time: {@link RangeStorage} and {@link RangeRows}; and
 * how the batches look that they share.
 *
 * <p>Such a batch begins with a head: the counter's first value, and what is the same in each row. A row then holds only
 * what the scope had to look up for it, and its result; the rest is computed again from the counter, where it is needed.
 */
final class RangeMethods {
  final RowMethods methods;
  final Row row;
  final RangedLoop loop;
  /** Of the row, as it is when it is stored by itself. */
  final List<Column> columns;
  /** The columns that are cells, which the woven method passes. */
  final List<Integer> cells = new ArrayList<>();
  /** The local variables that it passes. */
  final Map<Integer, Kind> locals = new LinkedHashMap<>();
  /** The terms that are the same in each row. */
  final List<Term> head = new ArrayList<>();
  /** The columns that the scope looks up. */
  final List<Integer> stored = new ArrayList<>();
  /** The loop as it was; {@code null} if it stands in the woven method. */
  final PlainMethod plain;

  RangeMethods(RowMethods methods, Row row, RangedLoop loop) {
    this.methods = methods;
    this.row = row;
    this.loop = loop;
    columns = row.columns();
    for (int k = 0; k < columns.size(); k++) {
      if (columns.get(k).cell()) {
        cells.add(k);
        continue;
      }
      Term term = loop.leaves().get(k);
      addLocals(term);
      if (term.isQuiet()) {
        addInvariants(term);
      } else if (!term.varies()) {
        addToHead(term);
      } else {
        stored.add(k);
      }
    }
    loop.operands().forEach(operand -> addLocals(operand.term()));
    loop.checks().forEach(this::addLocals);
    plain = PlainMethod.of(methods, row.context(), loop);
  }

  private void addLocals(Term term) {
    term.any(part -> {
      if (part instanceof Term.Invariant invariant) {
        locals.put(invariant.local(), invariant.kind());
      }
      return false;
    });
  }

  private void addInvariants(Term term) {
    term.any(part -> {
      if (part instanceof Term.Invariant) {
        addToHead(part);
      }
      return false;
    });
  }

  private void addToHead(Term term) {
    if (!head.contains(term)) {
      head.add(term);
    }
  }

  /** The shape of its batches: numbers and references of the head, and of each row. */
  List<Integer> shape() {
    return List.of(headLongs(), headRefs(), rowLongs(), rowRefs());
  }

  int headLongs() {
    return 1 + (int) head.stream().filter(term -> term.kind() != Kind.REF).count();
  }

  int headRefs() {
    return cells.size() + (int) head.stream().filter(term -> term.kind() == Kind.REF).count();
  }

  int rowLongs() {
    return (int) stored.stream().filter(k -> columns.get(k).kind() != Kind.REF).count()
        + (row.hasResult() && Kind.of(row.result()) != Kind.REF ? 1 : 0);
  }

  int rowRefs() {
    return stored.size() + (row.hasResult() ? 1 : 0) - rowLongs();
  }

  void write(Consumer<MethodNode> to) {
    to.accept(new RangeStorage(this).method());
    RangeRows rows = new RangeRows(this);
    to.accept(rows.run());
    if (row.replayed()) {
      to.accept(rows.replay());
    }
    if (plain != null) {
      to.accept(plain.method());
    }
  }

  /**
   * Calls the storage, on the way into a round of the loop: what comes back is the counter, moved by as many rows as have
   * been stored. {@code pushCell} pushes the cell of a column.
   */
  void invoke(InsnList code, int scope, Consumer<Column> pushCell, Runnable pushBound) {
    code.add(new VarInsnNode(Opcodes.ILOAD, loop.counted().local()));
    pushBound.run();
    locals.forEach((local, kind) -> code.add(new VarInsnNode(kind.load, local)));
    cells.forEach(k -> pushCell.accept(columns.get(k)));
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(methods.invoke("range", descriptor()));
  }

  String descriptor() {
    StringBuilder all = new StringBuilder("(II");
    locals.forEach((local, kind) -> all.append(type(local, kind).getDescriptor()));
    cells.forEach(k -> all.append(Runtime.CELL_TYPE));
    return all.append(Runtime.ACTIVATION_TYPE).append(")I").toString();
  }

  private Type type(int local, Kind kind) {
    return kind == Kind.REF ? row.context().localType(loop.head(), local, kind) : kind.type;
  }

  /** Computes the counter in the row whose number is in a local variable, from that in the first one. */
  void count(TermCode code, int first, int at, int value) {
    code.code.add(new VarInsnNode(Opcodes.ILOAD, first));
    code.code.add(new VarInsnNode(Opcodes.ILOAD, at));
    code.times(loop.counted().step());
    code.code.add(new InsnNode(Opcodes.IADD));
    code.store(Kind.INT, value);
  }
}
