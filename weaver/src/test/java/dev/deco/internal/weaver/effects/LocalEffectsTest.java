package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Single methods: fields, arrays, statics, what is new and what has escaped. */
class LocalEffectsTest {
  private static Compiled main(String members) {
    return new Compiled("class Main { int x; final int y = hash(); Main next; static int count; static int hash() { "
        + "return count; } static final int[] TABLE = new int[9]; " + members + " }");
  }

  @Test void fieldsAreToldApartByNameAndObject() {
    Compiled compiled = main("static void m(Main a, Main b) { a.x = b.x; }");
    assertThat(compiled.effects("m")).containsExactly("read #1.x", "write #0.x");
  }

  @Test void finalFieldsAndArrayLengthsAreNoAccess() {
    Compiled compiled = main("int m(int[] a) { return y + a.length; }");
    assertThat(compiled.effects("m")).isEmpty();
  }

  @Test void whatIsReadThroughAFieldIsReachedFromIt() {
    Compiled compiled = main("void m() { next.next.x = 1; }");
    assertThat(compiled.effects("m")).containsExactly("read #0.next", "read #0.next.next", "write #0*.x");
  }

  @Test void staticsHaveNoObject() {
    Compiled compiled = main("static void m() { count++; TABLE[1] = 2; }");
    assertThat(compiled.effects("m")).containsExactly("read Main.count", "write Main.TABLE.[I]", "write Main.count");
  }

  @Test void elementsAreToldApartByType() {
    Compiled compiled = main("static void m(byte[] b, boolean[] z, double[][] d) { b[0] = 1; z[0] = true; d[0][1] = 2; }");
    assertThat(compiled.effects("m")).containsExactly("read #2.[L]", "write #0.[B]", "write #1.[Z]", "write #2[].[D]");
  }

  @Test void longParametersTakeTwoSlotsAndOneIndex() {
    Compiled compiled = main("static void m(long l, double d, int[] a) { a[0] = 1; }");
    assertThat(compiled.effects("m")).containsExactly("write #2.[I]");
  }

  @Test void whatAMethodMakesForItselfIsNobodysBusiness() {
    Compiled compiled = main("static int m() { int[] a = new int[3]; a[0] = 1; var l = new ArrayList<int[]>(); l.add(a);"
        + " l.get(0)[0]++; return l.get(0)[0]; }");
    assertThat(compiled.effects("m")).isEmpty();
  }

  @Test void stringsBoxesAndMathAreNothing() {
    Compiled compiled = main("static String m(Integer i, String s, double d) { return s.substring(i) + i + Math.abs(d)"
        + " + s.length() + String.valueOf(d) + Integer.parseInt(s); }");
    assertThat(compiled.effects("m")).isEmpty();
    assertThat(compiled.summary("m").result()).isEmpty();
  }

  @Test void anOldLoopObjectIsNotTheNewOne() {
    Compiled.Body body = main("static void m(int n) { int[] last = null; for (int i = 0; i < n; i++) { int[] a = new int[1];"
        + " a[0] = 1; if (last != null) last[0] = 2; last = a; } }").body("m");
    assertThat(body.accesses("iastore")).containsExactly("write newarray.[I]");
    assertThat(body.accesses("iastore2")).containsExactly("write newarray'.[I]");
  }

  @Test void bothAgesOfWhatIsInTheHeapAreOne() {
    Compiled.Body body = main("static void m(int n) { int[][] all = new int[n][]; for (int i = 0; i < n; i++) "
        + "{ all[i] = new int[1]; all[i][0] = 1; } }").body("m");
    assertThat(body.accesses("iastore")).containsExactly("write newarray'.[I]", "write newarray.[I]");
    assertThat(body.accesses("aaload")).containsExactly("read anewarray.[L]");
  }

  @Test void theRowsOfAGridAreNotTheGrid() {
    Compiled.Body body = main("static void m() { double[][] g = new double[3][4]; g[1][2] = 1; }").body("m");
    assertThat(body.accesses("aaload")).containsExactly("read multianewarray.[L]");
    assertThat(body.accesses("dastore")).containsExactly("write multianewarray.1.[D]");
    assertThat(body.analysis.mayAlias(body.node("multianewarray"), new Node.Fresh(
        Node.Fresh.id(body.at("multianewarray"), 1), true))).isFalse();
  }

  @Test void newObjectsMeetNothingUntilTheyEscape() {
    Compiled.Body body = main("static void m(Main p) { Main a = new Main(); Main b = new Main(); p.next = a; a.next = b;"
        + " Main c = new Main(); }").body("m");
    Node p = new Node.Parameter(0);
    Node reached = new Node.Reached(p);
    assertThat(body.analysis.mayAlias(body.node("new Main"), reached)).isTrue();
    assertThat(body.analysis.mayAlias(body.node("new Main2"), reached)).isTrue();
    assertThat(body.analysis.mayAlias(body.node("new Main3"), reached)).isFalse();
    assertThat(body.analysis.mayAlias(body.node("new Main"), p)).isFalse();
    assertThat(body.analysis.mayAlias(body.node("new Main"), body.node("new Main2"))).isFalse();
    assertThat(body.analysis.mayAlias(reached, Node.OUTSIDE)).isTrue();
  }

  @Test void whatIsStoredThroughAnAliasOfAnEscapedObjectIsSeenThere() {
    Compiled.Body body = main("static void m(Main p, Main q) { Main a = new Main(); p.next = a; p.next.next = q;"
        + " a.next.x = 1; }").body("m");
    assertThat(body.accesses("put x")).contains("write #1.x");
  }

  @Test void parametersOfTypesThatDoNotGoTogetherAreNotTheSame() {
    Compiled.Body body = main("static void m(Main a, int[] b, double[] c, Object d, Main e, Runnable f) {}").body("m");
    assertThat(body.analysis.mayAlias(new Node.Parameter(0), new Node.Parameter(1))).isFalse();
    assertThat(body.analysis.mayAlias(new Node.Parameter(1), new Node.Parameter(2))).isFalse();
    assertThat(body.analysis.mayAlias(new Node.Parameter(0), new Node.Parameter(3))).isTrue();
    assertThat(body.analysis.mayAlias(new Node.Parameter(1), new Node.Parameter(3))).isTrue();
    assertThat(body.analysis.mayAlias(new Node.Parameter(0), new Node.Parameter(4))).isTrue();
    assertThat(body.analysis.mayAlias(new Node.Parameter(0), new Node.Parameter(5))).isTrue();
  }

  @Test void aCaughtExceptionMayCarryAnything() {
    Compiled compiled = new Compiled("""
        class Carrier extends RuntimeException { int[] load; Carrier(int[] load) { this.load = load; } }
        class Main {
          static void m(int[] a) { int[] b = new int[1]; try { throw new Carrier(b); } catch (Carrier c) { c.load[0] = 1; } }
        }""");
    Compiled.Body body = compiled.body("m");
    assertThat(body.accesses("iastore")).containsExactly("write outside.[I]");
    assertThat(body.analysis.mayAlias(body.node("newarray"), Node.OUTSIDE)).isTrue();
  }

  @Test void locksAreSeen() {
    Compiled compiled = main("static synchronized void s() {} static void m(Object o) { synchronized (o) {} } "
        + "static void n() { s(); } static void p(java.util.concurrent.locks.ReentrantLock l) { l.lock(); } static void q() {}");
    for (String name : new String[] {"s", "m", "n", "p"}) {
      assertThat(compiled.summary(name).takesLocks()).as(name).isTrue();
    }
    assertThat(compiled.summary("q").takesLocks()).isFalse();
    Compiled.Body body = compiled.body("n");
    assertThat(body.analysis.takesLocks(body.at("Main.s"))).isTrue();
  }

  @Test void aPrintStreamIsTheWorldAndAnObject() {
    Compiled compiled = main("static void m(int i) { System.out.println(i); }");
    assertThat(compiled.effects("m")).contains("write System.out.printed", "write world(output)");
  }

  @Test void typesOfSlotsAreTheVerifiers() {
    Compiled.Body body = main("static Object m(boolean b, long l) { Object o = b ? \"s\" : Integer.valueOf(1); Main z = b ?"
        + " new Main() : null; byte[] c = {1}; return o; }").body("m");
    var frame = body.analysis.frames()[body.at("areturn")];
    assertThat(frame.getLocal(0).type()).isEqualTo(org.objectweb.asm.Type.INT_TYPE);
    assertThat(frame.getLocal(1).type()).isEqualTo(org.objectweb.asm.Type.LONG_TYPE);
    assertThat(frame.getLocal(3).type().getInternalName()).isEqualTo("java/lang/Object");
    assertThat(frame.getLocal(3).nodes()).isEmpty();
    assertThat(frame.getLocal(4).type().getInternalName()).isEqualTo("Main");
    assertThat(frame.getLocal(5).type().getDescriptor()).isEqualTo("[B");
  }
}
