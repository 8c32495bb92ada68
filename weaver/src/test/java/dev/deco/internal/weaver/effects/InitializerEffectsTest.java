package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a method does by being the first to use a class. */
class InitializerEffectsTest {
  private static final String CLASSES = """
      class Lazy { static int id = Main.next++; static int get() { return id; } final int x = 1; }
      class Below extends Lazy { static void own() {} }
      interface Plain { int N = Main.next++; }
      interface Handing { int N = Main.next++; default void hand() {} }
      class OfPlain implements Plain { static void own() {} }
      class OfHanding implements Handing { static void own() {} }
      class Table {
        static final double[] SINES = new double[10];
        static final Map<String, Integer> NAMES = new HashMap<>();
        static { for (int i = 0; i < 10; i++) SINES[i] = Math.sin(i); NAMES.put("a", 1); }
        static double of(int i) { return SINES[i] + NAMES.get("a"); }
      }
      class Known { static final List<String> ALL = Main.SHARED; static { ALL.add("x"); } static void own() {} }
      enum Color { RED, GREEN { @Override int code() { return 7; } }; int code() { return 3; } }
      """;

  private static Compiled compiled(String method) {
    return new Compiled("class Main { static int next; static final List<String> SHARED = new ArrayList<>(); static " + method
        + " }\n" + CLASSES);
  }

  @Test void theFirstUseRunsTheInitializer() {
    for (String use : new String[] {"Lazy.get()", "Lazy.id", "new Lazy().x", "Lazy.id = 3"}) {
      assertThat(compiled("int f() { return " + use + "; }").effects("f")).as(use)
          .contains("read Main.next", "write Main.next");
    }
  }

  @Test void superclassesAreInitializedAndInterfacesThatHandDownABody() {
    assertThat(compiled("void f() { Below.own(); }").effects("f")).contains("write Main.next");
    assertThat(compiled("void f() { OfHanding.own(); }").effects("f")).contains("write Main.next");
    assertThat(compiled("void f() { OfPlain.own(); }").effects("f")).isEmpty();
  }

  @Test void whatOnlyTheClassReachesIsItsOwn() {
    assertThat(compiled("double f(int i) { return Table.of(i); }").effects("f"))
        .noneMatch(access -> access.startsWith("write") || access.startsWith("?"));
    assertThat(compiled("int f(Color c) { return switch (c) { case RED -> 1; default -> c.code(); }; }").effects("f"))
        .noneMatch(access -> access.startsWith("write") || access.startsWith("?"));
  }

  @Test void whatOthersReachIsNot() {
    assertThat(compiled("void f() { Known.own(); }").effects("f")).anyMatch(access -> access.startsWith("write Known.ALL"));
  }
}
