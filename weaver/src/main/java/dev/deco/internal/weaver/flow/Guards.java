package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.flow.MethodPlan.Guard;
import dev.deco.internal.weaver.flow.MethodPlan.Key;
import dev.deco.internal.weaver.flow.MethodPlan.Meeting;
import dev.deco.internal.weaver.flow.MethodPlan.Touch;
import dev.deco.internal.weaver.flow.ScopeState.Flight;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Conflicts that are left to the running program: both sides hold the object in their hands, or find it through fields,
 * and only identity tells whether it is one and the same. The row that is in flight notes its object under a key; the
 * other side asks for it.
 */
final class Guards {
  private static final Set<String> BUILDERS = Set.of("java/lang/StringBuilder", "java/lang/StringBuffer");

  private final MethodContext context;
  private final BlockFacts facts;
  private final OpenStatements open;
  private final Map<Integer, List<Guard>> guards = new TreeMap<>();
  private final Map<Integer, List<Touch>> rowGuards = new TreeMap<>();
  private final Map<Integer, List<Touch>> touches = new TreeMap<>();
  private final List<Meeting> meetings = new ArrayList<>();
  private final Map<List<Object>, Key> keys = new HashMap<>();

  Guards(MethodContext context, BlockFacts facts, OpenStatements open) {
    this.context = context;
    this.facts = facts;
    this.open = open;
  }

  Map<Integer, List<Guard>> ofInstructions() {
    return guards;
  }

  Map<Integer, List<Touch>> ofRows() {
    return rowGuards;
  }

  /** The leaves of rows that are noted. */
  Map<Integer, List<Touch>> touches() {
    return touches;
  }

  /** What is asked for, as it stands in the method. */
  List<Meeting> meetings() {
    return meetings;
  }

  /** How many instructions ask. */
  int size() {
    return guards.size();
  }

  /** Whether the instruction asks. */
  boolean at(int i) {
    return guards.containsKey(i);
  }

  /** Whether both objects are at hand when the program runs. */
  boolean areAtHand(int i, DirectAccesses.Touched touched, Flight flight) {
    return touched.at() != null && flight.at() != null && asked(i, touched.at()) != null
        && amongLeaves(flight.origin(), flight.at()) != null
        && (isContent(touched.access()) == isContent(flight.access()) || isPlain(touched.at()) && isPlain(flight.at()));
  }

  private static boolean isContent(Access access) {
    return !(access.location() instanceof Location.Field || access.location() instanceof Location.Elements);
  }

  /** Whether it is one object and not some of the rows of an array. */
  private static boolean isPlain(Place place) {
    return place.rows() == null && !place.elements();
  }

  /** Whether both objects are at hand when the program runs and not known to be one and the same. */
  boolean possible(int i, DirectAccesses.Touched touched, Flight flight) {
    if (!areAtHand(i, touched, flight)) {
      return false; // the task itself makes the object out of other pending values, or it has no value yet
    }
    Place here = asked(i, touched.at());
    Place there = amongLeaves(flight.origin(), flight.at());
    // a plain access to the one array that is in flight, after the loop that fills it, reads results: it waits once
    boolean parts = (facts.spawns.containsKey(i) || inLoopOf(flight.origin(), i))
        && (here.section() != null && there.section() != null || here.rows() != null && there.rows() != null);
    Set<Node> mine = DirectAccesses.nodes(context, i, touched.at());
    Set<Node> its = DirectAccesses.nodes(context, flight.origin(), flight.at());
    return parts || !(mine.size() == 1 && mine.equals(its) && isOneObject(mine.iterator().next()));
  }

  /** Whether the innermost loop that one instruction stands in contains the other too. */
  private boolean inLoopOf(int inner, int other) {
    BitSet loop = context.loops().around(inner);
    return loop != null && loop.get(other);
  }

  /**
   * The place where the instruction asks; what cannot be computed there is left out, {@code null} without the object.
   */
  private Place asked(int i, Place place) {
    if (facts.isTask(place.remembered()) || open.moves(place.remembered())) {
      return null; // the receiver is never in the scope's own hands
    }
    Spawn spawn = facts.spawns.get(i);
    if (spawn != null && spawn.mode() == Spawn.Mode.STATEMENT) {
      return amongLeaves(i, place);
    }
    List<Item> operands = spawn != null && (spawn.mode() == Spawn.Mode.PAIR || spawn.mode() == Spawn.Mode.LOCAL)
        ? facts.operands.get(i) : List.of();
    Place wanted = place;
    if (!onStack(operands, wanted)) {
      wanted = place.with(null, null);
    }
    return onStack(operands, wanted) ? wanted : null;
  }

  /** Whether the operands lie on the stack, and nothing above them that has no value yet. */
  private static boolean onStack(List<Item> operands, Place place) {
    int lowest = place.operands().stream().mapToInt(Integer::intValue).min().orElse(operands.size());
    return operands.isEmpty() || operands.subList(lowest, operands.size()).stream().allMatch(Item::isPhysical);
  }

  /** The same place with the numbers of the row's leaves for operands; {@code null} if the object is not there. */
  Place amongLeaves(int instruction, Place place) {
    if (place.remembered() >= 0) {
      return null;
    }
    int leaf = place.operand() == Place.STATIC ? Place.STATIC : leafOf(instruction, place.operand());
    if (leaf < 0 && place.operand() != Place.STATIC) {
      return null;
    }
    Function<Index, Index> leaves = index -> leaf(instruction, index);
    return new Place(leaf, place.steps(), place.direct(), place.rows() == null ? null : place.rows().map(leaves),
        place.section() == null ? null : place.section().map(leaves));
  }

  private Index leaf(int instruction, Index index) {
    if (index instanceof Index.Operand operand) {
      int number = leafOf(instruction, operand.number());
      return number < 0 ? null : new Index.Operand(number);
    } else if (index instanceof Index.Found found && found.operand() != Place.STATIC) {
      int number = leafOf(instruction, found.operand());
      return number < 0 ? null : new Index.Found(number, found.steps(), found.length());
    }
    return index;
  }

  /** What a call makes may be several objects, and so are the rows of an array of arrays. */
  private boolean isOneObject(Node node) {
    return node instanceof Node.Parameter || node instanceof Node.Fresh fresh && fresh.latest() && fresh.part() == 0
        && !(context.instruction(fresh.at()) instanceof MethodInsnNode);
  }

  /** The row that makes the flight's access. */
  private int rowOf(Flight flight) {
    return rowOf(flight.origin());
  }

  /** The row that an instruction becomes part of. */
  int rowOf(int instruction) {
    Spawn spawn = facts.spawns.get(instruction);
    if (spawn == null) {
      return open.of(instruction).end();
    }
    return Statement.rowOf(spawn, facts.statements.values());
  }

  /** Which leaf of its row an operand is, or -1. */
  int leafOf(int instruction, int operand) {
    Item item = facts.operands.get(instruction).get(operand);
    while (item.isVirtual() && returnsReceiver(item.position)) {
      item = facts.operands.get(item.position).get(0);
    }
    Item leaf = item.isPhysical() ? item : item.leaf;
    Statement statement = facts.statements.get(rowOf(instruction));
    if (leaf == null || statement == null) {
      return -1;
    }
    for (int k = 0; k < statement.leaves().size(); k++) {
      Statement.Leaf candidate = statement.leaves().get(k);
      if (candidate.position() == leaf.position && candidate.rank() == leaf.rank) {
        return k;
      }
    }
    return -1;
  }

  /** Whether it is a call of a builder that returns the builder. */
  private boolean returnsReceiver(int instruction) {
    return context.instruction(instruction) instanceof MethodInsnNode call && BUILDERS.contains(call.owner)
        && call.getOpcode() == Opcodes.INVOKEVIRTUAL && call.desc.endsWith(")L" + call.owner + ";");
  }

  private void meet(Meeting meeting) {
    if (!meetings.contains(meeting)) {
      meetings.add(meeting);
    }
  }

  /** {@code snapshot}: the flight's task may have a copy, which is never in flight. */
  void place(int i, DirectAccesses.Touched touched, Flight flight, String cause, boolean snapshot) {
    int row = rowOf(flight);
    Place there = amongLeaves(flight.origin(), flight.at());
    boolean content = isContent(touched.access()) || isContent(flight.access());
    List<Object> held = List.of(row, there, content);
    Key key = keys.get(held);
    if (key == null) {
      key = new Key(keys.size(), content);
      keys.put(held, key);
      touches.computeIfAbsent(row, r -> new ArrayList<>()).add(new Touch(there, key, ""));
    }
    Place here = asked(i, touched.at());
    boolean part = here.section() != null && there.section() != null;
    String why = cause + (!part ? ", if it is the same object"
        : content ? ", if it is the same element of the same list" : ", if it is the same part of the same array");
    if (snapshot) {
      why = cause + ", unless it has a copy";
    } else {
      meet(new Meeting(i, touched.at(), flight.origin(), flight.at(), flight.task() && facts.spawns.containsKey(i),
          part, cause));
    }
    Spawn spawn = facts.spawns.get(i);
    if (spawn != null && spawn.mode() == Spawn.Mode.STATEMENT) {
      Touch touch = new Touch(here, key, why);
      List<Touch> list = rowGuards.computeIfAbsent(rowOf(i), r -> new ArrayList<>());
      if (list.stream().noneMatch(t -> t.sameAs(touch))) {
        list.add(touch);
      }
    } else {
      Key known = key;
      List<Guard> list = guards.computeIfAbsent(i, r -> new ArrayList<>());
      if (list.stream().noneMatch(g -> g.at().equals(here) && g.key().equals(known))) {
        list.add(new Guard(here, key, why));
      }
    }
  }
}
