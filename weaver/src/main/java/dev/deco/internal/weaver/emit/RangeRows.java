package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.emit.Row.Column;
import dev.deco.internal.weaver.flow.Kind;
import dev.deco.internal.weaver.flow.Term;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes the methods that run, and replay, rows of a range: they compute what was not stored. */
final class RangeRows {
  private final RangeMethods ranges;
  private final RowMethods methods;
  private final Row row;
  private final List<Column> columns;

  RangeRows(RangeMethods ranges) {
    this.ranges = ranges;
    methods = ranges.methods;
    row = ranges.row;
    columns = ranges.columns;
  }

  /** Reads rows of a batch, parameter 0, from number parameter 1 to number parameter 2. */
  private final class Reader {
    final TermCode body;
    private final InsnList code;
    private final int longs;
    private final int refs;
    private final int first;
    private final int value;
    private final int[] cellSlots = new int[ranges.cells.size()];

    Reader(InsnList code, Predicate<Column> wanted) {
      this.code = code;
      body = new TermCode(code, 3);
      longs = body.columns(0);
      refs = longs + 1;
      first = body.take(1);
      value = body.take(1);
      code.add(new VarInsnNode(Opcodes.ALOAD, longs));
      code.add(new InsnNode(Opcodes.ICONST_0));
      code.add(new InsnNode(Opcodes.LALOAD));
      code.add(new InsnNode(Opcodes.L2I));
      body.store(Kind.INT, first);
      int number = 1;
      int reference = 0;
      for (int k = 0; k < cellSlots.length; k++) {
        cellSlots[k] = body.take(1);
        ref(reference++, Type.getObjectType(Runtime.CELL), cellSlots[k], wanted.test(columns.get(ranges.cells.get(k))));
      }
      for (Term term : ranges.head) {
        int slot = body.take(term.kind().size);
        if (term.kind() == Kind.REF) {
          ref(reference++, Kind.REF.type, slot, true);
        } else {
          code.add(new VarInsnNode(Opcodes.ALOAD, longs));
          Values.push(code, number++);
          code.add(new InsnNode(Opcodes.LALOAD));
          Values.fromBits(code, term.kind());
          body.store(term.kind(), slot);
        }
        body.known.put(term, slot);
      }
      body.known.put(new Term.Counter(), value);
    }

    private void ref(int column, Type type, int slot, boolean wanted) {
      if (wanted) {
        code.add(new VarInsnNode(Opcodes.ALOAD, refs));
        Values.push(code, column);
        code.add(new InsnNode(Opcodes.AALOAD));
        Values.cast(code, type);
        body.store(Kind.REF, slot);
      }
    }

    /** Sets the counter's value in the next row. */
    void next() {
      ranges.count(body, first, 1, value);
    }

    /** Pushes the columns that {@code wanted} says, in order. */
    void columns(Predicate<Column> wanted, boolean cast) {
      int number = 0;
      int reference = 0;
      for (int k = 0; k < columns.size(); k++) {
        Column column = columns.get(k);
        boolean push = wanted.test(column);
        if (column.cell()) {
          if (push) {
            code.add(new VarInsnNode(Opcodes.ALOAD, cellSlots[ranges.cells.indexOf(k)]));
          }
        } else if (!ranges.stored.contains(k)) {
          if (push) {
            body.push(ranges.loop.leaves().get(k));
            castIf(cast, column);
          }
        } else {
          boolean ref = column.kind() == Kind.REF;
          int place = ref ? reference++ : number++;
          if (push) {
            address(ref, place);
            code.add(new InsnNode(ref ? Opcodes.AALOAD : Opcodes.LALOAD));
            castIf(ref && cast, column);
            Values.fromBits(code, column.kind());
          }
        }
      }
    }

    private void castIf(boolean wanted, Column column) {
      if (wanted && column.kind() == Kind.REF) {
        Values.cast(code, column.type());
      }
    }

    /** Pushes where the row's result is: the array, and the index. */
    void result(Kind kind) {
      boolean ref = kind == Kind.REF;
      address(ref, (ref ? ranges.rowRefs() : ranges.rowLongs()) - 1);
    }

    /** Pushes where column {@code place} of the row is: the array, and the index. */
    void address(boolean ref, int place) {
      if (ref) {
        body.address(refs, 1, ranges.headRefs(), ranges.rowRefs(), place);
      } else {
        body.address(longs, 1, ranges.headLongs(), ranges.rowLongs(), place);
      }
    }
  }

  /** The method that makes the calls of some rows. */
  MethodNode run() {
    MethodNode method = methods.method("runRange", Runtime.BATCH_CODE);
    InsnList code = method.instructions;
    Reader reader = new Reader(code, Column::inTask);
    RowMethods.eachRow(method, () -> {
      reader.next();
      reader.columns(Column::inTask, !row.computes());
      methods.call(method);
      if (row.hasResult()) {
        Kind kind = Kind.of(row.result());
        int result = reader.body.take(kind.size);
        reader.body.store(kind, result);
        reader.result(kind);
        code.add(new VarInsnNode(kind.load, result));
        Values.toBits(code, kind);
        code.add(new InsnNode(kind == Kind.REF ? Opcodes.AASTORE : Opcodes.LASTORE));
      }
    }, reader.body.take(1));
    return method;
  }

  /** The method that runs the statements of some rows. */
  MethodNode replay() {
    MethodNode method = methods.method("replayRange", Runtime.BATCH_CODE);
    InsnList code = method.instructions;
    Reader reader = new Reader(code, column -> !column.inTask());
    RowMethods.eachRow(method, () -> {
      reader.next();
      reader.columns(column -> !column.inTask(), false);
      if (row.hasResult()) {
        Kind kind = Kind.of(row.result());
        reader.result(kind);
        code.add(new InsnNode(kind == Kind.REF ? Opcodes.AALOAD : Opcodes.LALOAD));
        Values.fromBits(code, kind);
      }
      code.add(methods.invokeStatement());
    }, RowMethods.THROWS);
    return method;
  }
}
