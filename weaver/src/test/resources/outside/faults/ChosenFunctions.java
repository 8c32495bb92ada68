import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.*;
import java.util.stream.*;

/** A function that is an operand may be one of two. */
public class ChosenFunctions {
  static int calls;

  @Concurrent
  static int square(int x) {
    int s = x;
    for (int i = 0; i < 2000; i++) {
      s = s * 31 + i;
    }
    return s % 1000 + x * x;
  }

  @Concurrent
  static void count(Map<String, Integer> counts, int i, boolean adds) {
    counts.merge("k" + i % 3, i, adds ? (a, b) -> a * 3 - b : Integer::sum);
  }

  @Synchronized
  static Map<String, Integer> merged(int n, boolean adds) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      counts.merge("k" + i % 3, square(i), adds ? (a, b) -> a * 3 - b : Integer::sum);
    }
    for (int i = 0; i < n; i++) {
      count(counts, i, adds);
    }
    return counts;
  }

  @Synchronized
  static int[] ranges(int n, boolean late) {
    int[] out = new int[n];
    (late ? IntStream.range(n / 2, n) : IntStream.range(0, n - 1)).forEach(i -> out[i] = square(i));
    (late ? IntStream.range(0, n / 2) : IntStream.rangeClosed(n - 2, n - 1)).forEach(i -> out[i] += square(i));
    return out;
  }

  @Synchronized
  static List<Integer> streams(int n, boolean counts) {
    return IntStream.range(0, n).boxed()
        .map(counts ? i -> square(i) + calls++ : i -> square(i))
        .collect(Collectors.toList());
  }

  @Synchronized
  static List<Integer> loops(List<Integer> given, boolean counts) {
    List<Integer> out = new ArrayList<>();
    given.forEach(counts ? i -> out.add(square(i) + calls++) : i -> out.add(square(i)));
    given.replaceAll(counts ? i -> square(i) + calls++ : i -> square(i));
    out.addAll(given);
    return out;
  }

  static class Counting implements Comparator<Integer> {
    int compared;
    public int compare(Integer a, Integer b) {
      compared++;
      calls++;
      return a.compareTo(b);
    }
  }

  static final Counting COUNTING = new Counting();

  static Map<Integer, Integer> map(boolean counts) {
    return new TreeMap<>(counts ? COUNTING : null);
  }

  @Concurrent
  static int lookUp(Map<Integer, Integer> map, int key) {
    return map.getOrDefault(key, -1) + square(key);
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
      out.add(calls);
    }
    return out;
  }

  public static void main(String[] args) {
    for (boolean which : new boolean[] {false, true, false}) {
      System.out.println(merged(20, which));
      System.out.println(Arrays.toString(ranges(20, which)));
      System.out.println(streams(20, which));
      System.out.println(loops(new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7)), which));
      System.out.println(lookUps(12, which));
      System.out.println(calls + " " + COUNTING.compared);
    }
  }
}
