package dev.deco.internal.weaver.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The plan of a synchronized method: what happens at each instruction. Keys are instruction indexes; a row is named by
 * the instruction at which it is stored. The plan is a value: what is explained, checked and woven is read from one
 * and the same plan.
 *
 * @param spawns the calls of concurrent methods
 * @param streams the calls of streams whose functions call concurrent methods
 * @param statements rows of batches, by the instruction at which they are complete
 * @param forces instructions before which pending results on the stack are forced
 * @param forcedLocals instructions before which a local variable is forced or read out of its cell
 * @param stores stores into locals that may hold a task or be in a cell
 * @param syncs instructions before which the scope syncs, and why
 * @param guards instructions before which it syncs if an operand is in flight
 * @param rowGuards rows before which it syncs if one of the row's leaves is in flight
 * @param touches the leaves of rows that are in flight under a key, for the guards
 * @param meetings what the guards compare, as a reader is told
 * @param orders rows whose tasks are ordered by data: what they touch
 * @param views rows whose tasks get views of collections
 * @param snapshots rows whose tasks may get copies of what they look at
 * @param edges ways into and out of protected ranges, and into loops, on which it syncs, and why
 * @param loops those that may also run as they stand, and how many rows of one are stored at once
 * @param settled the exception table entries before whose handlers the scope is settled
 */
public record MethodPlan(
    MethodContext context,
    Map<Integer, Spawn> spawns,
    Map<Integer, StreamCall> streams,
    Map<Integer, Statement> statements,
    Map<Integer, Force> forces,
    Map<Integer, ForcedLocal> forcedLocals,
    Map<Integer, PlainStore> stores,
    Map<Integer, String> syncs,
    Map<Integer, List<Guard>> guards,
    Map<Integer, List<Touch>> rowGuards,
    Map<Integer, List<Touch>> touches,
    List<Meeting> meetings,
    Map<Integer, List<Ordered>> orders,
    Map<Integer, Views> views,
    Map<Integer, List<Snapshot>> snapshots,
    Map<Edge, String> edges,
    List<PlainLoop> loops,
    Set<TryCatchBlockNode> settled) {

  /** How the cause begins of a sync on the way into a loop. */
  public static final String BEFORE_LOOP = "before the loop, since in it ";

  /** How the cause ends of a sync before a variable changes that a handler reads. */
  public static final String SHOWN = " may read the variable that changes here";

  /** How the reason begins for a call to run in place beside which no other one could run. */
  public static final String ALONE = "it is waited for at once: ";

  /** An operand that a force needs; {@code spawn} is not null where it is pending. */
  public record Operand(Kind kind, Type type, Spawn spawn) {}

  /** The topmost operands of an instruction, from the deepest pending one up. */
  public record Force(List<Operand> operands) {}

  /** The local variable is needed; it may hold a task, be in a cell, or either. */
  public record ForcedLocal(int local, boolean pending, boolean cell, Kind kind, String why) {}

  /** The local variable is overwritten; what it held until then may be a task or a cell. */
  public record PlainStore(int local, boolean pending, boolean cell) {}

  /**
   * What a question or a note about an object in flight is filed under.
   *
   * @param content whether it is the content of a collection that counts, which another object may show
   */
  public record Key(int number, boolean content) {}

  /** Sync if the object at a place of the instruction is in flight under {@code key}. */
  public record Guard(Place at, Key key, String why) {}

  /**
   * Two objects that are compared when the program runs, each at a place of an instruction's operands: it syncs before
   * {@code here} if the row that {@code there} stands in is in flight and has the same one.
   *
   * @param task whether both are touched by tasks
   * @param part whether parts of arrays are compared, or elements of lists
   * @param cause what both do
   */
  public record Meeting(int here, Place hereAt, int there, Place thereAt, boolean task, boolean part, String cause) {}

  /** A place among the leaves of a row, its operands, and the key of its note. */
  public record Touch(Place at, Key key, String why) {
    boolean sameAs(Touch other) {
      return at.equals(other.at) && key.equals(other.key);
    }
  }

  /**
   * What a row's task touches, where that orders it.
   *
   * @param at the object among the leaves of the row; {@code null}: it may be any object
   * @param key objects count apart for each key
   * @param write it writes; otherwise it only reads
   * @param part other rows touch objects of the key that they cannot name
   * @param content it is the content of a collection that counts, which another object may show
   * @param name what the source calls it
   */
  public record Ordered(Place at, int key, boolean write, boolean part, boolean content, String name) {
    /** Whether it is the same object, or both may be any; if they read and write, all of it in one of them that writes. */
    boolean isOf(Ordered other) {
      if (at == null || other.at == null) {
        return at == other.at;
      }
      return at.equals(other.at) || sameObject(other) && (write && isAll() || other.write && other.isAll());
    }

    private boolean isAll() {
      return at.section() == null && !at.elements();
    }

    private boolean sameObject(Ordered other) {
      return at.operand() == other.at.operand() && at.steps().equals(other.at.steps());
    }

    /** Both at once. */
    Ordered with(Ordered other) {
      Ordered wider = at != null && !isAll() && other.isAll() ? other : this;
      return new Ordered(wider.at, key, write || other.write, part || other.part, content || other.content,
          wider.name);
    }
  }

  /**
   * The views that a row's task gets.
   *
   * @param repeatable whether the task changes nothing else, so that it can be run again
   * @param groups whether all that it does to collections in them is {@code Grouping}
   */
  public record Views(List<View> all, boolean repeatable, boolean groups) {}

  /**
   * In the place of leaf number {@code leaf} of a row its task gets a view. Those that it only looks at come first.
   *
   * @param declared the type of the parameter
   * @param beside other leaves that might be the same collection
   * @param name what the source calls it
   * @param reads whether the task only looks at it: it needs a view while an earlier task that changes it is in flight
   */
  public record View(int leaf, Type declared, List<Integer> beside, String name, boolean reads) {}

  /** In the place of leaf number {@code leaf} of a row, which the source calls {@code name}, its task may get a copy. */
  public record Snapshot(int leaf, String name) {}

  /** A way from one instruction to another. */
  public record Edge(int from, int to) {}

  /** The calls whose receivers are asked about later. */
  public Set<Integer> remembered() {
    return guards.values().stream().flatMap(List::stream).map(guard -> guard.at().remembered())
        .filter(call -> call >= 0).collect(Collectors.toSet());
  }

  /** The loop that stores many of the rows of a statement at once, or {@code null}. */
  public RangedLoop ranged(int row) {
    return loops.stream().map(PlainLoop::ranged).filter(ranged -> ranged != null && ranged.statement().end() == row)
        .findFirst().orElse(null);
  }

  /** The same plan with loops that were found in it. */
  MethodPlan with(List<PlainLoop> found) {
    return new MethodPlan(context, spawns, streams, statements, forces, forcedLocals, stores, syncs, guards, rowGuards,
        touches, meetings, orders, views, snapshots, edges, found, settled);
  }

  /** Whether nothing in this method becomes a task. */
  public boolean isEmpty() {
    return spawns.values().stream().allMatch(spawn -> spawn.mode() == Spawn.Mode.IN_PLACE)
        && streams.values().stream().noneMatch(StreamCall::ahead);
  }
}
