package dev.deco.cli.graph;

import dev.deco.internal.runtime.TaskGraph;

/** A graph of tasks in the language of Graphviz. */
final class DotGraph {
  private DotGraph() {}

  static String text(TaskGraph graph) {
    StringBuilder text = new StringBuilder("digraph tasks {\n  node [shape=box, style=rounded];\n");
    int number = 0;
    for (TaskGraph.Node task : graph.tasks()) {
      text.append("  t").append(number++).append(" [label=\"").append(quoted(Names.of(task))).append("\\n")
          .append(quoted(Names.place(task))).append("\"];\n");
    }
    for (TaskGraph.Edge edge : graph.edges()) {
      text.append("  t").append(edge.from()).append(" -> t").append(edge.to()).append(" [label=\"")
          .append(quoted(Names.of(edge))).append("\"];\n");
    }
    if (graph.beyond() > 0) {
      text.append("  label=\"").append(quoted(Names.note(graph))).append("\";\n");
    }
    return text.append("}\n").toString();
  }

  private static String quoted(String name) {
    return name.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
