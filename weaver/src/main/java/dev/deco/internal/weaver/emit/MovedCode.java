package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.emit.Row.Column;
import dev.deco.internal.weaver.emit.Row.Source;
import dev.deco.internal.weaver.flow.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The instructions of a statement, in their old order, in a method of their own. Where the scope's code pushes a leaf,
 * its parameter is loaded instead; so the stack discipline is that of the original, whatever the instructions are.
 */
final class MovedCode {
  private final Row row;
  private final boolean task;

  /** {@code task}: what the task does; otherwise what the replay does, with the task's result as last parameter. */
  MovedCode(Row row, boolean task) {
    this.row = row;
    this.task = task;
  }

  private record Piece(int position, int rank, Runnable write) {}

  void write(MethodNode to) {
    InsnList code = to.instructions;
    List<Piece> pieces = new ArrayList<>();
    int slot = 0;
    int target = -1;
    for (Column column : row.columns()) {
      if (column.inTask() != task) {
        continue;
      }
      int at = slot;
      if (column.source() == Source.TARGET) {
        target = at;
      } else {
        pieces.add(new Piece(column.position(), column.rank(), () -> load(code, column, at)));
      }
      slot += column.cell() ? 1 : column.kind().size;
    }
    if (row.spawn() != null) {
      int result = slot;
      pieces.add(new Piece(row.spawn().index(), 0, () -> {
        if (task) {
          MovedFailures.write(to, row.context(), row.spawn().index(),
              () -> code.add(row.spawn().call().clone(null)));
        } else if (row.hasResult()) {
          Kind kind = Kind.of(row.result());
          code.add(new VarInsnNode(kind.load, result));
          Values.cast(code, row.result());
        }
      }));
    }
    int cell = target;
    for (int moved : row.statement().moved()) {
      boolean load = row.columns().stream().anyMatch(column -> column.local() >= 0 && column.position() == moved
          && column.source() != Source.TARGET);
      if (!load && inTask(moved) == task) {
        pieces.add(new Piece(moved, 0, () -> MovedFailures.write(to, row.context(), moved,
            () -> move(code, moved, cell))));
      }
    }
    pieces.sort(Comparator.comparingInt(Piece::position).thenComparingInt(Piece::rank));
    int line = -1;
    for (Piece piece : pieces) {
      int at = piece.position() < 0 ? -1 : row.context().line(piece.position());
      if (at > 0 && at != line) {
        LabelNode label = new LabelNode();
        code.add(label);
        code.add(new LineNumberNode(at, label));
        line = at;
      }
      piece.write().run();
    }
  }

  private boolean inTask(int moved) {
    return row.task() || row.spawn() != null && row.statement().arguments().moved().contains(moved);
  }

  private static void load(InsnList code, Column column, int slot) {
    if (column.source() == Source.CELL) {
      code.add(new VarInsnNode(Opcodes.ALOAD, slot));
      code.add(Runtime.cell("get" + name(column.kind()), "(" + Runtime.CELL_TYPE + ")"
          + column.kind().type.getDescriptor()));
    } else {
      code.add(new VarInsnNode(column.kind().load, slot));
    }
    Values.cast(code, column.type());
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case INT -> "Int";
      case LONG -> "Long";
      case FLOAT -> "Float";
      case DOUBLE -> "Double";
      case REF -> "Object";
    };
  }

  private void move(InsnList code, int moved, int cell) {
    if (moved == row.end() && row.target() >= 0) {
      if (cell >= 0) {
        Type type = row.columns().get(row.columns().size() - 1).kind().type;
        code.add(new VarInsnNode(Opcodes.ALOAD, cell));
        code.add(Runtime.cell("put", "(" + type.getDescriptor() + Runtime.CELL_TYPE + ")V"));
      }
      return;
    }
    code.add(row.context().instruction(moved).clone(Map.of()));
  }
}
