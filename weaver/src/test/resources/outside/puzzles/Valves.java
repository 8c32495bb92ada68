import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which valves to open in which order: depth-first search, a call for each first step. */
public class Valves {
  private final int[] flow;
  private final int[][] distance;

  Valves(int count) {
    flow = new int[count];
    distance = new int[count][count];
    for (int i = 0; i < count; i++) {
      flow[i] = i == 0 ? 0 : (i * 7 + 3) % 23;
      for (int j = 0; j < count; j++) {
        distance[i][j] = i == j ? 0 : Math.min(Math.floorMod(i - j, count), Math.floorMod(j - i, count)) % 4 + 1;
      }
    }
  }

  private int best(int at, int minutes, BitSet open, Map<BitSet, Integer> most, int so) {
    most.merge((BitSet) open.clone(), so, Math::max);
    int best = 0;
    for (int next = 1; next < flow.length; next++) {
      int left = minutes - distance[at][next] - 1;
      if (!open.get(next) && left > 0) {
        open.set(next);
        int gain = left * flow[next];
        best = Math.max(best, gain + best(next, left, open, most, so + gain));
        open.clear(next);
      }
    }
    return best;
  }

  @Concurrent
  int from(int first, int minutes, Map<BitSet, Integer> most) {
    BitSet open = new BitSet();
    open.set(first);
    int left = minutes - distance[0][first] - 1;
    int gain = left * flow[first];
    return gain + best(first, left, open, most, gain);
  }

  @Synchronized
  int alone(int minutes) {
    int best = 0;
    for (int first = 1; first < flow.length; first++) {
      best = Math.max(best, from(first, minutes, new HashMap<>()));
    }
    return best;
  }

  @Synchronized
  int together(int minutes) {
    Map<BitSet, Integer> most = new HashMap<>();
    for (int first = 1; first < flow.length; first++) {
      from(first, minutes, most);
    }
    int best = 0;
    List<Map.Entry<BitSet, Integer>> all = new ArrayList<>(most.entrySet());
    for (Map.Entry<BitSet, Integer> mine : all) {
      for (Map.Entry<BitSet, Integer> its : all) {
        if (mine.getValue() + its.getValue() > best && !mine.getKey().intersects(its.getKey())) {
          best = mine.getValue() + its.getValue();
        }
      }
    }
    return best + all.size();
  }

  public static void main(String[] args) {
    Valves valves = new Valves(10);
    System.out.println(valves.alone(14) + " " + valves.together(11));
  }
}
