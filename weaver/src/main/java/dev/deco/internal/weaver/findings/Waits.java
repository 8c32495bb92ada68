package dev.deco.internal.weaver.findings;

import dev.deco.internal.weaver.findings.Finding.Severity;
import dev.deco.internal.weaver.flow.Loops;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import dev.deco.internal.weaver.flow.Signals;
import dev.deco.internal.weaver.flow.Spawn;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a synchronized method serial: calls that run in place, and loops that wait, in every round, for what the
 * round spawned. A wait outside the loop that spawns is as it should be.
 */
final class Waits {
  private static final Pattern COUNTER = Pattern.compile("(Atomic(Integer|Long)|LongAdder)\\.\\w+ ");
  private static final Pattern SHARED = Pattern.compile("(Concurrent|Blocking|Linked|Array|CopyOn|Atomic)\\w*\\.\\w+ writes");
  private static final Pattern LINE = Pattern.compile("(?:spawned|deferred) on line (\\d+)");

  private final MethodPlan plan;
  private final MethodContext context;
  private final Loops loops;
  private final Report report;

  Waits(MethodPlan plan, Report report) {
    this.plan = plan;
    this.context = plan.context();
    this.loops = context.loops();
    this.report = report;
  }

  void find() {
    plan.spawns().values().stream().filter(spawn -> spawn.mode() == Spawn.Mode.IN_PLACE).forEach(this::inPlace);
    plan.syncs().forEach((i, why) -> sync(i, why));
    plan.edges().forEach((edge, why) -> {
      if (why.startsWith(MethodPlan.BEFORE_LOOP)) {
        sync(edge.from(), why);
      } else {
        tryBlock(edge);
      }
    });
    plan.forcedLocals().forEach((i, forced) -> force(i, forced.why()));
    plan.forces().forEach((i, force) -> force(i, "the result is used here"));
    new Meetings(plan, loops, report).find();
  }

  private void inPlace(Spawn spawn) {
    if (spawn.why().startsWith(Signals.THREAD)) {
      report.add("DECO-208", Severity.WARNING, spawn.line(), spawn.name() + " runs in place: " + spawn.why()
          + ", which is another thread's in a task",
          "Read it in the synchronized method and hand the value over, or use a local variable for it.");
    } else if (spawn.why().startsWith(Signals.PRINTS)) {
      report.add("DECO-209", Severity.WARNING, spawn.line(), spawn.name() + " runs in place: " + spawn.why(),
          "Take no result from a counter where it is added to, and print in the synchronized method.");
    } else if (spawn.why().contains("a lock is held here")) {
      report.add("DECO-205", Severity.WARNING, spawn.line(), spawn.name() + " runs in place: " + spawn.why()
          + ", and a task that needs it would wait for ever",
          "Make the call before the lock is taken or after it is released.");
    } else if (loops.around(spawn.index()) != null) {
      report.add("DECO-201", Severity.WARNING, spawn.line(), spawn.name()
          + " runs in place in every round of the loop: "
          + spawn.why(), spawn.why().contains("the branch")
              ? "Choose a value instead, c ? a : b of variables and constants; or store the results of all rounds first, and "
                  + "decide in a loop after this one."
              : "Store the results of all rounds first, and use them in a loop after this one.");
    } else if (plan.isEmpty()) {
      report.add("DECO-201", Severity.NOTE, spawn.line(), spawn.name() + " runs in place: " + spawn.why()
          + ", and there is nothing else to do meanwhile", spawn.why().startsWith(MethodPlan.ALONE)
              ? "Let each call work on an object or a part of its own; of an array, say so: @Disjoint, or @InOut(from, to)."
              : "Spawn more than one call before a result is used.");
    }
  }

  private void sync(int i, String why) {
    Spawn spawn = sameLoop(i);
    if (spawn == null || context.isExplicitSync(i)) {
      return;
    }
    if (namesEarlierLine(why, loops.around(i))) {
      report.add("DECO-202", Severity.NOTE, context.line(i), "the loop waits here for what was spawned before it: "
          + why,
          "If only its first round waits, nothing is lost; else let the tasks and this line use different objects.");
    } else {
      report.add("DECO-202", Severity.WARNING, context.line(i), "the loop is serial: it waits here in every round for "
          + "the tasks of line " + spawn.line() + ": " + why,
          cure(i, why));
    }
  }

  private String cure(int i, String why) {
    if (why.endsWith(MethodPlan.SHOWN)) {
      return "Let the handler tell how far the loop has come by what has been stored, such as the size of a list; or "
          + "catch the exception in the concurrent method.";
    } else if (!plan.spawns().containsKey(i)) {
      return "Move this out of the loop that spawns, or use another object here than the task does, such as a new one "
          + "in each round.";
    }
    if (COUNTER.matcher(why).lookingAt()) {
      return "Take no result from the counter in the task: additions alone commute, and so do those of a LongAdder. Look at "
          + "the sum here, after the tasks.";
    }
    return SHARED.matcher(why).lookingAt()
        ? "Return the value and put it there here: that is deferred in its turn. Or let each task have an object of its own."
        : "Let each task work on an object or a part of its own, or return a value that this method stores.";
  }

  /** Whether the cause of a sync is a task or a statement on a line before the loop. */
  private boolean namesEarlierLine(String why, BitSet loop) {
    Matcher line = LINE.matcher(why);
    int first = loop.stream().map(context::line).filter(number -> number > 0).min().orElse(0);
    return line.find() && Integer.parseInt(line.group(1)) < first;
  }

  private void tryBlock(MethodPlan.Edge edge) {
    Spawn spawn = sameLoop(edge.from());
    if (spawn != null && sameLoop(edge.to()) != null) {
      report.add("DECO-204", Severity.WARNING, context.line(edge.from()),
          "the loop is serial: the try block ends in every "
          + "round, and its handler must see a failure of the task of line " + spawn.line(),
          "Put the try around the loop, or catch the exception in the concurrent method.");
    }
  }

  private void force(int i, String why) {
    Spawn spawn = sameLoop(i);
    if (spawn != null) {
      report.add("DECO-203", Severity.WARNING, context.line(i),
          "the loop is serial: it waits here in every round for the "
          + "result of line " + spawn.line() + ": " + why,
          "Store the results of all rounds first, and use them in a loop after this one.");
    }
  }

  /** A task of the innermost loop around instruction {@code i}, or {@code null}. */
  private Spawn sameLoop(int i) {
    BitSet loop = loops.around(i);
    return loop == null ? null : plan.spawns().values().stream()
        .filter(spawn -> spawn.mode() != Spawn.Mode.IN_PLACE && loop.equals(loops.around(spawn.index())))
        .findFirst().orElse(null);
  }
}
