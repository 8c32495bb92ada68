package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Effects of library calls: collections, views, iterators, streams, functions. */
class LibraryTest {
  private static Compiled main(String members) {
    return new Compiled("record Key(int a, String b) {} class Cell { int v; Cell() {} Cell(int v) { this.v = v; } int get() "
        + "{ return v; } void set(int w) { v = w; } } class Main { " + members + " }");
  }

  @Test void sizeReadsTheStructureOnly() {
    assertThat(main("static int m(List<Cell> l) { return l.size(); }").effects("m"))
        .containsExactly("read #0.structure");
  }

  @Test void setLeavesTheStructure() {
    assertThat(main("static void m(List<Cell> l, Cell c) { l.set(0, c); }").effects("m"))
        .containsExactly("read #0.structure", "write #0.content");
  }

  @Test void immutableKeysAreNotLookedInto() {
    assertThat(main("static Cell m(Map<Key, Cell> l, Key k) { return l.get(k); }").effects("m"))
        .containsExactly("read #0.content", "read #0.structure");
    assertThat(main("static Cell m(Map<Cell, Cell> l, Cell k) { return l.get(k); }").effects("m"))
        .contains("read #1.any", "read #0*.any");
  }

  @Test void iteratingReadsTheListAndNotItsElements() {
    assertThat(main("static int m(List<List<Cell>> l) { int n = 0; for (List<Cell> c : l) n++; return n; }").effects("m"))
        .containsExactly("read #0.content", "read #0.structure");
    assertThat(main("static void m(List<List<Cell>> l, Cell k) { for (List<Cell> c : l) c.add(k); }").effects("m"))
        .containsExactly("read #0.content", "read #0.structure", "write #0{}.content", "write #0{}.structure");
  }

  @Test void iteratingANewListOfNewListsTellsThemApart() {
    Compiled.Body body = main("""
        static void m() { var all = new ArrayList<List<Cell>>(); for (int i = 0; i < 3; i++) all.add(new LinkedList<>());
          for (List<Cell> one : all) one.add(new Cell()); }""").body("m");
    assertThat(body.accesses("List.add")).containsExactly("write new LinkedList'.content",
        "write new LinkedList'.structure", "write new LinkedList.content", "write new LinkedList.structure");
    assertThat(body.accesses("Iterator.next")).contains("read new ArrayList.content")
        .noneMatch(access -> access.contains("LinkedList"));
  }

  @Test void anEntryIsItsMap() {
    Compiled.Body body = main("""
        static void m() { var all = new HashMap<String, List<Cell>>(); all.put("a", new ArrayList<>());
          for (Map.Entry<String, List<Cell>> e : all.entrySet()) { e.getValue().add(null); e.setValue(null); } }""").body("m");
    assertThat(body.accesses("Iterator.next")).contains("read new HashMap.content", "read new HashMap.structure");
    assertThat(body.accesses("Map$Entry.getValue")).containsExactly("read new HashMap.content");
    assertThat(body.result("Map$Entry.getValue")).containsExactly("new ArrayList");
    assertThat(body.accesses("Map$Entry.setValue")).containsExactly("write new HashMap.content");
  }

  @Test void viewsAreWhatTheyShow() {
    Compiled compiled = main("""
        static void a(Map<String, Cell> m) { m.keySet().remove("a"); }
        static void b(Map<String, Cell> m) { m.values().iterator().next().set(1); }
        static void c(List<Cell> l) { l.subList(0, 1).clear(); }
        static void d(Cell[] l) { Arrays.asList(l).set(0, null); Arrays.asList(l).get(1).set(2); }
        static void e(List<Cell> l) { Collections.unmodifiableList(l).get(0).set(1); }
        """);
    assertThat(compiled.effects("a")).containsExactly("write #0.content", "write #0.structure");
    assertThat(compiled.effects("b")).containsExactly("read #0.content", "read #0.structure", "write #0{}.v");
    assertThat(compiled.effects("c")).containsExactly("read #0.structure", "write #0.content", "write #0.structure");
    assertThat(compiled.effects("d")).containsExactly("read #0.[L]", "write #0.[L]", "write #0[].v");
    assertThat(compiled.effects("e")).containsExactly("read #0.content", "read #0.structure", "write #0{}.v");
  }

  @Test void aViewHandedToAMethodIsStillAView() {
    Compiled compiled = main("""
        static void put(List<Cell> l) { l.set(0, null); }
        static void m(Cell[] a) { put(Arrays.asList(a)); }
        static Iterator<Cell> it(List<Cell> l) { return l.iterator(); }
        static void n(List<Cell> l) { it(l).remove(); }
        """);
    assertThat(compiled.effects("m")).contains("write #0.[L]");
    assertThat(compiled.effects("n")).contains("write #0.content", "write #0.structure");
  }

  @Test void copiesShareTheirElements() {
    Compiled compiled = main("""
        static void m(List<Cell> l) { new ArrayList<>(l).get(0).set(1); }
        static void n(Cell[] l) { l.clone()[0].set(1); }
        static void o(Cell[] l) { Cell[] c = Arrays.copyOf(l, 3); c[0] = null; c[1].set(1); }
        static void p(List<Cell> l) { l.toArray(new Cell[0])[0].set(1); }
        static void q(Cell a) { List.of(a).get(0).set(1); }
        """);
    assertThat(compiled.effects("m")).containsExactly("read #0.content", "read #0.structure", "write #0{}.v");
    assertThat(compiled.effects("n")).containsExactly("read #0.[L]", "write #0[].v");
    assertThat(compiled.effects("o")).containsExactly("read #0.[L]", "write #0[].v");
    assertThat(compiled.effects("p")).containsExactly("read #0.content", "read #0.structure", "write #0{}.v");
    assertThat(compiled.effects("q")).containsExactly("write #0.v");
  }

  @Test void arraycopyIsOfElements() {
    Compiled compiled = main("""
        static void m(double[] a, double[] b) { System.arraycopy(a, 0, b, 0, 3); }
        static void n(Cell[] a) { Cell[] b = new Cell[3]; System.arraycopy(a, 0, b, 0, 3); b[0].set(1); }
        """);
    assertThat(compiled.effects("m")).containsExactly("read #0.[D]", "write #1.[D]");
    assertThat(compiled.effects("n")).containsExactly("read #0.[L]", "write #0[].v");
  }

  @Test void aBuilderReturnsItself() {
    assertThat(main("static StringBuilder m(StringBuilder s, int i) { return s.append(i).append(\"x\"); }").summary("m")
        .result()).containsExactly(new Node.Parameter(0));
  }

  @Test void concatenationAsksTheObject() {
    Compiled compiled = new Compiled("""
        class Loud { int n; public String toString() { n++; return "!"; } }
        class Main { static String m(Loud l) { return "a" + l; } static String n(Object o) { return "a" + o; } }""");
    assertThat(compiled.effects("m")).containsExactly("read #0.n", "write #0.n");
    assertThat(compiled.effects("n")).containsExactly("read #0*.any", "read #0.any");
  }

  @Test void aLambdaDoesWhatItsBodyDoesWhereItIsCalled() {
    Compiled.Body body = main("""
        static void m(Cell c, List<Cell> l) { Runnable r = () -> c.set(3); l.size(); r.run(); }""").body("m");
    assertThat(body.accesses("invokedynamic")).isEmpty();
    assertThat(body.accesses("Runnable.run")).containsExactly("write #0.v");
  }

  @Test void functionsGivenToTheLibraryAreRunByIt() {
    Compiled compiled = main("""
        static void a(List<Cell> l) { l.forEach(c -> c.set(1)); }
        static void b(Map<String, List<Cell>> m, Cell c) { m.computeIfAbsent("a", k -> new ArrayList<>()).add(c); }
        static void c(List<Cell> l) { l.sort(Comparator.comparingInt(Cell::get)); }
        static void d(List<Cell> l, Cell x) { l.removeIf(c -> { x.set(1); return true; }); }
        static void e(List<Cell> l) { l.sort((x, y) -> x.v - y.v); }
        """);
    assertThat(compiled.effects("a")).containsExactly("read #0.content", "read #0.structure", "write #0{}.v");
    assertThat(compiled.effects("b")).contains("write #0.content", "write #0{}.content").noneMatch(one -> one.contains("?"));
    assertThat(compiled.effects("c")).containsExactly("read #0{}.v", "write #0.content", "write #0.structure");
    assertThat(compiled.effects("d")).containsExactly("write #0.content", "write #0.structure", "write #1.v");
    assertThat(compiled.effects("e")).containsExactly("read #0{}.v", "write #0.content", "write #0.structure");
  }

  @Test void aFunctionHandedInIsKnownWhereTheCallerKnowsIt() {
    Compiled compiled = main("""
        static void each(List<Cell> l, Consumer<Cell> f) { for (Cell c : l) f.accept(c); }
        static void m(List<Cell> l) { each(l, c -> c.set(1)); }
        static void n(List<Cell> l, Consumer<Cell> f) { each(l, f); }
        static int apply(IntUnaryOperator f) { return f.applyAsInt(1); }
        static int o(Cell c) { return apply(i -> c.v + i); }
        """);
    assertThat(compiled.summary("each").calls()).containsExactly(1);
    assertThat(compiled.summary("each").known()).isFalse();
    assertThat(compiled.effects("m")).containsExactly("read #0.content", "read #0.structure", "write #0{}.v");
    assertThat(compiled.summary("n").calls()).containsExactly(1);
    assertThat(compiled.summary("n").unknown())
        .containsExactly("calls Consumer.accept with a function that is not known here");
    assertThat(compiled.effects("o")).containsExactly("read #0.v");
  }

  @Test void aFunctionOfAUsersClassIsThatClassesMethod() {
    Compiled compiled = new Compiled("""
        class Count implements Function<String, String> { int n; public String apply(String s) { n++; return s; } }
        class Main {
          static void m(List<String> l) { Count c = new Count(); l.stream().map(c).toList(); c.apply("a"); }
          static Count n(Optional<String> l) { Count c = new Count(); l.map(c); return c; }
        }""");
    assertThat(compiled.summary("m").known()).isTrue();
    assertThat(compiled.summary("n").known()).isTrue();
    assertThat(compiled.body("m").accesses("Stream.map")).contains("write new Count.n");
    assertThat(compiled.body("m").accesses("Stream.toList")).contains("write new Count.n");
  }

  @Test void streamsRunWhenTheyAreDrained() {
    Compiled.Body body = main("""
        static List<Cell> m(List<Cell> l, Cell k) { Stream<Cell> s = l.stream().filter(c -> { k.set(1); return c.v > 1; });
          return s.toList(); }""").body("m");
    assertThat(body.accesses("List.stream")).isEmpty();
    assertThat(body.accesses("Stream.toList"))
        .contains("read #0.content", "read #0.structure", "write #1.v", "read #0{}.v").noneMatch(one -> one.contains("?"));
  }

  @Test void streamsOfNumbersAreNothing() {
    Compiled compiled = main("""
        static double m(int n, double[] a) { return IntStream.range(0, n).mapToDouble(i -> a[i] * 2).sum(); }
        static String n(int n) { return IntStream.range(0, n).mapToObj(Integer::toString).collect(Collectors.joining(",")); }
        """);
    assertThat(compiled.effects("m")).containsExactly("read #0.[D]".replace("#0", "#1"));
    assertThat(compiled.effects("n")).isEmpty();
  }

  @Test void groupsAreObjectsToo() {
    Compiled.Body body = main("""
        static void m(List<String> l) { Map<Integer, List<String>> g = l.stream().collect(Collectors.groupingBy(s -> s.length()));
          g.get(1).add("x"); }""").body("m");
    assertThat(body.accesses("List.add")).isNotEmpty();
  }

  @Test void aStreamHandedInIsUnknown() {
    assertThat(main("static long m(Stream<Cell> s) { return s.count(); }").summary("m").known()).isFalse();
  }

  @Test void whatIsNotInTheTableIsUnknownUnlessAllIsImmutable() {
    Compiled compiled = main("""
        static void m(Timer t) { t.purge(); }
        static LocalDate n(LocalDate d) { return d.plusDays(3).withMonth(2); }
        static BigDecimal o(BigDecimal a, BigDecimal b) { return a.add(b).setScale(3, RoundingMode.HALF_UP); }
        static String p(String s) { return s.strip().toUpperCase().repeat(2); }
        """);
    assertThat(compiled.summary("m").unknown()).containsExactly("calls Timer.purge, which is not in the effects table");
    assertThat(compiled.effects("n")).isEmpty();
    assertThat(compiled.effects("o")).isEmpty();
    assertThat(compiled.effects("p")).containsExactly("read <process>.default locale");
  }

  @Test void whatIsSetForTheProcessIsALocation() {
    Compiled compiled = main("""
        static String m() { return System.getProperty("a") + Integer.getInteger("b"); }
        static void n(Locale l) { Locale.setDefault(l); }
        static LocalDate o() { return LocalDate.now(); }
        static void p(java.io.PrintStream s) { System.setOut(s); }
        static Object q() { return System.getProperties().setProperty("a", "b"); }
        """);
    assertThat(compiled.effects("m")).contains("read <process>.system properties").noneMatch(one -> one.startsWith("write"));
    assertThat(compiled.effects("n")).containsExactly("write <process>.default locale");
    assertThat(compiled.effects("o")).containsExactly("read <process>.default time zone", "read world(clock)");
    assertThat(compiled.effects("p")).containsExactly("write <process>.standard streams");
    assertThat(compiled.effects("q")).contains("write System.props.content");
  }

  @Test void fieldsOfThePlatformsObjectsAreTheirContent() {
    Compiled compiled = main("""
        static void m(java.awt.Point p) { p.x = 3; }
        static int n(java.awt.Point p) { return p.x; }
        """);
    assertThat(compiled.effects("m")).containsExactly("write #0.content", "write #0.structure");
    assertThat(compiled.effects("n")).containsExactly("read #0.content");
  }

  @Test void theArrayOfABufferIsItsContent() {
    Compiled.Body body = main("""
        static int m() { var buffer = java.nio.ByteBuffer.allocate(8); byte[] bytes = buffer.array();
          buffer.putLong(0, 7); return bytes[0]; }""").body("m");
    assertThat(body.accesses("ByteBuffer.putLong")).anyMatch(access -> access.startsWith("write") && access.endsWith("[B]"));
  }

  @Test void aLookUpChangesAMapInAccessOrderWhereThereMayBeOne() {
    String look = "class Main { static Object m(Map<String, Object> map) { return map.get(\"\"); } "
        + "static Object n(TreeMap<String, Object> map) { return map.get(\"\"); } }";
    Hierarchy makes = new Hierarchy() {
      @Override public Iterable<String> subtypes(String type) {
        return List.of();
      }

      @Override public Iterable<String> makersOf(String type) {
        return type.equals("java/util/LinkedHashMap") ? List.of("Main") : List.of();
      }
    };
    assertThat(new Compiled(look).effects("m")).noneMatch(one -> one.startsWith("write"));
    assertThat(new Compiled(look, makes).effects("m")).contains("write #0.content");
    assertThat(new Compiled(look, makes).effects("n")).noneMatch(one -> one.startsWith("write"));
  }

  @Test void concurrentAndAtomicTypesAreCollectionsAndCells() {
    Compiled compiled = main("""
        static int m(AtomicInteger a) { return a.incrementAndGet(); }
        static void n(ConcurrentHashMap<String, Integer> c) { c.merge("a", 1, Integer::sum); }
        static Cell o(AtomicReference<Cell> r) { return r.get(); }
        """);
    assertThat(compiled.effects("m")).containsExactly("read #0.acquire", "write #0.content", "write #0.release",
        "write #0.structure");
    assertThat(compiled.effects("n")).contains("write #0.content", "write #0.release", "write #0.structure");
    assertThat(compiled.summary("o").result()).containsExactly(new Node.Member(new Node.Parameter(0), Location.CONTENT));
  }

  @Test void whatOtherThreadsNoticeIsAnEffect() {
    Compiled compiled = main("""
        volatile int v; static volatile int s; static final ThreadLocal<Cell> LOCAL = new ThreadLocal<>();
        void volatileWrite() { v = 1; } int volatileRead() { return s; }
        static void counts(AtomicInteger a, LongAdder b) { a.incrementAndGet(); b.add(2); }
        static void arrives(CountDownLatch l) { l.countDown(); }
        static void waits(CountDownLatch l) throws InterruptedException { l.await(); }
        synchronized void monitor() { } void callsMonitor() { monitor(); }
        static void takes(java.util.concurrent.locks.Lock l) { l.lock(); }
        static Cell local() { return LOCAL.get(); } static Thread current() { return Thread.currentThread(); }
        static void own() { AtomicInteger a = new AtomicInteger(); a.set(1); }
        static void calls(Main m) { m.volatileWrite(); }
        """);
    assertThat(compiled.effects("volatileWrite")).containsExactly("write #0.release", "write #0.v");
    assertThat(compiled.effects("volatileRead")).containsExactly("read Main.s", "read outside.acquire");
    assertThat(compiled.effects("counts")).containsExactly("write #0.count", "write #0.sum", "write #1.count",
        "write #1.sum");
    assertThat(compiled.effects("arrives")).contains("write #0.arrive", "write #0.sum");
    assertThat(compiled.effects("waits")).contains("write #0.wait");
    assertThat(compiled.effects("callsMonitor")).containsExactly("write #0.lock");
    assertThat(compiled.effects("takes")).contains("write #0.take");
    assertThat(compiled.effects("local")).contains("read outside.thread");
    assertThat(compiled.effects("current")).containsExactly("read outside.thread");
    assertThat(compiled.effects("own")).isEmpty();
    assertThat(compiled.effects("calls")).containsExactly("write #0.release", "write #0.v");
  }

  @Test void exceptionsAreMadeAndThrown() {
    assertThat(main("static void m(int i) { if (i < 0) throw new IllegalArgumentException(\"negative \" + i); }")
        .effects("m")).isEmpty();
  }

  @Test void immutableTypes() {
    Compiled compiled = new Compiled("""
        enum Color { RED } record Deep(Key k, Color c) {} record Key(int a) {} record Holder(int[] a) {}
        final class Fixed { final int a = 1; final Fixed next = null; } class Open { final int a = 1; }
        final class Loose { int a; } sealed interface Shape permits Sq {} record Sq(double s) implements Shape {}
        class Main {}""");
    for (String type : new String[] {"Color", "Deep", "Key", "Fixed", "Shape", "java/lang/String", "java/lang/Integer",
        "java/time/LocalDate", "java/math/BigDecimal", "java/lang/Class", "java/time/DayOfWeek"}) {
      assertThat(compiled.effects.immutable(org.objectweb.asm.Type.getObjectType(type))).as(type).isTrue();
    }
    for (String type : new String[] {"Holder", "Open", "Loose", "java/lang/Object", "java/lang/Number",
        "java/util/Date", "java/lang/StringBuilder", "java/util/Optional", "missing/Type"}) {
      assertThat(compiled.effects.immutable(org.objectweb.asm.Type.getObjectType(type))).as(type).isFalse();
    }
  }
}
