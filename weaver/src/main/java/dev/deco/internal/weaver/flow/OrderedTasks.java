package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.flow.MethodPlan.Ordered;
import dev.deco.internal.weaver.flow.ScopeState.Flight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conflicts of tasks in a method whose tasks are ordered by data: no sync is placed for them; both rows say what they
 * touch, and the running program makes the later one wait for the earlier one.
 *
 * <p>Locations that meet have one key, so that fields of one object are told apart. A row that cannot name its object
 * touches all objects of the key.
 */
final class OrderedTasks {
  /** What a call does to the objects at a place; {@code at} is {@code null} where the row cannot name them. */
  private record Side(int call, int row, Place at, boolean write, Location location, String name) {
    boolean content() {
      return !(location instanceof Location.Field || location instanceof Location.Elements);
    }
  }

  private static final int LONGEST = 24;

  private final MethodContext context;
  private final BlockFacts facts;
  private final Guards guards;
  private final OperandNames names;
  private final Map<Location, Location> meets = new HashMap<>();   // towards one that stands for all that meet
  private final Set<Side> sides = new LinkedHashSet<>();
  private final Set<Side> meetUnnamed = new HashSet<>();
  private final Map<Integer, Set<Location>> leading = new HashMap<>();

  OrderedTasks(MethodContext context, BlockFacts facts, Guards guards) {
    this.context = context;
    this.facts = facts;
    this.guards = guards;
    names = new OperandNames(context);
  }

  /** Whether a conflict of a call with one that is in flight is met by the order of their tasks. */
  boolean orders(int i, DirectAccesses.Touched touched, Flight flight) {
    return context.ordersByData() && flight.task() && facts.isTask(i) && !leads(i, touched);
  }

  /** Whether the scope itself looks there, before the call, for the objects that the task will touch. */
  private boolean leads(int i, DirectAccesses.Touched touched) {
    return !touched.access().write() && leading.computeIfAbsent(i, this::leading).stream()
        .anyMatch(step -> step.overlaps(touched.access().location()));
  }

  private Set<Location> leading(int i) {
    return context.accesses(i).stream().map(DirectAccesses.Touched::at).filter(at -> at != null)
        .flatMap(OrderedTasks::steps).collect(Collectors.toSet());
  }

  private static Stream<Location> steps(Place at) {
    List<Location> all = new ArrayList<>(at.steps());
    for (Section section : new Section[] {at.rows(), at.section()}) {
      if (section != null) {
        section.map(leaf -> {
          if (leaf instanceof Index.Found found) {
            all.addAll(found.steps());
          }
          return leaf;
        });
      }
    }
    return all.stream();
  }

  /** The call conflicts with the one that is in flight, and is ordered. */
  void place(int i, DirectAccesses.Touched touched, Flight flight) {
    Side here = side(i, touched.at(), touched.access().write(), touched.access().location(), touched.access().reason());
    Side there = side(flight.origin(), flight.at(), flight.access().write(), flight.access().location(),
        flight.access().reason());
    sides.add(here);
    sides.add(there);
    meets.put(root(here.location), root(there.location));
    if (here.at == null || there.at == null) {
      meetUnnamed.add(here);
      meetUnnamed.add(there);
    }
  }

  private Side side(int call, Place at, boolean write, Location location, String reason) {
    Place leaves = at == null || at.isFar() ? null : guards.amongLeaves(call, at);
    String name = location instanceof Location.Static field ? field.name()
        : leaves == null ? "any object (" + reason + ")" : name(call, at);
    return new Side(call, guards.rowOf(call), leaves, write, location, name);
  }

  /** Without the elements where they cannot be told in a few words. */
  private String name(int call, Place at) {
    String exact = names.of(call, at);
    return exact.length() <= LONGEST ? exact : names.of(call, at.with(null, null));
  }

  private Location root(Location location) {
    Location at = location;
    while (meets.containsKey(at) && !meets.get(at).equals(at)) {
      at = meets.get(at);
    }
    return at;
  }

  /** What rows say, in the order of the program. */
  Map<Integer, List<Ordered>> ofRows() {
    Map<Location, Integer> keys = keys();
    Set<Integer> loose = sides.stream().filter(side -> side.content() || side.at != null && side.at.elements())
        .map(side -> keys.get(root(side.location))).collect(Collectors.toSet());
    Map<Integer, List<Ordered>> rows = new TreeMap<>();
    for (Side side : sides) {
      int key = keys.get(root(side.location));
      Ordered ordered = new Ordered(side.at, key, side.write, loose.contains(key) || meetUnnamed.contains(side),
          side.content() && side.at != null, side.name);
      add(rows.computeIfAbsent(side.row, any -> new ArrayList<>()), ordered);
    }
    return rows;
  }

  /** A key for all locations that meet; one for several where all that is done to one is done to the others. */
  private Map<Location, Integer> keys() {
    Map<Location, Set<Object>> done = new LinkedHashMap<>();
    for (Side side : sides) {
      done.computeIfAbsent(root(side.location), any -> new HashSet<>()).add(
          side.at == null ? List.of(side.call, side.write, side.location) : List.of(side.call, side.write, side.at));
    }
    Map<Set<Object>, Integer> numbers = new HashMap<>();
    Map<Location, Integer> keys = new HashMap<>();
    done.forEach((location, what) -> keys.put(location, numbers.computeIfAbsent(what, any -> numbers.size())));
    return keys;
  }

  private static void add(List<Ordered> row, Ordered one) {
    for (int k = 0; k < row.size(); k++) {
      Ordered other = row.get(k);
      if (other.key() == one.key() && other.isOf(one)) {
        row.set(k, other.with(one));
        return;
      }
    }
    row.add(one);
  }
}
