package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls on the objects of final fields, where other classes of the program implement the field's type, too. */
class FinalFieldsTest {
  /** A map that counts how often it is asked, and a rule that does. */
  private static final String OTHERS = """
      class Counting extends HashMap<String, Integer> {
        static int asked;
        public Integer get(Object key) { asked++; return super.get(key); }
      }
      interface Rule { int apply(int x); }
      class Twice implements Rule { public int apply(int x) { return 2 * x; } }
      class Logged implements Rule { static int calls; public int apply(int x) { calls++; return x; } }
      """;

  private static Compiled compiled(String source) {
    return new Compiled(OTHERS + source, type -> switch (type) {
      case "java/util/Map", "java/util/HashMap" -> List.of("Counting");
      case "Rule" -> List.of("Twice", "Logged");
      default -> List.of();
    });
  }

  @Test void theClassThatIsMadeThereTells() {
    Compiled compiled = compiled("""
        class Main {
          final Map<String, Integer> prices = new HashMap<>(); private final Rule rule = new Twice();
          static final Map<String, Integer> ALL = new TreeMap<>();
          int price(String name) { return rule.apply(prices.get(name)); }
          static int any(String name) { return ALL.get(name); }
        }""");
    assertThat(compiled.effects("price")).containsExactlyInAnyOrder("read #0.prices.content", "read #0.prices.structure");
    assertThat(compiled.effects("any")).doesNotContain("read Counting.asked", "write Counting.asked");
  }

  @Test void otherwiseItMayBeAnyClass() {
    Compiled compiled = compiled("""
        class Main {
          Map<String, Integer> open = new HashMap<>(); final Map<String, Integer> given; final Map<String, Integer> either;
          final Rule rule; final Map<String, Integer> view = Collections.synchronizedMap(new Counting());
          Main(Map<String, Integer> given, boolean twice) {
            this.given = given; either = twice ? new HashMap<>() : new Counting(); rule = twice ? new Twice() : new Logged();
          }
          int open(String name) { return open.get(name); }
          int given(String name) { return given.get(name); }
          int either(String name) { return either.get(name); }
          int view(String name) { return view.get(name); }
          int rule(int x) { return rule.apply(x); }
        }""");
    for (String method : List.of("open", "given", "either", "view")) {
      assertThat(compiled.effects(method)).as(method).contains("write Counting.asked");
    }
    assertThat(compiled.effects("rule")).contains("write Logged.calls");
  }

  @Test void eachConstructorIsLookedAt() {
    Compiled compiled = compiled("""
        class Main {
          final Rule rule; final Rule same;
          Main() { rule = new Twice(); same = new Twice(); }
          Main(int any) { rule = new Logged(); same = new Twice(); }
          int rule(int x) { return rule.apply(x); }
          int same(int x) { return same.apply(x); }
        }""");
    assertThat(compiled.effects("rule")).contains("write Logged.calls");
    assertThat(compiled.effects("same")).isEmpty();
  }
}
