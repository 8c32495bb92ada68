package dev.deco.internal.runtime;

import dev.deco.internal.engine.Counters;
import dev.deco.internal.engine.Engine;
import dev.deco.internal.engine.Spent;
import java.util.Locale;

/**
 * Where the time of an engine went: work and span as Cilkview defines them (He, Leiserson, Leiserson, "The Cilkview
 * scalability analyzer", SPAA 2010), and what else threads spent time on. The clock is read when a batch or a range of
 * it ends, when a scope hands out tasks, waits, or ends. So the following are estimated: of rows run in one go each took
 * its share; rows start when their batch goes out; calls that run in place, loops that run as they were written, and
 * recursions in their original bodies are code of the strand around them. The span is that of the tasks that were handed
 * out: a program may have more parallelism than a run has used.
 *
 * @param workMillis time within tasks, in the scopes' own code, which includes filling rows, and in deferred statements
 * @param spanMillis the longest chain of scopes' code, tasks and replays, each of which needed the one before; outermost
 *     scopes, of whatever thread, count as if one came after the other
 * @param waitMillis time in which threads of scopes waited for tasks and had nothing to run
 * @param idleMillis time in which the engine's own threads, those included that were never started, had nothing to do
 *     while a scope was open
 * @param replayMillis time in deferred statements, which is part of the work
 * @param overheadMillis time in the runtime: handing out batches, taking them, keeping order
 * @param bottleneck a sentence that says what took most, where, and what share of the time; null if no scope was measured
 */
public record Balance(double workMillis, double spanMillis, double waitMillis, double idleMillis, double replayMillis,
    double overheadMillis, String bottleneck) {
  /** Of an engine whose time is not measured. */
  static final Balance UNKNOWN = new Balance(0, 0, 0, 0, 0, 0, null);

  private static final double NANOS_PER_MILLI = 1e6;

  /** How many workers it could have kept busy: work over span; 0 if nothing was measured. */
  public double parallelism() {
    return spanMillis == 0 ? 0 : workMillis / spanMillis;
  }

  static Balance of(Engine engine, Counters counted) {
    if (!(engine.timing instanceof Profile profile)) {
      return UNKNOWN;
    }
    Path critical = profile.critical();
    long replay = counted.spent(Spent.REPLAY);
    long work = counted.spent(Spent.CODE) + replay;
    long span = Math.min(work, critical.nanos); // work of scopes that are open may not have been counted yet
    long helped = engine.helpedNanos();
    long open = Math.max(profile.openNanos(), critical.nanos);
    long helpers = Math.max(helped, engine.helpers() * open);
    long scopes = Math.max(counted.busy() - helped, critical.nanos);
    Bottleneck bottleneck = new Bottleneck(engine.name, engine.workers, engine.helpers(), critical, open,
        profile.scopes(), work, helpers + scopes, counted.spent(Spent.RUNTIME));
    return new Balance(work / NANOS_PER_MILLI, span / NANOS_PER_MILLI,
        counted.spent(Spent.WAITING) / NANOS_PER_MILLI, (helpers - helped) / NANOS_PER_MILLI, replay / NANOS_PER_MILLI,
        counted.spent(Spent.RUNTIME) / NANOS_PER_MILLI, bottleneck.sentence());
  }

  /** The keys of a JSON object and their values. */
  String json() {
    return String.format(Locale.ROOT, "\"work_ms\":%.3f,\"span_ms\":%.3f,\"parallelism\":%.2f,\"wait_ms\":%.3f,"
        + "\"idle_ms\":%.3f,\"replay_ms\":%.3f,\"overhead_ms\":%.3f", workMillis, spanMillis, parallelism(), waitMillis,
        idleMillis, replayMillis, overheadMillis);
  }
}
