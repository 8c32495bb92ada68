package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.flow.ExpectedTypes;
import dev.deco.internal.weaver.flow.Kind;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.Spawn;
import dev.deco.internal.weaver.flow.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What one row of a batch holds: its columns, in the order in which the woven method hands them over.
 *
 * @param number tells the rows of a class apart in the names of generated methods
 * @param spawn the call that the row makes, or {@code null}
 * @param task whether the row is a task that later code waits for
 * @param moved the instructions that run in the replay or the task
 * @param end the instruction at which the row is stored
 */
record Row(int number, MethodContext context, Spawn spawn, boolean task, boolean replayed, SortedSet<Integer> moved,
    int end, List<Column> columns, int target, Type result) {

  /** Where a column's value comes from. */
  enum Source {
    /** An operand; its own call's argument. */
    ARGUMENT,
    /** An operand. */
    LEAF,
    /** The pending result of another call: a task, and the plain value where there is none. */
    TASK,
    /** A local variable that may be pending, likewise. */
    PENDING_LOCAL,
    /** A local variable in a cell, read. */
    CELL,
    /** The local variable's cell that takes the result. */
    TARGET
  }

  /**
   * One value of the row. A task and a pending local take two: the task, and the plain value of {@code kind}.
   *
   * @param position the instruction whose value it is
   * @param local the local variable, or -1
   */
  record Column(Source source, int position, int rank, Kind kind, Type type, int local, Spawn spawn) {
    boolean paired() {
      return source == Source.TASK || source == Source.PENDING_LOCAL;
    }

    boolean cell() {
      return source == Source.CELL || source == Source.TARGET;
    }

    /** What the woven method passes for it. */
    String descriptor() {
      if (paired()) {
        return Runtime.TASK_TYPE + kind.type.getDescriptor();
      }
      return cell() ? Runtime.CELL_TYPE : kind.type.getDescriptor();
    }

    int longs() {
      return !cell() && kind != Kind.REF ? 1 : 0;
    }

    int refs() {
      return (cell() || paired() ? 1 : 0) + (!cell() && kind == Kind.REF ? 1 : 0);
    }
  }

  /** The row of a statement. */
  static Row of(int number, MethodContext context, Statement statement) {
    List<Column> columns = new ArrayList<>();
    for (Statement.Leaf leaf : statement.leaves()) {
      columns.add(new Column(leaf.argument() ? Source.ARGUMENT : Source.LEAF, leaf.position(), leaf.rank(),
          leaf.kind(), leaf.type(), -1, null));
    }
    for (Spawn spawn : statement.tasks()) {
      Type type = spawn.resultType();
      columns.add(new Column(Source.TASK, spawn.index(), 0, Kind.of(type), type, -1, spawn));
    }
    for (Statement.Load load : statement.loads()) {
      columns.add(new Column(load.cell() ? Source.CELL : Source.PENDING_LOCAL, load.position(), 0, load.kind(),
          load.type(), load.local(), null));
    }
    boolean task = statement.form() == Statement.Form.TASK;
    if (!task && statement.target() >= 0) {
      Kind kind = Kind.of(statement.targetType());
      columns.add(new Column(Source.TARGET, statement.end(), 0, kind, kind.type, statement.target(), null));
    }
    Type result = task ? statement.targetType() : statement.spawn() == null ? Type.VOID_TYPE
        : statement.spawn().resultType();
    return new Row(number, context, statement.spawn(), task, statement.form() == Statement.Form.DEFERRED,
        statement.moved(), statement.end(), columns, statement.target(), result);
  }

  /** The row of a call that is a task of its own. */
  static Row of(int number, MethodContext context, Spawn spawn) {
    List<Column> columns = new ArrayList<>();
    MethodInsnNode call = spawn.call();
    int operands = Type.getArgumentTypes(call.desc).length + (ExpectedTypes.hasReceiver(call) ? 1 : 0);
    for (int k = 0; k < operands; k++) {
      Type type = ExpectedTypes.of(call, k);
      columns.add(new Column(Source.ARGUMENT, spawn.index() - operands + k, 0, Kind.of(type), type, -1, null));
    }
    return new Row(number, context, spawn, true, false, new TreeSet<>(), spawn.index(), columns, -1,
        spawn.resultType());
  }

  boolean hasResult() {
    return spawn != null && result != Type.VOID_TYPE;
  }

  int longs() {
    return columns.stream().mapToInt(Column::longs).sum() + (hasResult() && Kind.of(result) != Kind.REF ? 1 : 0);
  }

  int refs() {
    return columns.stream().mapToInt(Column::refs).sum() + (hasResult() && Kind.of(result) == Kind.REF ? 1 : 0);
  }

  /** Whether the task is more than the call: what is computed on its result belongs to it. */
  boolean computes() {
    return task && moved.size() > 1;
  }

  String parameters() {
    StringBuilder all = new StringBuilder();
    columns.forEach(column -> all.append(column.descriptor()));
    return all.toString();
  }

  int line() {
    return context.line(spawn != null ? spawn.index() : end);
  }
}
