package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Effects through calls of the program's own methods. */
class CallTest {
  @Test void aRowMadeByAMethodIsNewAtTheCall() {
    Compiled compiled = new Compiled("""
        class Main {
          static double[] row(int n) { return new double[n]; }
          static void m(double[][] out) { for (int i = 0; i < 9; i++) { double[] r = row(i); r[0] = 1; } }
        }""");
    assertThat(compiled.summary("row").fresh()).isTrue();
    Compiled.Body body = compiled.body("m");
    assertThat(body.accesses("dastore")).containsExactly("write Main.row.[D]");
    assertThat(body.analysis.renamedAt(body.at("Main.row"))).containsExactly(body.at("Main.row"));
    assertThat(compiled.effects("m")).isEmpty();
  }

  @Test void effectsAreThoseOnTheArguments() {
    Compiled compiled = new Compiled("""
        class Main {
          int x; Main next;
          static void set(Main a, Main b) { a.next.x = b.x; }
          static void m(Main p, Main q) { set(q, p); }
        }""");
    assertThat(compiled.effects("m")).containsExactly("read #0.x", "read #1.next", "write #1.next.x");
  }

  @Test void whatACalleeStoresIsFoundByTheCaller() {
    Compiled compiled = new Compiled("""
        class Main {
          int x; Main next;
          static void link(Main a, Main b) { a.next = b; }
          static void m(Main p) { Main a = new Main(); link(a, p); a.next.x = 1; }
          static void n(Main p) { Main a = new Main(); link(p, a); a.x = 1; }
        }""");
    assertThat(compiled.effects("m")).containsExactly("write #0.x");
    Compiled.Body body = compiled.body("n");
    assertThat(body.analysis.escaped(body.node("new Main"))).isTrue();
  }

  @Test void aConstructorWritesTheNewObjectOnly() {
    Compiled compiled = new Compiled("""
        class Main {
          int x; int[] cells; Main(int[] cells) { this.cells = cells; x = cells[0]; }
          static Main make(int[] a) { return new Main(a); }
          static void m(int[] a) { make(a).cells[1] = 2; }
        }""");
    assertThat(compiled.effects("make")).containsExactly("read #0.[I]");
    assertThat(compiled.effects("m")).containsExactly("read #0.[I]", "write #0.[I]");
  }

  @Test void aConstructorFindsInItsObjectWhatItHasStoredThere() {
    Compiled compiled = new Compiled("""
        class Main {
          int[] cells = new int[3]; List<int[]> all = new ArrayList<>(); int sum;
          Main(int n) { for (int i = 0; i < n; i++) { all.add(new int[n]); all.get(i)[0] = 1; } cells[1] = n; init(); }
          void init() { cells[2] = sum; sum += all.get(0)[0]++; }
        }""");
    assertThat(compiled.effects("<init>")).containsExactly("read #0.all", "read #0.cells", "read #0.sum",
        "write #0.all", "write #0.cells", "write #0.sum");
  }

  @Test void whatOthersStoreInAnObjectUnderConstructionIsFoundThereToo() {
    String members = " int[] cells = new int[3]; Main next; static void set(Main m, int[] a) { m.next.cells = a; }"
        + " class Link { void put(int[] a) { cells = a; } } Main() {} }";
    Compiled leaked = new Compiled("class Main { Main(Main other) { other.next = this; other.next.cells = other.cells; "
        + "cells[0] = 1; }" + members);
    assertThat(leaked.effects("<init>")).contains("write #0.cells.[I]");
    Compiled linked = new Compiled("class Main { Main(int[] a) { new Link().put(a); cells[0] = 1; }" + members);
    assertThat(linked.effects("<init>")).contains("write #1.[I]");
    Compiled part = new Compiled("class Main { Main(int[] a) { next = new Main(); set(this, a); next.cells[0] = 1; }"
        + members);
    assertThat(part.effects("<init>")).contains("write #1.[I]");
    Compiled late = new Compiled("class Main { Main(Main other, int[] a) { next = new Main(); other.next = this; "
        + "set(other.next, a); next.cells[0] = 1; }" + members);
    assertThat(late.effects("<init>")).contains("write #0*.[I]");
  }

  @Test void partsOfWhatACalleeMakesAreKeptApart() {
    Compiled compiled = new Compiled("""
        class Main {
          static List<List<String>> make() { var all = new ArrayList<List<String>>(); for (int i = 0; i < 3; i++)
            all.add(new ArrayList<>()); return all; }
          static void m() { var g = make(); g.get(0).add("s"); }
        }""");
    Compiled.Body body = compiled.body("m");
    assertThat(body.accesses("List.get")).containsExactly("read Main.make.content", "read Main.make.structure");
    assertThat(body.accesses("List.add")).allMatch(access -> access.startsWith("write Main.make.1"));
  }

  @Test void recursionSettles() {
    Compiled compiled = new Compiled("""
        class Main {
          Main left, right; int x;
          static int sum(Main t) { return t == null ? 0 : t.x + sum(t.left) + sum(t.right); }
          static long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
          static Main grow(int d) { if (d == 0) return null; Main m = new Main(); m.left = grow(d - 1); return m; }
        }""");
    assertThat(compiled.effects("sum")).containsExactly("read #0*.left", "read #0*.right", "read #0*.x", "read #0.left",
        "read #0.left.left", "read #0.left.right", "read #0.left.x", "read #0.right", "read #0.right.left",
        "read #0.right.right", "read #0.right.x", "read #0.x");
    assertThat(compiled.effects("fib")).isEmpty();
    assertThat(compiled.effects("grow")).isEmpty();
    assertThat(compiled.summary("grow").fresh()).isTrue();
  }

  @Test void mutualRecursionSettlesWhicheverIsAskedFirst() {
    String source = """
        class Main {
          static int a(int n, int[] p, int[] q, int[] r) { p[0]++; return n == 0 ? 0 : b(n - 1, q, r, p); }
          static int b(int n, int[] p, int[] q, int[] r) { return c(n, p, q, r) + d(n); }
          static int c(int n, int[] p, int[] q, int[] r) { return n == 0 ? d(n) : b(n - 1, p, q, r) + a(n, p, q, r); }
          static int d(int n) { return n == 0 ? 1 : d(n - 1); }
        }""";
    for (List<String> order : List.of(List.of("a", "b", "c"), List.of("c", "b", "a"), List.of("b", "a", "c"))) {
      Compiled compiled = new Compiled(source);
      for (String name : order) {
        assertThat(compiled.effects(name)).as(name + " of " + order).containsExactly("read #1.[I]", "read #2.[I]",
            "read #3.[I]", "write #1.[I]", "write #2.[I]", "write #3.[I]");
      }
      assertThat(compiled.effects("d")).isEmpty();
    }
  }

  @Test void aNewObjectsMethodIsItsOwn() {
    Compiled compiled = new Compiled("""
        class Base { int x; void go() { x = 1; } }
        class Derived extends Base { int y; @Override void go() { y = 1; } }
        class Main {
          static void m(int[] a) { Base b = new Derived(); b.go(); }
        }""");
    Compiled.Body body = compiled.body("m");
    assertThat(body.accesses("Base.go")).containsExactly("write new Derived.y");
  }

  @Test void aReceiverFromElsewhereMayBeAnyKnownSubtype() {
    String source = """
        class Base { int x; void go() { x = 1; } final void stay() { x = 2; } }
        class Derived extends Base { int y; @Override void go() { y = 1; } }
        class Main { static void m(Base b) { b.go(); } static void n(Base b) { b.stay(); } }""";
    assertThat(new Compiled(source).effects("m")).containsExactly("write #0.x");
    Compiled whole = new Compiled(source, type -> type.equals("Base") ? List.of("Derived") : List.of());
    assertThat(whole.effects("m")).containsExactly("write #0.x", "write #0.y");
    assertThat(whole.effects("n")).containsExactly("write #0.x");
  }

  @Test void sealedTypesAndNestMembersAreKnown() {
    Compiled compiled = new Compiled("""
        class Main {
          sealed interface Shape permits Circle, Square { double area(); }
          static final class Circle implements Shape { double r; public double area() { return r; } }
          static final class Square implements Shape { double s; public double area() { return s; } }
          interface Step { void go(); }
          static class One implements Step { int a; public void go() { a++; } }
          static double m(Shape s) { return s.area(); }
          static void n(Step s) { s.go(); }
        }""");
    assertThat(compiled.effects("m")).containsExactly("read #0.r", "read #0.s");
    assertThat(compiled.effects("n")).containsExactly("read #0.a", "write #0.a");
  }

  @Test void whatCannotBeSeenIsUnknownAndSaysWhy() {
    Compiled compiled = new Compiled("""
        interface Port { void send(int[] a); }
        class Gone { static void go(int[] a) {} }
        class Main {
          static native void far(int[] a);
          static void m(int[] a) { far(a); }
          static void n(Port p, int[] a) { p.send(a); }
          static void o(int[] a) { Gone.go(a); }
          static void p(Object o) throws Exception { o.getClass().getMethods()[0].invoke(o); }
        }""").without("Gone");
    assertThat(compiled.summary("m").unknown()).containsExactly("calls Main.far, which is native");
    assertThat(compiled.effects("m")).containsExactly("?read #0.any", "?read outside.any", "?read world(*)",
        "?write #0.any", "?write outside.any", "?write world(*)");
    assertThat(compiled.summary("n").unknown())
        .containsExactly("calls Port.send, which is abstract and has no implementation that is known here");
    assertThat(compiled.summary("o").unknown()).containsExactly("calls Gone.go, which is not on the class path");
    assertThat(compiled.summary("p").unknown())
        .contains("calls Method.invoke, which is not in the effects table");
    assertThat(compiled.summary("m").known()).isFalse();
  }

  @Test void unknownCodeMayKeepWhatItIsGiven() {
    Compiled.Body body = new Compiled("""
        class Main {
          static native void far(int[][] a);
          static void m() { int[] a = new int[1]; int[][] b = {a}; int[] c = new int[1]; far(b); }
        }""").body("m");
    assertThat(body.analysis.mayAlias(body.node("newarray"), Node.OUTSIDE)).isTrue();
    assertThat(body.analysis.mayAlias(body.node("anewarray"), Node.OUTSIDE)).isTrue();
    assertThat(body.analysis.mayAlias(body.node("newarray2"), Node.OUTSIDE)).isFalse();
  }

  @Test void pureAnnotationsAreBelieved() {
    Compiled compiled = new Compiled("""
        @interface Pure {}
        @interface Contract { boolean pure() default false; }
        class Main {
          @Pure static native int f(int[][] a);
          @Contract(pure = true) static native int g(int[] a);
          static int m(int[][] a) { return f(a); } static int n(int[] a) { return g(a); }
        }""");
    assertThat(compiled.effects("m")).containsExactly("read #0*.any", "read #0.any");
    assertThat(compiled.effects("n")).containsExactly("read #0.any");
  }

  @Test void inheritedLibraryCodeCallsBack() {
    Compiled compiled = new Compiled("""
        class Cell { int v; }
        class Mine extends AbstractList<Cell> { int n; Cell[] cells; public Cell get(int i) { n++; return cells[i]; }
          public int size() { return 3; } }
        class Main { static void m(Mine l) { l.contains(4); } static void n(Mine l) { l.get(0); }
          static void o(Mine l) { for (Cell c : l) c.v = 1; }
          static void p(Mine l) { l.forEach(c -> c.v = 1); }
          static void q(Mine l, List<Cell> to) { to.addAll(l); }
          static void r(Mine l) { l.stream().forEach(c -> c.v = 1); } }""");
    assertThat(compiled.effects("m")).contains("read #0.n", "write #0.n").noneMatch(one -> one.contains("?"));
    assertThat(compiled.effects("n")).containsExactly("read #0.cells", "read #0.cells.[L]", "read #0.n", "write #0.n");
    assertThat(compiled.effects("o")).contains("write #0.n", "write #0{}.v").noneMatch(one -> one.contains("?"));
    assertThat(compiled.effects("p")).contains("write #0.n", "write #0{}.v").noneMatch(one -> one.contains("?"));
    assertThat(compiled.effects("q")).contains("write #1.content").noneMatch(one -> one.contains("?"));
    assertThat(compiled.effects("r")).contains("write #0.n", "write #0{}.v").noneMatch(one -> one.contains("?"));
  }

  @Test void aLibrarysViewOfOnesOwnListRunsItsMethodsLater() {
    Compiled.Body body = new Compiled("""
        class Cell { int v; }
        class Mine extends AbstractList<Cell> { int n; public Cell get(int i) { n++; return new Cell(); }
          public int size() { return 3; } }
        class Main { static int m(Mine l) { Iterator<Cell> i = l.iterator(); Cell c = i.next(); return c.v; } }""").body("m");
    assertThat(body.accesses("Iterator.next")).contains("write #0.n");
    assertThat(body.accesses("get v")).isNotEmpty();
  }

  @Test void aFieldKeepsTheNameOfTheClassThatDeclaresIt() {
    Compiled compiled = new Compiled("""
        class Base { int x; } class Derived extends Base {}
        class Main { static void m(Derived d) { d.x = 1; } }""");
    assertThat(compiled.summary("m").accesses()).extracting(Access::location)
        .containsExactly(new Location.Field("Base", "x"));
  }

  @Test void calleesCanBeAskedFor() {
    Compiled.Body body = new Compiled("""
        class Main { static void f(int[] a) { a[0] = 1; } static void m(int[] a) { f(a); a.clone(); Math.abs(1); } }
        """).body("m");
    assertThat(Compiled.strings(body.analysis.callee(body.at("Main.f")).accesses())).containsExactly("write #0.[I]");
    assertThat(body.analysis.callee(body.at("return"))).isNull();
  }

  @Test void whatTouchesVeryMuchSaysOnlyFromWhereItReachesIt() {
    String fields = fields("int %s; ");
    Compiled compiled = new Compiled("""
        class Wide { %s }
        class Main {
          Wide wide; int other;
          static void few(Main a, Main b) { a.wide.f1 = b.wide.f2; }
          static void parts(Main a, Main b) { %s }
          static void whole(Wide a, Wide b) { %s }
          static void m(Main a, Main b) { b.other = 1; parts(a, b); }
        }""".formatted(fields, fields("a.wide.%1$s = b.wide.%1$s; "), fields("a.%1$s = b.%1$s; ")));
    assertThat(compiled.effects("few"))
        .containsExactly("read #0.wide", "read #1.wide", "read #1.wide.f2", "write #0.wide.f1");
    assertThat(compiled.effects("parts")).containsExactly("read #0.any", "read #1*.any", "read #1.any", "write #0*.any");
    assertThat(compiled.effects("whole")).containsExactly("read #1.any", "write #0.any");
    assertThat(compiled.effects("m")).contains("write #0*.any", "read #1*.any", "write #1.other");
  }

  private static String fields(String each) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      all.append(each.formatted("f" + i));
    }
    return all.toString();
  }
}
