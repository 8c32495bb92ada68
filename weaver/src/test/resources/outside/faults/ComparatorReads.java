// A PriorityQueue orders by an array that its comparator reads and that the scope goes on to change.
import dev.deco.*;
import java.util.*;

class Main {
  @Concurrent static void insert(PriorityQueue<Integer> queue, int v) { queue.add(v); }
  @Synchronized static String run(int n) {
    double[] dist = new double[n];
    PriorityQueue<Integer> queue = new PriorityQueue<>((x, y) -> Double.compare(dist[x], dist[y]));
    for (int i = 0; i < 4 * n; i++) {
      dist[i % n] = (i * 7919L) % 101;
      insert(queue, i % n);
    }
    StringBuilder order = new StringBuilder();
    while (!queue.isEmpty()) order.append(queue.poll()).append(' ');
    return order.toString();
  }
  public static void main(String[] a) { for (int i = 0; i < 5; i++) System.out.println(run(30)); }
}
