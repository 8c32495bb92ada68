package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.SourceMap;
import dev.deco.internal.weaver.emit.Row.Column;
import dev.deco.internal.weaver.flow.Kind;
import dev.deco.internal.weaver.flow.MethodPlan.Ordered;
import dev.deco.internal.weaver.flow.MethodPlan.Snapshot;
import dev.deco.internal.weaver.flow.MethodPlan.Touch;
import dev.deco.internal.weaver.flow.MethodPlan.View;
import dev.deco.internal.weaver.flow.MethodPlan.Views;
import dev.deco.internal.weaver.flow.RangedLoop;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes the methods that belong to one kind of row, all {@code private static synthetic} in the user's class: the
 * site, the spawn (stores a row), the run (makes the calls of a range of rows), the replay (runs the statements of a
 * range of rows), and the statement or the task's computation itself. They carry the line of the call.
 */
final class RowMethods {
  static final int THROWS = -1;
  private static final int ACCESS = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  private final ClassNode owner;
  private final Row row;
  private final List<Touch> guards;
  private final List<Touch> touches;
  private final List<Ordered> orders;
  private final Views views; // null if the task gets none
  private final List<Snapshot> snapshots;
  private final RangeMethods ranges; // null if no loop stores many at once

  RowMethods(ClassNode owner, Row row, List<Touch> guards, List<Touch> touches, List<Ordered> orders, Views views,
      List<Snapshot> snapshots, RangedLoop loop) {
    this.owner = owner;
    this.row = row;
    this.guards = guards;
    this.touches = touches;
    this.orders = orders;
    this.views = views;
    this.snapshots = snapshots;
    ranges = loop == null ? null : new RangeMethods(this, row, loop);
  }

  void write() {
    owner.methods.add(site());
    owner.methods.add(spawn());
    if (row.spawn() != null) {
      owner.methods.add(run());
    }
    if (row.replayed()) {
      owner.methods.add(replay());
      owner.methods.add(statement());
    }
    if (row.computes()) {
      owner.methods.add(computation());
    }
    if (ranges != null) {
      ranges.write(owner.methods::add);
    }
  }

  /** The methods that store, run and replay ranges of a loop; {@code null} if there are none. */
  RangeMethods ranges() {
    return ranges;
  }

  private String name(String part) {
    return "deco$" + part + "$" + row.number();
  }

  MethodInsnNode invokeSite() {
    return invoke("site", "()" + Runtime.SITE_TYPE);
  }

  MethodInsnNode invokeSpawn() {
    return invoke("spawn", spawnDescriptor());
  }

  /** The call and what is computed on its result, on plain operands. */
  MethodInsnNode invokeComputation() {
    return invoke("call", computationDescriptor());
  }

  /** Writes the row's call, on plain operands. */
  void call(MethodNode in) {
    if (row.computes()) {
      in.instructions.add(invokeComputation());
    } else {
      MovedFailures.write(in, row.context(), row.spawn().index(),
          () -> in.instructions.add(row.spawn().call().clone(null)));
    }
  }

  MethodInsnNode invokeStatement() {
    return invoke("statement", statementDescriptor());
  }

  MethodInsnNode invoke(String part, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, owner.name, name(part), descriptor, isInterface());
  }

  private boolean isInterface() {
    return (owner.access & Opcodes.ACC_INTERFACE) != 0;
  }

  private String spawnDescriptor() {
    return "(" + row.parameters() + Runtime.ACTIVATION_TYPE + ")" + (row.task() ? Runtime.TASK_TYPE : "V");
  }

  private String computationDescriptor() {
    StringBuilder all = new StringBuilder("(");
    row.columns().stream().filter(Column::inTask).forEach(column -> all.append(column.kind().type.getDescriptor()));
    return all.append(')').append(row.hasResult() ? Kind.of(row.result()).type.getDescriptor() : "V").toString();
  }

  private String statementDescriptor() {
    StringBuilder all = new StringBuilder("(");
    for (Column column : row.columns()) {
      if (!column.inTask()) {
        all.append(column.cell() ? Runtime.CELL_TYPE : column.kind().type.getDescriptor());
      }
    }
    if (row.hasResult()) {
      all.append(Kind.of(row.result()).type.getDescriptor());
    }
    return all.append(")V").toString();
  }

  MethodNode method(String part, String descriptor) {
    MethodNode method = new MethodNode(Opcodes.ASM9, ACCESS, name(part), descriptor, null, null);
    LabelNode start = new LabelNode();
    method.instructions.add(start);
    method.instructions.add(new LineNumberNode(row.line(), start));
    return method;
  }

  private MethodNode site() {
    MethodNode method = method("site", "()" + Runtime.SITE_TYPE);
    int kind = (row.task() ? Runtime.CALL : row.spawn() != null ? Runtime.STATEMENT : Runtime.DEFERRED)
        | (row.dependent() ? Runtime.DEPENDENT : 0) | (row.prints() ? Runtime.PRINTS : 0)
        | (row.trusted() ? Runtime.TRUSTED : 0)
        | (orders.isEmpty() ? 0 : Runtime.ORDERED)
        | (views != null ? Runtime.VIEWS : 0) | (views != null && views.repeatable() ? Runtime.REPEATABLE : 0)
        | (views != null && views.groups() ? Runtime.GROUPS : 0);
    List<Object> arguments = new ArrayList<>(List.of(kind, row.longs(), row.refs(), what(),
        String.valueOf(owner.sourceFile), SourceMap.of(owner).line(row.line())));
    if (ranges != null) {
      arguments.addAll(ranges.shape());
    }
    if (row.spawn() != null) {
      arguments.add(handle("run"));
    }
    if (row.replayed()) {
      arguments.add(handle("replay"));
    }
    if (ranges != null) {
      arguments.add(handle("runRange"));
      if (row.replayed()) {
        arguments.add(handle("replayRange"));
      }
      if (ranges.plain != null) {
        arguments.add(handle(PlainMethod.PART, ranges.plain.descriptor()));
      }
    }
    method.instructions.add(new InvokeDynamicInsnNode("site", "()" + Runtime.SITE_TYPE,
        ranges == null ? Runtime.LINK : Runtime.LINK_RANGED, arguments.toArray()));
    method.instructions.add(new InsnNode(Opcodes.ARETURN));
    return method;
  }

  private String what() {
    if (row.spawn() == null) {
      return owner.name.replace('/', '.') + " (deferred statement)";
    }
    MethodInsnNode call = row.spawn().call();
    return Row.what(call.owner, call.name, call.desc);
  }

  private Handle handle(String part) {
    return handle(part, Runtime.BATCH_CODE);
  }

  private Handle handle(String part, String descriptor) {
    return new Handle(Opcodes.H_INVOKESTATIC, owner.name, name(part), descriptor, isInterface());
  }

  /** Local variables of a generated method, handed out in order. */
  private static final class Slots {
    private int next;

    int take(Kind kind) {
      return take(kind.size);
    }

    int take(int size) {
      int slot = next;
      next += size;
      return slot;
    }
  }

  private MethodNode spawn() {
    MethodNode method = method("spawn", spawnDescriptor());
    InsnList code = method.instructions;
    Slots slots = new Slots();
    int[] first = new int[row.columns().size()];
    for (int k = 0; k < first.length; k++) {
      Column column = row.columns().get(k);
      first[k] = column.paired() || column.cell() ? slots.take(Kind.REF) : slots.take(column.kind());
      if (column.paired()) {
        slots.take(column.kind());
      }
    }
    int scope = slots.take(Kind.REF);
    int site = slots.take(Kind.REF);
    int batch = slots.take(Kind.REF);
    code.add(invokeSite());
    code.add(new VarInsnNode(Opcodes.ASTORE, site));
    Finder finder = new Finder(code, row.context(), scope, leaf -> first[leaf], slots::take);
    guards.forEach(guard -> finder.guard(guard.at(), guard.key(), true));
    if (!row.task()) {
      direct(method, first, scope, site, slots);
    }
    int[] held = views == null ? first.clone() : viewed(code, first, scope, site, slots);
    for (Snapshot snapshot : snapshots) {
      held[snapshot.leaf()] = slots.take(Kind.REF);
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(new VarInsnNode(Opcodes.ALOAD, first[snapshot.leaf()]));
      code.add(new VarInsnNode(Opcodes.ALOAD, site));
      code.add(Runtime.activation("snapshot", "(Ljava/lang/Object;" + Runtime.SITE_TYPE + ")Ljava/lang/Object;"));
      code.add(new VarInsnNode(Opcodes.ASTORE, held[snapshot.leaf()]));
    }
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(new VarInsnNode(Opcodes.ALOAD, site));
    code.add(row.task()
        ? Runtime.activation("task", "(" + Runtime.SITE_TYPE + ")" + Runtime.TASK_TYPE)
        : Runtime.activation("open", "(" + Runtime.SITE_TYPE + ")" + Runtime.BATCH_TYPE));
    code.add(new VarInsnNode(Opcodes.ASTORE, batch));
    store(code, held, batch, slots);
    Finder inRow = new Finder(code, row.context(), scope, leaf -> inFlight(leaf, first, held), slots::take);
    touches.forEach(touch -> inRow.touch(touch.at(), touch.key()));
    orders.forEach(ordered -> finder.order(ordered, batch));
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(new VarInsnNode(Opcodes.ALOAD, batch));
    code.add(Runtime.activation("added", "(" + Runtime.BATCH_TYPE + ")V"));
    if (row.task()) {
      code.add(new VarInsnNode(Opcodes.ALOAD, batch));
      code.add(new InsnNode(Opcodes.ARETURN));
    } else {
      code.add(new InsnNode(Opcodes.RETURN));
    }
    return method;
  }

  /** Of a snapshot it is the copy that is in flight, if there is one, which nobody asks for; of a view the original. */
  private int inFlight(int leaf, int[] first, int[] held) {
    return snapshots.stream().anyMatch(snapshot -> snapshot.leaf() == leaf) ? held[leaf] : first[leaf];
  }

  /** What the row holds for each column: for a collection that the task gets a view of, what the scope says. */
  private int[] viewed(InsnList code, int[] first, int scope, int site, Slots slots) {
    int[] held = first.clone();
    for (View view : views.all()) {
      for (int other : view.beside()) {
        code.add(new VarInsnNode(Opcodes.ALOAD, scope));
        code.add(new VarInsnNode(Opcodes.ALOAD, first[other]));
        code.add(new VarInsnNode(Opcodes.ALOAD, first[view.leaf()]));
        code.add(Runtime.activation("beside", "(Ljava/lang/Object;Ljava/lang/Object;)V"));
      }
    }
    for (View view : views.all()) {
      held[view.leaf()] = slots.take(Kind.REF);
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(new VarInsnNode(Opcodes.ALOAD, first[view.leaf()]));
      code.add(new LdcInsnNode(view.declared()));
      if (view.reads()) {
        code.add(new VarInsnNode(Opcodes.ALOAD, site));
      }
      String viewed = view.reads() ? "viewedToRead" : views.groups() ? "viewedToGroup" : "viewed";
      code.add(Runtime.activation(viewed, "(Ljava/lang/Object;Ljava/lang/Class;"
          + (view.reads() ? Runtime.SITE_TYPE : "") + ")Ljava/lang/Object;"));
      code.add(new VarInsnNode(Opcodes.ASTORE, held[view.leaf()]));
    }
    return held;
  }

  /** {@code if (scope.direct(site)) { statement(.., f(..)); return; }}. */
  private void direct(MethodNode method, int[] first, int scope, int site, Slots slots) {
    InsnList code = method.instructions;
    LabelNode later = new LabelNode();
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(new VarInsnNode(Opcodes.ALOAD, site));
    code.add(Runtime.activation("direct", "(" + Runtime.SITE_TYPE + ")Z"));
    code.add(new JumpInsnNode(Opcodes.IFEQ, later));
    int result = -1;
    if (row.spawn() != null) {
      for (int k = 0; k < first.length; k++) {
        Column column = row.columns().get(k);
        if (column.inTask()) {
          pushValue(code, column, first[k]);
          if (!row.computes()) {
            Values.cast(code, column.type());
          }
        }
      }
      call(method);
      if (row.hasResult()) {
        Kind kind = Kind.of(row.result());
        result = slots.take(kind);
        code.add(new VarInsnNode(kind.store, result));
      }
    }
    if (row.replayed()) {
      for (int k = 0; k < first.length; k++) {
        Column column = row.columns().get(k);
        if (!column.inTask()) {
          pushValue(code, column, first[k]);
        }
      }
      if (row.hasResult()) {
        code.add(new VarInsnNode(Kind.of(row.result()).load, result));
      }
      code.add(invokeStatement());
    }
    code.add(new InsnNode(Opcodes.RETURN));
    code.add(later);
  }

  /** Pushes a parameter of the spawn method, a pair as its value. */
  private static void pushValue(InsnList code, Column column, int slot) {
    if (column.paired()) {
      code.add(new VarInsnNode(Opcodes.ALOAD, slot));
      code.add(new VarInsnNode(column.kind().load, slot + 1));
      code.add(Runtime.task("value", column.kind()));
    } else {
      code.add(new VarInsnNode(column.cell() ? Opcodes.ALOAD : column.kind().load, slot));
    }
  }

  /** Writes the row's columns into the batch. */
  private void store(InsnList code, int[] first, int batch, Slots slots) {
    int longs = base(code, batch, row.longs(), Runtime.longs(), slots);
    int refs = base(code, batch, row.refs(), Runtime.refs(), slots);
    int nextLong = 0;
    int nextRef = 0;
    for (int k = 0; k < first.length; k++) {
      Column column = row.columns().get(k);
      int slot = first[k];
      if (column.paired() || column.cell()) {
        storeRef(code, refs, nextRef++, slot++);
      }
      if (column.cell()) {
        continue;
      }
      if (column.kind() == Kind.REF) {
        storeRef(code, refs, nextRef++, slot);
      } else {
        code.add(new VarInsnNode(Opcodes.ALOAD, longs));
        index(code, longs + 1, nextLong++);
        code.add(new VarInsnNode(column.kind().load, slot));
        Values.toBits(code, column.kind());
        code.add(new InsnNode(Opcodes.LASTORE));
      }
    }
  }

  private static void storeRef(InsnList code, int refs, int column, int slot) {
    code.add(new VarInsnNode(Opcodes.ALOAD, refs));
    index(code, refs + 1, column);
    code.add(new VarInsnNode(Opcodes.ALOAD, slot));
    code.add(new InsnNode(Opcodes.AASTORE));
  }

  /** The array of columns and, in the next slot, where the new row begins in it. */
  private int base(InsnList code, int batch, int width, org.objectweb.asm.tree.FieldInsnNode array, Slots slots) {
    int slot = slots.take(Kind.REF);
    int at = slots.take(Kind.INT);
    if (width > 0) {
      code.add(new VarInsnNode(Opcodes.ALOAD, batch));
      code.add(array);
      code.add(new VarInsnNode(Opcodes.ASTORE, slot));
      code.add(new VarInsnNode(Opcodes.ALOAD, batch));
      code.add(Runtime.rows());
      Values.push(code, width);
      code.add(new InsnNode(Opcodes.IMUL));
      code.add(new VarInsnNode(Opcodes.ISTORE, at));
    }
    return slot;
  }

  private static void index(InsnList code, int base, int column) {
    code.add(new VarInsnNode(Opcodes.ILOAD, base));
    if (column > 0) {
      Values.push(code, column);
      code.add(new InsnNode(Opcodes.IADD));
    }
  }

  /** Reads columns of row number {@code row} of a batch onto the stack. */
  private final class Reader {
    private final InsnList code;
    private final int rowSlot;
    private final int longs;
    private final int refs;

    Reader(InsnList code, int batch, int rowSlot, int firstFree) {
      this.code = code;
      this.rowSlot = rowSlot;
      longs = firstFree;
      refs = firstFree + 1;
      array(batch, row.longs(), Runtime.longs(), longs);
      array(batch, row.refs(), Runtime.refs(), refs);
    }

    private void array(int batch, int width, org.objectweb.asm.tree.FieldInsnNode field, int slot) {
      if (width > 0) {
        code.add(new VarInsnNode(Opcodes.ALOAD, batch));
        code.add(field);
        code.add(new VarInsnNode(Opcodes.ASTORE, slot));
      }
    }

    void address(int slot, int width, int column) {
      code.add(new VarInsnNode(Opcodes.ALOAD, slot));
      code.add(new VarInsnNode(Opcodes.ILOAD, rowSlot));
      Values.push(code, width);
      code.add(new InsnNode(Opcodes.IMUL));
      Values.push(code, column);
      code.add(new InsnNode(Opcodes.IADD));
    }

    void ref(int column, Type type) {
      address(refs, row.refs(), column);
      code.add(new InsnNode(Opcodes.AALOAD));
      Values.cast(code, type);
    }

    void bits(int column, Kind kind) {
      address(longs, row.longs(), column);
      code.add(new InsnNode(Opcodes.LALOAD));
      Values.fromBits(code, kind);
    }

    /** Pushes the columns that {@code wanted} says, in order; {@code plain}: a pair as its value. */
    void columns(java.util.function.Predicate<Column> wanted) {
      int nextLong = 0;
      int nextRef = 0;
      for (Column column : row.columns()) {
        boolean push = wanted.test(column);
        if (push && column.cell()) {
          ref(nextRef, Type.getObjectType(Runtime.CELL));
        } else if (push && column.paired()) {
          ref(nextRef, Type.getObjectType(Runtime.TASK));
        }
        int value = nextRef + (column.paired() ? 1 : 0);
        if (push && !column.cell()) {
          if (column.kind() == Kind.REF) {
            ref(value, column.inTask() && !row.computes() ? column.type() : Kind.REF.type);
          } else {
            bits(nextLong, column.kind());
          }
          if (column.paired()) {
            code.add(Runtime.task("value", column.kind()));
          }
        }
        nextLong += column.longs();
        nextRef += column.refs();
      }
    }

    void result() {
      if (Kind.of(row.result()) == Kind.REF) {
        ref(row.refs() - 1, Kind.REF.type);
      } else {
        bits(row.longs() - 1, Kind.of(row.result()));
      }
    }
  }

  private MethodNode run() {
    MethodNode method = method("run", Runtime.BATCH_CODE);
    InsnList code = method.instructions;
    Reader reader = new Reader(code, 0, 1, 3);
    int result = 5;
    eachRow(method, () -> {
      reader.columns(Column::inTask);
      call(method);
      if (row.hasResult()) {
        Kind kind = Kind.of(row.result());
        boolean ref = kind == Kind.REF;
        code.add(new VarInsnNode(kind.store, result));
        reader.address(ref ? 4 : 3, ref ? row.refs() : row.longs(), (ref ? row.refs() : row.longs()) - 1);
        code.add(new VarInsnNode(kind.load, result));
        Values.toBits(code, kind);
        code.add(new InsnNode(ref ? Opcodes.AASTORE : Opcodes.LASTORE));
      }
    }, result);
    return method;
  }

  private MethodNode replay() {
    MethodNode method = method("replay", Runtime.BATCH_CODE);
    Reader reader = new Reader(method.instructions, 0, 1, 3);
    eachRow(method, () -> {
      reader.columns(column -> !column.inTask());
      if (row.hasResult()) {
        reader.result();
      }
      method.instructions.add(invokeStatement());
    }, THROWS);
    return method;
  }

  /**
   * The end of a method that does something for each row of a batch, parameter 0, from parameter 1 to parameter 2. What is
   * thrown is kept in a local variable, {@code thrown}, and is the row's failure, with which it ends; or it {@link #THROWS}.
   */
  static void eachRow(MethodNode method, Runnable body, int thrown) {
    InsnList code = method.instructions;
    LabelNode loop = new LabelNode();
    LabelNode end = new LabelNode();
    code.add(loop);
    code.add(new VarInsnNode(Opcodes.ILOAD, 1));
    code.add(new VarInsnNode(Opcodes.ILOAD, 2));
    code.add(new JumpInsnNode(Opcodes.IF_ICMPGE, end));
    body.run();
    code.add(new IincInsnNode(1, 1));
    code.add(new JumpInsnNode(Opcodes.GOTO, loop));
    code.add(end);
    code.add(new InsnNode(Opcodes.RETURN));
    if (thrown != THROWS) {
      LabelNode failed = new LabelNode();
      code.add(failed);
      code.add(new VarInsnNode(Opcodes.ASTORE, thrown));
      code.add(new VarInsnNode(Opcodes.ALOAD, 0));
      code.add(new VarInsnNode(Opcodes.ILOAD, 1));
      code.add(new VarInsnNode(Opcodes.ALOAD, thrown));
      code.add(new MethodInsnNode(Opcodes.INVOKEVIRTUAL, Runtime.BATCH, "failed", "(ILjava/lang/Throwable;)V", false));
      code.add(new InsnNode(Opcodes.RETURN));
      method.tryCatchBlocks.add(new TryCatchBlockNode(loop, end, failed, null));
    }
  }

  private MethodNode statement() {
    MethodNode method = method("statement", statementDescriptor());
    new MovedCode(row, false).write(method);
    method.instructions.add(new InsnNode(Opcodes.RETURN));
    MovedFailures.name(method, row.context(), (LabelNode) method.instructions.getFirst());
    return method;
  }

  private MethodNode computation() {
    MethodNode method = method("call", computationDescriptor());
    new MovedCode(row, true).write(method);
    method.instructions.add(new InsnNode(row.hasResult() ? Kind.of(row.result()).result : Opcodes.RETURN));
    MovedFailures.name(method, row.context(), (LabelNode) method.instructions.getFirst());
    return method;
  }
}
