import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.HashMap;
import java.util.LongSummaryStatistics;
import java.util.Map;

/** Pairs of elements that get another one in between, again and again: counted, not built. */
public class Polymer {
  private final Map<String, Character> rules;
  private final Map<String, Map<Character, Long>> known = new HashMap<>();

  Polymer(Map<String, Character> rules) {
    this.rules = rules;
  }

  private static Map<Character, Long> sum(Map<Character, Long> a, Map<Character, Long> b) {
    Map<Character, Long> sum = new HashMap<>(a);
    b.forEach((element, count) -> sum.merge(element, count, Long::sum));
    return sum;
  }

  Map<Character, Long> grow(String pair, int steps) {
    if (steps == 0 || !rules.containsKey(pair)) {
      return Map.of();
    }
    Map<Character, Long> counts = known.get(pair + steps);
    if (counts == null) {
      char middle = rules.get(pair);
      counts = sum(grow("" + pair.charAt(0) + middle, steps - 1), grow("" + middle + pair.charAt(1), steps - 1));
      counts = sum(counts, Map.of(middle, 1L));
      known.put(pair + steps, counts);
    }
    return counts;
  }

  @Concurrent
  static Map<Character, Long> grown(Map<String, Character> rules, String pair, int steps) {
    return new Polymer(rules).grow(pair, steps);
  }

  @Concurrent
  Map<Character, Long> remembered(String pair, int steps) {
    return grow(pair, steps);
  }

  @Synchronized
  static long spread(Map<String, Character> rules, String start, int steps) {
    Map<Character, Long> counts = new HashMap<>();
    for (char element : start.toCharArray()) {
      counts.merge(element, 1L, Long::sum);
    }
    for (int i = 0; i + 1 < start.length(); i++) {
      counts = sum(counts, grown(rules, start.substring(i, i + 2), steps));
    }
    LongSummaryStatistics all = counts.values().stream().mapToLong(Long::longValue).summaryStatistics();
    return all.getMax() - all.getMin();
  }

  @Synchronized
  static long sharing(Polymer polymer, String start, int steps) {
    long total = start.length();
    for (int i = 0; i + 1 < start.length(); i++) {
      for (long count : polymer.remembered(start.substring(i, i + 2), steps).values()) {
        total += count;
      }
    }
    return total;
  }

  public static void main(String[] args) {
    Map<String, Character> rules = new HashMap<>();
    String letters = "NCBH";
    for (int i = 0; i < 16; i++) {
      rules.put("" + letters.charAt(i / 4) + letters.charAt(i % 4), letters.charAt((i * 7 + i / 3) % 4));
    }
    System.out.println(spread(rules, "NNCBHHNC", 10) + " " + spread(rules, "NNCBHHNC", 40));
    System.out.println(sharing(new Polymer(rules), "NNCBHHNC", 20));
  }
}
