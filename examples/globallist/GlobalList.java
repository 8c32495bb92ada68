package globallist;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Shows tasks that read a global list: each finds the word of a dictionary that is nearest to a misspelt one. After
 * each round the dictionary learns a word, which the tasks of that round must not see: there Deco waits for them, and
 * everywhere else it goes on.
 *
 * <p>Run it: {@code deco run examples/globallist/GlobalList.java [WORDS] [ROUNDS]}
 */
public final class GlobalList {
  static final List<String> DICTIONARY = new ArrayList<>();

  @Concurrent
  static String nearest(String misspelt) {
    String nearest = "";
    int best = Integer.MAX_VALUE;
    for (String word : DICTIONARY) {
      int distance = distance(misspelt, word);
      if (distance < best) {
        best = distance;
        nearest = word;
      }
    }
    return nearest;
  }

  @Synchronized
  static Map<String, String> corrections(List<List<String>> rounds) {
    var corrections = new TreeMap<String, String>();
    for (List<String> round : rounds) {
      for (String misspelt : round) corrections.put(misspelt, nearest(misspelt));
      DICTIONARY.add(round.get(0));
    }
    return corrections;
  }

  /** Levenshtein's distance: how many letters to change, insert or drop. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j < above.length; j++) above[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }

  public static void main(String[] args) {
    int words = args.length > 0 ? Integer.parseInt(args[0]) : 8_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    var random = new Random(7);
    for (int i = 0; i < words; i++) DICTIONARY.add(word(random));
    var misspelt = new ArrayList<List<String>>();
    for (int i = 0; i < rounds; i++) {
      var round = new ArrayList<String>();
      for (int j = 0; j < 100; j++) round.add(word(random));
      misspelt.add(round);
    }

    Map<String, String> corrections = corrections(misspelt);

    System.out.println(corrections.size() + " words corrected, " + DICTIONARY.size() + " in the dictionary");
    corrections.forEach((wrong, right) -> System.out.println(wrong + " -> " + right));
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    for (int i = 2 + random.nextInt(3); i > 0; i--)
      word.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
    return word.toString();
  }
}
