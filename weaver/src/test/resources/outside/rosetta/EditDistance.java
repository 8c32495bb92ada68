import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** Levenshtein distances between words, as a table, and for each word the nearest other one. */
public class EditDistance {
  private static final String[] WORDS = ("rosetta code kitten sitting saturday sunday abracadabra alakazam "
      + "distance instance industry interest raisethysword fortyfour").split(" ");

  @Concurrent
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
      }
    }
    return cost[a.length()][b.length()];
  }

  @Synchronized
  static int[][] table(String[] words) {
    int[][] table = new int[words.length][words.length];
    for (int i = 0; i < words.length; i++) {
      for (int j = i + 1; j < words.length; j++) {
        table[i][j] = distance(words[i], words[j]);
        table[j][i] = table[i][j];
      }
    }
    return table;
  }

  @Synchronized
  static String nearest(int of) {
    int best = Integer.MAX_VALUE;
    String name = "";
    for (int j = 0; j < WORDS.length; j++) {
      int d = distance(WORDS[of], WORDS[j]);
      if (j != of && d < best) {
        best = d;
        name = WORDS[j];
      }
    }
    return name;
  }

  public static void main(String[] args) {
    int[][] table = table(WORDS);
    for (int i = 0; i < WORDS.length; i++) {
      StringBuilder line = new StringBuilder(String.format("%-14s", WORDS[i]));
      for (int d : table[i]) {
        line.append(String.format("%3d", d));
      }
      System.out.println(line + "  " + nearest(i));
    }
  }
}
