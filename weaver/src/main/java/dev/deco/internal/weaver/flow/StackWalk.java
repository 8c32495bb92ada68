package dev.deco.internal.weaver.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Walks over one basic block with the operand stack in hand and finds the statements that can be deferred.
 *
 * <p>A spawn pushes a value that does not exist yet. Whatever consumes such a value moves into the replay, and what it
 * produces is a value that does not exist yet either, until an instruction is reached that drops or stores the result:
 * then the statement is complete. Operands that do exist stay on the stack as the statement's leaves; since operators
 * take adjacent operands, the leaves lie on the stack in the order in which the replay wants them. An instruction that
 * cannot move (a branch on the value, say) forces the pending values that led to it; that is noted in
 * {@link Decisions}, and the walk begins again.
 */
final class StackWalk {
  private final MethodContext context;
  private final Decisions decisions;
  private final List<Item> stack = new ArrayList<>();
  private final BlockFacts facts;
  private final PulledOperands pulled;
  private final Statements statements;
  private final BitSet pendingLocals;
  private final BitSet cellLocals;

  private StackWalk(MethodContext context, Decisions decisions, BlockFacts facts, BitSet pendingLocals,
      BitSet cellLocals) {
    this.context = context;
    this.decisions = decisions;
    this.facts = facts;
    this.pulled = new PulledOperands(context, decisions);
    this.statements = new Statements(context, decisions, facts);
    this.pendingLocals = pendingLocals;
    this.cellLocals = cellLocals;
  }

  /**
   * Walks over the instructions {@code from} to {@code to} (exclusive). {@code pendingLocals} and {@code cellLocals}
   * say which locals may hold a task or be in a cell at its beginning, and are brought up to its end.
   */
  static BlockFacts walk(MethodContext context, Decisions decisions, int from, int to, BitSet pendingLocals,
      BitSet cellLocals) {
    BlockFacts facts = new BlockFacts();
    StackWalk walk = new StackWalk(context, decisions, facts, pendingLocals, cellLocals);
    Frame<BasicValue> entry = context.types(from);
    for (int i = 0; i < entry.getStackSize(); i++) {
      Type type = entry.getStack(i).getType();
      walk.stack.add(Item.physical(type, i - entry.getStackSize(), 0, null, List.of()));
    }
    Mark mark = null;
    for (int i = from; i < to; i++) {
      if (walk.stack.isEmpty()) {
        mark = new Mark(walk, i);
      }
      facts.mayHold(pendingLocals, cellLocals);
      try {
        if (context.instruction(i).getOpcode() >= 0) {
          walk.step(i);
        }
      } catch (WalkAgain again) {
        if (mark == null || !mark.goBack()) {
          throw again;
        }
        i = mark.at - 1;
      }
    }
    facts.mayHold(pendingLocals, cellLocals);
    walk.leaveBlock(to);
    return facts;
  }

  private void leaveBlock(int to) {
    for (Item item : new ArrayList<>(stack)) {
      String why = "its result meets another at a branch";
      if (item.isVirtual()) {
        fail(item.group(), why);
      } else if (item.isPending()) {
        decisions.runInPlace(item.pending.index(), why);
      }
    }
  }

  private void step(int i) {
    AbstractInsnNode insn = context.instruction(i);
    int opcode = insn.getOpcode();
    if (StackMoves.isStackMove(opcode)) {
      moveOnStack(i, opcode);
    } else if (insn instanceof VarInsnNode local && Kind.ofLocal(opcode) != null) {
      if (opcode == Kind.ofLocal(opcode).load) {
        load(i, local);
      } else {
        store(i, local);
      }
    } else if (insn instanceof IincInsnNode increment) {
      if (pendingLocals.get(increment.var) || cellLocals.get(increment.var)) {
        forceLocal(i, increment.var, Kind.INT, "the variable is incremented");
      }
    } else {
      operate(i, insn);
    }
  }

  private void operate(int i, AbstractInsnNode insn) {
    Operation operation = context.operation(i);
    List<Item> operands = pop(operation.operands());
    if (insn instanceof MethodInsnNode call && context.isConcurrent(i)) {
      spawn(i, call, operands);
      return;
    }
    if (insn instanceof MethodInsnNode call && operation.result() != null && !context.isPop(i + 1)) {
      pulled.pullArrays(call, operands);
    }
    if (moves(i, operands) && context.movable(i)) {
      move(i, operands, operation.result());
      return;
    }
    refuse(i, operands);
    if (operation.result() != null) {
      Item result = Item.physical(operation.result(), i, 0, insn, operands);
      if (insn.getOpcode() == Opcodes.NEW) {
        result.allocation = i;
      } else if (PulledOperands.makesArray(insn) && pulled.isConstant(operands.get(0))) {
        result.array = i;
      }
      stack.add(result);
    }
  }

  private boolean moves(int i, List<Item> operands) {
    return (operands.stream().anyMatch(Item::isVirtual) || decisions.pulled.contains(i))
        && operands.stream().noneMatch(item -> item.isPending() || isKeptAllocation(item))
        && !(isConstructor(i) && operands.get(0).isPhysical() && operands.get(0).allocation < 0);
  }

  /** An object that is not initialised yet, and whose statement came to nothing: its constructor has to stay too. */
  private boolean isKeptAllocation(Item item) {
    return item.isPhysical() && item.allocation >= 0
        && (decisions.kept.contains(item.allocation) || decisions.kept.contains(item.position));
  }

  /** Of an object that was allocated in an earlier block nothing is known but that it is not initialised yet. */
  private boolean isConstructor(int i) {
    return context.instruction(i) instanceof MethodInsnNode call && call.name.equals("<init>");
  }

  private List<Item> pop(int count) {
    List<Item> top = stack.subList(stack.size() - count, stack.size());
    List<Item> items = new ArrayList<>(top);
    top.clear();
    return items;
  }

  /** The instruction stays where it is: what it consumes must be there. */
  private void refuse(int i, List<Item> operands) {
    for (Item item : operands) {
      if (item.isVirtual()) {
        fail(item.group(), context.why(i));
      }
    }
    refusePending(i, operands);
  }

  private void refusePending(int i, List<Item> operands) {
    if (operands.stream().anyMatch(Item::isPending)) {
      facts.forces.put(i, operands);
    }
  }

  private void fail(Group group, String why) {
    if (pulled.keepArrays(group)) {
      return; // first without: the stores into it may wait, and the array itself is there
    }
    group.spawns().forEach(spawn -> decisions.force(spawn.index(), why));
    group.loads().keySet().forEach(load -> decisions.forceLoad(load, why));
    decisions.keep(group.moved());
  }

  private void spawn(int i, MethodInsnNode call, List<Item> operands) {
    Spawn spawn = new Spawn(i, call, context.line(i));
    facts.spawns.put(i, spawn);
    Type result = spawn.resultType();
    String here = decisions.inPlace.getOrDefault(i, result == Type.VOID_TYPE ? decisions.forced.get(i) : null);
    if (here != null) {
      refuse(i, operands);
      spawn.decide(Spawn.Mode.IN_PLACE, here);
      if (result != Type.VOID_TYPE) {
        stack.add(Item.physical(result, i, 0, call, operands));
      }
      return;
    }
    takeArguments(spawn, operands);
    if (decisions.forced.containsKey(i)) {
      pair(spawn, decisions.forced.get(i));
      stack.add(Item.pending(result, i, spawn));
      return;
    }
    Group group = new Group();
    group.spawns().add(spawn);
    if (result == Type.VOID_TYPE) {
      complete(i, group, -1, null);
    } else {
      push(Item.virtual(result, i, group));
    }
  }

  /** Pending arguments make a task that starts when they are there, if nothing but pure code lies between. */
  private void takeArguments(Spawn spawn, List<Item> operands) {
    boolean mixed = operands.stream().anyMatch(Item::isPending);
    for (Item item : operands) {
      if (item.isVirtual() && (mixed || !canPrecede(item.group()))) {
        fail(item.group(), context.why(spawn.index()));
      }
    }
    refusePending(spawn.index(), operands);
    List<Item> taken = mixed ? forced(spawn.index(), operands) : operands;
    facts.operands.put(spawn.index(), taken);
    Group arguments = new Group();
    for (int k = 0; k < taken.size(); k++) {
      arguments = consume(arguments, taken.get(k), ExpectedTypes.of(spawn.call(), k));
    }
    if (!arguments.complete()) {
      fail(arguments, "its value is used twice in one expression");
      throw new WalkAgain();
    }
    facts.arguments.put(spawn.index(), arguments);
    for (Spawn input : arguments.spawns()) {
      pair(input, "its result is an argument of " + spawn.name());
    }
  }

  /** The operands after the pending ones among them have been forced at instruction {@code i}. */
  private static List<Item> forced(int i, List<Item> operands) {
    List<Item> there = new ArrayList<>();
    for (int k = 0; k < operands.size(); k++) {
      there.add(Item.physical(operands.get(k).type, i, k - operands.size(), null, List.of()));
    }
    return there;
  }

  private boolean canPrecede(Group group) {
    return group.loads().keySet().stream().noneMatch(load -> facts.loads.get(load).cell())
        && group.moved().stream().allMatch(moved -> group.loads().containsKey(moved) || context.isPure(moved));
  }

  /** The call is a task of its own. */
  private void pair(Spawn spawn, String why) {
    spawn.decide(Spawn.Mode.PAIR, why);
    Group group = new Group();
    group.spawns().add(spawn);
    Statement task = statements.of(spawn.index(), group, spawn, -1, null, Statement.Form.PAIR);
    if (!ParameterLimit.allows(task)) {
      decisions.runInPlace(spawn.index(), ParameterLimit.WHY);
      throw new WalkAgain();
    }
    facts.statements.put(spawn.index(), task);
  }

  private void push(Item item) {
    stack.add(item);
    if (item.isVirtual()) {
      item.group().pushed();
    }
  }

  /** The instruction moves into the replay. */
  private void move(int i, List<Item> operands, Type result) {
    pulled.pullConstantsAndAllocations(operands);
    pulled.noteStore(i, operands);
    facts.operands.put(i, operands);
    Group group = new Group();
    group.moved().add(i);
    for (int k = 0; k < operands.size(); k++) {
      group = consume(group, operands.get(k), ExpectedTypes.of(context.instruction(i), k));
    }
    if (result != null) {
      push(Item.virtual(result, i, group));
    } else if (group.complete()) {
      complete(i, group, -1, null);
    }
  }

  private Group consume(Group group, Item item, Type expected) {
    if (item.isVirtual()) {
      item.group().popped();
      Group merged = group.merge(item.group());
      expect(item.leaf, expected);
      return merged;
    }
    item.leaf = item;
    expect(item, expected);
    group.leaves().add(item);
    return group;
  }

  private static void expect(Item leaf, Type expected) {
    if (leaf != null) {
      boolean other = expected == null || (leaf.expected != null && !leaf.expected.equals(expected));
      leaf.expected = other ? leaf.type : expected;
    }
  }

  private void moveOnStack(int i, int opcode) {
    int height = stack.size();
    int[] sizes = new int[4];
    for (int k = 0; k < Math.min(4, height); k++) {
      sizes[k] = stack.get(height - 1 - k).getSize();
    }
    List<Item> items = pop(StackMoves.popped(opcode, sizes));
    if (!moves(i, items)) {
      refuse(i, items);
      int[] order = StackMoves.pushed(opcode, items.size(), sizes[0] == 2);
      for (int k = 0; k < order.length; k++) {
        Item source = items.get(order[k]);
        Item pushed = source.isPending()
            ? Item.physical(source.type, i, k, context.instruction(i), List.of())
            : source.copied(i, k);
        stack.add(pushed);
      }
      return;
    }
    pulled.pullConstantsAndAllocations(items);
    Group group = new Group();
    group.moved().add(i);
    for (Item item : items) {
      group = consume(group, item, null);
    }
    int[] order = StackMoves.pushed(opcode, items.size(), sizes[0] == 2);
    for (int k : order) {
      Item source = items.get(k);
      Item result = Item.virtual(source.type, i, group);
      result.leaf = source.leaf;
      push(result);
    }
    if (group.complete()) {
      complete(i, group, -1, null);
    }
  }

  private void load(int i, VarInsnNode insn) {
    int local = insn.var;
    Type type = context.localType(i, local, Kind.ofLocal(insn.getOpcode()));
    boolean pending = pendingLocals.get(local);
    boolean cell = cellLocals.get(local);
    if (pending && cell) {
      decisions.keepInCell(local);
    }
    if (pending || cell) {
      if (!decisions.forcedLoads.containsKey(i) && !(pending && cell)) {
        Group group = new Group();
        group.loads().put(i, local);
        group.moved().add(i);
        facts.loads.put(i, new Statement.Load(i, local, Kind.of(type), type, cell));
        push(Item.virtual(type, i, group));
        return;
      }
      forceLocal(i, local, Kind.of(type), decisions.forcedLoads.getOrDefault(i, "it may be pending in two ways here"));
    }
    stack.add(Item.physical(type, i, 0, insn, List.of()));
  }

  private void forceLocal(int i, int local, Kind kind, String why) {
    needNow(local, why);
    facts.forcedLocals.put(i, new MethodPlan.ForcedLocal(local, pendingLocals.get(local), cellLocals.get(local), kind,
        why));
    pendingLocals.clear(local);
    cellLocals.clear(local);
  }

  /** What lies on the stack and is to load the variable later would find it as it is afterwards. */
  private void needNow(int local, String why) {
    for (Item item : stack) {
      if (item.isVirtual() && loads(item.group(), local)) {
        fail(item.group(), why);
        throw new WalkAgain();
      }
    }
  }

  /** Whether what the group computes, or a task of it, takes the variable. */
  private boolean loads(Group group, int local) {
    return group.loads().containsValue(local) || group.spawns().stream()
        .anyMatch(spawn -> facts.arguments.get(spawn.index()).loads().containsValue(local));
  }

  private void store(int i, VarInsnNode insn) {
    Item value = pop(1).get(0);
    int local = insn.var;
    needNow(local, "the variable changes in the same expression");
    if (value.isVirtual()) {
      Group group = value.group();
      group.popped();
      if (!group.complete()) {
        fail(group, "its value is stored in a variable and used in the same expression");
        throw new WalkAgain();
      }
      if (value.type.getSort() == Type.ARRAY && pulled.keepArrays(group)) { // the array may be read: it is there
        throw new WalkAgain();
      }
      group.moved().add(i);
      if (group.spawns().isEmpty() && group.loads().isEmpty()) {
        fail(group, "it is plain");
        throw new WalkAgain();
      }
      complete(i, group, local, value.type);
      return;
    }
    refuse(i, List.of(value));
    facts.stores.put(i, new MethodPlan.PlainStore(local, pendingLocals.get(local), cellLocals.get(local)));
    clear(local); // but not the slot that a wide value takes too: what it had been is over when it is stored next
  }

  private void clear(int local) {
    pendingLocals.clear(local);
    cellLocals.clear(local);
  }

  /** No value of the group is on the stack any more: it is a statement that ends at instruction {@code end}. */
  private void complete(int end, Group group, int target, Type targetType) {
    pulled.pullReads(group, facts.operands);
    Spawn last = group.spawns().stream().reduce((a, b) -> a.index() > b.index() ? a : b).orElse(null);
    Spawn own = last != null && context.quietBetween(last.index(), end, group.moved()) ? last : null;
    Statement.Form form = statements.form(end, group, own, target);
    Statement statement = statements.of(end, group, own, target, targetType, form);
    if (!ParameterLimit.allows(statement)) {
      fail(group, ParameterLimit.WHY);
      throw new WalkAgain();
    }
    for (Spawn spawn : group.spawns()) {
      if (spawn == own) {
        spawn.decide(form == Statement.Form.TASK ? Spawn.Mode.LOCAL : Spawn.Mode.STATEMENT, "");
      } else {
        pair(spawn, "its result goes into the statement that ends on line " + context.line(end));
      }
    }
    facts.statements.put(end, statement);
    if (target >= 0) {
      boolean task = form == Statement.Form.TASK;
      facts.stores.put(end, new MethodPlan.PlainStore(target, !task && pendingLocals.get(target),
          task && cellLocals.get(target)));
      clear(target);
      (task ? pendingLocals : cellLocals).set(target);
    }
  }

  /**
   * Where the operand stack was empty: what was decided since then is about what comes after it, so that the walk need
   * not begin again before it.
   */
  private static final class Mark {
    private final StackWalk walk;
    final int at;
    private final BitSet pendingLocals;
    private final BitSet cellLocals;
    private final BitSet heldPending;
    private final BitSet heldCells;
    private final int cells;
    private int decided;

    Mark(StackWalk walk, int at) {
      this.walk = walk;
      this.at = at;
      pendingLocals = (BitSet) walk.pendingLocals.clone();
      cellLocals = (BitSet) walk.cellLocals.clone();
      heldPending = (BitSet) walk.facts.heldPending().clone();
      heldCells = (BitSet) walk.facts.heldCells().clone();
      cells = walk.decisions.cells.size();
      decided = walk.decisions.count();
    }

    /** Makes the walk what it was; false if what is decided is not only about what comes after, or is nothing. */
    boolean goBack() {
      if (walk.decisions.cells.size() > cells || walk.decisions.count() == decided) {
        return false;
      }
      decided = walk.decisions.count();
      walk.stack.clear();
      walk.pulled.forget();
      walk.facts.forget(at, heldPending, heldCells);
      set(walk.pendingLocals, pendingLocals);
      set(walk.cellLocals, cellLocals);
      return true;
    }

    private static void set(BitSet to, BitSet from) {
      to.clear();
      to.or(from);
    }
  }

  /** The walk's premises changed in the middle of a block. */
  static final class WalkAgain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WalkAgain() {
      super(null, null, false, false);
    }
  }
}
