package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.ClassHeaders;
import dev.deco.internal.weaver.RecentlyUsed;
import dev.deco.internal.weaver.effects.Access;
import dev.deco.internal.weaver.effects.Effects;
import dev.deco.internal.weaver.effects.Location;
import dev.deco.internal.weaver.effects.MethodAnalysis;
import dev.deco.internal.weaver.effects.MethodAnalysis.Body;
import dev.deco.internal.weaver.effects.Node;
import dev.deco.internal.weaver.flow.Index.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which elements of arrays methods touch, in terms of their parameters: what their code shows ({@link IndexRanges}),
 * through calls too, or what {@code @In}, {@code @Out} and {@code @InOut} declare. What has been found out of a method
 * is kept, for all whose calls lead there.
 *
 * <p><b>Concurrency:</b> thread-safe; one question is answered at a time.
 */
public final class Sections {
  /** Of an array, or of some rows of an array of arrays. {@code null} is all of them. */
  record Part(Section rows, Section elements) {
    static final Part ALL = new Part(null, null);

    Part union(Part other) {
      return new Part(Section.union(rows, other.rows), Section.union(elements, other.elements));
    }
  }

  /** Bodies that are kept analyzed: those asked about last. */
  private static final int MOST_CALLEES = 40;

  private final ClassHeaders classes;
  private final Effects effects;
  private final Map<Question, Part> parts = new HashMap<>();
  private final Set<Question> running = new HashSet<>();
  private final Map<MethodNode, Callee> callees = new RecentlyUsed<>(MOST_CALLEES);
  private final OwnParts own = new OwnParts(this);

  record Callee(MethodAnalysis analysis, AbstractInsnNode[] instructions, IndexRanges ranges,
      Map<Integer, Section> declared) {}

  /** Which part of its arrays a method touches by such accesses. */
  private record Question(String owner, String name, String descriptor, boolean write, Node node, Location location) {}

  public Sections(ClassHeaders classes, Effects effects) {
    this.classes = classes;
    this.effects = effects;
  }

  /** See {@link OwnParts#drivers}. */
  synchronized Set<Integer> drivers(Body body, Access write) {
    return own.drivers(body, write);
  }

  /** The ranges of a method's own numbers. */
  IndexRanges ranges(String owner, MethodNode method) {
    return new IndexRanges(owner, method, call -> null);
  }

  /** The part that a call of {@code body} touches by one access of its summary; in numbers of the call's operands. */
  synchronized Part of(Body body, Access own) {
    if (body == null || !own.known() || !(own.location() instanceof Location.Elements)) {
      return Part.ALL;
    }
    Question question = new Question(body.owner().name, body.method().name, body.method().desc, own.write(), own.node(),
        own.location());
    Part known = parts.get(question);
    if (known == null) {
      known = find(body, own, question);
      if (own.node().external()) { // the numbers of others are those of this copy of the code
        parts.put(question, known);
      }
    }
    return known;
  }

  private Part find(Body body, Access own, Question question) {
    Callee callee = callee(body);
    Section declared = own.node() instanceof Node.Parameter parameter ? callee.declared.get(parameter.index()) : null;
    if (declared != null) {
      return new Part(null, declared);
    }
    boolean row = own.node() instanceof Node.Member member && member.location() instanceof Location.Elements;
    Section rows = row && ((Node.Member) own.node()).holder() instanceof Node.Parameter parameter
        ? callee.declared.get(parameter.index()) : null;
    if (callee.analysis.failure() != null || !running.add(question)) {
      return new Part(rows, null);
    }
    Part all = null;
    for (int i = 0; i < callee.instructions.length && !Part.ALL.equals(all); i++) {
      if (callee.analysis.accesses(i).stream().anyMatch(access -> same(access, own))) {
        Part one = partAt(callee, i, own, row);
        all = all == null ? one : all.union(one);
      }
    }
    running.remove(question);
    Part found = all == null ? Part.ALL : all;
    return rows == null ? found : new Part(rows, found.elements);
  }

  static boolean same(Access a, Access b) {
    return a.write() == b.write() && b.node().equals(a.node()) && a.location().equals(b.location());
  }

  Callee callee(Body body) {
    Callee known = callees.get(body.method());
    if (known == null) {
      known = analyzed(body);
      callees.put(body.method(), known);
    }
    return known;
  }

  private Callee analyzed(Body body) {
    MethodNode method = body.method();
    MethodAnalysis analysis = effects.analyze(body.owner(), method);
    Map<AbstractInsnNode, Integer> indexes = new HashMap<>();
    AbstractInsnNode[] instructions = method.instructions.toArray();
    for (int i = 0; i < instructions.length; i++) {
      indexes.put(instructions[i], i);
    }
    IndexRanges ranges = new IndexRanges(body.owner().name, method,
        call -> accessed(analysis.onlyBody(indexes.get(call))));
    return new Callee(analysis, instructions, ranges, Declarations.of(classes, body).sections());
  }

  /** The field that a method reads and returns, if that is all it does. */
  private static FieldInsnNode accessed(Body body) {
    if (body == null) {
      return null;
    }
    List<AbstractInsnNode> code = new ArrayList<>();
    body.method().instructions.forEach(insn -> {
      if (insn.getOpcode() >= 0) {
        code.add(insn);
      }
    });
    boolean accessor = code.size() == 3 && code.get(0) instanceof VarInsnNode self && self.var == 0
        && code.get(0).getOpcode() == Opcodes.ALOAD && code.get(1).getOpcode() == Opcodes.GETFIELD
        && code.get(2).getOpcode() >= Opcodes.IRETURN;
    return accessor ? (FieldInsnNode) code.get(1) : null;
  }

  private Part partAt(Callee callee, int i, Access access, boolean row) {
    AbstractInsnNode insn = callee.instructions[i];
    int opcode = insn.getOpcode();
    boolean load = opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD;
    if (load || opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      int index = load ? 0 : 1;
      return new Part(row ? callee.ranges.row(i, index + 1) : null, callee.ranges.of(i, index));
    }
    if (!(insn instanceof MethodInsnNode call)) {
      return Part.ALL;
    }
    Section known = call.owner.startsWith("java/") ? byLibrary(callee.ranges, i, call, access.write()) : null;
    Body next = known != null ? null : callee.analysis.onlyBody(i);
    if (known != null || next == null) {
      return new Part(null, known);
    }
    Part all = null;
    for (Access own : callee.analysis.callee(i).accesses()) {
      if (Part.ALL.equals(all)) {
        break;
      }
      if (own.write() == access.write() && own.location().equals(access.location()) && own.node() != null
          && callee.analysis.atCall(i, own.node()).contains(access.node())) {
        Part one = here(callee, i, call, of(next, own), row && own.node() instanceof Node.Parameter parameter
            ? parameter.index() : -1);
        all = all == null ? one : all.union(one);
      }
    }
    return all == null ? Part.ALL : all;
  }

  /** A part that a call touches, in numbers of the caller; {@code rowOperand}: the operand that is one row, or -1. */
  private Part here(Callee caller, int i, MethodInsnNode call, Part part, int rowOperand) {
    int operands = Type.getArgumentTypes(call.desc).length + (call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
    Section rows = rowOperand >= 0 ? caller.ranges.row(i, operands - 1 - rowOperand)
        : bind(caller, i, operands, part.rows);
    return new Part(rows, bind(caller, i, operands, part.elements));
  }

  private static Section bind(Callee caller, int i, int operands, Section section) {
    return section == null ? null : section.around(index -> bind(caller, i, operands, index));
  }

  private static Section bind(Callee caller, int i, int operands, Index index) {
    if (index instanceof Index.Operation given) {
      Section left = Section.around(given.left(), leaf -> bind(caller, i, operands, leaf));
      Section right = Section.around(given.right(), leaf -> bind(caller, i, operands, leaf));
      return left == null || right == null ? null
          : new Section(Index.of(Operator.GIVEN, left.first(), right.last()),
              Index.of(Operator.GIVEN, left.last(), right.last()));
    } else if (index instanceof Index.Operand operand) {
      return caller.ranges.of(i, operands - 1 - operand.number());
    } else if (index instanceof Index.Found found && found.operand() != Place.STATIC) {
      Place holder = caller.ranges.reference(i, operands - 1 - found.operand());
      if (holder == null) {
        return null;
      }
      List<Location> steps = new ArrayList<>(holder.steps());
      steps.addAll(found.steps());
      return Section.of(new Index.Found(holder.operand(), steps, found.length()));
    }
    return Section.of(index);
  }

  /** What methods of the JDK that take bounds touch. */
  private static Section byLibrary(IndexRanges ranges, int i, MethodInsnNode call, boolean write) {
    if (call.owner.equals("java/lang/System") && call.name.equals("arraycopy")) {
      Section from = ranges.of(i, write ? 1 : 3);
      Section length = ranges.of(i, 0);
      Section one = Section.of(new Index.Constant(1));
      return from == null || length == null ? null : new Section(from.first(), from.plus(length).minus(one).last());
    }
    Type[] types = Type.getArgumentTypes(call.desc);
    boolean bounds = call.owner.equals("java/util/Arrays") && types.length >= 3 && types[1] == Type.INT_TYPE
        && types[2] == Type.INT_TYPE && Set.of("fill", "sort", "copyOfRange").contains(call.name);
    if (!bounds) {
      return null;
    }
    Section from = ranges.of(i, types.length - 2);
    Section to = ranges.of(i, types.length - 3);
    return from == null || to == null ? null
        : new Section(from.first(), to.minus(Section.of(new Index.Constant(1))).last());
  }
}
