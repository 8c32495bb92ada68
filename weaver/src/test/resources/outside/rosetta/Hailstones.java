import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Hailstone sequences: the longest that starts below a limit. */
public class Hailstones {
  static List<Long> sequence(long start) {
    List<Long> all = new ArrayList<>();
    long at = start;
    all.add(at);
    while (at != 1) {
      at = at % 2 == 0 ? at / 2 : 3 * at + 1;
      all.add(at);
    }
    return all;
  }

  @Concurrent
  static int length(long start) {
    return sequence(start).size();
  }

  @Synchronized
  static void report(int limit) {
    int longest = 0;
    long winner = 0;
    for (int start = 1; start < limit; start++) {
      int length = length(start);
      if (length > longest) {
        longest = length;
        winner = start;
      }
    }
    System.out.println("below " + limit + ": " + winner + " with " + longest);
  }

  public static void main(String[] args) {
    List<Long> some = sequence(27);
    System.out.println(some.size() + " " + some.subList(0, 4) + " " + some.subList(some.size() - 4, some.size()));
    report(100);
    report(5000);
  }
}
