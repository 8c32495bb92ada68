package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Summary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The accesses of one instruction, each with the place where the running program finds its object: of such an object it
 * can tell by identity whether it is in flight.
 */
final class DirectAccesses {

  /** An access, and where its object is found, or {@code null}. */
  record Touched(Access access, Place at) {}

  private DirectAccesses() {}

  static List<Touched> of(MethodContext context, int i) {
    List<Touched> all = new ArrayList<>();
    AbstractInsnNode insn = context.instruction(i);
    Summary summary = insn instanceof MethodInsnNode ? context.effects().callee(i) : null;
    for (Access access : context.effects().accesses(i)) {
      Set<Place> places = new LinkedHashSet<>();
      if (access.node() != null && access.known() && context.effects().failure() == null) {
        if (summary != null) {
          places = places(context, i, summary, access);
        } else if (!(insn instanceof MethodInsnNode)) {
          places.add(new Place(0, List.of()));
        }
      }
      if (places.isEmpty()) {
        all.add(new Touched(access, null));
      }
      for (Place place : places) {
        if (!isNew(insn, place)) {
          all.add(new Touched(access, place));
        }
      }
    }
    return all;
  }

  /** What a constructor does to its own object is nobody's business: it is in no other hands yet. */
  private static boolean isNew(AbstractInsnNode insn, Place place) {
    return insn instanceof MethodInsnNode call && call.name.equals("<init>") && place.operand() == 0
        && place.steps().isEmpty();
  }

  /** The places of the objects that {@code access} can be of; none if there are some that have no place. */
  private static Set<Place> places(MethodContext context, int i, Summary summary, Access access) {
    Set<Place> places = new LinkedHashSet<>();
    for (Access own : summary.accesses()) {
      if (own.write() != access.write() || !own.location().equals(access.location())) {
        continue;
      }
      Place place = place(context, summary, own.node());
      if (place == null) {
        return Set.of();
      }
      if (context.effects().atCall(i, own.node()).contains(access.node())) {
        places.add(place);
      }
    }
    return places;
  }

  private static Place place(MethodContext context, Summary summary, Node node) {
    LinkedList<Location> steps = new LinkedList<>();
    Node at = node;
    while (at instanceof Node.Member member) {
      boolean last = steps.isEmpty();
      boolean readable = member.location() instanceof Location.Field field ? context.canRead(field)
          : last && member.location() instanceof Location.Elements;
      if (!readable || writes(summary, member.location())) {
        return null;
      }
      steps.addFirst(member.location());
      at = member.holder();
    }
    return at instanceof Node.Parameter parameter ? new Place(parameter.index(), List.copyOf(steps)) : null;
  }

  /** Whether the callee may change what lies at the location: then a name is not what it was. */
  private static boolean writes(Summary summary, Location location) {
    return summary.accesses().stream().anyMatch(access -> access.write() && access.location().overlaps(location));
  }

  /** The nodes of the object at {@code place} of instruction {@code i}. */
  static Set<Node> nodes(MethodContext context, int i, Place place) {
    if (context.instruction(i) instanceof MethodInsnNode) {
      Node node = new Node.Parameter(place.operand());
      for (Location step : place.steps()) {
        node = new Node.Member(node, step);
      }
      return context.effects().atCall(i, node);
    }
    var frame = context.effects().frames()[i];
    return frame.getStack(frame.getStackSize() - context.operands(i) + place.operand()).nodes();
  }

  /** Whether {@code access} of the call at {@code i} writes elements of an array that the call never reads. */
  static boolean writesOwnPart(MethodContext context, int i, Touched touched) {
    Access access = touched.access();
    if (!access.write() || touched.at() == null || !touched.at().steps().isEmpty()
        || !(access.location() instanceof Location.Elements)) {
      return false;
    }
    return context.effects().accesses(i).stream().noneMatch(other -> !other.write() && other.node() != null
        && other.node().equals(access.node()) && other.location().overlaps(access.location()));
  }
}
