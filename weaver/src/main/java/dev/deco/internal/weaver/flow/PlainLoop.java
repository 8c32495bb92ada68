package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A loop whose calls may be made as the user wrote it, many at a time, while nothing is outstanding: an innermost one
 * whose calls are all parts of statements, and that does not wait in each round anyway.
 *
 * @param spawns its calls of concurrent methods
 * @param counted what it counts, or {@code null}
 * @param ranged how many rows of it are stored at once; {@code null} if they are stored one by one
 */
public record PlainLoop(int head, BitSet body, List<Spawn> spawns, CountedLoop counted, RangedLoop ranged) {
  private static final int LONGEST = 400;  // instructions of a loop
  private static final int LARGEST = 2000; // and of its method: HotSpot compiles none of more than 8000 bytes

  /** Those of a plan that is made but for them. */
  static List<PlainLoop> of(MethodPlan plan) {
    MethodContext context = plan.context();
    List<PlainLoop> loops = new ArrayList<>();
    Set<Integer> heads = new TreeSet<>();
    for (Spawn spawn : plan.spawns().values()) {
      BitSet body = context.loops().around(spawn.index());
      int head = body == null ? -1 : context.loops().head(body);
      if (body != null && heads.add(head) && isPlain(plan, head, body)) {
        CountedLoop counted = CountedLoop.of(context, head, body, i -> isFixed(plan, body, i));
        RangedLoop ranged = counted == null ? null : RangedLoop.of(plan, head, body, counted);
        loops.add(new PlainLoop(head, body, spawnsIn(plan, body), counted, ranged));
      }
    }
    return loops.stream().filter(loop -> loops.stream()
        .noneMatch(other -> other != loop && loop.body.get(other.head))).toList();
  }

  private static List<Spawn> spawnsIn(MethodPlan plan, BitSet body) {
    return plan.spawns().values().stream().filter(spawn -> body.get(spawn.index())).toList();
  }

  private static boolean isPlain(MethodPlan plan, int head, BitSet body) {
    MethodContext context = plan.context();
    boolean rows = spawnsIn(plan, body).stream().allMatch(spawn -> spawn.mode() == Spawn.Mode.STATEMENT);
    boolean streams = plan.streams().keySet().stream().anyMatch(body::get);
    List<TryCatchBlockNode> around = context.covering(head);
    boolean tries = body.stream().anyMatch(i -> !context.covering(i).equals(around)); // it waits in every round
    return rows && !streams && !tries && locals(context, body).stream().noneMatch(local -> hasTwoLives(plan, local))
        && body.cardinality() <= LONGEST && context.size() <= LARGEST
        && emptyStackAt(context, head) && exits(context, body).stream().allMatch(i -> emptyStackAt(context, i));
  }

  /** Whether a local variable, or another in its slot, is pending in one place and in a cell in another. */
  private static boolean hasTwoLives(MethodPlan plan, int local) {
    return plan.statements().values().stream().filter(statement -> statement.target() == local)
        .map(statement -> statement.form() == Statement.Form.TASK).distinct().count() > 1;
  }

  private static boolean emptyStackAt(MethodContext context, int i) {
    return context.types(i).getStackSize() == 0;
  }

  /** The local variables that it touches. */
  public Set<Integer> locals(MethodContext context) {
    return locals(context, body);
  }

  private static Set<Integer> locals(MethodContext context, BitSet body) {
    Set<Integer> locals = new TreeSet<>();
    body.stream().forEach(i -> {
      if (context.instruction(i) instanceof VarInsnNode access) {
        locals.add(access.var);
      } else if (context.instruction(i) instanceof IincInsnNode increment) {
        locals.add(increment.var);
      }
    });
    return locals;
  }

  /** Where control goes from it. */
  public Set<Integer> exits(MethodContext context) {
    return exits(context, body);
  }

  private static Set<Integer> exits(MethodContext context, BitSet body) {
    Set<Integer> exits = new TreeSet<>();
    body.stream().forEach(i -> {
      for (int next : context.successors(i)) {
        if (!body.get(next)) {
          exits.add(next);
        }
      }
    });
    return exits;
  }

  /**
   * Whether what the instruction reads stays as it is: no call or statement of the loop may change it, or the plan would
   * ask before it is read; and the scope itself changes nothing there.
   */
  private static boolean isFixed(MethodPlan plan, BitSet body, int i) {
    MethodContext context = plan.context();
    boolean asked = plan.guards().containsKey(i) || plan.syncs().containsKey(i) || plan.forces().containsKey(i)
        || plan.forcedLocals().containsKey(i);
    Set<Integer> others = new TreeSet<>();
    plan.statements().values().forEach(statement -> others.addAll(statement.moved()));
    return !asked && context.onlyLooks(i) && body.stream().filter(k -> !others.contains(k)).allMatch(k ->
        context.effects().accesses(k).stream().allMatch(plan.spawns().containsKey(k) ? Access::known
            : access -> !access.write() && access.known()));
  }
}
