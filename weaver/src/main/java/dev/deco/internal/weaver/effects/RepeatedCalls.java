package dev.deco.internal.weaver.effects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the library has called back within one analysis: the same code on the same objects does nothing new as long as
 * nothing else has changed. It may also be under way, and call itself back.
 */
final class RepeatedCalls {
  private final MethodState state;
  private final Map<Call, Run> last = new HashMap<>();

  private record Call(int at, Object code, List<Set<Node>> arguments) {}

  /** When a call began: with which objects known, for which record of accesses, and within how many calls. */
  private record Run(int version, Object record, int depth) {}

  RepeatedCalls(MethodState state) {
    this.state = state;
  }

  /**
   * Whether the call repeats one; if not, it is noted as one that begins now.
   *
   * @param at the instruction that leads to it
   * @param depth how many calls it is nested in: one nested more deeply may have been cut short
   */
  boolean isRepeated(int at, Object code, List<Set<Node>> arguments, int depth) {
    Call call = new Call(at, code, arguments);
    Run run = last.get(call);
    if (run != null && run.version == state.version() && run.record == state.recordNow() && run.depth <= depth) {
      return true;
    }
    last.put(call, new Run(state.version(), state.recordNow(), depth));
    return false;
  }
}
