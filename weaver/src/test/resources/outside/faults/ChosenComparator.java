import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A map is made with one of two comparators: one of them counts, the other is none. */
public class ChosenComparator {
  static int compared;

  static int compare(Integer a, Integer b) {
    compared++;
    return a.compareTo(b);
  }

  static Map<Integer, Integer> map(boolean counts) {
    return new TreeMap<>(counts ? ChosenComparator::compare : (Comparator<Integer>) null);
  }

  @Concurrent
  static int lookUp(Map<Integer, Integer> map, int key) {
    int s = key;
    for (int i = 0; i < 3000; i++) {
      s = s * 31 + i;
    }
    return map.getOrDefault(key, -1) + s % 10;
  }

  @Synchronized
  static List<Integer> lookUps(int n, boolean counts) {
    Map<Integer, Integer> map = map(counts);
    for (int i = 0; i < n; i += 2) {
      map.put(i, i * 10);
    }
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      out.add(lookUp(map, i));
      out.add(compared);
    }
    return out;
  }

  public static void main(String[] args) {
    System.out.println(lookUps(12, true));
    System.out.println(lookUps(12, false));
    System.out.println(lookUps(12, true));
  }
}
