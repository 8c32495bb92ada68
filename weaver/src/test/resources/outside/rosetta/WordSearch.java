import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words found in a square of letters, by a trie. */
public class WordSearch {
  static class Trie {
    private final Map<Character, Trie> next = new HashMap<>();
    private boolean word;

    void add(String text) {
      Trie at = this;
      for (int i = 0; i < text.length(); i++) {
        at = at.next.computeIfAbsent(text.charAt(i), letter -> new Trie());
      }
      at.word = true;
    }

    Optional<Trie> step(char letter) {
      return Optional.ofNullable(next.get(letter));
    }
  }

  private final String[] grid;
  private final Trie words = new Trie();

  WordSearch(String[] grid, String... all) {
    this.grid = grid;
    for (String word : all) {
      words.add(word);
    }
  }

  private char at(int row, int column) {
    return row < 0 || row >= grid.length || column < 0 || column >= grid[row].length() ? 0 : grid[row].charAt(column);
  }

  @Concurrent
  List<String> from(int row, int column) {
    List<String> found = new ArrayList<>();
    for (int down = -1; down <= 1; down++) {
      for (int right = -1; right <= 1; right++) {
        if (down == 0 && right == 0) {
          continue;
        }
        StringBuilder text = new StringBuilder();
        Optional<Trie> trie = words.step(at(row, column));
        for (int k = 1; trie.isPresent(); k++) {
          text.append(at(row + (k - 1) * down, column + (k - 1) * right));
          if (trie.get().word) {
            found.add(text + "@" + row + "," + column);
          }
          trie = trie.get().step(at(row + k * down, column + k * right));
        }
      }
    }
    return found;
  }

  @Synchronized
  List<String> search() {
    List<String> all = new ArrayList<>();
    for (int row = 0; row < grid.length; row++) {
      for (int column = 0; column < grid[row].length(); column++) {
        all.addAll(from(row, column));
      }
    }
    return all;
  }

  public static void main(String[] args) {
    String[] grid = {"hellotworld", "eavajxolleh", "lnowirehtoq", "letterssssx", "owordtracew", "threadsrodw"};
    System.out.println(new WordSearch(grid, "hello", "java", "world", "thread", "threads", "word", "letter", "trace",
        "tar", "won", "other", "ten", "a").search());
  }
}
