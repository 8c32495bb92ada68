package dev.deco.internal.weaver.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The natural loops of a method: what can come back, through a jump backwards, to where it was. Handlers are left out.
 */
public final class Loops {
  private final MethodContext context;
  private final List<BitSet> before = new ArrayList<>();
  private final Map<Integer, BitSet> byHead = new TreeMap<>();

  Loops(MethodContext context) {
    this.context = context;
    for (int i = 0; i < context.size(); i++) {
      before.add(new BitSet());
    }
    for (int i = 0; i < context.size(); i++) {
      for (int next : context.flow().successors(i)) {
        before.get(next).set(i);
      }
    }
    for (int head = 0; head < context.size(); head++) {
      int at = head;
      before.get(head).stream().filter(from -> from >= at && context.reachable(from))
          .forEach(from -> collect(at, from));
    }
  }

  private void collect(int head, int from) {
    BitSet loop = byHead.computeIfAbsent(head, h -> new BitSet());
    loop.set(head);
    Deque<Integer> work = new ArrayDeque<>(List.of(from));
    while (!work.isEmpty()) {
      int i = work.poll();
      if (!loop.get(i)) {
        loop.set(i);
        before.get(i).stream().forEach(work::add);
      }
    }
  }

  /** The innermost loop around an instruction, or {@code null}. */
  public BitSet around(int i) {
    return byHead.values().stream().filter(loop -> loop.get(i)).min(Comparator.comparingInt(BitSet::cardinality))
        .orElse(null);
  }

  /** The head of a loop: where control comes into it. */
  public int head(BitSet loop) {
    return byHead.entrySet().stream().filter(known -> known.getValue() == loop).findFirst().orElseThrow().getKey();
  }

  /** The loops around an instruction, by their heads, the outermost first. */
  Map<Integer, BitSet> allAround(int i) {
    Map<Integer, BitSet> around = new LinkedHashMap<>();
    byHead.entrySet().stream().filter(loop -> loop.getValue().get(i))
        .sorted(Comparator.comparingInt(loop -> -loop.getValue().cardinality()))
        .forEach(loop -> around.put(loop.getKey(), loop.getValue()));
    return around;
  }

  /** From where control comes into a loop, at its head. */
  List<Integer> entries(int head, BitSet loop) {
    return before.get(head).stream().filter(from -> !loop.get(from) && context.reachable(from)).boxed().toList();
  }
}
