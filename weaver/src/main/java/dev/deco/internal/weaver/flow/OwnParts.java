package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.MethodAnalysis.Body;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.flow.Sections.Callee;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * From which of its parameters a method computes where in an array it writes: two calls that differ in these write to
 * different elements, or rows, as far as that can be trusted. Where an index is data, or the same for all, it cannot.
 */
final class OwnParts {
  private final Sections sections;
  private final Map<Question, Set<Integer>> known = new HashMap<>(); // null: it is data
  private final Set<Question> running = new HashSet<>();

  private record Question(String owner, String name, String descriptor, Node node, Location location) {}

  OwnParts(Sections sections) {
    this.sections = sections;
  }

  /**
   * The numbers of the parameters that tell the parts of different calls of {@code body} apart, for a write of its
   * summary; none: they are the same; {@code null}: they depend on data.
   */
  Set<Integer> drivers(Body body, Access write) {
    Question question = new Question(body.owner().name, body.method().name, body.method().desc, write.node(),
        write.location());
    if (known.containsKey(question)) {
      return known.get(question);
    }
    Callee callee = sections.callee(body);
    if (callee.analysis().failure() != null) {
      return null;
    }
    if (!running.add(question)) {
      return Set.of(); // what it calls again adds nothing
    }
    Set<Integer> all = new TreeSet<>();
    for (int i = 0; i < callee.instructions().length && all != null; i++) {
      if (callee.analysis().accesses(i).stream().anyMatch(access -> Sections.same(access, write))) {
        Set<Integer> some = driversAt(callee, i, write);
        boolean again = some != null && some.isEmpty() && isCallOf(callee, i, body);
        all = some == null || some.isEmpty() && !again ? some : union(all, some);
        if (some != null && some.isEmpty() && !again) {
          break; // one write whose place is the same in each call
        }
      }
    }
    running.remove(question);
    if (write.node().external() && running.isEmpty()) {
      known.put(question, all);
    }
    return all;
  }

  private static boolean isCallOf(Callee callee, int i, Body body) {
    Body called = callee.instructions()[i] instanceof MethodInsnNode ? callee.analysis().onlyBody(i) : null;
    return called != null && called.method() == body.method();
  }

  private static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
    Set<Integer> both = new TreeSet<>(a);
    both.addAll(b);
    return both;
  }

  private Set<Integer> driversAt(Callee callee, int i, Access write) {
    AbstractInsnNode insn = callee.instructions()[i];
    int opcode = insn.getOpcode();
    boolean row = write.node() instanceof Node.Member;
    if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      return either(callee.ranges().drivers(i, 1, false), row ? rowDrivers(callee, i, 2) : null);
    }
    if (!(insn instanceof MethodInsnNode call)) {
      return null;
    }
    int operands = Type.getArgumentTypes(call.desc).length + (call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
    if (call.owner.startsWith("java/")) {
      int array = call.owner.equals("java/lang/System") ? 2 : operands - 1;
      return either(byLibrary(callee, i, call, operands), row ? rowDrivers(callee, i, array) : null);
    }
    Body next = callee.analysis().onlyBody(i);
    if (next == null) {
      return null;
    }
    Set<Integer> all = new TreeSet<>();
    for (Access own : callee.analysis().callee(i).accesses()) {
      if (own.write() && own.location().equals(write.location()) && own.node() != null
          && callee.analysis().atCall(i, own.node()).contains(write.node())) {
        Set<Integer> inner = drivers(next, own);
        Set<Integer> here = null;
        for (int parameter : inner == null ? Set.<Integer>of() : inner) {
          here = either(here, callee.ranges().drivers(i, operands - 1 - parameter, false));
        }
        boolean oneRow = row && own.node() instanceof Node.Parameter;
        here = either(inner != null && inner.isEmpty() ? inner : here, oneRow
            ? rowDrivers(callee, i, operands - 1 - ((Node.Parameter) own.node()).index()) : null);
        if (here == null || here.isEmpty()) {
          return here;
        }
        all = union(all, here);
      }
    }
    return all;
  }

  /** Of the element and of the row: one that tells calls apart is enough. */
  private static Set<Integer> either(Set<Integer> a, Set<Integer> b) {
    return a == null ? b : b == null ? a : union(a, b);
  }

  private static Set<Integer> rowDrivers(Callee callee, int i, int fromTop) {
    AbstractInsnNode source = callee.ranges().producer(i, fromTop);
    int at = source == null ? -1 : List.of(callee.instructions()).indexOf(source);
    return at >= 0 && source.getOpcode() == Opcodes.AALOAD ? callee.ranges().drivers(at, 0, false) : null;
  }

  private static Set<Integer> byLibrary(Callee callee, int i, MethodInsnNode call, int operands) {
    if (call.owner.equals("java/lang/System") && call.name.equals("arraycopy")) {
      return callee.ranges().drivers(i, 1, false);
    }
    boolean bounds = call.owner.equals("java/util/Arrays") && operands >= 3 && Type.getArgumentTypes(call.desc)[1]
        == Type.INT_TYPE;
    return bounds ? callee.ranges().drivers(i, operands - 2, false) : Set.of();
  }
}
