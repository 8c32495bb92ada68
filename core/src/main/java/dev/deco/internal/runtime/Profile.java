package dev.deco.internal.runtime;

import dev.deco.internal.engine.Counters;
import dev.deco.internal.engine.Times;
import dev.deco.internal.engine.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The critical path of what an engine has run. Outermost scopes count as if one came after the other.
 *
 * <p><b>Concurrency:</b> any thread.
 */
final class Profile extends Timing {
  private record Place(Wait.Kind kind, Line line) {}

  private final Map<Place, Wait> waits = new ConcurrentHashMap<>();
  private final List<Strand> open = new ArrayList<>(); // outermost scopes; guarded by this, as is all that follows
  private Path ended = Path.NONE;
  private long scopes;

  /** @param clock nanoseconds from some start */
  Profile(LongSupplier clock) {
    super(clock);
  }

  @Override
  protected Times times(Counters counters) {
    return new Strands(this, counters);
  }

  synchronized void began(Strand scope, long now) {
    open.add(scope);
    opened(now);
  }

  synchronized void ended(Strand scope, Path path, long now) {
    open.remove(scope);
    ended = ended.then(path);
    scopes++;
    left(now);
  }

  /** The chain of all outermost scopes, those that are open included. */
  synchronized Path critical() {
    Path all = ended;
    for (Strand scope : open) {
      all = all.then(scope.path);
    }
    return all;
  }

  /** How many outermost scopes have ended. */
  synchronized long scopes() {
    return scopes;
  }

  Wait wait(Wait.Kind kind, Line line) {
    return waits.computeIfAbsent(new Place(kind, line), place -> new Wait(kind, line));
  }
}
