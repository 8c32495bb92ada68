import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;

/** Caesar ciphers broken by how often letters occur. */
public class BreakCaesar {
  private static final double[] ENGLISH = {8.2, 1.5, 2.8, 4.3, 12.7, 2.2, 2.0, 6.1, 7.0, 0.15, 0.77, 4.0, 2.4, 6.7, 7.5,
      1.9, 0.095, 6.0, 6.3, 9.1, 2.8, 0.98, 2.4, 0.15, 2.0, 0.074};

  static String shift(String text, int by) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      if (Character.isUpperCase(letters[i])) {
        letters[i] = (char) ('A' + (letters[i] - 'A' + by + 26) % 26);
      } else if (Character.isLowerCase(letters[i])) {
        letters[i] = (char) ('a' + (letters[i] - 'a' + by + 26) % 26);
      }
    }
    return String.valueOf(letters);
  }

  @Concurrent
  static double strangeness(String text) {
    int[] counts = new int[26];
    int total = 0;
    for (char letter : text.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
      if (letter >= 'a' && letter <= 'z') {
        counts[letter - 'a']++;
        total++;
      }
    }
    double sum = 0;
    for (int i = 0; i < 26; i++) {
      double expected = ENGLISH[i] * total / 100;
      sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    return sum;
  }

  @Synchronized
  static String solve(String secret) {
    double[] scores = new double[26];
    for (int by = 0; by < scores.length; by++) {
      scores[by] = strangeness(shift(secret, -by));
    }
    int best = 0;
    for (int by = 1; by < 26; by++) {
      if (scores[by] < scores[best]) {
        best = by;
      }
    }
    System.out.printf(java.util.Locale.ROOT, "%d %.3f%n", best, Arrays.stream(scores).min().getAsDouble());
    return shift(secret, -best);
  }

  public static void main(String[] args) {
    String text = "The quick brown fox jumps over the lazy dog, and then there is nothing more to be seen of them.";
    for (int by = 1; by < 26; by += 4) {
      System.out.println(solve(shift(text, by)));
    }
  }
}
