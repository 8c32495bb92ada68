import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words that are made of the same letters. */
public class Anagrams {
  private static List<String> words() {
    List<String> words = new ArrayList<>();
    long seed = 42;
    for (int i = 0; i < 3000; i++) {
      StringBuilder word = new StringBuilder();
      seed = seed * 6364136223846793005L + 1442695040888963407L;
      int length = 3 + (int) ((seed >>> 40) % 3);
      for (int k = 0; k < length; k++) {
        seed = seed * 6364136223846793005L + 1442695040888963407L;
        word.append("aeilnorst".charAt((int) ((seed >>> 33) % 9)));
      }
      words.add(word.toString());
    }
    return words;
  }

  @Concurrent
  static String key(String word) {
    char[] letters = word.toCharArray();
    Arrays.sort(letters);
    return new String(letters);
  }

  @Synchronized
  static Map<String, List<String>> groups(List<String> words) {
    Map<String, List<String>> groups = new TreeMap<>();
    for (String word : words) {
      groups.computeIfAbsent(key(word), any -> new ArrayList<>()).add(word);
    }
    return groups;
  }

  public static void main(String[] args) {
    Map<String, List<String>> groups = groups(words());
    int largest = groups.values().stream().mapToInt(List::size).max().orElse(0);
    for (Map.Entry<String, List<String>> group : groups.entrySet()) {
      if (group.getValue().size() >= largest - 3) {
        Collections.sort(group.getValue());
        System.out.println(group.getKey() + " " + group.getValue());
      }
    }
  }
}
