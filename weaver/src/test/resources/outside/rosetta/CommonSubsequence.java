import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Longest common subsequences of pairs of strings. */
public class CommonSubsequence {
  record Pair(String left, String right) {}

  @Concurrent
  static String longest(Pair pair) {
    return longest(pair.left(), pair.right(), new String[pair.left().length() + 1][pair.right().length() + 1]);
  }

  private static String longest(String a, String b, String[][] known) {
    if (a.isEmpty() || b.isEmpty()) {
      return "";
    }
    String found = known[a.length()][b.length()];
    if (found == null) {
      String restA = a.substring(0, a.length() - 1);
      String restB = b.substring(0, b.length() - 1);
      char last = a.charAt(a.length() - 1);
      if (last == b.charAt(b.length() - 1)) {
        found = longest(restA, restB, known) + last;
      } else {
        String left = longest(restA, b, known);
        String right = longest(a, restB, known);
        found = left.length() >= right.length() ? left : right;
      }
      known[a.length()][b.length()] = found;
    }
    return found;
  }

  @Synchronized
  static Map<Pair, String> all(List<Pair> pairs) {
    Map<Pair, String> results = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      results.put(pair, longest(pair));
    }
    return results;
  }

  public static void main(String[] args) {
    List<Pair> pairs = new ArrayList<>();
    String[] texts = {"1234", "1224533324", "thisisatest", "testing123testing", "humanchimpanzee", "ACGTACCTGATTACA"};
    for (String left : texts) {
      for (String right : texts) {
        pairs.add(new Pair(left, right));
      }
    }
    all(pairs).forEach((pair, common) -> System.out.println(pair + ": " + common));
  }
}
