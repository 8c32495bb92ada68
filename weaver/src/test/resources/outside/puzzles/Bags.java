import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Bags that contain bags: how many kinds hold a gold one in the end, and how many bags each kind holds. */
public class Bags {
  static final class Rule {
    private final String name;
    private final Map<String, Integer> inside = new LinkedHashMap<>();

    Rule(String name) {
      this.name = Objects.requireNonNull(name);
    }
  }

  private final Map<String, Rule> rules = new LinkedHashMap<>();

  Bags(String text) {
    for (String line : text.split("\n")) {
      String[] sides = line.split(": ");
      Rule rule = new Rule(sides[0]);
      for (String part : sides.length > 1 ? sides[1].split(", ") : new String[0]) {
        int space = part.indexOf(' ');
        rule.inside.put(part.substring(space + 1), Integer.parseInt(part.substring(0, space)));
      }
      rules.put(rule.name, rule);
    }
  }

  private boolean holds(Rule rule, String wanted) {
    return rule.inside.keySet().stream().anyMatch(name -> name.equals(wanted) || holds(rules.get(name), wanted));
  }

  @Concurrent
  boolean reaches(String from, String wanted) {
    return holds(rules.get(from), wanted);
  }

  @Concurrent
  long inside(String name) {
    long sum = 0;
    for (Map.Entry<String, Integer> part : rules.get(name).inside.entrySet()) {
      sum += part.getValue() * (1 + inside(part.getKey()));
    }
    return sum;
  }

  @Synchronized
  long count(String wanted) {
    long count = 0;
    for (String name : rules.keySet()) {
      count += reaches(name, wanted) ? 1 : 0;
    }
    return count;
  }

  @Synchronized
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new HashMap<>();
    rules.forEach((name, rule) -> sizes.put(name, inside(name)));
    return sizes;
  }

  public static void main(String[] args) {
    StringBuilder text = new StringBuilder("gold: 1 dark olive, 2 vibrant plum\n"
        + "dark olive: 3 faded blue, 4 dotted black\n"
        + "vibrant plum: 5 faded blue, 6 dotted black\nfaded blue\ndotted black\nred: 1 white, 2 yellow\n"
        + "yellow: 2 gold, 9 faded blue\nwhite: 1 gold\norange: 3 white, 4 yellow\nb0: 1 red\n");
    for (int i = 1; i < 40; i++) {
      text.append("b").append(i).append(": 2 b").append(i / 2).append(", 1 b").append(i / 3 * 2 % i).append('\n');
    }
    Bags bags = new Bags(text.toString());
    System.out.println(bags.count("gold") + " " + bags.inside("gold"));
    System.out.println(bags.sizes());
  }
}
