package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.MethodAnalysis;
import dev.deco.internal.weaver.effects.MethodAnalysis.Body;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.effects.Summary;
import dev.deco.internal.weaver.effects.Summary.Lambda;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Whether a function can run for two elements at the same time. What counts is what counts between tasks: known
 * conflicts do, what is unknown in a concurrent method is trusted, parts of an array that it only writes are its own.
 * Nothing is trusted of what the function does besides calling concurrent methods.
 */
final class StageEffects {
  /** How each reason of a {@link #conflict} ends. */
  static final String BOTH = ": two elements cannot be worked on at the same time";

  /**
   * {@code trusted}: made by a concurrent method; {@code signed}: one for which the user has signed; {@code own}: a part
   * of an array that only this call writes.
   */
  private record Made(Access access, boolean trusted, boolean signed, boolean own) {}

  private final MethodContext context;
  private final List<Made> all = new ArrayList<>();
  private final int captured;
  private MethodAnalysis analysis; // null where only a summary is known
  private boolean distinct;
  private boolean content;

  /** The effects of a concurrent method that is the function itself. {@code differ}: no two elements are equal. */
  StageEffects(MethodContext context, Lambda function, Summary summary, boolean differ) {
    this.context = context;
    this.captured = function.captured();
    Body body = context.body(function.code());
    boolean signed = context.isSigned(function.code());
    for (Access access : summary.accesses()) {
      boolean own = differ && (ownPart(access, summary, summary.accesses()) && isDriven(context, body, access)
          || isOfElement(context, body, access));
      all.add(new Made(access, true, signed, own));
    }
  }

  /** The effects of a lambda expression's body. {@code differ}: no two elements are equal numbers. */
  StageEffects(MethodContext context, MethodNode body, int captured, boolean differ) {
    this.context = context;
    this.captured = captured;
    analysis = context.analyze(body);
    AbstractInsnNode[] instructions = body.instructions.toArray();
    for (int i = 0; i < instructions.length; i++) {
      if (analysis.failure() == null && analysis.frames()[i] == null || instructions[i].getOpcode() < 0) {
        continue;
      }
      boolean concurrent = instructions[i] instanceof MethodInsnNode call && context.isConcurrent(call);
      boolean signed = concurrent && context.isSigned((MethodInsnNode) instructions[i]);
      Set<Access> accesses = analysis.accesses(i);
      Summary callee = concurrent ? analysis.callee(i) : null;
      for (Access access : accesses) {
        Body whole = new Body(context.owner(), body);
        boolean own = differ && (callee != null && ownPart(access, callee, accesses) && isDriven(context, whole, access)
            || isOfElement(context, whole, access));
        all.add(new Made(access, concurrent, signed, own));
      }
    }
  }

  /** Whether it is of the one element of an array, or the one row, that has the stream's element for its number. */
  private boolean isOfElement(MethodContext context, Body body, Access access) {
    if (access.node() == null) {
      return false;
    }
    Sections.Part part = context.sections().of(body, access);
    return isElement(part.rows()) || isElement(part.elements());
  }

  /** Whether where it writes is computed from the stream's element. */
  private boolean isDriven(MethodContext context, Body body, Access access) {
    Set<Integer> drivers = body == null || access.node() == null ? null : context.sections().drivers(body, access);
    return drivers != null && drivers.stream().anyMatch(parameter -> parameter >= captured);
  }

  private boolean isElement(Section section) {
    return section != null && section.single() && section.first() instanceof Index.Operand operand
        && operand.number() >= captured;
  }

  private static boolean ownPart(Access access, Summary callee, Set<Access> accesses) {
    return access.write() && access.known() && access.location() instanceof Location.Elements
        && callee.accesses().stream().filter(one -> one.write() && one.location().equals(access.location()))
            .allMatch(one -> one.node() instanceof Node.Parameter)
        && accesses.stream().noneMatch(other -> !other.write() && access.node().equals(other.node())
            && other.location().overlaps(access.location()));
  }

  /** Whether the running program must compare elements. */
  boolean distinct() {
    return distinct;
  }

  /** Whether it must see to it that no element shows the content of another one, as a part of a list does. */
  boolean content() {
    return content;
  }

  /** Why two elements cannot be worked on at the same time, or {@code null}. */
  String conflict() {
    for (Made a : all) {
      for (Made b : all) {
        if (a.access().write() && conflict(a, b)) {
          return a.access().reason() + BOTH;
        }
      }
    }
    return null;
  }

  /** Whether it prints. */
  boolean prints() {
    return all.stream().anyMatch(made -> Output.is(made.access()));
  }

  /** Whether it is trusted in what could not be seen, and nobody has signed for it. */
  boolean trusted() {
    return all.stream().anyMatch(made -> !made.access().known() && made.trusted() && !made.signed());
  }

  private boolean mayTrust(Made made) {
    return made.signed() || context.trustsAll();
  }

  private boolean conflict(Made a, Made b) {
    Access x = a.access();
    Access y = b.access();
    if (Output.is(x) && Output.is(y)) {
      return false;
    }
    boolean objects = x.node() != null && y.node() != null;
    if (!x.location().overlaps(y.location()) || !objects && x.node() != y.node()
        || objects && (!x.node().external() || !y.node().external())) {
      return false;
    }
    boolean trusts = (!x.known() || !y.known()) && (x.known() || mayTrust(a)) && (y.known() || mayTrust(b))
        || x.location() instanceof Location.World;
    if (trusts && a.trusted() && b.trusted() || a.own() && b.own()) {
      return false;
    }
    if (objects && x.known() && y.known() && isElement(x.node()) && x.node().equals(y.node())) {
      distinct = true;
      content |= isContent(x.location()) || isContent(y.location());
      return false;
    }
    return !objects || analysis == null || analysis.mayAlias(x.node(), y.node());
  }

  private static boolean isContent(Location location) {
    return location.equals(Location.CONTENT) || location.equals(Location.STRUCTURE) || location.equals(Location.ANY);
  }

  private boolean isElement(Node node) {
    return node instanceof Node.Parameter parameter && parameter.index() >= captured;
  }
}
