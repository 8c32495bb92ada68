package dev.deco.cli.graph;

import dev.deco.internal.runtime.TaskGraph;
import java.util.List;

/** A graph of tasks in the language of Graphviz. */
final class DotGraph {
  private DotGraph() {}

  static String text(TaskGraph graph) {
    List<TaskGraph.Node> tasks = graph.tasks();
    List<TaskGraph.Edge> edges = graph.edges();
    CriticalPath critical = new CriticalPath(tasks, edges);
    StringBuilder text = new StringBuilder("digraph tasks {\n  node [shape=box, style=rounded];\n");
    for (int number = 0; number < tasks.size(); number++) {
      TaskGraph.Node task = tasks.get(number);
      text.append("  t").append(number).append(" [label=\"").append(quoted(Names.of(task))).append("\\n")
          .append(quoted(Names.place(task))).append("\\n").append(Names.time(task.nanos())).append('"')
          .append(critical.has(number) ? ", color=red, penwidth=2" : "").append("];\n");
    }
    for (TaskGraph.Edge edge : edges) {
      text.append("  t").append(edge.from()).append(" -> t").append(edge.to()).append(" [label=\"")
          .append(quoted(Names.of(edge))).append('"').append(critical.has(edge) ? ", color=red, penwidth=2" : "")
          .append("];\n");
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
