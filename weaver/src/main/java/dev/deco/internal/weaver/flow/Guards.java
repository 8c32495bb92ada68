package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.flow.MethodPlan.Guard;
import dev.deco.internal.weaver.flow.MethodPlan.Key;
import dev.deco.internal.weaver.flow.MethodPlan.Touch;
import dev.deco.internal.weaver.flow.ScopeState.Flight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Conflicts that are left to the running program: both sides hold the object in their hands, or find it through fields,
 * and only identity tells whether it is one and the same. The row that is in flight notes its object under a key; the
 * other side asks for it.
 */
final class Guards {
  private final MethodContext context;
  private final BlockFacts facts;
  private final Map<Integer, Statement> statementOfMoved;
  private final Map<Integer, List<Guard>> guards = new TreeMap<>();
  private final Map<Integer, List<Touch>> rowGuards = new TreeMap<>();
  private final Map<Integer, List<Touch>> touches = new TreeMap<>();
  private final Map<List<Object>, Key> keys = new HashMap<>();

  Guards(MethodContext context, BlockFacts facts, Map<Integer, Statement> statementOfMoved) {
    this.context = context;
    this.facts = facts;
    this.statementOfMoved = statementOfMoved;
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

  /** How many instructions ask. */
  int size() {
    return guards.size();
  }

  /** Whether the instruction asks. */
  boolean at(int i) {
    return guards.containsKey(i);
  }

  /** Whether both objects are at hand when the program runs and not known to be one and the same. */
  boolean possible(int i, DirectAccesses.Touched touched, Flight flight) {
    if (touched.at() == null || flight.at() == null || leafOf(flight) < 0) {
      return false;
    }
    Spawn spawn = facts.spawns.get(i);
    if (spawn != null && spawn.mode() == Spawn.Mode.STATEMENT && leafOf(i, touched.at().operand()) < 0) {
      return false; // the task itself makes the object out of other pending values
    }
    if (spawn != null && (spawn.mode() == Spawn.Mode.PAIR || spawn.mode() == Spawn.Mode.LOCAL)) {
      List<Item> operands = facts.operands.get(i);
      if (!operands.subList(touched.at().operand(), operands.size()).stream().allMatch(Item::isPhysical)) {
        return false; // it does not lie on the stack, or something that lies on it has no value yet
      }
    }
    Set<Node> here = DirectAccesses.nodes(context, i, touched.at());
    Set<Node> there = DirectAccesses.nodes(context, flight.origin(), flight.at());
    boolean one = here.size() == 1 && here.equals(there) && isOneObject(here.iterator().next());
    return !one;
  }

  private static boolean isOneObject(Node node) {
    return node instanceof Node.Parameter || node instanceof Node.Fresh fresh && fresh.latest();
  }

  /** The row that makes the flight's access. */
  private int rowOf(Flight flight) {
    return rowOf(flight.origin());
  }

  private int rowOf(int instruction) {
    Spawn spawn = facts.spawns.get(instruction);
    if (spawn == null) {
      return statementOfMoved.get(instruction).end();
    }
    return facts.statements.values().stream().filter(statement -> statement.spawn() == spawn)
        .mapToInt(Statement::end).findFirst().orElseThrow();
  }

  /** Which leaf of its row the flight's object is, or -1. */
  private int leafOf(Flight flight) {
    return leafOf(flight.origin(), flight.at().operand());
  }

  private int leafOf(int instruction, int operand) {
    Item item = facts.operands.get(instruction).get(operand);
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

  void place(int i, DirectAccesses.Touched touched, Flight flight, String cause) {
    int row = rowOf(flight);
    int leaf = leafOf(flight);
    boolean content = !(touched.access().location() instanceof Location.Field
        || touched.access().location() instanceof Location.Elements);
    List<Object> held = List.of(row, leaf, flight.at().steps(), content);
    Key key = keys.get(held);
    if (key == null) {
      key = new Key(keys.size(), content);
      keys.put(held, key);
      touches.computeIfAbsent(row, r -> new ArrayList<>()).add(new Touch(leaf, flight.at().steps(), key, ""));
    }
    String why = cause + ", if it is the same object";
    Spawn spawn = facts.spawns.get(i);
    if (spawn != null && spawn.mode() == Spawn.Mode.STATEMENT) {
      Touch touch = new Touch(leafOf(i, touched.at().operand()), touched.at().steps(), key, why);
      List<Touch> list = rowGuards.computeIfAbsent(rowOf(i), r -> new ArrayList<>());
      if (list.stream().noneMatch(t -> t.sameAs(touch))) {
        list.add(touch);
      }
    } else {
      Key known = key;
      List<Guard> list = guards.computeIfAbsent(i, r -> new ArrayList<>());
      if (list.stream().noneMatch(g -> g.at().equals(touched.at()) && g.key().equals(known))) {
        list.add(new Guard(touched.at(), key, why));
      }
    }
  }
}
