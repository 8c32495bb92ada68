package dev.deco.internal.weaver.findings;

import dev.deco.internal.weaver.findings.Finding.Severity;
import dev.deco.internal.weaver.flow.Loops;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import dev.deco.internal.weaver.flow.MethodPlan.Meeting;
import dev.deco.internal.weaver.flow.OperandNames;
import dev.deco.internal.weaver.flow.Section;
import dev.deco.internal.weaver.flow.Spawn;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Loops that are parallel or serial depending on which objects, or which parts of arrays, the program hands in. */
final class Meetings {
  private final MethodPlan plan;
  private final MethodContext context;
  private final Loops loops;
  private final OperandNames names;
  private final Report report;

  Meetings(MethodPlan plan, Loops loops, Report report) {
    this.plan = plan;
    this.context = plan.context();
    this.loops = loops;
    this.names = new OperandNames(context);
    this.report = report;
  }

  /** What makes one finding: the names in it may differ. */
  private record Lines(int here, int there, boolean tasks, boolean part) {}

  /** The names on both sides, and what is done to the objects. */
  private record Sides(Set<String> here, Set<String> there, String cause) {}

  void find() {
    Map<Lines, Sides> found = new LinkedHashMap<>();
    for (Meeting meeting : plan.meetings()) {
      BitSet loop = loops.around(meeting.here());
      if (loop != null && mayBeParallel(loop) && loop.equals(loops.around(meeting.there()))
          && !isApart(meeting, loop)) {
        Lines lines = new Lines(context.line(meeting.here()), context.line(meeting.there()), meeting.task(),
            meeting.part());
        Sides sides = found.computeIfAbsent(lines, any -> new Sides(new TreeSet<>(), new TreeSet<>(), meeting.cause()));
        sides.here.add(names.of(meeting.here(), meeting.hereAt()));
        sides.there.add(names.of(meeting.there(), meeting.thereAt()));
      }
    }
    found.forEach(this::tell);
  }

  private boolean mayBeParallel(BitSet loop) {
    return plan.syncs().keySet().stream().noneMatch(loop::get) && plan.spawns().values().stream()
        .anyMatch(spawn -> spawn.mode() != Spawn.Mode.IN_PLACE && loop.get(spawn.index()));
  }

  /** Whether each round has an element of its own, by a variable that counts the rounds. */
  private boolean isApart(Meeting meeting, BitSet loop) {
    return isApart(meeting, meeting.hereAt().section(), meeting.thereAt().section(), loop)
        || isApart(meeting, meeting.hereAt().rows(), meeting.thereAt().rows(), loop);
  }

  private boolean isApart(Meeting meeting, Section here, Section there, BitSet loop) {
    return here != null && there != null && here.single() && there.single()
        && names.section(meeting.here(), here).equals(names.section(meeting.there(), there))
        && names.dependsOn(meeting.here(), here.first(), local -> !isSet(local, loop))
        && !names.dependsOn(meeting.here(), here.first(), local -> !isCounted(local, loop));
  }

  /** Whether the loop sets the variable other than by counting. */
  private boolean isSet(int local, BitSet loop) {
    return loop.stream().anyMatch(i -> context.instruction(i) instanceof VarInsnNode store && store.var == local
        && store.getOpcode() >= Opcodes.ISTORE && store.getOpcode() <= Opcodes.ASTORE);
  }

  private boolean isCounted(int local, BitSet loop) {
    return loop.stream().anyMatch(i -> context.instruction(i) instanceof IincInsnNode step && step.var == local);
  }

  private void tell(Lines lines, Sides sides) {
    String here = String.join(" or ", sides.here);
    String there = String.join(" or ", sides.there);
    boolean sameLine = lines.here == lines.there;
    String when = lines.part
        ? "wherever " + here + " overlaps " + there + (sameLine ? " of an earlier round" : " of line " + lines.there)
        : sameLine && here.equals(there) ? "wherever two rounds have the same object for " + here
        : "wherever " + here + " is the same object as " + there
            + (sameLine ? " of an earlier round" : " of line " + lines.there);
    String byData = context.ordersByData() ? ""
        : "if they do in some rounds, @Synchronized(order = Order.BY_DATA) lets a "
        + "task wait for those only that use the same, not for all; ";
    String cure = lines.part ? "If they never overlap, nothing is to be done; " + byData
            + "if they do in each round, the loop is serial by its nature: let the tasks read one array and write another."
        : !lines.tasks ? "Use another object here than the task does, or move this line out of the loop."
        : "If they never meet, @Disjoint on the parameter saves the comparison; " + byData
            + "if they do in most, let the task return what is to be changed, and change it in this method.";
    report.add("DECO-207", Severity.NOTE, lines.here,
        "the loop is serial " + when + ", which is compared when it runs: " + sides.cause, cure);
  }
}
