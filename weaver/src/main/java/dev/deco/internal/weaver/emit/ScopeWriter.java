package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.emit.Row.Column;
import dev.deco.internal.weaver.flow.Kind;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import dev.deco.internal.weaver.flow.MethodPlan.Edge;
import dev.deco.internal.weaver.flow.Spawn;
import dev.deco.internal.weaver.flow.Statement;
import dev.deco.internal.weaver.flow.StreamCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Writes a synchronized method again, as its plan says. What the user wrote stays in the method, in its slots, on its
 * lines; new locals come behind the user's, and the handlers stand before the body, where no line is theirs.
 */
final class ScopeWriter {
  private final MethodPlan plan;
  private final MethodContext context;
  private final MethodNode method;
  private final Map<Integer, RowMethods> rows = new TreeMap<>();
  private final Map<Integer, Row> rowOf = new HashMap<>();
  private final InsnList code = new InsnList();
  private final Map<Integer, Integer> taskSlots = new LinkedHashMap<>();
  private final Map<Integer, Integer> cellSlots = new LinkedHashMap<>();
  private final Map<Spawn, int[]> pairSlots = new LinkedHashMap<>();
  private final Map<Integer, Integer> receivers = new HashMap<>(); // the slots of those that somebody asks about
  private final Set<Integer> moved = new HashSet<>();
  private final Map<Integer, Statement.Check> checks = new HashMap<>();
  private final Map<Edge, LabelNode> stubs = new LinkedHashMap<>();
  private final PlainLoops loops;
  private final int scope;
  private int nextSlot;

  ScopeWriter(MethodPlan plan, int firstRow) {
    this.plan = plan;
    context = plan.context();
    method = context.method();
    context.nullMessages().prepare();
    nextSlot = method.maxLocals;
    scope = take(1);
    loops = new PlainLoops(plan, scope, this::take,
        spawn -> rows.get(Statement.rowOf(spawn, plan.statements().values())), this::remember);
    int number = firstRow;
    for (Statement statement : plan.statements().values()) {
      moved.addAll(statement.moved());
      statement.checks().forEach(check -> checks.put(check.position(), check));
      addRow(statement.end(), Row.of(number++, context, statement));
      if (statement.form() == Statement.Form.PAIR) {
        pairSlots.put(statement.spawn(), new int[] {take(1), take(2)});
      }
    }
    plan.remembered().forEach(call -> receivers.put(call, take(1)));
  }

  /** Keeps the receiver of a call that is about to be made, if somebody will ask about it. */
  private void remember(int i) {
    if (receivers.containsKey(i)) {
      code.add(new InsnNode(Opcodes.DUP));
      code.add(new VarInsnNode(Opcodes.ASTORE, receivers.get(i)));
    }
  }

  private void addRow(int at, Row row) {
    rowOf.put(at, row);
    rows.put(at, new RowMethods(context.owner(), row, plan.rowGuards().getOrDefault(at, List.of()),
        plan.touches().getOrDefault(at, List.of()), plan.orders().getOrDefault(at, List.of()), plan.views().get(at),
        plan.snapshots().getOrDefault(at, List.of()), plan.ranged(at)));
  }

  private int take(int size) {
    int slot = nextSlot;
    nextSlot += size;
    return slot;
  }

  private int taskSlot(int local) {
    return taskSlots.computeIfAbsent(local, l -> take(1));
  }

  private int cellSlot(int local) {
    return cellSlots.computeIfAbsent(local, l -> take(1));
  }

  /** Replaces the method's code and adds the methods of its rows to the class. The result is the number of rows. */
  int write() {
    ExceptionTable table = new ExceptionTable(code, plan.settled(), scope);
    AbstractInsnNode[] original = method.instructions.toArray();
    List<List<TryCatchBlockNode>> chains = chains(original.length);
    for (int i = 0; i < original.length; i++) {
      table.cover(chains.get(i));
      instruction(i, original);
    }
    table.cover(null);
    loops.write(code, table, chains);
    AbstractInsnNode lastOfBody = code.getLast();
    writeStubs(table, chains);
    loops.writeWays(code, table, chains, this::settleLocal);
    LabelNode body = new LabelNode();
    List<TryCatchBlockNode> entries = table.finish();
    InsnList all = new InsnList();
    prologue(all);
    all.add(new JumpInsnNode(Opcodes.GOTO, body));
    moveBehind(lastOfBody, all);
    all.add(body);
    all.add(code);
    method.instructions.add(all);
    method.tryCatchBlocks.clear();
    method.tryCatchBlocks.addAll(entries);
    method.maxLocals = nextSlot;
    rows.values().forEach(RowMethods::write);
    return rows.size();
  }

  /** What was appended behind the body, stubs and handlers, moves before it. */
  private void moveBehind(AbstractInsnNode mark, InsnList to) {
    AbstractInsnNode next = mark.getNext();
    while (next != null) {
      AbstractInsnNode following = next.getNext();
      code.remove(next);
      to.add(next);
      next = following;
    }
  }

  private List<List<TryCatchBlockNode>> chains(int size) {
    List<List<TryCatchBlockNode>> chains = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      chains.add(new ArrayList<>());
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      for (int i = context.index(block.start); i < context.index(block.end); i++) {
        chains.get(i).add(block);
      }
    }
    return chains;
  }

  private void prologue(InsnList to) {
    to.add(Runtime.enter());
    to.add(new VarInsnNode(Opcodes.ASTORE, scope));
    for (int slot : taskSlots.values()) {
      to.add(new InsnNode(Opcodes.ACONST_NULL));
      to.add(new VarInsnNode(Opcodes.ASTORE, slot));
    }
    for (int slot : cellSlots.values()) {
      newCell(to, slot);
    }
  }

  private static void newCell(InsnList to, int slot) {
    to.add(new TypeInsnNode(Opcodes.NEW, Runtime.CELL));
    to.add(new InsnNode(Opcodes.DUP));
    to.add(new MethodInsnNode(Opcodes.INVOKESPECIAL, Runtime.CELL, "<init>", "()V", false));
    to.add(new VarInsnNode(Opcodes.ASTORE, slot));
  }

  private void instruction(int i, AbstractInsnNode[] original) {
    AbstractInsnNode insn = original[i];
    method.instructions.remove(insn);
    loops.before(i, code);
    if (insn instanceof FrameNode) {
      return;
    }
    if (insn instanceof LineNumberNode && lineIsEmpty(i, original)) {
      code.add(insn);
      code.add(new InsnNode(Opcodes.NOP));
      return;
    }
    if (insn.getOpcode() < 0 || !context.reachable(i)) {
      code.add(insn);
      loops.atHead(i, code, column -> pushBehind(i, column));
      edges(i, insn);
      return;
    }
    before(i);
    if (rowOf.containsKey(i)) {
      storeRow(i);
    } else if (checks.containsKey(i)) {
      check(insn, checks.get(i));
    } else if (!moved.contains(i) && !isMerged(i) && !context.isExplicitSync(i)) {
      if (context.isReturn(i)) {
        code.add(new VarInsnNode(Opcodes.ALOAD, scope));
        code.add(Runtime.sync());
        code.add(new VarInsnNode(Opcodes.ALOAD, scope));
        code.add(Runtime.activation("close", "()V"));
      }
      StreamCall stream = plan.streams().get(i);
      if (stream != null && stream.ahead()) {
        code.add(Runtime.stream(stream, context.owner().sourceFile, context.line(i)));
      } else {
        remember(i);
        code.add(insn);
      }
    }
    MethodPlan.PlainStore store = plan.stores().get(i);
    if (store != null) {
      overwrite(store);
    }
    edges(i, insn);
  }

  /** Does on the operands what may throw, as the user's own instruction, and drops what comes out. */
  private void check(AbstractInsnNode insn, Statement.Check check) {
    int operands = check.leaves().size();
    if (operands > 0) {
      code.add(new InsnNode(operands == 1 ? Opcodes.DUP : Opcodes.DUP2));
    }
    code.add(insn.clone(null));
    code.add(new InsnNode(check.kind().size == 2 ? Opcodes.POP2 : Opcodes.POP));
  }

  /** Whether all of a line's instructions have moved away: a breakpoint on it still needs one. */
  private boolean lineIsEmpty(int i, AbstractInsnNode[] original) {
    boolean any = false;
    for (int k = i + 1; k < original.length && !(original[k] instanceof LineNumberNode); k++) {
      if (original[k].getOpcode() >= 0) {
        any = true;
        if (!moved.contains(k) || rowOf.containsKey(k)) {
          return false;
        }
      }
    }
    return any;
  }

  /** A call that is stored with its statement, later. */
  private boolean isMerged(int i) {
    Spawn spawn = plan.spawns().get(i);
    return spawn != null && (spawn.mode() == Spawn.Mode.STATEMENT || spawn.mode() == Spawn.Mode.LOCAL);
  }

  private void before(int i) {
    if (plan.syncs().containsKey(i)) {
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(Runtime.sync());
    }
    MethodPlan.Force force = plan.forces().get(i);
    if (force != null) {
      force(force);
    }
    plan.guards().getOrDefault(i, List.of()).forEach(guard -> guard(i, guard));
    MethodPlan.ForcedLocal local = plan.forcedLocals().get(i);
    if (local != null) {
      forceLocal(i, local);
    }
    Spawn spawn = plan.spawns().get(i);
    if (spawn != null && spawn.mode() == Spawn.Mode.IN_PLACE) {
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(Runtime.activation("ranInPlace", "()V"));
    }
  }

  private void force(MethodPlan.Force force) {
    List<MethodPlan.Operand> operands = force.operands();
    int[] slots = new int[operands.size()];
    for (int k = operands.size() - 1; k >= 0; k--) {
      if (operands.get(k).spawn() == null) {
        Kind kind = operands.get(k).kind();
        slots[k] = take(kind.size);
        code.add(new VarInsnNode(kind.store, slots[k]));
      }
    }
    for (int k = 0; k < slots.length; k++) {
      MethodPlan.Operand operand = operands.get(k);
      if (operand.spawn() == null) {
        code.add(new VarInsnNode(operand.kind().load, slots[k]));
      } else {
        int[] pair = pairSlots.get(operand.spawn());
        code.add(new VarInsnNode(Opcodes.ALOAD, pair[0]));
        code.add(new VarInsnNode(operand.kind().load, pair[1]));
        code.add(Runtime.task("force", operand.kind()));
        Values.cast(code, operand.type());
      }
    }
  }

  private void guard(int i, MethodPlan.Guard guard) {
    Frame<BasicValue> frame = context.types(i);
    int bottom = frame.getStackSize() - context.operands(i);
    int first = guard.at().operands().stream().mapToInt(operand -> bottom + operand).min()
        .orElse(frame.getStackSize());
    int[] slots = new int[frame.getStackSize()];
    int size = 0;
    for (int k = first; k < slots.length; k++) {
      size += frame.getStack(k).getSize();
    }
    boolean kept = size == 1 || size == 2; // then the JVM can still tell what was null, should the instruction throw
    if (kept) {
      code.add(new InsnNode(size == 1 ? Opcodes.DUP : Opcodes.DUP2));
    }
    for (int k = slots.length - 1; k >= first; k--) {
      Kind kind = Kind.of(frame.getStack(k).getType());
      slots[k] = take(kind.size);
      code.add(new VarInsnNode(kind.store, slots[k]));
    }
    int remembered = guard.at().remembered();
    new Finder(code, context, scope, operand -> operand < 0 ? receivers.get(remembered) : slots[bottom + operand],
        this::take).guard(guard.at(), guard.key(), false);
    for (int k = first; k < slots.length && !kept; k++) {
      code.add(new VarInsnNode(Kind.of(frame.getStack(k).getType()).load, slots[k]));
    }
  }

  private void forceLocal(int i, MethodPlan.ForcedLocal forced) {
    Kind kind = forced.kind();
    Type type = context.localType(i, forced.local(), kind);
    String descriptor = kind.type.getDescriptor();
    if (forced.pending()) {
      int task = taskSlot(forced.local());
      code.add(new VarInsnNode(Opcodes.ALOAD, task));
      code.add(new VarInsnNode(kind.load, forced.local()));
      code.add(Runtime.task("force", kind));
      Values.cast(code, type);
      code.add(new VarInsnNode(kind.store, forced.local()));
      code.add(new InsnNode(Opcodes.ACONST_NULL));
      code.add(new VarInsnNode(Opcodes.ASTORE, task));
    }
    if (forced.cell()) {
      code.add(new VarInsnNode(Opcodes.ALOAD, cellSlot(forced.local())));
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(new VarInsnNode(kind.load, forced.local()));
      code.add(Runtime.cell("read", "(" + Runtime.CELL_TYPE + Runtime.ACTIVATION_TYPE + descriptor + ")"
          + descriptor));
      Values.cast(code, type);
      code.add(new VarInsnNode(kind.store, forced.local()));
    }
  }

  /** On the way to a plain loop, with nothing outstanding, a variable becomes plain. */
  private void settleLocal(int head, int local) {
    BasicValue value = context.types(head).getLocal(local);
    boolean assigned = value != null && value.getType() != null;
    boolean pending = taskSlots.containsKey(local);
    boolean cell = cellSlots.containsKey(local);
    if (assigned && (pending || cell)) {
      forceLocal(head, new MethodPlan.ForcedLocal(local, pending, cell, Kind.of(value.getType()), ""));
    } else {
      overwrite(new MethodPlan.PlainStore(local, pending, cell));
    }
  }

  private void overwrite(MethodPlan.PlainStore store) {
    if (store.pending()) {
      code.add(new InsnNode(Opcodes.ACONST_NULL));
      code.add(new VarInsnNode(Opcodes.ASTORE, taskSlot(store.local())));
    }
    if (store.cell()) {
      newCell(code, cellSlot(store.local()));
    }
  }

  private void storeRow(int i) {
    Row row = rowOf.get(i);
    RowMethods methods = rows.get(i);
    if (!row.task()) {
      row.columns().forEach(column -> pushBehind(i, column));
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(methods.invokeSpawn());
      if (row.target() >= 0) {
        assign(i, row.target(), Kind.of(plan.statements().get(i).targetType()));
      }
      return;
    }
    boolean local = row.target() >= 0;
    Kind kind = Kind.of(row.result());
    List<Column> inputs = row.columns().stream().filter(Column::paired).toList();
    int value = local ? row.target() : pairSlots.get(row.spawn())[1];
    int task = local ? taskSlot(row.target()) : pairSlots.get(row.spawn())[0];
    LabelNode spawn = new LabelNode();
    LabelNode done = new LabelNode();
    for (Column input : inputs) {
      code.add(new VarInsnNode(Opcodes.ALOAD, taskOf(input)));
      code.add(new JumpInsnNode(Opcodes.IFNONNULL, spawn));
    }
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(methods.invokeSite());
    boolean seenByHandler = local && method.tryCatchBlocks.stream().anyMatch(block -> plan.settled().contains(block)
        && context.index(block.start) <= i && i < context.index(block.end));
    code.add(Runtime.activation(seenByHandler ? "inPlaceAlone" : "inPlace", "(" + Runtime.SITE_TYPE + ")Z"));
    code.add(new JumpInsnNode(Opcodes.IFEQ, spawn));
    inputs.forEach(input -> code.add(new VarInsnNode(input.kind().load, valueOf(input))));
    code.add(row.computes() ? methods.invokeComputation() : (MethodInsnNode) row.spawn().call().clone(null));
    if (row.computes()) {
      Values.cast(code, row.result());
    }
    code.add(new VarInsnNode(kind.store, value));
    code.add(new InsnNode(Opcodes.ACONST_NULL));
    code.add(new VarInsnNode(Opcodes.ASTORE, task));
    code.add(new JumpInsnNode(Opcodes.GOTO, done));
    code.add(spawn);
    inputs.forEach(input -> pushBehind(i, input));
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(methods.invokeSpawn());
    code.add(new VarInsnNode(Opcodes.ASTORE, task));
    if (local) {
      assign(i, value, kind);
    } else {
      code.add(Values.zero(kind));
      code.add(new VarInsnNode(kind.store, value));
    }
    code.add(done);
  }

  private int taskOf(Column input) {
    return input.spawn() != null ? pairSlots.get(input.spawn())[0] : taskSlot(input.local());
  }

  private int valueOf(Column input) {
    return input.spawn() != null ? pairSlots.get(input.spawn())[1] : input.local();
  }

  /** A variable that has its value elsewhere is assigned all the same, for the verifier. */
  private void assign(int i, int local, Kind kind) {
    if (!context.assigned(i, local, kind)) {
      code.add(Values.zero(kind));
      code.add(new VarInsnNode(kind.store, local));
    }
  }

  /** Pushes what a row takes from local variables rather than from the operand stack. */
  private void pushBehind(int i, Column column) {
    switch (column.source()) {
      case TASK, PENDING_LOCAL -> {
        code.add(new VarInsnNode(Opcodes.ALOAD, taskOf(column)));
        code.add(new VarInsnNode(column.kind().load, valueOf(column)));
      }
      case CELL, TARGET -> {
        code.add(new VarInsnNode(Opcodes.ALOAD, cellSlot(column.local())));
        boolean assigned = column.source() == Row.Source.CELL || context.assigned(i, column.local(), column.kind());
        if (assigned) {
          code.add(new VarInsnNode(column.kind().load, column.local()));
        }
        code.add(Runtime.cell("open", "(" + Runtime.CELL_TYPE
            + (assigned ? column.kind().type.getDescriptor() : "") + ")" + Runtime.CELL_TYPE));
      }
      default -> { }
    }
  }

  /** Syncs on the ways out of instruction {@code i} that the plan names. */
  private void edges(int i, AbstractInsnNode insn) {
    plan.edges().keySet().stream().filter(edge -> edge.from() == i).forEach(edge -> {
      boolean jumps = insn instanceof JumpInsnNode jump && context.index(jump.label) == edge.to()
          || insn instanceof TableSwitchInsnNode || insn instanceof LookupSwitchInsnNode;
      if (jumps) {
        stubs.put(edge, new LabelNode());
      }
      if (context.fallsThrough(i) && edge.to() == i + 1) { // both for a jump to what follows anyway
        code.add(new VarInsnNode(Opcodes.ALOAD, scope));
        code.add(Runtime.sync());
      }
    });
  }

  private void writeStubs(ExceptionTable table, List<List<TryCatchBlockNode>> chains) {
    stubs.forEach((edge, stub) -> {
      table.cover(chains.get(edge.from()));
      AbstractInsnNode jump = context.instruction(edge.from());
      LabelNode target = (LabelNode) context.instruction(edge.to());
      code.add(stub);
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(Runtime.sync());
      code.add(new JumpInsnNode(Opcodes.GOTO, target));
      redirect(jump, target, stub);
    });
  }

  private static void redirect(AbstractInsnNode insn, LabelNode from, LabelNode to) {
    if (insn instanceof JumpInsnNode jump) {
      jump.label = to;
    } else if (insn instanceof TableSwitchInsnNode table) {
      table.labels.replaceAll(label -> label == from ? to : label);
      table.dflt = table.dflt == from ? to : table.dflt;
    } else if (insn instanceof LookupSwitchInsnNode lookup) {
      lookup.labels.replaceAll(label -> label == from ? to : label);
      lookup.dflt = lookup.dflt == from ? to : lookup.dflt;
    }
  }
}
