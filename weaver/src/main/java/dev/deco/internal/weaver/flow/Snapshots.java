package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Summary;
import dev.deco.internal.weaver.flow.ScopeState.Flight;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntBiFunction;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Scratch buffers: arguments that a task only reads, and that its scope goes on to change, which can be handed to the
 * task as they are when it is spawned. Whether a copy is made, or the scope waits before the change, is decided by
 * cost when the program runs; here stands where that makes no difference to any result.
 */
final class Snapshots {
  private final MethodContext context;
  private final BlockFacts facts;
  private final ToIntBiFunction<Integer, Integer> leaves;
  private final Map<List<Integer>, Boolean> copied = new HashMap<>(); // by call and operand
  private final Map<Integer, Set<Integer>> taken = new TreeMap<>();   // operands, by call

  /** {@code leaves}: which leaf of its row an operand of an instruction is, or -1. */
  Snapshots(MethodContext context, BlockFacts facts, ToIntBiFunction<Integer, Integer> leaves) {
    this.context = context;
    this.facts = facts;
    this.leaves = leaves;
  }

  /**
   * Whether a task that reads something may have a copy of it, and something is gained if the scope does not wait at
   * {@code i}. Not where tasks are ordered by data: an earlier one may still be about to write it.
   */
  boolean replaces(int i, Flight flight) {
    Place at = flight.at();
    return !context.ordersByData() && flight.task() && !flight.disjoint() && !flight.access().write() && at != null
        && at.steps().isEmpty()
        && at.operand() >= 0
        && copied.computeIfAbsent(List.of(flight.origin(), at.operand()), any -> mayCopy(flight.origin(), at.operand()))
        && tasksFollow(i);
  }

  /** The task of a flight is to have a copy, or the scope asks before it changes the original. */
  void take(Flight flight) {
    taken.computeIfAbsent(flight.origin(), call -> new TreeSet<>()).add(flight.at().operand());
  }

  /** Whether a task is spawned after instruction {@code i}. */
  private boolean tasksFollow(int i) {
    BitSet seen = new BitSet();
    Deque<Integer> work = new ArrayDeque<>(List.of(i));
    while (!work.isEmpty()) {
      for (int next : context.flow().successors(work.poll())) {
        Spawn spawn = facts.spawns.get(next);
        if (spawn != null && spawn.mode() != Spawn.Mode.IN_PLACE) {
          return true;
        } else if (!seen.get(next)) {
          seen.set(next);
          work.add(next);
        }
      }
    }
    return false;
  }

  private boolean mayCopy(int at, int operand) {
    Summary summary = context.effects().callee(at);
    if (summary == null || context.effects().failure() != null || leaves.applyAsInt(at, operand) < 0) {
      return false;
    }
    MethodInsnNode call = (MethodInsnNode) context.instruction(at);
    Type type = context.effects().argumentType(at, operand);
    Node parameter = new Node.Parameter(operand);
    Set<Node> mine = context.effects().atCall(at, parameter);
    return call.getOpcode() != Opcodes.INVOKESPECIAL && isBuffer(type)
        && summary.accesses().stream().allMatch(access -> isHarmless(at, access, parameter, mine))
        && !Views.escapes(summary, parameter) && OnlyLooks.only(context, context.effects().onlyBody(at), operand);
  }

  /** Arrays of what never changes, and builders of strings. */
  private boolean isBuffer(Type type) {
    return type.getSort() == Type.ARRAY && context.isImmutable(Type.getType(type.getDescriptor().substring(1)))
        || type.equals(Type.getType(StringBuilder.class));
  }

  /** Whether the access looks at the object through the parameter, or is not one of the object. */
  private boolean isHarmless(int at, Access access, Node parameter, Set<Node> mine) {
    Node node = access.node();
    if (node == null) {
      return true;
    }
    if (node.begin().equals(parameter)) {
      return node.equals(parameter) && access.known() && !access.write();
    }
    boolean same = access.location() instanceof Location.Elements || access.location().equals(Location.CONTENT)
        || access.location().equals(Location.STRUCTURE) || access.location().equals(Location.ANY);
    return !same || context.effects().atCall(at, node).stream()
        .noneMatch(other -> mine.stream().anyMatch(own -> context.effects().mayAlias(own, other)));
  }

  /** The leaves of rows that may be snapshots. */
  Map<Integer, List<MethodPlan.Snapshot>> ofRows() {
    Map<Integer, List<MethodPlan.Snapshot>> rows = new TreeMap<>();
    facts.statements.forEach((end, statement) -> {
      Spawn spawn = statement.spawn();
      for (int operand : spawn == null ? Set.<Integer>of() : taken.getOrDefault(spawn.index(), Set.of())) {
        int leaf = leaves.applyAsInt(spawn.index(), operand);
        String name = context.nameOfValue(statement.leaves().get(leaf).position());
        int number = spawn.call().getOpcode() == Opcodes.INVOKESTATIC ? operand + 1 : operand;
        rows.computeIfAbsent(end, any -> new ArrayList<>())
            .add(new MethodPlan.Snapshot(leaf, name != null ? name : "argument " + number));
      }
    });
    return rows;
  }
}
