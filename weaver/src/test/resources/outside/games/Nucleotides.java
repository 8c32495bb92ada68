import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How often short sequences occur in a long one that a generator made; patterns in it; and its complement. */
public class Nucleotides {
  private static int seed = 42;

  private static double random(double max) {
    seed = (seed * 3877 + 29573) % 139968;
    return max * seed / 139968;
  }

  static String generate(int length) {
    char[] letters = {'A', 'C', 'G', 'T'};
    double[] upTo = {0.3029549426680, 0.5009432431601, 0.6984905497992, 1};
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      double r = random(1);
      int k = 0;
      while (upTo[k] < r) {
        k++;
      }
      text.append(letters[k]);
    }
    return text.toString();
  }

  @Concurrent
  static Map<String, Integer> frame(String text, int length) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + length <= text.length(); i++) {
      counts.merge(text.substring(i, i + length), 1, Integer::sum);
    }
    return counts;
  }

  @Concurrent
  static String frequencies(String text, int length) {
    List<Map.Entry<String, Integer>> all = new ArrayList<>(frame(text, length).entrySet());
    all.sort(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, Integer> each : all) {
      out.append(String.format(Locale.ROOT, "%s %.3f%n", each.getKey(),
          each.getValue() * 100.0 / (text.length() - length + 1)));
    }
    return out.toString();
  }

  @Concurrent
  static long matches(String text, String pattern) {
    return java.util.regex.Pattern.compile(pattern).matcher(text).results().count();
  }

  @Concurrent
  static void complement(char[] block) {
    for (int l = 0, r = block.length - 1; l <= r; l++, r--) {
      char t = "TGAC".charAt("ACTG".indexOf(block[l]));
      block[l] = "TGAC".charAt("ACTG".indexOf(block[r]));
      block[r] = t;
    }
  }

  @Synchronized
  static void report(String text) {
    for (int length = 1; length <= 2; length++) {
      System.out.println(frequencies(text, length));
    }
    Map<String, Integer> some = new LinkedHashMap<>();
    for (String wanted : new String[] {"GGT", "GGTA", "GGTATT", "GGTATTTTAATT"}) {
      some.put(wanted, frame(text, wanted.length()).getOrDefault(wanted, 0));
    }
    System.out.println(some);
    for (String pattern : List.of("AGGG[TC]AAA|TTT[AG]CCCT", "[CGT]GG", "A{3,}", "(AC)+T")) {
      System.out.println(pattern + " " + matches(text, pattern));
    }
    char[][] blocks = new char[20][];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = text.substring(i * 400, (i + 1) * 400).toCharArray();
      complement(blocks[i]);
    }
    StringBuilder back = new StringBuilder();
    for (int i = blocks.length - 1; i >= 0; i--) {
      back.append(blocks[i]);
    }
    System.out.println(back.substring(0, 60) + " " + back.toString().hashCode());
  }

  public static void main(String[] args) {
    report(generate(8000));
  }
}
