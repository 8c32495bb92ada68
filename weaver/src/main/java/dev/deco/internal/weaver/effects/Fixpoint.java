package dev.deco.internal.weaver.effects;

import dev.deco.internal.weaver.effects.Summary.Made;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The summaries of methods as the least fixed point of their call graph: a method's after those of its callees, and
 * those of a strongly connected component together. Says also what each of them depends on. What is too much to be told
 * apart, by measures of its own code and of nothing that was asked before, is coarsened.
 *
 * <p><b>Concurrency:</b> not thread-safe; {@link Effects} guards it.
 */
final class Fixpoint {
  private static final int DEEPEST = 200;
  /** In instructions looked at and nodes stored, for one method without those that it calls; about a second. */
  private static final long MOST_WORK = 1_000_000;

  private final Effects effects;
  private final SummaryMemory memory;
  private final Hierarchy hierarchy;
  private final Map<Key, Done> done = new HashMap<>();
  private final Map<Key, Open> open = new HashMap<>();
  private final Map<String, Joined> joined = new HashMap<>(); // by the call that may run any of them
  private final Map<Key, Map<Integer, Integer>> numbers = new HashMap<>();
  private final CallGraph graph;
  private boolean descending; // from the ends of a long chain of calls
  private long work; // of the question's own method
  private Open current; // whose analysis is under way
  private int unstable;
  private int depth;
  private int pass;
  private boolean changed;
  private int lowest = Integer.MAX_VALUE;

  private record Key(String owner, String name, String descriptor, Map<Integer, Made> functions) {}

  /** A method whose summary may still grow. */
  private static final class Open {
    Summary summary = Summary.NOTHING;
    int depth;
    boolean running;
    int pass;
    long work;
    int lowest = Integer.MAX_VALUE;
    /** What it was computed from, as far as that may still grow; {@code null}: it must be computed again. */
    Map<Key, Input> inputs = new LinkedHashMap<>();
    final BitSet asked = new BitSet();
  }

  /** A summary that does not grow any more, and what it depends on: {@link SummaryMemory}. */
  private record Done(Summary summary, BitSet asked) {}

  /** A callee, and the summary of it that its caller went by. */
  private record Input(Classes.Declared target, Map<Integer, Made> functions, Summary summary) {}

  Fixpoint(Effects effects, SummaryMemory memory, Hierarchy hierarchy) {
    this.effects = effects;
    this.memory = memory;
    this.hierarchy = hierarchy;
    this.graph = new CallGraph(effects);
  }

  /** A new question, that may cost as much as any. */
  void begin() {
    work = 0;
    current = null;
  }

  /** Whether the method at hand has cost so much by itself that it is coarsened. */
  boolean exhausted() {
    return (current == null ? work : current.work) > MOST_WORK;
  }

  /** Counts what the analysis of one method costs, its callees' left aside, so that none goes on for ever. */
  void spend(long nodes) {
    if (current == null) {
      work += nodes;
    } else {
      current.work += nodes;
    }
  }

  /**
   * The summary of one method with a body. Mutually recursive methods are solved together: each starts from nothing,
   * and the first of them that was entered goes through all again until none changes.
   */
  Summary summary(Classes.Declared target, Map<Integer, Made> functions) {
    Open caller = current;
    Key key = new Key(target.owner().name, target.method().name, target.method().desc, functions);
    Done known = known(key);
    if (known != null) {
      note(known.asked);
      return known.summary;
    }
    if (!open.containsKey(key)) {
      if (!graph.isSmall(target)) {
        noteUnstable();
        Summary coarse = coarse(target, CallEffects.callsTooMuch(key.owner, key.name));
        done.put(key, new Done(coarse, changing()));
        return coarse;
      }
      if (open.isEmpty() && !descending) {
        descending = true;
        graph.deepest(target).forEach(callee -> summary(callee, Map.of()));
        descending = false;
        current = caller;
      }
    }
    Open at = open.get(key);
    if (at != null && at.running) {
      lowest = Math.min(lowest, at.depth);
    } else if (at != null && at.pass == pass) {
      lowest = Math.min(lowest, at.lowest);
    } else if (depth >= DEEPEST) {
      if (caller != null) {
        caller.inputs = null;
        noteUnstable();
      }
      return coarse(target, "calls " + CallEffects.place(key.owner, key.name)
          + ", whose recursion is too much to be told apart");
    } else {
      if (at == null) {
        at = new Open();
        open.put(key, at);
      }
      solve(key, target, functions, at);
      current = caller;
    }
    note(at.asked);
    if (caller != null && caller.inputs != null) {
      caller.inputs.put(key, new Input(target, functions, at.summary));
    }
    return at.summary;
  }

  /** What a method may call, of the program's own. */
  List<Classes.Declared> callees(Classes.Declared caller) {
    return graph.callees(caller);
  }

  private Done known(Key key) {
    Done known = done.get(key);
    if (known == null && key.functions.isEmpty() && memory.isStable(key.owner)) {
      SummaryMemory.Entry entry = memory.find(new SummaryMemory.Method(key.owner, key.name, key.descriptor), hierarchy);
      if (entry != null) {
        known = new Done(entry.summary(), entry.asked());
        done.put(key, known);
      }
    }
    return known;
  }

  private void finish(Key key, Summary summary, BitSet asked) {
    done.put(key, new Done(summary, asked));
    if (key.functions.isEmpty()) {
      memory.keep(new SummaryMemory.Method(key.owner, key.name, key.descriptor), summary, asked);
    }
  }

  private void note(BitSet asked) {
    if (current != null && current.asked != asked && !current.asked.get(SummaryMemory.UNSTABLE)) {
      current.asked.or(asked);
    }
  }

  /** The analysis under way depends on a class that is not there, or that may be another one next time. */
  void noteUnstable() {
    unstable++;
    if (current != null) {
      current.asked.set(SummaryMemory.UNSTABLE);
    }
  }

  /** How often {@link #noteUnstable} has been called. */
  int unstable() {
    return unstable;
  }

  /** The analysis under way depends on which subtypes of a type, and functions of it, the program has. */
  void noteAsked(String type) {
    if (current != null && !current.asked.get(SummaryMemory.UNSTABLE)) {
      if (memory.stable(type, hierarchy)) {
        current.asked.set(memory.number(type));
      } else {
        noteUnstable();
      }
    }
  }

  boolean isStable(String name) {
    return memory.isStable(name);
  }

  /** Whether all that it was computed from is as it was: then it is as it was, too. */
  private boolean settled(Open at) {
    if (at.inputs == null || at.summary == Summary.NOTHING) {
      return false;
    }
    for (Input input : List.copyOf(at.inputs.values())) {
      current = at;
      if (summary(input.target, input.functions) != input.summary) {
        return false;
      }
    }
    return true;
  }

  private void solve(Key key, Classes.Declared target, Map<Integer, Made> functions, Open at) {
    int outerLowest = lowest;
    boolean outerChanged = changed;
    at.depth = depth++;
    at.running = true;
    boolean again;
    boolean anyChange = false;
    do {
      lowest = Integer.MAX_VALUE;
      changed = false;
      if (!settled(at)) {
        changed |= analyze(key, target, functions, at);
      }
      anyChange |= changed;
      again = changed && lowest == at.depth;
      if (again) {
        pass++;
      }
    } while (again);
    at.running = false;
    depth--;
    at.pass = pass;
    at.lowest = lowest;
    int bottom = at.depth;
    if (lowest >= bottom) {
      Map<Key, Open> solved = new LinkedHashMap<>();
      open.forEach((other, one) -> {
        if (!one.running && one.lowest >= bottom) {
          solved.put(other, one);
          at.asked.or(one.asked);
        }
      });
      solved.forEach((other, one) -> {
        open.remove(other);
        finish(other, one.summary, at.asked);
      });
      lowest = outerLowest;
      changed = outerChanged;
    } else {
      for (Open other : open.values()) {
        if (!other.running && other.lowest >= bottom) {
          other.lowest = lowest;
        }
      }
      lowest = Math.min(outerLowest, lowest);
      changed = outerChanged | anyChange;
    }
  }

  /** Whether the summary has grown. */
  private boolean analyze(Key key, Classes.Declared target, Map<Integer, Made> functions, Open at) {
    at.inputs = new LinkedHashMap<>();
    current = at;
    Summary found = new MethodAnalysis(effects, key.owner, target.method(), functions)
        .summary(numbers.computeIfAbsent(key, any -> new LinkedHashMap<>()));
    Summary summary = AnnotatedEffects.applied(target.method(), found, mutable(target)).join(at.summary);
    boolean grown = !summary.same(at.summary);
    if (grown || at.summary == Summary.NOTHING) {
      at.summary = summary; // else it stays the same object, by which callers know that nothing has changed
    }
    return grown;
  }

  /**
   * What any of some methods may do. As long as none of their summaries grows, it is one and the same object.
   */
  Summary joined(String call, List<Summary> summaries) {
    Joined before = joined.get(call);
    if (before == null || !sameObjects(before.of, summaries)) {
      Summary all = Summary.joined(summaries);
      before = new Joined(summaries, before != null && before.all.same(all) ? before.all : all);
      joined.put(call, before);
    }
    return before.all;
  }

  private record Joined(List<Summary> of, Summary all) {}

  private static boolean sameObjects(List<Summary> a, List<Summary> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = a.get(i) == b.get(i);
    }
    return same;
  }

  /** A method of which nothing is known but what it says itself. */
  Summary unknown(Classes.Declared target, String reason) {
    Set<Integer> mutable = mutable(target);
    return AnnotatedEffects.applied(target.method(), Summary.unknown(mutable,
        !effects.immutable(Type.getReturnType(target.method().desc)), reason), mutable);
  }

  /** A method whose code is there, and too much to be told apart. */
  private Summary coarse(Classes.Declared target, String reason) {
    Set<Integer> mutable = mutable(target);
    return AnnotatedEffects.applied(target.method(), Summary.coarse(mutable,
        !effects.immutable(Type.getReturnType(target.method().desc)), reason), mutable);
  }

  private static BitSet changing() {
    BitSet asked = new BitSet();
    asked.set(SummaryMemory.UNSTABLE);
    return asked;
  }

  /** The indexes of the parameters, the receiver among them, whose objects may change. */
  private Set<Integer> mutable(Classes.Declared target) {
    Set<Integer> indexes = new LinkedHashSet<>();
    int index = 0;
    if (!Classes.is(target.method().access, Opcodes.ACC_STATIC)) {
      if (!effects.immutability.immutable(target.owner().name)) {
        indexes.add(index);
      }
      index++;
    }
    for (Type type : Type.getArgumentTypes(target.method().desc)) {
      if (!effects.immutable(type)) {
        indexes.add(index);
      }
      index++;
    }
    return indexes;
  }
}
