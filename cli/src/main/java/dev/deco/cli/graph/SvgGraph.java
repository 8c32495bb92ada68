package dev.deco.cli.graph;

import dev.deco.internal.runtime.TaskGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A drawing of a graph of tasks, in levels from top to bottom: a task stands below all that it waited for, as high as
 * that lets it, and near the middle of them (Sugiyama, Tagawa, Toda, 1981, with one pass from above). So what stands on
 * one level could run at the same time, and the number of levels is the length of the longest chain.
 */
final class SvgGraph {
  private static final int WIDTH = 150;
  private static final int HEIGHT = 36;
  private static final int GAP = 14;
  private static final int BETWEEN = 56;
  private static final int MARGIN = 20;
  private static final int MOST_LABELS = 150; // beyond, labels of edges hide each other: they show under the pointer
  private static final int HUES = 360;
  private static final int HUE_STEP = 137;    // neighbours in hash look different

  private final TaskGraph graph;
  private final List<TaskGraph.Node> tasks;
  private final List<TaskGraph.Edge> edges;
  private final List<List<Integer>> levels = new ArrayList<>();
  private final double[] x;
  private final int[] level;
  private final StringBuilder text = new StringBuilder();

  SvgGraph(TaskGraph graph) {
    this.graph = graph;
    tasks = graph.tasks();
    edges = graph.edges();
    x = new double[tasks.size()];
    level = new int[tasks.size()];
    layOut();
  }

  /** Edges lead from lower numbers to higher ones, so one pass in that order finds all levels. */
  private void layOut() {
    List<List<Integer>> before = new ArrayList<>();
    tasks.forEach(task -> before.add(new ArrayList<>()));
    edges.forEach(edge -> before.get(edge.to()).add(edge.from()));
    for (int task = 0; task < tasks.size(); task++) {
      level[task] = before.get(task).stream().mapToInt(earlier -> level[earlier] + 1).max().orElse(0);
      while (levels.size() <= level[task]) {
        levels.add(new ArrayList<>());
      }
      levels.get(level[task]).add(task);
    }
    int widest = levels.stream().mapToInt(List::size).max().orElse(1);
    for (List<Integer> row : levels) {
      double[] middle = new double[tasks.size()];
      row.forEach(task -> middle[task] = before.get(task).stream().mapToDouble(earlier -> x[earlier]).average()
          .orElse(task));
      row.sort(Comparator.comparingDouble(task -> middle[task]));
      double left = MARGIN + (widest - row.size()) * (WIDTH + GAP) / 2.0;
      for (int task : row) {
        x[task] = left;
        left += WIDTH + GAP;
      }
    }
  }

  private int y(int task) {
    return MARGIN + level[task] * (HEIGHT + BETWEEN);
  }

  String text() {
    int widest = levels.stream().mapToInt(List::size).max().orElse(1);
    int width = 2 * MARGIN + Math.max(2, widest) * (WIDTH + GAP) - GAP;
    int height = 2 * MARGIN + Math.max(1, levels.size()) * (HEIGHT + BETWEEN) - BETWEEN + BETWEEN / 2;
    add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
        + "font-family=\"sans-serif\" font-size=\"11\" text-anchor=\"middle\">", width, height, width, height);
    add("<title>%d tasks, longest chain %d</title>", tasks.size(), levels.size());
    add("<defs><marker id=\"end\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
        + "orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#777\"/></marker></defs>");
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    edges.forEach(this::edge);
    for (int task = 0; task < tasks.size(); task++) {
      task(task);
    }
    add("<text x=\"%d\" y=\"%d\" text-anchor=\"start\" fill=\"#555\">%s</text>", MARGIN, height - MARGIN / 2,
        escaped((tasks.size() + " tasks, " + edges.size() + " edges, longest chain " + levels.size() + " "
            + Names.note(graph)).strip()));
    return text.append("</svg>\n").toString();
  }

  private void edge(TaskGraph.Edge edge) {
    double fromX = x[edge.from()] + WIDTH / 2.0;
    double toX = x[edge.to()] + WIDTH / 2.0;
    int fromY = y(edge.from()) + HEIGHT;
    int toY = y(edge.to());
    double bend = BETWEEN / 2.0;
    String what = escaped(Names.of(edge));
    add("<path d=\"M%.1f %d C%.1f %.1f %.1f %.1f %.1f %d\" fill=\"none\" stroke=\"#777\" marker-end=\"url(#end)\">"
        + "<title>%s to %s: %s</title></path>", fromX, fromY, fromX, fromY + bend, toX, toY - bend, toX, toY,
        escaped(Names.of(tasks.get(edge.from()))), escaped(Names.of(tasks.get(edge.to()))), what);
    if (edges.size() <= MOST_LABELS) { // nearer to its end, where edges of one task part from those of others
      add("<text x=\"%.1f\" y=\"%d\" font-size=\"9\" fill=\"#444\" stroke=\"white\" stroke-width=\"3\" "
          + "paint-order=\"stroke\">%s</text>", fromX + (toX - fromX) * 2 / 3, toY - BETWEEN / 3, what);
    }
  }

  private void task(int number) {
    TaskGraph.Node task = tasks.get(number);
    int hue = Math.floorMod(task.method().hashCode() * HUE_STEP, HUES);
    add("<g><title>%s</title><rect x=\"%.1f\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"hsl(%d, 70%%, 90%%)\" "
        + "stroke=\"hsl(%d, 50%%, 45%%)\"/>", escaped(task.method()), x[number], y(number), WIDTH, HEIGHT, hue, hue);
    double middle = x[number] + WIDTH / 2.0;
    add("<text x=\"%.1f\" y=\"%d\">%s</text>", middle, y(number) + 15, escaped(Names.of(task)));
    add("<text x=\"%.1f\" y=\"%d\" font-size=\"9\" fill=\"#555\">%s</text></g>", middle, y(number) + 28,
        escaped(Names.place(task)));
  }

  private void add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escaped(String name) {
    return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
