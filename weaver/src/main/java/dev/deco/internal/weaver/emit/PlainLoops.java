package dev.deco.internal.weaver.emit;

import dev.deco.internal.weaver.emit.Row.Column;
import dev.deco.internal.weaver.flow.CountedLoop;
import dev.deco.internal.weaver.flow.MethodContext;
import dev.deco.internal.weaver.flow.MethodPlan;
import dev.deco.internal.weaver.flow.PlainLoop;
import dev.deco.internal.weaver.flow.Spawn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Loops whose calls cost less than a row of a batch does: beside the woven loop stands the user's own. Whenever the
 * woven one begins a round, and the scope would run the next calls in place anyway, control goes over to the plain one
 * for so many calls as the scope allows, and comes back: where the loop is left, at the head of the woven one, or, by
 * an exception, in the handlers that the instruction has in any case.
 *
 * <p>Nothing is outstanding then, so all that the woven loop does besides has no effect: no object is in flight, no
 * local variable is pending once it has been forced on the way over.
 */
final class PlainLoops {
  private final MethodPlan plan;
  private final MethodContext context;
  private final int scope;
  private final Function<Spawn, RowMethods> rows;
  private final IntConsumer remember;
  private final Map<Integer, Loop> byHead = new TreeMap<>();
  private final Map<Integer, LabelNode> entrances = new HashMap<>(); // of woven code, where plain loops end
  private final List<LocalVariableNode> variables; // the user's
  private final List<Copy> copies = new ArrayList<>();

  /**
   * A loop.
   *
   * @param allowed the local variable that says how many calls may yet be made in the plain one
   * @param limit the one that says how far a counted one may go
   * @param from the one that says where it began
   * @param over where the way over to the plain one begins
   * @param plain the head of the plain one
   * @param woven behind the head of the woven one: the round begins there
   */
  private record Loop(PlainLoop planned, int allowed, int limit, int from, LabelNode over, LabelNode plain,
      LabelNode woven) {
    int head() {
      return planned.head();
    }

    BitSet body() {
      return planned.body();
    }

    CountedLoop counted() {
      return planned.counted();
    }

    Spawn first() {
      return planned.spawns().get(0);
    }
  }

  /**
   * Those of a method.
   *
   * @param rows the methods of the rows of a spawn
   * @param remember writes what is to be kept before an instruction
   */
  PlainLoops(MethodPlan plan, int scope, IntUnaryOperator slots, Function<Spawn, RowMethods> rows,
      IntConsumer remember) {
    this.plan = plan;
    this.scope = scope;
    this.rows = rows;
    this.remember = remember;
    context = plan.context();
    variables = context.method().localVariables == null ? List.of() : List.copyOf(context.method().localVariables);
    for (PlainLoop loop : plan.loops()) {
      byHead.put(loop.head(), new Loop(loop, slots.applyAsInt(1), slots.applyAsInt(1), slots.applyAsInt(1),
          new LabelNode(), new LabelNode(), new LabelNode()));
      loop.exits(context).forEach(exit -> entrances.computeIfAbsent(exit, any -> new LabelNode()));
    }
  }

  /** Before instruction {@code i} of woven code. */
  void before(int i, InsnList code) {
    LabelNode entrance = entrances.get(i);
    if (entrance != null) {
      code.add(entrance);
    }
  }

  /** At the label that is the head of a woven loop; {@code pushCell} pushes the cell of a row's column. */
  void atHead(int i, InsnList code, Consumer<Column> pushCell) {
    Loop loop = byHead.get(i);
    if (loop == null) {
      return;
    }
    code.add(new VarInsnNode(Opcodes.ALOAD, scope));
    code.add(rows.apply(loop.first()).invokeSite());
    code.add(Runtime.activation("rounds", "(" + Runtime.SITE_TYPE + ")I"));
    for (Spawn another : loop.planned.spawns().subList(1, loop.planned.spawns().size())) {
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(new InsnNode(Opcodes.SWAP));
      code.add(rows.apply(another).invokeSite());
      code.add(Runtime.activation("rounds", "(I" + Runtime.SITE_TYPE + ")I"));
    }
    code.add(new InsnNode(Opcodes.DUP));
    code.add(new VarInsnNode(Opcodes.ISTORE, loop.allowed));
    code.add(new JumpInsnNode(Opcodes.IFGT, loop.over));
    code.add(loop.woven);
    if (loop.planned.ranged() != null) {
      LabelNode round = new LabelNode();
      for (List<Integer> object : loop.counted().objects(context)) {
        push(object, code);
        code.add(new JumpInsnNode(Opcodes.IFNULL, round));
      }
      code.add(new VarInsnNode(Opcodes.ILOAD, loop.counted().local()));
      rows.apply(loop.first()).ranges().invoke(code, scope, pushCell, 
          () -> push(loop.counted().bound(), code));
      code.add(new InsnNode(Opcodes.DUP));
      code.add(new VarInsnNode(Opcodes.ISTORE, loop.counted().local()));
      code.add(new JumpInsnNode(Opcodes.IF_ICMPNE, (LabelNode) context.instruction(i)));
      code.add(round);
    }
  }

  private void push(List<Integer> instructions, InsnList code) {
    instructions.forEach(i -> code.add(context.instruction(i).clone(null)));
  }

  /** Appends the plain loops. */
  void write(InsnList code, ExceptionTable table, List<List<TryCatchBlockNode>> chains) {
    for (Loop loop : byHead.values()) {
      if (apart(loop) == null) {
        Copy copy = new Copy(loop, code, table, chains);
        copy.write();
        copies.add(copy);
      }
    }
  }

  /** Appends the ways to the plain loops and back; {@code settle} makes sure of a local variable at a head. */
  void writeWays(InsnList code, ExceptionTable table, List<List<TryCatchBlockNode>> chains,
      BiConsumer<Integer, Integer> settle) {
    for (Copy copy : copies) {
      int head = copy.loop.head();
      table.cover(chains.get(head));
      code.add(copy.loop.over);
      copy.loop.planned.locals(context).forEach(local -> settle.accept(head, local));
      copy.limit();
      code.add(new JumpInsnNode(Opcodes.GOTO, copy.loop.plain));
      copy.writeWaysBack();
    }
    for (Loop loop : byHead.values()) {
      if (apart(loop) != null) {
        table.cover(chains.get(loop.head()));
        code.add(loop.over);
        loop.planned.locals(context).forEach(local -> settle.accept(loop.head(), local));
        callApart(loop, code);
        code.add(new JumpInsnNode(Opcodes.GOTO, loop.woven));
      }
    }
  }

  /** The plain loop as a method by itself, or {@code null}. */
  private PlainMethod apart(Loop loop) {
    return loop.planned.ranged() == null ? null : rows.apply(loop.first()).ranges().plain;
  }

  private void callApart(Loop loop, InsnList code) {
    LabelNode none = new LabelNode();
    LabelNode back = new LabelNode();
    List<List<Integer>> objects = loop.counted().objects(context);
    for (List<Integer> object : objects) { // without it, it is the woven loop that throws
      push(object, code);
      code.add(new JumpInsnNode(Opcodes.IFNULL, none));
    }
    apart(loop).invoke(code, scope, loop.allowed, () -> push(loop.counted().bound(), code));
    if (!objects.isEmpty()) {
      code.add(new JumpInsnNode(Opcodes.GOTO, back));
      code.add(none);
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(new VarInsnNode(Opcodes.ILOAD, loop.allowed));
      code.add(Runtime.activation("rest", "(I)V"));
      code.add(back);
    }
  }

  /** A way out of a plain loop, to {@code exit}; {@code called}: of a round that has made its call. */
  private record Way(int exit, boolean called) {}

  /** One plain loop. */
  private final class Copy {
    private final Loop loop;
    private final InsnList code;
    private final ExceptionTable table;
    private final List<List<TryCatchBlockNode>> chains;
    private final Map<LabelNode, LabelNode> labels = new HashMap<>();
    private final Map<Way, LabelNode> ways = new LinkedHashMap<>();
    private final Map<Boolean, List<TryCatchBlockNode>> guarded = new TreeMap<>(); // by whether the call is made
    private final LabelNode begin = new LabelNode();
    private final LabelNode end = new LabelNode();
    private int line;

    Copy(Loop loop, InsnList code, ExceptionTable table, List<List<TryCatchBlockNode>> chains) {
      this.loop = loop;
      this.code = code;
      this.table = table;
      this.chains = chains;
    }

    void write() {
      loop.body().stream().forEach(i -> {
        if (context.instruction(i) instanceof LabelNode label) {
          labels.put(label, i == loop.head() ? loop.plain : new LabelNode());
        }
      });
      code.add(begin);
      loop.body().stream().forEach(this::instruction);
      table.cover(null);
      code.add(end);
      variables();
    }

    void writeWaysBack() {
      guarded.forEach((called, chain) -> {
        table.cover(chains.get(loop.head()));
        code.add(chain.get(0).handler);
        rest(called);
        code.add(new InsnNode(Opcodes.ATHROW));
      });
      ways.forEach((way, label) -> {
        table.cover(chains.get(way.exit));
        code.add(label);
        rest(way.called);
        code.add(new JumpInsnNode(Opcodes.GOTO, way.exit == loop.head() ? loop.woven : entrances.get(way.exit)));
      });
    }

    private void instruction(int i) {
      AbstractInsnNode insn = context.instruction(i);
      table.cover(guarded.computeIfAbsent(hasCalled(i), any -> guard()));
      if (insn.getOpcode() >= 0 && context.line(i) != line) {
        line = context.line(i);
        LabelNode here = new LabelNode();
        code.add(here);
        code.add(new LineNumberNode(line, here));
      }
      if (!isDerived() && context.isConcurrent(i)) {
        code.add(new IincInsnNode(loop.allowed, -1));
      }
      if ((insn.getOpcode() >= 0 || insn instanceof LabelNode) && !context.isExplicitSync(i)) {
        if (loop.counted() != null && loop.counted().bound().contains(i)) {
          if (i == loop.counted().bound().get(0)) {
            code.add(new VarInsnNode(Opcodes.ILOAD, loop.limit));
          }
        } else {
          remember.accept(i);
          code.add(insn.clone(targets(i)));
        }
      }
      if (i == loop.head() && loop.counted() == null) {
        code.add(new VarInsnNode(Opcodes.ILOAD, loop.allowed));
        code.add(new JumpInsnNode(Opcodes.IFLE, wayTo(i, loop.head())));
      }
      if (!loop.body().get(i + 1) && context.fallsThrough(i)) {
        code.add(new JumpInsnNode(Opcodes.GOTO, wayTo(i, isLimit(i) ? loop.head() : i + 1)));
      }
    }

    /** Whether the instruction leaves the loop where it has gone as far as it may. */
    private boolean isLimit(int i) {
      return loop.counted() != null && loop.counted().condition() == i;
    }

    /** How far a counted loop may go. The code that a JIT compiler sees is that of the user's loop. */
    void limit() {
      if (loop.counted() == null) {
        return;
      }
      code.add(new VarInsnNode(Opcodes.ILOAD, loop.counted().local()));
      code.add(new VarInsnNode(Opcodes.ISTORE, loop.from));
      for (List<Integer> object : loop.counted().objects(context)) { // without it, it is the woven loop that throws
        LabelNode known = new LabelNode();
        push(object, code);
        code.add(new JumpInsnNode(Opcodes.IFNONNULL, known));
        rest(false);
        code.add(new JumpInsnNode(Opcodes.GOTO, loop.woven));
        code.add(known);
      }
      code.add(new VarInsnNode(Opcodes.ILOAD, loop.counted().local()));
      code.add(new VarInsnNode(Opcodes.ILOAD, loop.allowed));
      Values.push(code, loop.counted().step());
      push(loop.counted().bound(), code);
      code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, Runtime.ACTIVATION, "limit", "(IIII)I", false));
      code.add(new VarInsnNode(Opcodes.ISTORE, loop.limit));
    }

    private Map<LabelNode, LabelNode> targets(int i) {
      Map<LabelNode, LabelNode> targets = new HashMap<>(labels);
      for (int next : context.successors(i)) {
        if (!loop.body().get(next) && context.instruction(next) instanceof LabelNode label) {
          targets.put(label, wayTo(i, isLimit(i) ? loop.head() : next));
        }
      }
      return targets;
    }

    private LabelNode wayTo(int from, int exit) {
      return ways.computeIfAbsent(new Way(exit, hasCalled(from)), any -> new LabelNode());
    }

    /** Whether the number of calls follows from the variable that the loop counts with. */
    private boolean isDerived() {
      return loop.counted() != null && loop.counted().called() != null;
    }

    private boolean hasCalled(int i) {
      return isDerived() && loop.counted().called().get(i);
    }

    /** An exception gives back what has not been used before it goes its way. */
    private List<TryCatchBlockNode> guard() {
      List<TryCatchBlockNode> chain = new ArrayList<>(chains.get(loop.head()));
      chain.add(0, new TryCatchBlockNode(begin, end, new LabelNode(), null));
      return chain;
    }

    private void rest(boolean called) {
      code.add(new VarInsnNode(Opcodes.ALOAD, scope));
      code.add(new VarInsnNode(Opcodes.ILOAD, loop.allowed));
      if (isDerived()) {
        code.add(new VarInsnNode(Opcodes.ILOAD, loop.counted().local()));
        code.add(new VarInsnNode(Opcodes.ILOAD, loop.from));
        code.add(new InsnNode(Opcodes.ISUB));
        Values.push(code, loop.counted().step());
        code.add(new InsnNode(Opcodes.IDIV));
        code.add(new InsnNode(Opcodes.ISUB));
        Values.push(code, called ? 1 : 0);
        code.add(new InsnNode(Opcodes.ISUB));
      }
      code.add(Runtime.activation("rest", "(I)V"));
    }

    /** For debuggers: the variables that the loop stands in the range of, and its own. */
    private void variables() {
      for (LocalVariableNode variable : variables) {
        LabelNode from = at(context.index(variable.start), begin);
        LabelNode to = at(context.index(variable.end), end);
        boolean before = context.index(variable.end) <= loop.body().nextSetBit(0);
        boolean behind = context.index(variable.start) >= loop.body().length();
        if (!before && !behind && from != to) {
          context.method().localVariables.add(new LocalVariableNode(variable.name, variable.desc, variable.signature, from,
              to, variable.index));
        }
      }
    }

    /** The label, here, of a place in the method; if that is not in the loop, {@code otherwise}. */
    private LabelNode at(int place, LabelNode otherwise) {
      LabelNode label = place < context.size() && context.instruction(place) instanceof LabelNode known
          ? labels.get(known) : null;
      return label == null ? otherwise : label;
    }
  }
}
