package dev.deco.cli.graph;

import dev.deco.internal.runtime.TaskGraph;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What tasks and edges are called in graphs. */
final class Names {
  private static final int LONGEST = 28;

  private Names() {}

  /** {@code Main.f #3}. */
  static String of(TaskGraph.Node task) {
    return method(task) + " #" + task.call();
  }

  /** {@code Main.f}. */
  static String method(TaskGraph.Node task) {
    String method = task.method().replaceFirst("\\(.*", "");
    int name = method.lastIndexOf('.');
    int type = Math.max(method.lastIndexOf('.', name - 1), method.lastIndexOf('$', name - 1));
    return shortened(method.substring(type + 1));
  }

  /** {@code Main.f(int, Grid)}, for methods that share a name. */
  static String signature(TaskGraph.Node task) {
    String types = task.method().replaceFirst("[^(]*", "");
    return method(task) + types.replaceAll("[\\w$]*[.$]", "").replace(",", ", ");
  }

  /** {@code Main.java:12}. */
  static String place(TaskGraph.Node task) {
    return task.file() + ":" + task.line();
  }

  static String of(TaskGraph.Edge edge) {
    return sorted(edge.what());
  }

  /** {@code 1.3 ms}: two digits that count, or more where it is long. */
  static String time(long nanos) {
    String[] units = {"ns", "us", "ms", "s"};
    double value = nanos;
    int unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, value < 9.95 && unit > 0 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }

  static String note(TaskGraph graph) {
    return graph.beyond() == 0 ? "" : "and " + graph.beyond() + " tasks more, which are not drawn";
  }

  private static String sorted(Set<String> names) {
    return names.stream().sorted().map(Names::shortened).collect(Collectors.joining(", "));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 3) + "...";
  }
}
