package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deco.internal.weaver.Program;
import dev.deco.internal.weaver.Weaver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Switches over types, records and enums, as compilers since Java 21 make them. */
class PatternSwitchTest {
  private static final String SHAPES = """
      import dev.deco.*;
      public class Shapes {
        sealed interface Shape permits Circle, Square, Pair {}
        record Circle(double r) implements Shape {}
        record Square(double side) implements Shape {}
        record Pair(Shape a, Shape b) implements Shape {}
        enum Color { RED, GREEN }
        @Concurrent static double area(Shape s) {
          return switch (s) {
            case Circle c when c.r() > 3 -> c.r() * 3;
            case Circle(double r) -> r * r * Math.PI;
            case Square q -> q.side() * q.side();
            case Pair(Circle(double r), Square(var side)) -> r + side;
            case Pair(var a, var b) -> area(a) + area(b);
          };
        }
        @Concurrent static int kind(Object o) {
          return switch (o) { case null -> -1; case String s -> s.length(); case Color.RED -> 7; case Color c -> c.ordinal(); case Integer i when i > 9 -> 9; case Integer i -> i; case int[] a -> a.length; default -> 0; };
        }
        @Synchronized static double[] areas(Shape[] all) {
          double[] out = new double[all.length];
          for (int i = 0; i < all.length; i++) out[i] = area(all[i]);
          return out;
        }
        @Synchronized static int kinds(Object[] all) {
          int sum = 0;
          for (Object o : all) sum += kind(o);
          return sum;
        }
      }
      """;

  @BeforeEach
  void compilerOfJava21() {
    assumeTrue(Runtime.version().feature() >= 21, "patterns in switches came with Java 21; this is " + Runtime.version());
  }

  @Test
  void theirEffectsAreKnown() {
    Effects effects = new Effects(Program.of("Shapes", SHAPES).classSource());
    Summary area = effects.summary("Shapes", "area", "(LShapes$Shape;)D", true);
    Summary kind = effects.summary("Shapes", "kind", "(Ljava/lang/Object;)I", true);
    assertThat(area.unknown()).isEmpty();
    assertThat(kind.unknown()).isEmpty();
    assertThat(area.accesses()).noneMatch(Access::write);
    assertThat(kind.accesses()).noneMatch(Access::write);
  }

  @Test
  void loopsOverThemAreParallel() {
    Program program = Program.of("Shapes", SHAPES);
    Weaver weaver = new Weaver(program.classSource());
    assertThat(program.classes().values()).allSatisfy(bytes -> assertThat(weaver.findings(bytes)).isEmpty());
  }
}
