// Collections that are made for several threads, by their plain types: their order is that of the program.
import dev.deco.*;
import java.util.*;
import java.util.concurrent.*;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 10000; k++) {
      s += Math.sin(i + k) / k;
    }
    return s > 1e9 ? 1 : 0;
  }

  @Concurrent
  static void f(Collection<Integer> done, int i) {
    done.add(w(i % 3 == 0 ? i : 0) + i);
  }

  @Concurrent
  static void put(Map<Integer, Integer> map, int i) {
    map.merge(i % 7, w(i) + i, (a, b) -> a * 31 + b);
  }

  @Concurrent
  static int poll(Queue<Integer> queue, int i) {
    int s = w(i);
    Integer x = queue.poll();
    if (x != null && x % 3 != 0) {
      queue.add(x + i);
    }
    return x == null ? s : s + x;
  }

  @Synchronized
  static Collection<Integer> all(Collection<Integer> done, int n) {
    for (int i = 0; i < n; i++) {
      f(done, i);
    }
    return done;
  }

  @Synchronized
  static Map<Integer, Integer> merged(Map<Integer, Integer> map, int n) {
    for (int i = 0; i < n; i++) {
      put(map, i);
    }
    return map;
  }

  @Synchronized
  static String polled(int n) {
    Queue<Integer> queue = new ConcurrentLinkedQueue<>(List.of(1, 2, 3, 4));
    int s = 0;
    for (int i = 0; i < n; i++) {
      s = s * 31 + poll(queue, i);
    }
    return s + " " + queue;
  }

  public static void main(String[] args) throws Exception {
    System.out.println(all(new ConcurrentLinkedQueue<>(), 20));
    System.out.println(all(new ConcurrentLinkedDeque<>(), 20));
    System.out.println(all(new LinkedBlockingQueue<>(), 20));
    System.out.println(all(new CopyOnWriteArrayList<>(), 20));
    System.out.println(all(ConcurrentHashMap.newKeySet(), 20));
    System.out.println(merged(new ConcurrentHashMap<>(), 20));
    System.out.println(merged(new ConcurrentSkipListMap<>(), 20));
    System.out.println(polled(20));
  }
}
