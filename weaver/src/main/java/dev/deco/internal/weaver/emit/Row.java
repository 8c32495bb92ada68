package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.flow.Kind;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.Spawn;
import dev.deco.internal.weaver.flow.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/**
 * What one row of a batch holds: its columns, in the order in which the woven method hands them over.
 *
 * @param number tells the rows of a class apart in the names of generated methods
 * @param task whether the row is a task that later code waits for
 * @param result what the task yields; {@code void}: nothing
 */
record Row(int number, MethodContext context, Statement statement, boolean task, List<Column> columns, Type result) {

  /** Where a column's value comes from. */
  enum Source {
    /** An operand. */
    OPERAND,
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
   * @param inTask whether the task needs it; otherwise the replay does
   */
  record Column(Source source, int position, int rank, Kind kind, Type type, int local, Spawn spawn, boolean inTask) {
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

  static Row of(int number, MethodContext context, Statement statement) {
    Statement.Form form = statement.form();
    boolean task = form == Statement.Form.TASK || form == Statement.Form.PAIR;
    Statement.Arguments arguments = statement.arguments();
    List<Column> columns = new ArrayList<>();
    for (Statement.Leaf leaf : statement.leaves()) {
      columns.add(new Column(Source.OPERAND, leaf.position(), leaf.rank(), leaf.kind(), leaf.type(), -1, null,
          leaf.argument()));
    }
    for (Spawn spawn : statement.tasks()) {
      Type type = spawn.resultType();
      columns.add(new Column(Source.TASK, spawn.index(), 0, Kind.of(type), type, -1, spawn,
          task || arguments != null && arguments.tasks().contains(spawn)));
    }
    for (Statement.Load load : statement.loads()) {
      columns.add(new Column(load.cell() ? Source.CELL : Source.PENDING_LOCAL, load.position(), 0, load.kind(),
          load.type(), load.local(), null, task || arguments != null && arguments.loads().contains(load)));
    }
    if (!task && statement.target() >= 0) {
      Kind kind = Kind.of(statement.targetType());
      columns.add(new Column(Source.TARGET, statement.end(), 0, kind, kind.type, statement.target(), null, false));
    }
    Type result = form == Statement.Form.TASK ? statement.targetType()
        : statement.spawn() == null ? Type.VOID_TYPE : statement.spawn().resultType();
    return new Row(number, context, statement, task, columns, result);
  }

  Spawn spawn() {
    return statement.spawn();
  }

  int end() {
    return statement.end();
  }

  /** The local variable that takes the result, or -1. */
  int target() {
    return statement.target();
  }

  boolean replayed() {
    return statement.form() == Statement.Form.DEFERRED;
  }

  /** Whether the task may print. */
  boolean prints() {
    return spawn() != null && context.writesOutput(spawn().index());
  }

  /** Whether the task is trusted in what could not be seen, and nobody has signed for it. */
  boolean trusted() {
    return spawn() != null && context.trusts(spawn().index());
  }

  /** Whether the task needs results of other tasks. */
  boolean dependent() {
    return columns.stream().anyMatch(column -> column.inTask() && column.paired());
  }

  boolean hasResult() {
    return spawn() != null && result != Type.VOID_TYPE;
  }

  int longs() {
    return columns.stream().mapToInt(Column::longs).sum() + (hasResult() && Kind.of(result) != Kind.REF ? 1 : 0);
  }

  int refs() {
    return columns.stream().mapToInt(Column::refs).sum() + (hasResult() && Kind.of(result) == Kind.REF ? 1 : 0);
  }

  /** Whether the task is more than the call: what is computed for it, or on its result, belongs to it. */
  boolean computes() {
    return spawn() != null && (dependent() || !statement.arguments().moved().isEmpty()
        || statement.form() == Statement.Form.TASK && statement.moved().size() > 1);
  }

  /** A method as messages of the runtime name it: {@code pkg.Main.f(int,double)}. */
  static String what(String owner, String name, String descriptor) {
    return owner.replace('/', '.') + '.' + name + Arrays.stream(Type.getArgumentTypes(descriptor))
        .map(Type::getClassName).collect(Collectors.joining(",", "(", ")"));
  }

  String parameters() {
    StringBuilder all = new StringBuilder();
    columns.forEach(column -> all.append(column.descriptor()));
    return all.toString();
  }

  int line() {
    return context.line(spawn() != null ? spawn().index() : end());
  }
}
