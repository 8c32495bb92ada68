package dev.deco.cli.graph;

import dev.deco.internal.runtime.TaskGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A drawing of a graph of tasks: scope by scope, each in levels from top to bottom ({@link Layout}), with the
 * {@link CriticalPath} in red. Above it stands what the colours mean, and how long the methods took. Where there are
 * many tasks they are small, and say what they are under the pointer.
 */
final class SvgGraph {
  private static final int MOST_LARGE = 150;    // tasks; beyond, they are small
  private static final int MOST_LABELS = 400;   // edges; beyond, they say what they are about under the pointer
  private static final int MARGIN = 20;
  private static final int LINE = 16;           // of the text above
  private static final int PAGE = 1500;         // scopes stand beside each other up to that width
  private static final double LETTER = 6.1;     // about the width of one
  private static final double SMALL_LETTER = 4.9;
  private static final double GOLDEN_ANGLE = 137.508; // hues of a few methods are far from each other

  /** A box that nothing else may cover. */
  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private final TaskGraph graph;
  private final List<TaskGraph.Node> tasks;
  private final List<TaskGraph.Edge> edges;
  private final CriticalPath critical;
  private final boolean large;
  private final double taskWidth;
  private final int taskHeight;
  private final int between;
  private final Map<String, List<TaskGraph.Node>> methods = new LinkedHashMap<>();
  private final Map<String, Long> hues = new LinkedHashMap<>();
  private final List<Box> boxes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private boolean labelsHidden;

  SvgGraph(TaskGraph graph) {
    this.graph = graph;
    tasks = graph.tasks();
    edges = graph.edges();
    critical = new CriticalPath(tasks, edges);
    large = tasks.size() <= MOST_LARGE;
    int longest = tasks.stream().mapToInt(task -> Math.max(Names.of(task).length(), subtitle(task).length() * 9 / 11))
        .max().orElse(0);
    taskWidth = large ? Math.max(90, longest * LETTER + 14) : 40;
    taskHeight = large ? 36 : 16;
    between = large ? 58 : 30;
    for (TaskGraph.Node task : tasks) {
      methods.computeIfAbsent(task.method(), any -> new ArrayList<>()).add(task);
      hues.computeIfAbsent(task.method(), any -> Math.round(210 + hues.size() * GOLDEN_ANGLE) % 360);
    }
  }

  private static String subtitle(TaskGraph.Node task) {
    return Names.place(task) + ", " + Names.time(task.nanos());
  }

  String text() {
    List<Layout> scopes = scopes();
    List<double[]> corners = new ArrayList<>();
    List<String> head = head(scopes);
    double page = Math.max(PAGE, scopes.stream().mapToDouble(Layout::width).max().orElse(0));
    double left = 0;
    double top = MARGIN + (head.size() + methods.size() + 1) * LINE;
    double bottom = top;
    double right = Math.max(400, 2 * MARGIN + LETTER * head.stream().mapToInt(String::length).max().orElse(0));
    for (Layout scope : scopes) {
      if (left > 0 && left + scope.width() > page) {
        left = 0;
        top = bottom + 2 * MARGIN;
      }
      corners.add(new double[] {left + MARGIN, top});
      left += scope.width() + 2 * MARGIN;
      bottom = Math.max(bottom, top + scope.rows() * (taskHeight + between) - between);
      right = Math.max(right, left);
    }
    add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" "
        + "font-family=\"sans-serif\" font-size=\"11\">", right, bottom + MARGIN, right, bottom + MARGIN);
    add("<title>%d tasks, longest chain %d</title>", tasks.size(),
        scopes.stream().mapToInt(Layout::levels).max().orElse(0));
    add("<defs>%s%s</defs>", arrow("end", "#777"), arrow("critical", "#d00"));
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    for (int i = 0; i < scopes.size(); i++) {
      draw(scopes.get(i), corners.get(i)[0], corners.get(i)[1], scopes.size() > 1);
    }
    if (labelsHidden) {
      head.set(head.size() - 1, head.get(head.size() - 1) + " The pointer shows what an edge without a name is about.");
    }
    legend(head);
    return text.append("</svg>\n").toString();
  }

  private static String arrow(String id, String colour) {
    return "<marker id=\"" + id + "\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
        + "orient=\"auto\" markerUnits=\"userSpaceOnUse\"><path d=\"M0 0 8 4 0 8z\" fill=\"" + colour + "\"/></marker>";
  }

  private List<Layout> scopes() {
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      members.computeIfAbsent(tasks.get(i).scope(), any -> new ArrayList<>()).add(i);
    }
    Map<Integer, List<TaskGraph.Edge>> within = new LinkedHashMap<>();
    edges.forEach(edge -> within.computeIfAbsent(tasks.get(edge.to()).scope(), any -> new ArrayList<>()).add(edge));
    List<Layout> scopes = new ArrayList<>();
    members.forEach((scope, all) -> scopes.add(new Layout(tasks, all.stream().mapToInt(i -> i).toArray(),
        within.getOrDefault(scope, List.of()), taskWidth, large ? 14 : 6, large ? 12 : 60)));
    return scopes;
  }

  private List<String> head(List<Layout> scopes) {
    List<String> head = new ArrayList<>();
    head.add((tasks.size() + " tasks" + (scopes.size() > 1 ? " in " + scopes.size() + " scopes" : "") + ", "
        + edges.size() + " edges " + Names.note(graph)).strip());
    if (!tasks.isEmpty()) {
      head.add(String.format(Locale.ROOT,
          "In red, the critical path%s: %d %s, one after the other, which took %s. All tasks "
          + "together took %s: no number of workers makes them more than %.1f times as fast.",
          scopes.size() > 1 ? " of the scope that has the longest" : "", critical.length(),
          critical.length() == 1 ? "task" : "tasks", Names.time(critical.nanos()), Names.time(critical.work()),
          critical.nanos() == 0 ? 1 : (double) critical.work() / critical.nanos()));
      head.add("A task stands below those that it comes after; below a dashed line, after all above."
          + (large ? "" : " The pointer shows what a task is."));
    }
    return head;
  }

  private void legend(List<String> head) {
    int y = MARGIN;
    for (String line : head) {
      add("<text x=\"%d\" y=\"%d\" fill=\"#333\">%s</text>", MARGIN, y, escaped(line));
      y += LINE;
    }
    for (List<TaskGraph.Node> calls : methods.values()) {
      boolean shared = methods.values().stream()
          .filter(other -> Names.method(other.get(0)).equals(Names.method(calls.get(0)))).count() > 1;
      String name = shared ? Names.signature(calls.get(0)) : Names.method(calls.get(0));
      add("<rect x=\"%d\" y=\"%d\" width=\"22\" height=\"11\" rx=\"3\" %s/>", MARGIN, y - 9, colours(calls.get(0)));
      add("<text x=\"%d\" y=\"%d\" fill=\"#333\">%s, %d %s, %s</text>", MARGIN + 28, y, escaped(name),
          calls.size(), calls.size() == 1 ? "call" : "calls",
          Names.time(calls.stream().mapToLong(TaskGraph.Node::nanos).sum()));
      y += LINE;
    }
  }

  private String colours(TaskGraph.Node task) {
    long hue = hues.get(task.method());
    return "fill=\"hsl(" + hue + ", 70%, 90%)\" stroke=\"hsl(" + hue + ", 50%, 45%)\"";
  }

  private void draw(Layout scope, double left, double top, boolean framed) {
    double height = scope.rows() * (taskHeight + between) - between;
    if (framed) {
      add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"8\" fill=\"none\" stroke=\"#ddd\"/>",
          left - MARGIN / 2.0, top - MARGIN / 2.0, scope.width() + MARGIN, height + MARGIN);
    }
    for (int row : scope.phases()) {
      double y = top + row * (taskHeight + between) - between / 2.0;
      add("<path d=\"M%.1f %.1fH%.1f\" stroke=\"#999\" stroke-dasharray=\"5 4\"/>", left, y, left + scope.width());
    }
    boxes.clear();
    for (int i = 0; i < scope.tasks().length; i++) {
      double x = left + scope.x(i) - taskWidth / 2;
      double y = top + scope.row(i) * (taskHeight + between);
      boxes.add(new Box(x, y, x + taskWidth, y + taskHeight));
    }
    List<String> labels = new ArrayList<>();
    for (boolean red : new boolean[] {false, true}) { // the critical path is above the others
      for (int e = 0; e < scope.edges().size(); e++) {
        if (critical.has(scope.edges().get(e)) == red) {
          edge(scope, e, left, top, labels);
        }
      }
    }
    for (int i = 0; i < scope.tasks().length; i++) {
      task(scope.tasks()[i], boxes.get(i));
    }
    labels.forEach(this::add);
  }

  private void edge(Layout scope, int number, double left, double top, List<String> labels) {
    TaskGraph.Edge edge = scope.edges().get(number);
    int[] chain = scope.chain(number);
    boolean red = critical.has(edge);
    StringBuilder path = new StringBuilder();
    List<double[]> curves = new ArrayList<>();
    double x = left + scope.x(chain[0]);
    double y = top + scope.row(chain[0]) * (taskHeight + between) + taskHeight;
    path.append(String.format(Locale.ROOT, "M%.1f %.1f", x, y));
    for (int k = 1; k < chain.length; k++) {
      double toX = left + scope.x(chain[k]);
      double toY = top + scope.row(chain[k]) * (taskHeight + between);
      double bend = (toY - y) / 2;
      path.append(String.format(Locale.ROOT, "C%.1f %.1f %.1f %.1f %.1f %.1f", x, y + bend, toX, toY - bend, toX, toY));
      curves.add(new double[] {x, y, toX, toY});
      x = toX;
      y = toY;
      if (k < chain.length - 1) {
        y += taskHeight;
        path.append(String.format(Locale.ROOT, "V%.1f", y));
      }
    }
    String what = escaped(Names.of(edge));
    add("<path d=\"%s\" fill=\"none\" %s><title>%s to %s: %s</title></path>", path,
        red ? "stroke=\"#d00\" stroke-width=\"2\" marker-end=\"url(#critical)\""
            : large ? "stroke=\"#777\" marker-end=\"url(#end)\"" : "stroke=\"#777\" stroke-opacity=\"0.5\"",
        escaped(Names.of(tasks.get(edge.from()))), escaped(Names.of(tasks.get(edge.to()))), what);
    if (large && edges.size() <= MOST_LABELS) {
      label(what, Names.of(edge).length(), curves, labels);
    }
  }

  /** A name on its edge, at the first place where it covers no other and no task; else it is not shown. */
  private void label(String what, int letters, List<double[]> curves, List<String> labels) {
    for (int c = curves.size() - 1; c >= 0; c--) {
      for (double t : new double[] {0.6, 0.5, 0.7, 0.4, 0.8, 0.3}) {
        double[] curve = curves.get(c);
        double x = curve[0] + (curve[2] - curve[0]) * t * t * (3 - 2 * t); // its ends go straight down
        double y = curve[1] + (curve[3] - curve[1]) * (1.5 * t - 1.5 * t * t + t * t * t);
        double half = letters * SMALL_LETTER / 2;
        Box box = new Box(x - half, y - 5, x + half, y + 5);
        if (boxes.stream().noneMatch(box::meets)) {
          boxes.add(box);
          labels.add(String.format(Locale.ROOT,
              "<text x=\"%.1f\" y=\"%.1f\" font-size=\"9\" fill=\"#444\" stroke=\"white\" "
              + "stroke-width=\"3\" paint-order=\"stroke\" text-anchor=\"middle\">%s</text>", x, y + 3, what));
          return;
        }
      }
    }
    labelsHidden = true;
  }

  private void task(int number, Box box) {
    TaskGraph.Node task = tasks.get(number);
    double middle = (box.left + box.right) / 2;
    boolean red = critical.has(number);
    add("<g text-anchor=\"middle\"><title>%s&#10;%s, call %d, %s</title><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
        + "height=\"%d\" rx=\"%d\" %s/>", escaped(task.method()), escaped(Names.place(task)), task.call(),
        Names.time(task.nanos()), box.left, box.top, taskWidth, taskHeight, large ? 6 : 4, red
            ? colours(task).replaceFirst("stroke=.*", "stroke=\"#d00\" stroke-width=\"2\"") : colours(task));
    if (large) {
      add("<text x=\"%.1f\" y=\"%.1f\">%s</text>", middle, box.top + 15, escaped(Names.of(task)));
      add("<text x=\"%.1f\" y=\"%.1f\" font-size=\"9\" fill=\"#555\">%s</text></g>", middle, box.top + 28,
          escaped(subtitle(task)));
    } else {
      add("<text x=\"%.1f\" y=\"%.1f\" font-size=\"9\">#%d</text></g>", middle, box.top + 11, task.call());
    }
  }

  private void add(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escaped(String name) {
    return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
