package dev.deco.internal.weaver.flow;

import dev.deco.internal.weaver.flow.ScopeState.Flight;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which statements the method is in the middle of, instruction by instruction. */
final class OpenStatements {
  private final Map<Integer, Statement> statementOfMoved = new HashMap<>();
  /** The instructions that stand between the first and the last of a statement. */
  private final BitSet inside = new BitSet();

  OpenStatements(BlockFacts facts) {
    for (Statement statement : facts.statements.values()) {
      statement.moved().forEach(moved -> statementOfMoved.put(moved, statement));
      if (!statement.moved().isEmpty() && statement.moved().first() < statement.end()) {
        inside.set(statement.moved().first() + 1, statement.end());
      }
    }
  }

  /** The statement that instruction {@code i} moves with, or {@code null}. */
  Statement of(int i) {
    return statementOfMoved.get(i);
  }

  /** Whether instruction {@code i} moves into a replay. */
  boolean moves(int i) {
    return statementOfMoved.containsKey(i);
  }

  /** Whether instruction {@code i} stands in the middle of a statement, be it its own or not. */
  boolean around(int i) {
    return inside.get(i);
  }

  /** The statement that makes the access and is not complete yet at instruction {@code i}: no sync can end it there. */
  Statement at(int i, Flight flight) {
    Statement open = flight.task() ? null : statementOfMoved.get(flight.origin());
    return open != null && flight.origin() < i && i < open.end() ? open : null;
  }

  /**
   * Whether the access is of a statement that instruction {@code i} stands in the middle of, and which is not its own.
   */
  boolean isOther(int i, Flight flight) {
    Statement open = at(i, flight);
    return open != null && open != of(i);
  }
}
