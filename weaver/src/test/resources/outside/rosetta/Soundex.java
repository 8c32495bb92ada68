import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Names that sound alike. */
public class Soundex {
  private static final String CODES = "01230120022455012623010202";

  @Concurrent
  static String code(String name) {
    String upper = name.toUpperCase(java.util.Locale.ROOT);
    StringBuilder code = new StringBuilder().append(upper.charAt(0));
    char before = CODES.charAt(upper.charAt(0) - 'A');
    for (int i = 1; i < upper.length() && code.length() < 4; i++) {
      char letter = upper.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        continue;
      }
      char digit = CODES.charAt(letter - 'A');
      if (digit != '0' && digit != before) {
        code.append(digit);
      }
      if (letter != 'H' && letter != 'W') {
        before = digit;
      }
    }
    while (code.length() < 4) {
      code.append('0');
    }
    return code.toString();
  }

  @Synchronized
  static Map<String, Set<String>> index(String... names) {
    Map<String, Set<String>> index = new TreeMap<>();
    for (String name : names) {
      String code = code(name);
      Set<String> alike = index.get(code);
      if (alike == null) {
        index.put(code, alike = new TreeSet<>());
      }
      alike.add(name);
    }
    return index;
  }

  public static void main(String[] args) {
    System.out.println(index("Ashcraft", "Ashcroft", "Gauss", "Ghosh", "Hilbert", "Heilbronn", "Lee", "Lloyd", "Moses",
        "Pfister", "Robert", "Rupert", "Rubin", "Tymczak", "Soundex", "Example", "Ekzampul", "Wheaton", "Burroughs",
        "Burrows", "O'Hara", "Washington", "Lukaschowsky", "McDonnell", "Ladd"));
  }
}
