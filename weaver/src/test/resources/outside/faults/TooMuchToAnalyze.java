// Three collections changed by one task, with a look at one of them and a throw.
import dev.deco.*;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.TreeMap;
import java.util.TreeSet;

public class TooMuchToAnalyze {
  static double work(int i) {
    double sum = i;
    for (int k = 0; k < 8000; k++) {
      sum += Math.sqrt(sum + k);
    }
    return sum;
  }

  @Concurrent
  static void enter(ArrayList<Integer> list, HashMap<Integer, String> map, TreeSet<Integer> set, int i) {
    work(i);
    list.add(i);
    map.put(i % 5, "v" + i);
    set.add(-i);
    if (!map.containsKey(i % 5)) {
      throw new IllegalStateException();
    }
  }

  @Synchronized
  static String all(int n) {
    ArrayList<Integer> list = new ArrayList<>();
    HashMap<Integer, String> map = new HashMap<>();
    TreeSet<Integer> set = new TreeSet<>();
    for (int i = 0; i < n; i++) {
      enter(list, map, set, i);
    }
    return list + " " + new TreeMap<>(map) + " " + set;
  }

  public static void main(String[] arguments) {
    for (int k = 0; k < 5; k++) {
      System.out.println(all(20));
    }
  }
}
