// A static initializer that fails is first reached in tasks: the first call in program order throws what it threw
import dev.deco.*;
import java.util.*;
import java.util.stream.*;

public class InitializerFails {
  static double work(int i) {
    double s = i;
    for (int k = 1; k < (i % 3 == 0 ? 40000 : 5); k++) {
      s += Math.sin(s + k);
    }
    return s > 1e9 ? 1 : 0;
  }

  static class Boom {
    static int v;

    static {
      if (work(1) == 0) {
        throw new IllegalStateException("init");
      }
    }
  }

  static class Bang {
    static int v = Integer.parseInt("x" + (int) work(2));
  }

  static class Fatal {
    static int v;

    static {
      if (work(1) == 0) {
        throw new AssertionError("fatal");
      }
    }
  }

  static class Outer {
    static int v = Inner.v + 1;
  }

  static class Inner {
    static int v = List.of(1).get(3);
  }

  @Concurrent
  static int boom(int i) {
    return (int) work(i) + Boom.v;
  }

  @Concurrent
  static int bang(int i) {
    return (int) work(i) + (i > 4 ? Bang.v : i);
  }

  @Concurrent
  static int fatal(int i) {
    return (int) work(i) + Fatal.v;
  }

  @Concurrent
  static int nested(int i) {
    return (int) work(i) + (i % 2 == 0 ? Outer.v : Inner.v);
  }

  @Synchronized
  static int booms() {
    int s = 0;
    for (int i = 0; i < 6; i++) {
      s += boom(i);
    }
    return s;
  }

  @Synchronized
  static List<Integer> bangs() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      all.add(bang(i));
    }
    return all;
  }

  @Synchronized
  static List<Integer> fatals() {
    return IntStream.range(0, 6).mapToObj(i -> fatal(i)).toList();
  }

  @Synchronized
  static int pairs() {
    int a = nested(3);
    int b = nested(4);
    int c = nested(5);
    return a * b - c;
  }

  interface Body {
    Object run();
  }

  static void show(Body body) {
    try {
      System.out.println(body.run());
    } catch (Throwable t) {
      System.out.println(t.getClass().getSimpleName() + " " + t.getMessage() + " "
          + (t.getCause() == null ? "" : t.getCause().getMessage()));
    }
  }

  public static void main(String[] args) {
    show(() -> booms());
    show(() -> bangs());
    show(() -> fatals());
    show(() -> pairs());
  }
}
