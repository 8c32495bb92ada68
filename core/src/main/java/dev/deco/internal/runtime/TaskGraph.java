package dev.deco.internal.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tasks of a process and what ordered them, recorded while it runs. Every call that may become a task then does, so
 * that the graph does not depend on timing: an edge is there whether or not the earlier task had ended.
 *
 * <p><b>Concurrency:</b> any thread.
 */
public final class TaskGraph {
  private static volatile TaskGraph recording; // set once, before the first scope

  /**
   * A task.
   *
   * @param method the concurrent method, as in {@code pkg.Main.f(int,double)}
   * @param file the source file of the call
   * @param line the line of the call
   * @param call the how manieth call of that line it is, from 1
   */
  public record Node(String method, String file, int line, int call) {}

  /** The later task waited for the earlier one; what for: names of data, as the source has them, or of results. */
  public record Edge(int from, int to, Set<String> what) {}

  private final int most;
  private final List<Node> nodes = new ArrayList<>();                 // guarded by this, as is all that follows
  private final Map<Long, Edge> edges = new LinkedHashMap<>();
  private final Map<Site, Integer> calls = new HashMap<>();
  private long beyond;

  private TaskGraph(int most) {
    this.most = most;
  }

  /** Begins to record, at most so many tasks; to be called before the first scope is opened. */
  public static TaskGraph record(int most) {
    TaskGraph graph = new TaskGraph(most);
    recording = graph;
    return graph;
  }

  /** Where tasks are recorded, or {@code null}. */
  static TaskGraph recording() {
    return recording;
  }

  /** A new task; its number, or -1 if there are too many. */
  synchronized int task(Site site) {
    int call = calls.merge(site, 1, Integer::sum);
    if (nodes.size() == most) {
      beyond++;
      return -1;
    }
    nodes.add(new Node(site.method(), site.file(), site.line(), call));
    return nodes.size() - 1;
  }

  /** Task {@code to} comes after task {@code from}. */
  synchronized void edge(int from, int to, String what) {
    if (from >= 0 && to >= 0) {
      edges.computeIfAbsent((long) from * most + to, any -> new Edge(from, to, new LinkedHashSet<>())).what.add(what);
    }
  }

  /** Whether no more tasks are recorded. */
  synchronized boolean full() {
    return beyond > 0;
  }

  /** The tasks so far. An edge names its tasks by their places in this list. */
  public synchronized List<Node> tasks() {
    return List.copyOf(nodes);
  }

  public synchronized List<Edge> edges() {
    return edges.values().stream().map(edge -> new Edge(edge.from, edge.to, Set.copyOf(edge.what))).toList();
  }

  /** How many tasks more there were. */
  public synchronized long beyond() {
    return beyond;
  }
}
