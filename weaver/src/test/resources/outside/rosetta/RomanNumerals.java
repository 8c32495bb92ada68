import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.LinkedHashMap;
import java.util.Map;

/** Roman numerals there and back, and which year is written longest. */
public class RomanNumerals {
  private static final Map<String, Integer> SIGNS = new LinkedHashMap<>();

  static {
    String[] names = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    for (int i = 0; i < names.length; i++) {
      SIGNS.put(names[i], values[i]);
    }
  }

  @Concurrent
  static String encode(int number) {
    String text = "";
    for (Map.Entry<String, Integer> sign : SIGNS.entrySet()) {
      while (number >= sign.getValue()) {
        text += sign.getKey();
        number -= sign.getValue();
      }
    }
    return text;
  }

  @Concurrent
  static int decode(String text) {
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int here = SIGNS.get(text.substring(i, i + 1));
      int after = i + 1 < text.length() ? SIGNS.get(text.substring(i + 1, i + 2)) : 0;
      value += here < after ? -here : here;
    }
    return value;
  }

  @Synchronized
  static int mistakes(int limit) {
    int mistakes = 0;
    for (int number = 1; number < limit; number++) {
      if (decode(encode(number)) != number) {
        mistakes++;
      }
    }
    return mistakes;
  }

  @Synchronized
  static String[] table(int... numbers) {
    String[] table = new String[numbers.length];
    int at = 0;
    for (int number : numbers) {
      table[at++] = number + "=" + encode(number);
    }
    return table;
  }

  public static void main(String[] args) {
    System.out.println(String.join(" ", table(1990, 2008, 1666, 3999, 4, 9, 40)));
    System.out.println(mistakes(4000));
  }
}
