package dev.deco.cli.graph;

import dev.deco.internal.runtime.TaskGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The chain of tasks of one scope that took longest, each of which had to come after the one before: by an edge, or
 * since the scope waited in between. However many workers there are, the scope takes as long as that chain.
 */
final class CriticalPath {
  private final boolean[] on;
  private final int[] before; // the task before it on its longest chain, or -1
  private final int length;
  private final long work;
  private final long nanos;

  /** Of all scopes' the longest. Edges lead from lower numbers to higher ones, so one pass finds the longest chains. */
  CriticalPath(List<TaskGraph.Node> tasks, List<TaskGraph.Edge> edges) {
    on = new boolean[tasks.size()];
    before = new int[tasks.size()];
    Arrays.fill(before, -1);
    List<List<Integer>> inputs = new ArrayList<>();
    tasks.forEach(task -> inputs.add(new ArrayList<>()));
    edges.forEach(edge -> inputs.get(edge.to()).add(edge.from()));
    long[] end = new long[tasks.size()];
    List<Integer> latest = new ArrayList<>(); // by scope: of the earlier phases, and of all, the task that ends last
    int last = -1;
    for (int task = 0; task < end.length; task++) {
      TaskGraph.Node node = tasks.get(task);
      while (latest.size() <= 2 * node.scope() + 1) {
        latest.add(-1);
      }
      int soFar = latest.get(2 * node.scope() + 1);
      if (soFar >= 0 && tasks.get(soFar).phase() < node.phase()) {
        latest.set(2 * node.scope(), soFar);
      }
      take(task, latest.get(2 * node.scope()), end);
      for (int input : inputs.get(task)) {
        take(task, input, end);
      }
      end[task] = (before[task] < 0 ? 0 : end[before[task]]) + node.nanos();
      if (soFar < 0 || end[soFar] <= end[task]) {
        latest.set(2 * node.scope() + 1, task);
      }
      last = last < 0 || end[last] <= end[task] ? task : last;
    }
    int tasksOfIt = 0;
    for (int task = last; task >= 0; task = before[task]) {
      on[task] = true;
      tasksOfIt++;
    }
    length = tasksOfIt;
    nanos = last < 0 ? 0 : end[last];
    int scope = last < 0 ? 0 : tasks.get(last).scope();
    work = tasks.stream().filter(task -> task.scope() == scope).mapToLong(TaskGraph.Node::nanos).sum();
  }

  private void take(int task, int earlier, long[] end) {
    if (earlier >= 0 && (before[task] < 0 || end[earlier] > end[before[task]])) {
      before[task] = earlier;
    }
  }

  boolean has(int task) {
    return on[task];
  }

  /** Whether it goes along an edge. */
  boolean has(TaskGraph.Edge edge) {
    return on[edge.to()] && before[edge.to()] == edge.from();
  }

  int length() {
    return length;
  }

  /** How long it took. */
  long nanos() {
    return nanos;
  }

  /** How long all tasks of its scope took. */
  long work() {
    return work;
  }
}
