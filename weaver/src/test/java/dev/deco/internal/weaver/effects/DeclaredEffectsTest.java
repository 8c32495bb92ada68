package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deco.ConfigurationException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What users say of methods: in {@code deco-effects.txt}, and by annotations. */
class DeclaredEffectsTest {
  private static final String SOURCE = """
      import java.util.*; import java.lang.annotation.*; import dev.deco.*;
      @Retention(RetentionPolicy.CLASS) @interface Pure {}
      @Retention(RetentionPolicy.RUNTIME) @interface SideEffectFree {}
      @Retention(RetentionPolicy.CLASS) @interface Contract { String value() default ""; boolean pure() default false; }
      class Cell { int v; Cell next; }
      interface Port { int send(int[] a); @Pure int look(int[] a); int fill(@Out int[] a, @In int[] from); }
      class Native { static native int in(int[] a, int[] b); native void keep(Cell c); Native(int[] a) { init(a); }
        private static native void init(int[] a); }
      class Main {
        static int in(int[] a, int[] b) { return Native.in(a, b); }
        static void keep(Native n, Cell c) { n.keep(c); }
        static Native make(int[] a) { return new Native(a); }
        static int send(Port p, int[] a) { return p.send(a); }
        static int look(Port p, int[] a) { return p.look(a); }
        static int fill(Port p, int[] a, int[] from) { return p.fill(a, from); }
        static int size(List<Cell> l) { return l.size(); }
        static native int reads(@In int[] a, @InOut int[] b);
        static int callReads(int[] a, int[] b) { return reads(a, b); }
        static int half(@In int[] a, int[] b) { return Native.in(a, b); }
        @SideEffectFree static int free(Cell c) { return Native.in(new int[c.v], null); }
        @Contract(pure = true) static int contract(Cell c) { c.v = 1; return 2; }
        @Contract("_ -> null") static int other(Cell c) { c.v = 1; return 2; }
        @Pure static int pure(Cell c) { return c.v; }
        static void out(@Out int[] a) { a[0] = 1; }
        static void wrong(@Out int[] a, @In Cell c) { a[0]++; c.next.v = 1; }
        static void declared(Cell c) { c.v = 1; }
      }
      """;

  private static Compiled with(String... lines) {
    return new Compiled(SOURCE, Hierarchy.NONE, List.of(new DeclaredEffects("conf/deco-effects.txt", List.of(lines))));
  }

  private static List<String> contradictions(Compiled compiled, String method) {
    return compiled.effects.contradictions(compiled.type("Main"), compiled.method("Main", method)).stream()
        .map(one -> one.said() + ": " + one.does()).toList();
  }

  @Test void aLineSaysWhatCodeThatCannotBeSeenDoes() {
    Compiled compiled = with("-- mine", "class Native", "  in : reads #1; writes #2", "  keep : stores #1 in this", "  new : reads #1",
        "class Port", "  send : reads #1; writes io");
    assertThat(compiled.effects("in")).containsExactly("read #0.[I]", "write #1.[I]");
    assertThat(compiled.effects("keep")).isEmpty();
    assertThat(compiled.summary("keep").stores())
        .contains(new Summary.Store(new Node.Parameter(0), Location.CONTENT, new Node.Parameter(1)));
    assertThat(compiled.effects("make")).containsExactly("read #0.[I]");
    assertThat(compiled.effects("send")).containsExactly("read #1.[I]", "write world(io)");
    assertThat(new Compiled(SOURCE).summary("in").known()).isFalse();
  }

  @Test void aLineAboutAClassOfTheProgramIsAboutItsFields() {
    assertThat(with("class Native", "keep : reads #1").effects("keep")).containsExactly("read #1.any");
  }

  @Test void aLineIsStrongerThanThePlatformsTable() {
    assertThat(with("class java.util.List", "size : writes clock").effects("size")).containsExactly("write world(clock)");
    assertThat(new Compiled(SOURCE).effects("size")).containsExactly("read #0.structure");
  }

  @Test void annotationsCountWhereCodeCannotBeSeen() {
    Compiled compiled = new Compiled(SOURCE);
    assertThat(compiled.effects("look")).contains("read #1.any").noneMatch(one -> one.contains("write") || one.contains("?"));
    assertThat(compiled.effects("callReads")).containsExactly("read #0.any", "read #1.any", "write #1.any");
    assertThat(compiled.effects("fill")).contains("?write #0.any", "write #1.any", "read #2.any")
        .doesNotContain("?write #2.any", "?read #1.any");
    assertThat(compiled.effects("half")).contains("read #0.any", "?write #1.any").doesNotContain("?write #0.any");
    assertThat(compiled.effects("free")).noneMatch(one -> one.contains("write #"));
  }

  @Test void codeThatCanBeSeenCounts() {
    Compiled compiled = new Compiled(SOURCE);
    assertThat(compiled.effects("pure")).containsExactly("read #0.v");
    assertThat(compiled.effects("contract")).containsExactly("write #0.v");
    assertThat(compiled.effects("out")).containsExactly("write #0.[I]");
  }

  @Test void whatIsDeclaredOtherwiseIsFound() {
    Compiled compiled = with("class Main", "declared : reads #1");
    assertThat(contradictions(compiled, "contract"))
        .containsExactly("@Contract(pure = true): Main.contract writes field v");
    assertThat(contradictions(compiled, "wrong")).containsExactlyInAnyOrder(
        "@Out on its parameter number 1: Main.wrong reads array elements",
        "@In on its parameter number 2: Main.wrong writes field v");
    assertThat(contradictions(compiled, "declared"))
        .containsExactly("'declared' in conf/deco-effects.txt:2: Main.declared writes field v");
    for (String kept : List.of("pure", "out", "other", "free", "half")) {
      assertThat(contradictions(compiled, kept)).as(kept).isEmpty();
    }
    assertThat(contradictions(with("class Main", "declared : writes #1"), "declared")).isEmpty();
  }

  static Stream<Arguments> missing() {
    return Stream.of(Arguments.of("class no.Such", "run : pure", "1: there is no class no.Such on the class path"),
        Arguments.of("class no.Such", "-- nothing is said of it", "1: there is no class no.Such on the class path"),
        Arguments.of("class Native", "* : writes #9", "2: Native.* has no parameter #9; its last one is #"),
        Arguments.of("class Cell", "run : pure", "2: Cell has no method run"),
        Arguments.of("class Native", "in(int) : pure", "2: Native has no method in(int)"));
  }

  @ParameterizedTest
  @MethodSource("missing")
  void whatIsNotThereIsReported(String type, String line, String message) {
    assertThatThrownBy(() -> with(type, line)).isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("conf/deco-effects.txt:" + message).hasMessageContaining("; ");
  }
}
