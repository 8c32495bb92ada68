import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Bulls and cows, played by the computer against itself. */
public class BullsAndCows {
  private static List<String> candidates() {
    List<String> all = new ArrayList<>();
    for (int number = 123; number < 10000; number++) {
      String text = String.format("%04d", number);
      if (text.indexOf('0') < 0 && text.chars().distinct().count() == 4) {
        all.add(text);
      }
    }
    return all;
  }

  static int score(String guess, String secret) {
    int bulls = 0;
    int cows = 0;
    for (int i = 0; i < guess.length(); i++) {
      if (guess.charAt(i) == secret.charAt(i)) {
        bulls++;
      } else if (secret.indexOf(guess.charAt(i)) >= 0) {
        cows++;
      }
    }
    return bulls * 10 + cows;
  }

  @Concurrent
  static int turns(String secret, List<String> all) {
    List<String> left = new ArrayList<>(all);
    for (int turn = 1;; turn++) {
      String guess = left.get(left.size() / 2);
      int score = score(guess, secret);
      if (score == 40) {
        return turn;
      }
      left.removeIf(other -> score(guess, other) != score);
    }
  }

  @Synchronized
  static int[] histogram(int step) {
    List<String> all = candidates();
    int[] histogram = new int[12];
    for (int i = 0; i < all.size(); i += step) {
      histogram[turns(all.get(i), all)]++;
    }
    return histogram;
  }

  public static void main(String[] args) {
    System.out.println(java.util.Arrays.toString(histogram(29)));
  }
}
