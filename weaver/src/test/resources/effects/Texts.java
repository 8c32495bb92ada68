import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings, patterns, parsing. */
class Texts {
  private static final Pattern WORD = Pattern.compile("(?<word>\\w+)");

  static String strings(String s) { // nothing
    return s.strip().toLowerCase(Locale.ROOT).replace('a', 'b').substring(1).concat("x").repeat(2).indent(2)
        + s.indexOf("q") + s.charAt(0) + s.isBlank() + s.compareTo("z") + s.contains("u") + s.regionMatches(0, "a", 0, 1);
  }

  static String reversed(String s) { // nothing
    StringBuilder text = new StringBuilder(s).reverse();
    for (int i = 0; i < s.length(); i++) {
      text.append(s.charAt(i)).append(i).append(1.5).insert(0, "<");
    }
    text.setCharAt(0, 'c');
    return text.deleteCharAt(2).toString();
  }

  static String formatted(double x, String name) { // read <process>.default locale, read <process>.default time zone
    return String.format(Locale.ROOT, "%5.2f %s", x, name) + "%d".formatted(3) + String.valueOf(x) + String.join(",", name, "b");
  }

  static String concatenated(int i, Object o) { // read #1*.any, read #1.any
    return "i = " + i + ", o = " + o;
  }

  static String command(String word) { // nothing
    switch (word) {
      case "go":
        return "going";
      case "stay":
        return "staying";
      default:
        return word.isEmpty() ? "" : "what?";
    }
  }

  static int vowels(String s) { // nothing
    int count = 0;
    for (char c : s.toCharArray()) {
      switch (c) {
        case 'a', 'e', 'i', 'o', 'u' -> count++;
        default -> { }
      }
    }
    return count + (int) s.chars().filter(Character::isUpperCase).count();
  }

  static List<String> words(String text) { // nothing
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group("word") + matcher.start());
    }
    return words;
  }

  static String replaced(String text) { // nothing
    return Pattern.compile("a+").matcher(text.replaceAll("b", "a")).replaceAll(match -> match.group().toUpperCase(Locale.ROOT));
  }

  static Map<String, Integer> counted(String text) { // nothing
    Map<String, Integer> counts = new TreeMap<>();
    for (String word : text.split("\\s+")) {
      counts.merge(word, 1, Integer::sum);
    }
    return counts;
  }

  static double[] numbers(String line) { // nothing
    try {
      return Arrays.stream(line.split(",")).map(String::trim).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException wrong) {
      return new double[0];
    }
  }

  static int lines(String text) { // nothing
    int count = 0;
    try (BufferedReader reader = new BufferedReader(new StringReader(text))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        count += line.isEmpty() ? 0 : 1;
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return count;
  }

  static int tokens(String text) { // read <process>.default locale
    int sum = 0;
    for (StringTokenizer tokens = new StringTokenizer(text, ";"); tokens.hasMoreTokens();) {
      sum += Integer.parseInt(tokens.nextToken());
    }
    Scanner scanner = new Scanner(text);
    while (scanner.hasNextInt()) {
      sum += scanner.nextInt();
    }
    return sum;
  }

  static String printed(int n) { // read <process>.default locale, read <process>.default time zone
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.printf("%d%n", n);
    out.println("done");
    return text.toString();
  }

  static byte[] encoded(String s) { // nothing
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(s.getBytes(StandardCharsets.UTF_8));
    out.write(7);
    return out.toByteArray();
  }

  static long packed(int a, int b) { // nothing
    ByteBuffer buffer = ByteBuffer.allocate(8);
    buffer.putInt(a).putInt(4, b).flip();
    return buffer.getLong() + ByteBuffer.wrap(new byte[] {1, 2}).getShort(0);
  }

  static int header(byte[] file) { // read #0.[B]
    return ByteBuffer.wrap(file).getInt(0) + file[5];
  }

  static String joined(List<String> parts) { // read #0*.any, read #0.content, read #0.structure, read #0{}.any, read #0{}.content, read #0{}.structure
    StringJoiner joiner = new StringJoiner(", ", "[", "]");
    parts.forEach(joiner::add);
    return joiner.toString() + String.join("-", parts);
  }

  static int safely(String text) { // nothing
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("not a number: " + text, wrong);
    } finally {
      text.length();
    }
  }

  static int distance(String a, String b) { // nothing
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int same = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
      }
    }
    return cost[a.length()][b.length()];
  }

  static Map<Character, String> codes(Map<Character, Integer> counts) { // read #0*.any, read #0.any, read #0.content, read #0.structure, read #0{}.any
    Map<Character, String> codes = new HashMap<>();
    counts.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(e -> codes.put(e.getKey(), "0" + e.getValue()));
    return codes;
  }
}
