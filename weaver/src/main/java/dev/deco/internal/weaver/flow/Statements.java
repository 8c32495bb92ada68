package dev.deco.internal.weaver.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Makes the statements of one basic block out of the groups in which {@link StackWalk} has gathered them. */
final class Statements {
  private final MethodContext context;
  private final Decisions decisions;
  private final BlockFacts facts;

  Statements(MethodContext context, Decisions decisions, BlockFacts facts) {
    this.context = context;
    this.decisions = decisions;
    this.facts = facts;
  }

  /**
   * How the group that ends at instruction {@code end} is run; {@code own} is the spawn that is part of it, if one is.
   */
  Statement.Form form(int end, Group group, Spawn own, int target) {
    boolean alone = own != null && group.spawns().size() == 1 && group.loads().isEmpty();
    boolean computes = target >= 0 && !decisions.cells.contains(target)
        && group.leaves().stream().noneMatch(leaf -> isLoadOf(leaf, target))
        && group.moved().headSet(end).stream().allMatch(context::isPure);
    if (alone && computes) {
      return Statement.Form.TASK;
    }
    boolean dropped = target < 0 && group.leaves().isEmpty() && group.moved().stream().allMatch(context::isPop);
    return alone && dropped ? Statement.Form.CALL_ONLY : Statement.Form.DEFERRED;
  }

  /** The statement that ends at instruction {@code end}. */
  Statement of(int end, Group group, Spawn own, int target, Type targetType, Statement.Form form) {
    Group arguments = own == null ? new Group() : facts.arguments.get(own.index());
    boolean task = form == Statement.Form.TASK;
    List<Statement.Leaf> leaves = new ArrayList<>();
    group.leaves().forEach(item -> leaves.add(leaf(item, task)));
    arguments.leaves().forEach(item -> leaves.add(leaf(item, true)));
    leaves.sort(Comparator.comparingInt(Statement.Leaf::position).thenComparingInt(Statement.Leaf::rank));
    TreeSet<Integer> moved = new TreeSet<>(group.moved());
    moved.addAll(arguments.moved());
    List<Spawn> tasks = new ArrayList<>(group.spawns());
    tasks.remove(own);
    tasks.addAll(arguments.spawns());
    List<Statement.Load> loads = new ArrayList<>();
    group.loads().keySet().forEach(load -> loads.add(facts.loads.get(load)));
    List<Statement.Load> inTask = arguments.loads().keySet().stream().map(facts.loads::get).toList();
    loads.addAll(inTask);
    return new Statement(end, moved, leaves, own, tasks, loads, own == null ? null
        : new Statement.Arguments(new TreeSet<>(arguments.moved()), List.copyOf(arguments.spawns()), inTask), target,
        targetType, form, checks(own, moved, leaves));
  }

  /** What has moved past the call though its operands are there, and may fail; what follows the call fails after it. */
  private List<Statement.Check> checks(Spawn own, SortedSet<Integer> moved, List<Statement.Leaf> leaves) {
    List<Statement.Check> checks = new ArrayList<>();
    for (int i : own == null ? moved : moved.headSet(own.index())) {
      if (decisions.pulled.contains(i) && mayFail(context.instruction(i))
          && facts.operands.get(i).stream().noneMatch(operand -> operand.leaf == null || isThis(operand.leaf))) {
        checks.add(new Statement.Check(i, facts.operands.get(i).stream().map(operand -> number(operand.leaf, leaves))
            .toList(), Kind.of(context.operation(i).result())));
      }
    }
    return checks;
  }

  private boolean isThis(Item item) {
    return (context.method().access & Opcodes.ACC_STATIC) == 0 && isLoadOf(item, 0)
        && CountedLoop.neverAssigned(context, 0);
  }

  private static int number(Item item, List<Statement.Leaf> leaves) {
    for (int k = 0; k < leaves.size(); k++) {
      if (leaves.get(k).position() == item.position && leaves.get(k).rank() == item.rank) {
        return k;
      }
    }
    throw new IllegalStateException("no leaf was pushed at " + item.position);
  }

  /** Whether it may throw, or initialise a class that runs code of the program. */
  private boolean mayFail(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    if (opcode == Opcodes.NEW || opcode == Opcodes.GETSTATIC) {
      String type = insn instanceof FieldInsnNode field ? field.owner : ((TypeInsnNode) insn).desc;
      return !type.startsWith("java/") && !type.equals(context.owner().name);
    }
    return opcode == Opcodes.GETFIELD || opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD;
  }

  /** {@code sum += f(x)}: were the task to add, the next one would have to wait for it. */
  private static boolean isLoadOf(Item leaf, int local) {
    return leaf.producer instanceof VarInsnNode load && load.var == local;
  }

  private Statement.Leaf leaf(Item item, boolean inTask) {
    boolean own = item.type.equals(Type.getObjectType(context.owner().name));
    Type type = item.kind != Kind.REF ? item.kind.type : item.expected != null && !own ? item.expected : item.type;
    return new Statement.Leaf(item.position, item.rank, item.kind, type, inTask);
  }
}
