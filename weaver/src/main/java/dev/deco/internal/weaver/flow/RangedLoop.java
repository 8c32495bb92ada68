package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.flow.MethodPlan.Guard;
import dev.deco.internal.weaver.flow.MethodPlan.Touch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A counted loop each of whose rounds does nothing but store one row, of operands that it only computes: many rows can then
 * be stored at once, as what stays the same and where the counter begins.
 *
 * <p>What a row asks about objects in flight is asked for all of them: an object must then be the same in each, and for
 * a number counts where it begins and ends, between which it moves in equal steps. Where a row could also meet an earlier
 * one of the same range, it is asked once more when these are in flight.
 *
 * @param statement what a round stores
 * @param leaves the values of the statement's leaves
 * @param checks the statement's checks, which may throw
 * @param operands what is asked about, by number
 * @param asked before the rows are in flight
 * @param touches what they hold
 * @param askedAgain when they are in flight
 */
public record RangedLoop(int head, CountedLoop counted, Statement statement, List<Term> leaves, List<Term> checks,
    List<Operand> operands, List<Touch> asked, List<Touch> touches, List<Touch> askedAgain) {
  private static final int LARGEST = 60; // instructions of a leaf

  /** A value in the first row of a range or, for {@code last}, in its last one. */
  public record Operand(Term term, boolean last) {}

  /** The loop as such a one, or {@code null}. */
  public static RangedLoop of(MethodPlan plan, int head, BitSet body, CountedLoop counted) {
    MethodContext context = plan.context();
    List<Integer> round = round(context, head, body, counted);
    List<Statement> statements = plan.statements().values().stream()
        .filter(statement -> body.get(statement.end())).toList();
    if (round == null || statements.size() != 1 || !isPlain(plan, body, statements.get(0))
        || !context.covering(head).isEmpty() || changesMore(context, body, counted, head, statements.get(0))) {
      return null;
    }
    Statement statement = statements.get(0);
    Set<Integer> elsewhere = new HashSet<>(statement.moved());
    elsewhere.add(statement.spawn().index());
    elsewhere.addAll(counted.bound());
    Terms terms = Terms.of(context, counted, round, elsewhere);
    if (terms == null) {
      return null;
    }
    List<Term> leaves = new ArrayList<>();
    for (Statement.Leaf leaf : statement.leaves()) {
      Term term = leaf.rank() == 0 && body.get(Math.max(0, leaf.position())) ? terms.at(leaf.position()) : null;
      if (term == null || term.size() > LARGEST || term.kind() != leaf.kind()) {
        return null;
      }
      leaves.add(term);
    }
    boolean needed = terms.looking().stream().allMatch(i -> leaves.stream().anyMatch(leaf ->
        leaf.any(term -> term instanceof Term.Operation operation && operation.index() == i)));
    RangedLoop loop = needed ? new Questions(plan, terms, body, statement, leaves).loop(head, counted) : null;
    return loop != null && ParameterLimit.allows(loop) ? loop : null;
  }

  /** The instructions of a round in their order, if it has no branches but the loop's; else {@code null}. */
  private static List<Integer> round(MethodContext context, int head, BitSet body, CountedLoop counted) {
    List<Integer> round = new ArrayList<>();
    int i = head;
    do {
      round.add(i);
      int[] next = IntStream.of(context.successors(i)).filter(body::get).toArray();
      boolean leaves = context.successors(i).length > next.length;
      if (next.length != 1 || leaves != (i == counted.condition()) || round.size() > body.cardinality()) {
        return null;
      }
      i = next[0];
    } while (i != head);
    return round.size() == body.cardinality() ? round : null;
  }

  /** Whether the loop's only call becomes a row that knows all it needs, and the plan wants nothing else in the loop. */
  private static boolean isPlain(MethodPlan plan, BitSet body, Statement statement) {
    int row = statement.end();
    long calls = plan.spawns().keySet().stream().filter(body::get).count();
    boolean more = body.stream().anyMatch(i -> plan.syncs().containsKey(i) || plan.forces().containsKey(i)
        || plan.forcedLocals().containsKey(i) || plan.stores().containsKey(i) || plan.streams().containsKey(i)
        || plan.context().isExplicitSync(i) || plan.remembered().contains(i))
        || plan.edges().keySet().stream().anyMatch(edge -> body.get(edge.from()) && body.get(edge.to()));
    return calls == 1 && !more && statement.spawn() != null && statement.spawn().mode() == Spawn.Mode.STATEMENT
        && (statement.form() == Statement.Form.DEFERRED || statement.form() == Statement.Form.CALL_ONLY)
        && statement.tasks().isEmpty() && statement.loads().stream().allMatch(Statement.Load::cell)
        && !plan.orders().containsKey(row) && !plan.views().containsKey(row) && !plan.snapshots().containsKey(row);
  }

  /** Whether the loop assigns a variable that somebody reads later, but the counter and what its statement computes. */
  private static boolean changesMore(MethodContext context, BitSet body, CountedLoop counted, int head,
      Statement statement) {
    Set<Integer> assigned = new TreeSet<>();
    body.stream().filter(i -> !statement.moved().contains(i)).forEach(i -> {
      AbstractInsnNode insn = context.instruction(i);
      if (insn instanceof IincInsnNode increment && increment.var != counted.local()) {
        assigned.add(increment.var);
      } else if (insn instanceof VarInsnNode store && insn.getOpcode() >= Opcodes.ISTORE) {
        assigned.add(store.var);
      }
    });
    return assigned.stream().anyMatch(local -> context.isLive(head, local))
        || body.stream().anyMatch(i -> context.instruction(i) instanceof IincInsnNode increment
            && increment.var != counted.local());
  }

  /** What the plan asks and notes for one row, put for many. */
  private static final class Questions {
    private final MethodPlan plan;
    private final Terms terms;
    private final BitSet body;
    private final Statement statement;
    private final List<Term> leaves;
    private final List<Operand> operands = new ArrayList<>();
    private final List<Touch> asked = new ArrayList<>();
    private final List<Touch> touches = new ArrayList<>();
    private final List<Touch> askedAgain = new ArrayList<>();

    Questions(MethodPlan plan, Terms terms, BitSet body, Statement statement, List<Term> leaves) {
      this.plan = plan;
      this.terms = terms;
      this.body = body;
      this.statement = statement;
      this.leaves = leaves;
    }

    RangedLoop loop(int head, CountedLoop counted) {
      List<Touch> held = plan.touches().getOrDefault(statement.end(), List.of());
      for (Touch touch : held) {
        if (!add(touches, touch, leaves)) {
          return null;
        }
      }
      for (Touch guard : plan.rowGuards().getOrDefault(statement.end(), List.of())) {
        if (!ask(guard, leaves, held)) {
          return null;
        }
      }
      for (Map.Entry<Integer, List<Guard>> guarded : plan.guards().entrySet()) {
        for (Guard guard : body.get(guarded.getKey()) ? guarded.getValue() : List.<Guard>of()) {
          if (!(terms.at(guarded.getKey()) instanceof Term.Operation operation)
              || operation.index() != guarded.getKey()
              || !ask(new Touch(guard.at(), guard.key(), guard.why()), operation.operands(), held)) {
            return null;
          }
        }
      }
      return new RangedLoop(head, counted, statement, leaves, statement.checks().stream().map(this::term).toList(),
          operands, asked, touches, askedAgain);
    }

    private Term term(Statement.Check check) {
      int i = check.position();
      return new Term.Operation(i, plan.context().instruction(i), check.leaves().stream().map(leaves::get).toList(),
          false, check.kind());
    }

    private boolean ask(Touch guard, List<Term> of, List<Touch> held) {
      if (!add(asked, guard, of)) {
        return false;
      }
      boolean meetsOwn = held.stream().filter(touch -> touch.key().number() == guard.key().number())
          .anyMatch(touch -> !isApart(guard, of, touch));
      if (meetsOwn) {
        askedAgain.add(asked.get(asked.size() - 1));
      }
      return true;
    }

    /** Whether no row asks about what another row of the range holds: both name one element, another one in each row. */
    private boolean isApart(Touch guard, List<Term> of, Touch touch) {
      Term here = element(guard.at(), of);
      Term there = element(touch.at(), leaves);
      return here != null && there != null && here.varies() && here.sameAs(there);
    }

    private static Term element(Place at, List<Term> of) {
      return at.rows() == null && !at.isFar() && at.section() != null && at.section().single()
          && at.section().first() instanceof Index.Operand operand ? of.get(operand.number()) : null;
    }

    private boolean add(List<Touch> to, Touch one, List<Term> of) {
      Place at = one.at();
      if (at.remembered() >= 0 || at.operand() >= 0 && of.get(at.operand()).varies()) {
        return false;
      }
      Section rows = at.rows() == null ? null : at.rows().around(index -> wide(index, of));
      Section section = at.section() == null ? null : at.section().around(index -> wide(index, of));
      if (at.rows() != null && rows == null || at.section() != null && section == null) {
        return false;
      }
      int operand = at.operand() < 0 ? at.operand() : number(of.get(at.operand()), false);
      to.add(new Touch(new Place(operand, at.steps(), at.direct(), rows, section), one.key(), one.why()));
      return true;
    }

    private int number(Term term, boolean last) {
      Operand operand = new Operand(term, last);
      if (!operands.contains(operand)) {
        operands.add(operand);
      }
      return operands.indexOf(operand);
    }

    /** Between which numbers one is in the rows of a range; {@code null}: that is not known. */
    private Section wide(Index index, List<Term> of) {
      if (index instanceof Index.Operand operand) {
        Term term = of.get(operand.number());
        if (!term.isLinear() || term.varies() && !term.isQuiet()) {
          return null;
        }
        Section first = Section.of(new Index.Operand(number(term, false)));
        return term.varies() ? Section.union(first, Section.of(new Index.Operand(number(term, true)))) : first;
      }
      if (index instanceof Index.Found found && found.operand() >= 0) {
        Term from = of.get(found.operand());
        return from.varies() ? null
            : Section.of(new Index.Found(number(from, false), found.steps(), found.length()));
      }
      return index instanceof Index.Operation ? null : Section.of(index);
    }
  }
}
