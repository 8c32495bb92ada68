package dev.deco.internal.weaver.findings;

import dev.deco.internal.weaver.findings.Step.Kind;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import dev.deco.internal.weaver.flow.MethodPlan.View;
import dev.deco.internal.weaver.flow.Spawn;
import dev.deco.internal.weaver.flow.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells a plan line by line. */
public final class Explanation {
  private static final String ALL = "waits for all tasks so far, then replays";

  private final MethodContext context;
  private final MethodPlan plan;
  private final Set<Step> steps = new LinkedHashSet<>();

  private Explanation(MethodPlan plan) {
    this.plan = plan;
    context = plan.context();
  }

  public static ScopePlan of(MethodPlan plan) {
    return new Explanation(plan).explain();
  }

  private ScopePlan explain() {
    plan.syncs().forEach((i, why) -> add(i, Kind.SYNCED, ALL, why));
    plan.edges().forEach((edge, why) -> add(edge.from(), Kind.SYNCED, ALL, why));
    plan.guards().forEach((i, guards) -> guards.forEach(
        guard -> add(i, Kind.SYNCED, "only if the object is in flight: compared when it runs", guard.why())));
    plan.rowGuards().forEach((row, guards) -> guards.forEach(
        guard -> add(row, Kind.SYNCED, "only if the object is in flight: compared when it runs", guard.why())));
    plan.views().forEach((row, views) -> views.all().stream().filter(View::reads).forEach(
        view -> add(row, Kind.SYNCED, "only if " + view.name() + " is in flight, and tasks here have looked at it too early",
            "earlier tasks may still change it")));
    plan.forcedLocals().forEach((i, forced) -> {
      if (forced.pending()) {
        add(i, Kind.FORCED, "waits for the result in a variable", forced.why());
      }
      if (forced.cell()) {
        add(i, Kind.SYNCED, ALL, "deferred statements compute a variable that is needed here: " + forced.why());
      }
    });
    plan.spawns().values().forEach(this::spawn);
    plan.streams().values().forEach(stream -> {
      if (stream.ahead()) {
        add(stream.index(), Kind.SPAWNED, stream.name() + " becomes a task for each element", stream.why());
      } else {
        add(stream.index(), Kind.IN_PLACE, stream.name() + " runs here", stream.why());
      }
    });
    HandedFunction.of(plan).stream().filter(HandedFunction::isCalledHere).forEach(function ->
        add(function.index(), Kind.IN_PLACE, function.name() + " runs here", "it is called by " + function.why()));
    plan.statements().values().forEach(this::statement);
    for (int i = 0; i < context.size(); i++) {
      if (context.reachable(i) && context.isReturn(i) && !plan.isEmpty()) {
        add(i, Kind.SYNCED, "waits for all tasks, then replays", "the scope ends here");
      }
    }
    plain();
    List<Step> ordered = new ArrayList<>(steps);
    ordered.sort(Comparator.comparingInt(Step::line).thenComparing(Step::kind));
    return new ScopePlan(context.owner().name.replace('/', '.'), context.method().name, context.method().desc,
        context.owner().sourceFile, ordered);
  }

  private void add(int instruction, Kind kind, String what, String why) {
    if (!context.isBeside(instruction)) {
      steps.add(new Step(context.line(instruction), kind, what, why));
    }
  }

  private void spawn(Spawn spawn) {
    switch (spawn.mode()) {
      case IN_PLACE -> add(spawn.index(), Kind.IN_PLACE, spawn.name() + " runs here", spawn.why());
      case PAIR -> {
        add(spawn.index(), Kind.SPAWNED, spawn.name() + " becomes a task", "its result is pending" + views(spawn));
        plan.forces().forEach((i, force) -> {
          if (force.operands().stream().anyMatch(operand -> operand.spawn() == spawn)) {
            add(i, Kind.FORCED, "waits for the result of " + spawn.name(), spawn.why());
          }
        });
      }
      case LOCAL -> add(spawn.index(), Kind.SPAWNED, spawn.name() + " becomes a task",
          "its result is pending in a variable until it is used" + views(spawn));
      case STATEMENT -> add(spawn.index(), Kind.SPAWNED, spawn.name() + " becomes a task",
          "nothing on this line needs its result at once" + views(spawn) + ranges(spawn));
    }
  }

  private String ranges(Spawn spawn) {
    return plan.ranged(Statement.rowOf(spawn, plan.statements().values())) == null ? ""
        : "; short ones are handed over by whole ranges of the loop";
  }

  /**
   * After which earlier tasks the task is ordered, and which arguments it has in another form: views of collections that it
   * changes, copies of what changes later.
   */
  private String views(Spawn spawn) {
    StringBuilder text = new StringBuilder(order(spawn));
    plan.views().forEach((row, views) -> {
      if (plan.statements().get(row).spawn() == spawn) {
        views.all().forEach(view -> text.append("; ").append(view.name()).append(view.reads()
            ? ": a task gets a view while earlier ones change it, and is run again if they have changed what it has read"
            : ": each task gets a view; changes are replayed in program order"));
      }
    });
    plan.snapshots().forEach((row, snapshots) -> {
      if (plan.statements().get(row).spawn() == spawn) {
        snapshots.forEach(snapshot -> text.append("; ").append(snapshot.name())
            .append(": snapshot, where a copy costs less than to wait before it changes"));
      }
    });
    return text.toString();
  }

  private String order(Spawn spawn) {
    Set<String> read = new LinkedHashSet<>();
    Set<String> written = new LinkedHashSet<>();
    plan.orders().forEach((row, orders) -> {
      if (plan.statements().get(row).spawn() == spawn) {
        orders.forEach(ordered -> (ordered.write() ? written : read).add(ordered.name()));
      }
    });
    read.removeAll(written);
    return (read.isEmpty() ? "" : "; ordered after earlier tasks that write " + String.join(" or ", read))
        + (written.isEmpty() ? "" : "; ordered after earlier tasks that read or write " + String.join(" or ", written));
  }

  private void statement(Statement statement) {
    if (statement.form() != Statement.Form.DEFERRED) {
      return;
    }
    boolean plain = statement.spawn() == null && statement.tasks().isEmpty() && statement.loads().isEmpty();
    String why = plain
        ? "what it changes is in flight, and nothing reads it here: it is replayed in its turn"
        : statement.target() >= 0
            ? "the variable takes its value when the statement is replayed, in program order"
            : "it takes a pending value and yields nothing that is read here";
    String what = "the statement is replayed later";
    new TreeSet<>(statement.moved().stream().filter(i -> !context.isBeside(i)).map(context::line).collect(Collectors.toSet()))
        .forEach(line -> steps.add(new Step(line, Kind.DEFERRED, what, why)));
  }

  /** Lines that do nothing of the above. */
  private void plain() {
    Set<Integer> told = steps.stream().map(Step::line).collect(Collectors.toCollection(TreeSet::new));
    Set<Integer> lines = new TreeSet<>();
    for (int i = 0; i < context.size(); i++) {
      if (context.reachable(i) && context.instruction(i).getOpcode() >= 0 && context.line(i) > 0) {
        lines.add(context.line(i));
      }
    }
    lines.removeAll(told);
    for (int line : lines) {
      steps.add(new Step(line, Kind.PLAIN, "runs as it stands", touchesNothing(line)));
    }
  }

  private String touchesNothing(int line) {
    boolean touches = false;
    for (int i = 0; i < context.size(); i++) {
      touches |= context.line(i) == line && context.reachable(i) && context.instruction(i).getOpcode() >= 0
          && !context.effects().accesses(i).isEmpty();
    }
    return touches ? "what it reads and writes, no task and no deferred statement changes or needs"
        : "it touches local variables only";
  }
}
