package dev.deco.internal.weaver.flow;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.objectweb.asm.Type;

/**
 * One row of a batch: a deferred statement, the call whose result it takes, or both; or a call with what is computed
 * on its result.
 *
 * @param end the instruction at which the statement is complete: there the row is stored
 * @param moved the instructions that run in the replay (or in the task) instead of in the method, in program order
 * @param leaves what it takes from the operand stack, bottom first, its own call's arguments included
 * @param spawn the call that is stored in the same row, or {@code null}
 * @param tasks calls that are tasks of their own and whose results it takes
 * @param loads loads of local variables that are pending or in a cell, which the replay reads instead
 * @param arguments which of all this the row's own call needs; {@code null} without such a call
 * @param target the local variable that takes the result, or -1
 * @param form what the row is
 * @param checks what the method does in the place of instructions that have moved past the call
 */
public record Statement(int end, SortedSet<Integer> moved, List<Leaf> leaves, Spawn spawn, List<Spawn> tasks,
    List<Load> loads, Arguments arguments, int target, Type targetType, Form form, List<Check> checks) {

  /** Where the row is stored that a call belongs to. */
  public static int rowOf(Spawn spawn, Collection<Statement> all) {
    return all.stream().filter(statement -> statement.spawn() == spawn).mapToInt(Statement::end).findFirst()
        .orElseThrow();
  }

  /** What a row of the statement is. */
  public enum Form {
    /** Replayed on the scope's thread; {@code target}, if any, is a local variable in a cell. */
    DEFERRED,
    /** A call whose result nobody takes. */
    CALL_ONLY,
    /** All of it is the task; {@code target} is the local variable that is pending. */
    TASK,
    /** The call is a task of its own; what needs its result comes later. */
    PAIR
  }

  /**
   * The arguments of a call, as far as they are not plain: what is computed before it in its task, and from what.
   *
   * @param moved the instructions that compute them
   * @param tasks the calls whose pending results they need
   * @param loads the pending local variables that they need
   */
  public record Arguments(SortedSet<Integer> moved, List<Spawn> tasks, List<Load> loads) {}

  /**
   * A value from the operand stack.
   *
   * @param position index of the instruction that pushed it, below 0 if it lay there when the block began
   * @param rank order among what that instruction pushed
   * @param type what to cast it to when it comes out of a batch
   * @param argument whether it is an argument of the row's own call
   */
  public record Leaf(int position, int rank, Kind kind, Type type, boolean argument) {}

  /** The load, at {@code position}, of a local variable that holds a task or ({@code cell}) is in a cell. */
  public record Load(int position, int local, Kind kind, Type type, boolean cell) {}

  /**
   * A read, or the making of an object, that has moved and may fail, or run code, before the call: the method does it
   * in its old place too, on the same operands, and drops what comes out.
   *
   * @param position the instruction
   * @param leaves its operands, by their numbers among the leaves
   * @param kind of what comes out
   */
  public record Check(int position, List<Integer> leaves, Kind kind) {}
}
