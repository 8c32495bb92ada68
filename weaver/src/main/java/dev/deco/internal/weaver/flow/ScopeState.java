package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.MethodAnalysis;
import dev.deco.internal.weaver.effects.Node;
import java.util.LinkedHashSet;
import java.util.Set;

/** What may be unsynced at one point of a method: whether anything is, and which accesses it may still make. */
final class ScopeState {
  static final ScopeState EMPTY = new ScopeState(false, Set.of());

  /**
   * An access that a task or a deferred statement may still make.
   *
   * @param origin the instruction that makes it: the spawn, or an instruction that moved into the replay
   * @param task whether a task makes it
   * @param at which operand of {@code origin}, or which member of it, is the object; {@code null}: it is reached in
   *     ways that have no name
   * @param own whether it writes elements of an array that its task never reads: each task fills its own part
   */
  record Flight(int origin, boolean task, Access access, Place at, boolean own) {}

  final boolean outstanding;
  final Set<Flight> flights;

  ScopeState(boolean outstanding, Set<Flight> flights) {
    this.outstanding = outstanding;
    this.flights = flights;
  }

  ScopeState join(ScopeState other) {
    if (other.flights.isEmpty() && (outstanding || !other.outstanding)) {
      return this;
    }
    Set<Flight> both = new LinkedHashSet<>(flights);
    boolean grew = both.addAll(other.flights);
    return grew || other.outstanding && !outstanding
        ? new ScopeState(outstanding || other.outstanding, both)
        : this;
  }

  ScopeState with(Set<Flight> more) {
    Set<Flight> both = new LinkedHashSet<>(flights);
    both.addAll(more);
    return new ScopeState(true, both);
  }

  /** The state after instruction {@code i} has made new objects: what was its latest is so no longer. */
  ScopeState renamedAt(int i) {
    Set<Flight> renamed = new LinkedHashSet<>();
    boolean changed = false;
    for (Flight flight : flights) {
      Access access = flight.access();
      Node node = access.node() == null ? null : MethodAnalysis.renamed(access.node(), i);
      if (node != access.node()) {
        Access older = new Access(access.write(), node, access.location(), access.known(), access.reason());
        renamed.add(new Flight(flight.origin(), flight.task(), older, flight.at(), flight.own()));
        changed = true;
      } else {
        renamed.add(flight);
      }
    }
    return changed ? new ScopeState(outstanding, renamed) : this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScopeState state && outstanding == state.outstanding && flights.equals(state.flights);
  }

  @Override
  public int hashCode() {
    return flights.hashCode() * 2 + (outstanding ? 1 : 0);
  }
}
