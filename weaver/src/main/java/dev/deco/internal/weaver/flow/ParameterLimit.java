package dev.deco.internal.weaver.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * How much a generated method is handed: what a row stores, or the local variables of a loop, are its parameters, and a
 * Java method has at most 255 slots of them. A few are left for what a call through a method handle adds.
 */
public final class ParameterLimit {
  /** Why a statement is not deferred. */
  static final String WHY = "the statement takes more values than a method can have parameters";
  private static final int SLOTS = 250;

  private ParameterLimit() {}

  /** Whether a row can be stored, run and replayed. */
  static boolean allows(Statement statement) {
    int slots = 1; // the scope
    slots += statement.leaves().stream().mapToInt(leaf -> leaf.kind().size).sum();
    slots += statement.tasks().stream().mapToInt(task -> 1 + size(task.resultType())).sum();
    slots += statement.loads().stream().mapToInt(load -> load.cell() ? 1 : 1 + load.kind().size).sum();
    slots += statement.target() >= 0 ? 1 : 0;
    slots += statement.spawn() != null ? size(statement.spawn().resultType()) : 0;
    return slots <= SLOTS;
  }

  private static int size(Type type) {
    Kind kind = Kind.of(type);
    return kind == null ? 0 : kind.size;
  }

  /** Whether a loop's local variables can be handed on, with the counter, its bound, the cells and the scope. */
  static boolean allows(RangedLoop loop) {
    Map<Integer, Kind> locals = new HashMap<>();
    Stream.of(loop.leaves().stream(), loop.checks().stream(), loop.operands().stream().map(RangedLoop.Operand::term))
        .flatMap(terms -> terms).forEach(term -> term.any(part -> {
          if (part instanceof Term.Invariant invariant) {
            locals.put(invariant.local(), invariant.kind());
          }
          return false;
        }));
    int slots = 3 + loop.statement().loads().size() + (loop.statement().target() >= 0 ? 1 : 0);
    return slots + locals.values().stream().mapToInt(kind -> kind.size).sum() <= SLOTS;
  }

  /** Whether a generated method may have such a descriptor, with a receiver more or none. */
  public static boolean allows(String descriptor) {
    return Type.getArgumentsAndReturnSizes(descriptor) >> 2 <= SLOTS;
  }
}
