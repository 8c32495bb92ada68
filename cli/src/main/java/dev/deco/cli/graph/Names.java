package dev.deco.cli.graph;

import dev.deco.internal.runtime.TaskGraph;
import java.util.Set;
import java.util.stream.Collectors;

/** What tasks and edges are called in graphs. */
final class Names {
  private static final int LONGEST = 28;

  private Names() {}

  /** {@code Main.f #3}. */
  static String of(TaskGraph.Node task) {
    String method = task.method().replaceFirst("\\(.*", "");
    int name = method.lastIndexOf('.');
    int type = Math.max(method.lastIndexOf('.', name - 1), method.lastIndexOf('$', name - 1));
    return shortened(method.substring(type + 1)) + " #" + task.call();
  }

  /** {@code Main.java:12}. */
  static String place(TaskGraph.Node task) {
    return task.file() + ":" + task.line();
  }

  static String of(TaskGraph.Edge edge) {
    return sorted(edge.what());
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
