import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tasks that change collections and drop what the changes return: none of them depends on another one. */
public class Counts {
  @Concurrent
  static void count(String text, Map<String, Integer> counts) {
    for (String word : text.split(" ")) {
      counts.merge(word, 1, Integer::sum);
    }
  }

  @Synchronized
  static void countAll(List<String> texts, Map<String, Integer> counts) { //! spawned=60 syncs=1
    for (String text : texts) {
      count(text, counts); //= spawned
    }
  }

  @Concurrent
  static void weigh(String text, TreeMap<String, Double> weights) {
    for (String word : text.split(" ")) {
      weights.merge(word, 1.0 / text.length(), (a, b) -> a + 0.3 * b);
    }
  }

  @Synchronized
  static void weighAll(List<String> texts, TreeMap<String, Double> weights) { //! spawned=60 syncs=1
    for (String text : texts) {
      weigh(text, weights); //= spawned
    }
  }

  @Concurrent
  static int index(int i, String text, Map<Character, String> last, Set<String> words, Map<String, Long> squares) {
    for (String word : text.split(" ")) {
      last.put(word.charAt(0), word);
      words.add(word);
      squares.compute(word, (key, sum) -> sum == null ? 1 : sum + key.length() * (long) i);
    }
    last.putIfAbsent('!', text);
    words.remove("c" + (i - 1));
    return text.length();
  }

  @Synchronized
  static int indexAll(List<String> texts, Map<Character, String> last, Set<String> words, Map<String, Long> squares) { //! spawned=60 deferred=60 syncs=1
    int length = 0;
    for (int i = 0; i < texts.size(); i++) {
      length += index(i, texts.get(i), last, words, squares); //= spawned deferred
    }
    return length; //= synced
  }

  @Concurrent
  static void take(int i, List<Integer> open, ArrayList<Integer> last) {
    open.remove((Object) (2 * i));
    last.set(i % 4, i);
  }

  @Synchronized
  static void takeAll(int n, List<Integer> open, ArrayList<Integer> last) { //! spawned=60 syncs=1
    for (int i = 0; i < n; i++) {
      take(i, open, last); //= spawned
    }
  }

  public static void main(String[] args) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      texts.add("a b a k" + i % 3 + " c" + i + " a b");
    }
    Map<String, Integer> counts = new HashMap<>(Map.of("a", 5));
    countAll(texts, counts);
    TreeMap<String, Double> weights = new TreeMap<>();
    weighAll(texts, weights);
    System.out.println(counts + " " + weights);
    Map<Character, String> last = new LinkedHashMap<>();
    Set<String> words = new TreeSet<>();
    Map<String, Long> squares = new HashMap<>();
    System.out.println(indexAll(texts, last, words, squares) + " " + last + " " + words + " " + squares);
    List<Integer> open = new LinkedList<>();
    for (int i = 0; i < 100; i++) {
      open.add(i);
    }
    ArrayList<Integer> four = new ArrayList<>(List.of(-1, -1, -1, -1));
    takeAll(60, open, four);
    System.out.println(open + " " + four);
  }
}
