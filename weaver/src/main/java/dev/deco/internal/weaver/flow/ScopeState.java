package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.MethodAnalysis;
import dev.deco.internal.weaver.effects.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What may be unsynced at one point of a method: whether anything is, and which accesses it may still make. */
final class ScopeState {

  /**
   * An access that a task or a deferred statement may still make.
   *
   * @param origin the instruction that makes it: the spawn, or an instruction that moved into the replay
   * @param task whether a task makes it
   * @param at which operand of {@code origin}, or which member of it, is the object; {@code null}: it is reached in
   *     ways that have no name
   * @param own whether it writes elements of an array that its task never reads: each task fills its own part
   * @param disjoint whether its task is declared to have a part of its own
   * @param grouped whether its task only puts something into collections of a map, of which it has a view
   */
  record Flight(int origin, boolean task, Access access, Place at, boolean own, boolean disjoint,
      boolean grouped) {}

  /** The flights of one method, numbered, so that a state is a set of numbers. */
  static final class Flights {
    private static final BitSet NONE = new BitSet(0);

    private final List<Flight> all = new ArrayList<>();
    private final Map<Flight, Integer> numbers = new HashMap<>();
    /** Those of the latest object of each allocation instruction. */
    private final Map<Integer, BitSet> latest = new HashMap<>();
    /** By the number of a flight of such an object, that of the one it becomes. */
    private final Map<Integer, Integer> older = new HashMap<>();

    /** Those that wait for other threads. */
    private final BitSet waiting = new BitSet();
    private final Map<Location, BitSet> reads = new LinkedHashMap<>();
    private final Map<Location, BitSet> writes = new LinkedHashMap<>();
    /** By a location, those of flights that it overlaps, as long as there are no more of them. */
    private final Map<Location, List<Location>> overlapping = new HashMap<>();

    Flight get(int number) {
      return all.get(number);
    }

    /** The numbers of those that touch parts of objects which the access touches too, where one of them writes. */
    BitSet meeting(Access access) {
      BitSet found = new BitSet();
      if (Signals.is(access)) {
        found.set(0, all.size());
        return found;
      }
      found.or(waiting);
      for (Location location : overlapping.computeIfAbsent(access.location(), this::overlapping)) {
        found.or(writes.getOrDefault(location, NONE));
        if (access.write()) {
          found.or(reads.getOrDefault(location, NONE));
        }
      }
      return found;
    }

    private List<Location> overlapping(Location location) {
      Set<Location> known = new LinkedHashSet<>(writes.keySet());
      known.addAll(reads.keySet());
      return known.stream().filter(one -> location.overlaps(one) || location.mayShow(one)).toList();
    }

    int number(Flight flight) {
      Integer known = numbers.get(flight);
      if (known != null) {
        return known;
      }
      int number = all.size();
      all.add(flight);
      numbers.put(flight, number);
      Access access = flight.access();
      if (!reads.containsKey(access.location()) && !writes.containsKey(access.location())) {
        overlapping.clear();
      }
      if (access.location() instanceof Location.Signal signal && signal.kind() == Location.Signal.Kind.WAIT) {
        waiting.set(number);
      }
      (access.write() ? writes : reads).computeIfAbsent(access.location(), any -> new BitSet()).set(number);
      if (access.node() instanceof Node.Fresh fresh && fresh.latest()) {
        latest.computeIfAbsent(fresh.at(), at -> new BitSet()).set(number);
      }
      return number;
    }

    /** The numbers of these, which may be new. */
    BitSet numbers(Collection<Flight> flights) {
      BitSet numbers = new BitSet();
      flights.forEach(flight -> numbers.set(number(flight)));
      return numbers;
    }

    private int older(int number, int i) {
      Integer known = older.get(number);
      if (known == null) {
        known = becomes(number, i);
        older.put(number, known);
      }
      return known;
    }

    private int becomes(int number, int i) {
      Flight flight = get(number);
      Access access = flight.access();
      Access older = new Access(access.write(), MethodAnalysis.renamed(access.node(), i), access.location(),
          access.known(), access.reason());
      return number(new Flight(flight.origin(), flight.task(), older, flight.at(), flight.own(), flight.disjoint(),
          flight.grouped()));
    }
  }

  private final Flights flights;
  private final BitSet numbers;
  final boolean outstanding;

  private ScopeState(Flights flights, boolean outstanding, BitSet numbers) {
    this.flights = flights;
    this.outstanding = outstanding;
    this.numbers = numbers;
  }

  static ScopeState empty(Flights flights) {
    return new ScopeState(flights, false, new BitSet());
  }

  /** The numbers of the accesses that may still be made. Not to be changed. */
  BitSet numbers() {
    return numbers;
  }

  /** Only those flights that {@code open} accepts: what a sync leaves. */
  ScopeState synced(Predicate<Flight> open) {
    BitSet left = new BitSet();
    numbers.stream().filter(number -> open.test(flights.get(number))).forEach(left::set);
    return new ScopeState(flights, false, left);
  }

  ScopeState join(ScopeState other) {
    if (other == this) {
      return this;
    }
    BitSet both = (BitSet) numbers.clone();
    both.or(other.numbers);
    boolean same = both.equals(numbers) && (outstanding || !other.outstanding);
    return same ? this : new ScopeState(flights, outstanding || other.outstanding, both);
  }

  ScopeState with(BitSet more) {
    BitSet both = (BitSet) numbers.clone();
    both.or(more);
    return new ScopeState(flights, true, both);
  }

  /** The state after instruction {@code i} has made new objects: what was its latest is so no longer. */
  ScopeState renamedAt(int i) {
    BitSet latest = flights.latest.get(i);
    if (latest == null || !latest.intersects(numbers)) {
      return this;
    }
    BitSet renamed = (BitSet) numbers.clone();
    renamed.andNot(latest);
    BitSet changed = (BitSet) numbers.clone();
    changed.and(latest);
    changed.stream().forEach(number -> renamed.set(flights.older(number, i)));
    return new ScopeState(flights, outstanding, renamed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScopeState state && outstanding == state.outstanding && numbers.equals(state.numbers);
  }

  @Override
  public int hashCode() {
    return numbers.hashCode() * 2 + (outstanding ? 1 : 0);
  }
}
