package dev.deco.internal.runtime;

import dev.deco.internal.engine.Counters;
import dev.deco.internal.engine.Engine;
import java.util.Locale;

/**
 * What an engine has done.
 *
 * @param engine its name
 * @param workers how many threads may run tasks of a scope
 * @param scopes scopes that have ended
 * @param tasks calls of concurrent methods inside these scopes: {@code spawned + inlined}
 * @param spawned tasks handed to workers, alone or in batches
 * @param inlined tasks run in place by choice of the runtime
 * @param syncs waits for all that was outstanding
 * @param forces uses of a pending value
 * @param deferred statements that were kept and replayed
 * @param reruns tasks run again in their turn, because an earlier one had changed what they had read of a collection
 * @param snapshots copies of scratch buffers that tasks got, so that their scope did not wait before it changed them
 * @param edges how often a task had to wait for an earlier one that had not ended, because of the data that both touch
 * @param wallMillis time since the engine started
 * @param taskMillis time within tasks, summed over workers: measured for spawned ones, for those run in place by what
 *     others of the same place took, and not known for a place whose tasks all ran in place
 * @param balance where the time went, if it was measured: see {@code deco.stats}
 */
public record Stats(String engine, int workers, long scopes, long tasks, long spawned, long inlined, long syncs,
    long forces, long deferred, long reruns, long snapshots, long edges, double wallMillis, double taskMillis,
    Balance balance) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** What the engine of the current thread has done so far; exact for scopes that this thread knows to have ended. */
  public static Stats snapshot() {
    return of(Engines.current());
  }

  static Stats of(Engine engine) {
    Counters c = engine.counted();
    return new Stats(engine.name, engine.workers, c.scopes, c.spawned + c.inlined, c.spawned, c.inlined, c.syncs,
        c.forces, c.deferred, c.reruns, c.snapshots, c.edges, (System.nanoTime() - engine.startNanos) / NANOS_PER_MILLI,
        c.taskNanos / NANOS_PER_MILLI, Balance.of(engine, c));
  }

  static void printAtExit(Engine engine) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println(of(engine).text()), "deco-stats"));
  }

  /** What is printed: where the time went, if that was measured, and last a line of JSON. */
  String text() {
    return (balance.bottleneck() == null ? "" : "deco: " + balance.bottleneck() + System.lineSeparator()) + json();
  }

  /** One line of JSON. */
  public String json() {
    return String.format(Locale.ROOT, "{\"engine\":\"%s\",\"workers\":%d,\"scopes\":%d,\"tasks\":%d,\"spawned\":%d,"
        + "\"inlined\":%d,\"syncs\":%d,\"forces\":%d,\"deferred\":%d,\"reruns\":%d,\"snapshots\":%d,"
        + "\"edges\":%d,\"wall_ms\":%.3f,\"task_ms\":%.3f,%s}", engine, workers, scopes, tasks, spawned, inlined, syncs,
        forces, deferred, reruns, snapshots, edges, wallMillis, taskMillis, balance.json());
  }
}
