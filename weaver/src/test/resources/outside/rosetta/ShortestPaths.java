import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Dijkstra's algorithm from every vertex. */
public class ShortestPaths {
  private record Edge(String to, int cost) {}

  private record Stop(String at, int cost) {}

  private final Map<String, List<Edge>> graph = new HashMap<>();

  private void edge(String from, String to, int cost) {
    graph.computeIfAbsent(from, name -> new ArrayList<>()).add(new Edge(to, cost));
    graph.computeIfAbsent(to, name -> new ArrayList<>());
  }

  @Concurrent
  Map<String, String> paths(String from) {
    Map<String, Integer> best = new HashMap<>();
    Map<String, String> before = new HashMap<>();
    PriorityQueue<Stop> open = new PriorityQueue<>(Comparator.comparingInt(Stop::cost).thenComparing(Stop::at));
    best.put(from, 0);
    open.add(new Stop(from, 0));
    while (!open.isEmpty()) {
      Stop stop = open.poll();
      if (stop.cost() > best.get(stop.at())) {
        continue;
      }
      for (Edge edge : graph.get(stop.at())) {
        int cost = stop.cost() + edge.cost();
        if (cost < best.getOrDefault(edge.to(), Integer.MAX_VALUE)) {
          best.put(edge.to(), cost);
          before.put(edge.to(), stop.at());
          open.add(new Stop(edge.to(), cost));
        }
      }
    }
    Map<String, String> paths = new java.util.TreeMap<>();
    for (String to : best.keySet()) {
      Deque<String> path = new ArrayDeque<>();
      for (String at = to; at != null; at = before.get(at)) {
        path.addFirst(at);
      }
      paths.put(to, best.get(to) + " by " + path);
    }
    return paths;
  }

  @Synchronized
  void print() {
    for (String from : graph.keySet().stream().sorted().toList()) {
      System.out.println(from + ": " + paths(from));
    }
  }

  public static void main(String[] args) {
    ShortestPaths city = new ShortestPaths();
    for (int i = 0; i < 40; i++) {
      city.edge("v" + i, "v" + (i * 7 + 3) % 40, 3 + i % 5);
      city.edge("v" + i, "v" + (i + 1) % 40, 9);
      city.edge("v" + i, "v" + (i * i) % 40, 14 - i % 4);
    }
    city.print();
  }
}
