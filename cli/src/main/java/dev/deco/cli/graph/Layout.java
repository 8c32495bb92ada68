package dev.deco.cli.graph;

import dev.deco.internal.runtime.TaskGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the tasks of one scope stand in a drawing, in rows from top to bottom: a task stands below all that it comes
 * after, as high as that lets it. So what stands on one level could run at the same time; a level of many tasks takes
 * several rows. Edges go round the tasks between their ends (Sugiyama, Tagawa, Toda, "Methods for visual understanding
 * of hierarchical system structures", 1981: levels, stand-ins where an edge passes a row, each row in the order of
 * what it hangs from). In its row, a task stands as near to its neighbours as the others let it: the least squares
 * under an order, by pooling adjacent violators.
 */
final class Layout {
  private static final int SWEEPS = 6;
  private static final int MOST_BENDS = 30_000; // in all; beyond, edges are straight
  private static final double BEND_WIDTH = 2;

  private final int[] tasks;               // their numbers in the graph
  private final Map<Integer, Integer> place = new HashMap<>(); // by number: the index in tasks
  private final List<TaskGraph.Edge> edges;
  private final double taskWidth;
  private final double gap;
  private final int[] level;
  private final List<List<Integer>> rows = new ArrayList<>(); // indexes of tasks, and of bends beyond them
  private final List<Integer> phases = new ArrayList<>();     // rows above which the scope waited
  private final List<int[]> chains = new ArrayList<>();       // by edge: a task, bends, a task
  private final List<List<Integer>> above = new ArrayList<>();
  private final List<List<Integer>> below = new ArrayList<>();
  private int[] row;
  private double[] x;                                         // the middle
  private int levels;

  /** {@code most}: tasks in a row. */
  Layout(List<TaskGraph.Node> all, int[] tasks, List<TaskGraph.Edge> edges, double taskWidth, double gap, int most) {
    this.tasks = tasks;
    this.edges = edges;
    this.taskWidth = taskWidth;
    this.gap = gap;
    level = new int[tasks.length];
    for (int i = 0; i < tasks.length; i++) {
      place.put(tasks[i], i);
    }
    divide(all, most);
    bend();
    arrange();
  }

  /** Edges lead from lower numbers to higher ones, and phases follow each other, so one pass finds all levels. */
  private void divide(List<TaskGraph.Node> all, int most) {
    List<List<Integer>> inputs = new ArrayList<>();
    Arrays.stream(tasks).forEach(task -> inputs.add(new ArrayList<>()));
    edges.forEach(edge -> inputs.get(place.get(edge.to())).add(place.get(edge.from())));
    List<List<Integer>> byLevel = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < tasks.length; i++) {
      if (i > 0 && all.get(tasks[i]).phase() != all.get(tasks[i - 1]).phase()) {
        first = byLevel.size();
        starts.add(first);
      }
      level[i] = Math.max(first, inputs.get(i).stream().mapToInt(input -> level[input] + 1).max().orElse(0));
      while (byLevel.size() <= level[i]) {
        byLevel.add(new ArrayList<>());
      }
      byLevel.get(level[i]).add(i);
    }
    levels = byLevel.size();
    double[] order = new double[tasks.length];
    row = new int[tasks.length];
    for (int l = 0; l < levels; l++) {
      if (starts.contains(l)) {
        phases.add(rows.size());
      }
      List<Integer> wide = byLevel.get(l);
      wide.forEach(i -> order[i] = inputs.get(i).stream().mapToDouble(input -> order[input]).average().orElse(i));
      wide.sort(Comparator.comparingDouble(i -> order[i]));
      int parts = (wide.size() + most - 1) / most;
      for (int part = 0; part < parts; part++) {
        List<Integer> one = new ArrayList<>(wide.subList(wide.size() * part / parts, wide.size() * (part + 1) / parts));
        one.forEach(i -> row[i] = rows.size());
        rows.add(one);
      }
    }
  }

  /** Gives each edge a bend in every row that it passes. */
  private void bend() {
    long bends = edges.stream().mapToLong(edge -> row[place.get(edge.to())] - row[place.get(edge.from())] - 1).sum();
    boolean straight = bends > MOST_BENDS;
    int count = tasks.length + (straight ? 0 : (int) bends);
    row = Arrays.copyOf(row, count);
    x = new double[count];
    for (int i = 0; i < count; i++) {
      above.add(new ArrayList<>());
      below.add(new ArrayList<>());
    }
    int next = tasks.length;
    for (TaskGraph.Edge edge : edges) {
      int from = place.get(edge.from());
      int to = place.get(edge.to());
      int[] chain = new int[straight ? 2 : row[to] - row[from] + 1];
      chain[0] = from;
      for (int i = 1; i < chain.length - 1; i++) {
        chain[i] = next;
        row[next] = row[from] + i;
        rows.get(row[next]).add(next++);
      }
      chain[chain.length - 1] = to;
      for (int i = 1; i < chain.length; i++) {
        above.get(chain[i]).add(chain[i - 1]);
        below.get(chain[i - 1]).add(chain[i]);
      }
      chains.add(chain);
    }
  }

  private void arrange() {
    for (List<Integer> one : rows) {
      settle(one, above, true);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 1;
      for (int r = 0; r < rows.size(); r++) {
        settle(rows.get(down ? r : rows.size() - 1 - r), down ? above : below, sweep < SWEEPS - 2);
      }
    }
    double left = Arrays.stream(x).min().orElse(0);
    for (int i = 0; i < x.length; i++) {
      x[i] -= left - taskWidth / 2;
    }
  }

  /** Moves a row's members towards their neighbours in other rows; {@code sorts}: past each other, too. */
  private void settle(List<Integer> one, List<List<Integer>> neighbours, boolean sorts) {
    double[] wish = new double[x.length];
    for (int i : one) {
      wish[i] = neighbours.get(i).stream().mapToDouble(other -> x[other]).average().orElse(x[i]);
    }
    if (sorts) {
      one.sort(Comparator.comparingDouble(i -> wish[i]));
    }
    double[] mean = new double[one.size()]; // of a group that stands together
    double[] weight = new double[one.size()];
    int[] end = new int[one.size()];
    int groups = 0;
    double offset = 0;
    double[] offsets = new double[one.size()];
    for (int k = 0; k < one.size(); k++) {
      int i = one.get(k);
      offset += k == 0 ? 0 : (width(one.get(k - 1)) + width(i)) / 2
          + (isTask(i) && isTask(one.get(k - 1)) ? gap : gap / 2);
      offsets[k] = offset;
      mean[groups] = wish[i] - offset;
      weight[groups] = isTask(i) ? 1 : 2; // edges are to be straight
      end[groups++] = k + 1;
      while (groups > 1 && mean[groups - 2] >= mean[groups - 1]) {
        groups--;
        double both = weight[groups - 1] + weight[groups];
        mean[groups - 1] = (mean[groups - 1] * weight[groups - 1] + mean[groups] * weight[groups]) / both;
        weight[groups - 1] = both;
        end[groups - 1] = end[groups];
      }
    }
    for (int group = 0, k = 0; group < groups; group++) {
      for (; k < end[group]; k++) {
        x[one.get(k)] = mean[group] + offsets[k];
      }
    }
  }

  private double width(int i) {
    return isTask(i) ? taskWidth : BEND_WIDTH;
  }

  private boolean isTask(int i) {
    return i < tasks.length;
  }

  int[] tasks() {
    return tasks;
  }

  List<TaskGraph.Edge> edges() {
    return edges;
  }

  /** How many tasks the longest chain has. */
  int levels() {
    return levels;
  }

  int rows() {
    return rows.size();
  }

  /** The rows above which the scope waited for all tasks so far. */
  List<Integer> phases() {
    return phases;
  }

  double width() {
    return Arrays.stream(x).max().orElse(0) + taskWidth / 2;
  }

  /** The middle of a task, or of a bend of an edge. */
  double x(int index) {
    return x[index];
  }

  int row(int index) {
    return row[index];
  }

  /** What an edge goes through: indexes of its first task, its bends and its last task. */
  int[] chain(int edge) {
    return chains.get(edge);
  }
}
