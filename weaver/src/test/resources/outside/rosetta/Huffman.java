import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Huffman codes of several texts. */
public class Huffman {
  abstract static class Tree implements Comparable<Tree> {
    final int weight;
    final int order;

    Tree(int weight, int order) {
      this.weight = weight;
      this.order = order;
    }

    abstract void walk(String prefix, Map<Character, String> codes);

    @Override public int compareTo(Tree other) {
      return weight != other.weight ? weight - other.weight : order - other.order;
    }
  }

  static class Leaf extends Tree {
    final char letter;

    Leaf(char letter, int weight) {
      super(weight, letter);
      this.letter = letter;
    }

    @Override void walk(String prefix, Map<Character, String> codes) {
      codes.put(letter, prefix.isEmpty() ? "0" : prefix);
    }
  }

  static class Fork extends Tree {
    final Tree left;
    final Tree right;

    Fork(Tree left, Tree right, int order) {
      super(left.weight + right.weight, order);
      this.left = left;
      this.right = right;
    }

    @Override void walk(String prefix, Map<Character, String> codes) {
      left.walk(prefix + '0', codes);
      right.walk(prefix + '1', codes);
    }
  }

  @Concurrent
  static Map<Character, String> codes(String text) {
    Map<Character, Integer> counts = new TreeMap<>();
    for (char letter : text.toCharArray()) {
      counts.merge(letter, 1, Integer::sum);
    }
    PriorityQueue<Tree> trees = new PriorityQueue<>();
    counts.forEach((letter, count) -> trees.add(new Leaf(letter, count)));
    int made = 1000;
    while (trees.size() > 1) {
      trees.add(new Fork(trees.poll(), trees.poll(), made++));
    }
    Map<Character, String> codes = new TreeMap<>();
    trees.poll().walk("", codes);
    return codes;
  }

  @Concurrent
  static int length(String text, Map<Character, String> codes) {
    int bits = 0;
    for (char letter : text.toCharArray()) {
      bits += codes.get(letter).length();
    }
    return bits;
  }

  @Synchronized
  static int total(String... texts) {
    int total = 0;
    for (String text : texts) {
      Map<Character, String> codes = codes(text);
      System.out.println(codes);
      total += length(text, codes);
    }
    return total;
  }

  public static void main(String[] args) {
    System.out.println(total("this is an example for huffman encoding", "abracadabra", "zzz",
        "the quick brown fox jumps over the lazy dog"));
  }
}
