package dev.deco.internal.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tasks of a process, how long each took and what ordered them, recorded while it runs. Every call that may become a
 * task then does, so that the graph does not depend on timing: an edge is there whether or not the earlier task had ended.
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
   * @param scope the number of its scope, from 0, in the order of their first tasks
   * @param phase how many times its scope had waited for all tasks before it: it comes after all tasks of earlier phases
   * @param nanos how long it ran, from its start to its end; 0 if it did not
   */
  public record Node(String method, String file, int line, int call, int scope, int phase, long nanos) {}

  /** The later task waited for the earlier one; what for: names of data, as the source has them, or of results. */
  public record Edge(int from, int to, Set<String> what) {}

  /** Where one scope's tasks are recorded. Its scope's thread's. */
  final class Recorder {
    private int number = -1;
    private int phase;
    private boolean waited;

    /** A new task; its number, or -1 if there are too many. */
    int task(Site site) {
      phase += waited ? 1 : 0;
      waited = false;
      return add(site, this);
    }

    /** The scope has waited for all of its tasks so far. */
    void waited() {
      waited = number >= 0;
    }
  }

  private final int most;
  private final List<Node> nodes = new ArrayList<>();                 // guarded by this, as is all that follows
  private final Map<Long, Edge> edges = new LinkedHashMap<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private long[] nanos = {};
  private int scopes;
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

  /** A recorder for a new scope, or {@code null}. */
  static Recorder recorder() {
    TaskGraph graph = recording;
    return graph == null ? null : graph.new Recorder();
  }

  /** Where tasks are recorded, or {@code null}. */
  static TaskGraph recording() {
    return recording;
  }

  private synchronized int add(Site site, Recorder scope) {
    int call = calls.merge(site.method() + site.file() + site.line(), 1, Integer::sum);
    if (nodes.size() == most) {
      beyond++;
      return -1;
    }
    if (scope.number < 0) {
      scope.number = scopes++;
    }
    nodes.add(new Node(site.method(), site.file(), site.line(), call, scope.number, scope.phase, 0));
    return nodes.size() - 1;
  }

  /** Task {@code to} comes after task {@code from}. */
  synchronized void edge(int from, int to, String what) {
    if (from >= 0 && to >= 0) {
      edges.computeIfAbsent((long) from * most + to, any -> new Edge(from, to, new LinkedHashSet<>())).what.add(what);
    }
  }

  /** A task has ended. What it took counts, where it was run again the last time. */
  synchronized void ran(int task, long took) {
    if (task >= 0) {
      if (task >= nanos.length) {
        nanos = Arrays.copyOf(nanos, Math.max(nodes.size(), 2 * nanos.length));
      }
      nanos[task] = took;
    }
  }

  /** Whether no more tasks are recorded. */
  synchronized boolean full() {
    return beyond > 0;
  }

  /** The tasks so far. An edge names its tasks by their places in this list. */
  public synchronized List<Node> tasks() {
    List<Node> tasks = new ArrayList<>();
    for (Node node : nodes) {
      long took = tasks.size() < nanos.length ? nanos[tasks.size()] : 0;
      tasks.add(new Node(node.method, node.file, node.line, node.call, node.scope, node.phase, took));
    }
    return List.copyOf(tasks);
  }

  public synchronized List<Edge> edges() {
    return edges.values().stream().map(edge -> new Edge(edge.from, edge.to, Set.copyOf(edge.what))).toList();
  }

  /** How many tasks more there were. */
  public synchronized long beyond() {
    return beyond;
  }
}
