import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Look-and-say sequences from several seeds. */
public class LookAndSay {
  private static final Pattern RUN = Pattern.compile("(.)\\1*");

  static String next(String text) {
    Matcher runs = RUN.matcher(text);
    StringBuffer said = new StringBuffer();
    while (runs.find()) {
      runs.appendReplacement(said, runs.group().length() + runs.group(1));
    }
    runs.appendTail(said);
    return said.toString();
  }

  @Concurrent
  static String after(String seed, int steps) {
    String text = seed;
    for (int i = 0; i < steps; i++) {
      text = next(text);
    }
    return text;
  }

  @Synchronized
  static String summary(int steps, String... seeds) {
    String[] results = new String[seeds.length];
    for (int i = 0; i < seeds.length; i++) {
      results[i] = after(seeds[i], steps);
    }
    int total = 0;
    for (String result : results) {
      total += result.length();
    }
    return total + " " + String.join(" ", results);
  }

  public static void main(String[] args) {
    System.out.println(summary(7, "1", "22", "3", "312"));
    System.out.println(summary(25, "1", "2", "11", "1231").hashCode());
  }
}
