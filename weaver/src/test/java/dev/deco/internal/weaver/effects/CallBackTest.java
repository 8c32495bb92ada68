package dev.deco.internal.weaver.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the library calls back in the program: methods of keys, comparators, classes of its own, proxies. */
class CallBackTest {
  private static final Set<String> LIST = Set.of("read #0.content", "read #0.structure");

  /** A hierarchy that knows the classes of the source, by what each of them extends or implements. */
  private static Compiled program(boolean open, String source, String... types) {
    List<String> all = List.of(types);
    Compiled[] compiled = new Compiled[1];
    compiled[0] = new Compiled(source, new Hierarchy() {
      @Override public Iterable<String> subtypes(String type) {
        List<String> found = new ArrayList<>();
        Classes classes = new Classes(compiled[0], NONE, compiled[0].effects.fixpoint);
        all.stream().filter(one -> !one.equals(type) && classes.subtype(one, type)).forEach(found::add);
        return found;
      }

      @Override public Iterable<String> naming(String name) {
        return all;
      }

      @Override public Iterable<String> makersOf(String type) {
        return type.equals("java/util/LinkedHashMap") ? List.of() : all; // none is in access order
      }

      @Override public boolean isOpen() {
        return open;
      }
    });
    return compiled[0];
  }

  private static final String KEYS = """
      class Quiet {
        int n;
        public int hashCode() { return n; }
        public boolean equals(Object o) { return o instanceof Quiet q && q.n == n; }
      }
      class Loud { static int asked; int n; public int hashCode() { asked++; return n; } }
      record Value(int n) { static int asked; public int hashCode() { return n + asked; } }
      class Main {
        static int quiet(Map<Quiet, Integer> m, Quiet k) { return m.get(k); }
        static int loud(Map<Loud, Integer> m, Loud k) { return m.get(k); }
        static int value(Map<Value, Integer> m, Value k) { return m.get(k); }
        static int any(Map<Object, Integer> m, Object k) { return m.get(k); }
        static int text(Map<String, Integer> m, String k) { return m.get(k); }
      }""";

  @Test void keysRunTheirOwnMethods() {
    Compiled all = program(false, KEYS, "Quiet", "Loud", "Value", "Main");
    assertThat(all.effects("quiet")).contains("read #0*.any", "read #1.any").noneMatch(one -> one.contains("asked"));
    assertThat(all.effects("loud")).contains("write Loud.asked");
    assertThat(all.effects("value")).contains("read Value.asked");
    assertThat(all.effects("any")).contains("write Loud.asked", "read Value.asked");
    assertThat(all.effects("text")).isEqualTo(LIST);
    assertThat(all.effects.immutable(org.objectweb.asm.Type.getObjectType("Value"))).isFalse();
  }

  @Test void aSortedCollectionComparesByWhatItWasMadeWith() {
    Compiled all = program(false, """
        class Main {
          static void own(double[] d, int i) {
            new PriorityQueue<Integer>((x, y) -> Double.compare(d[x], d[y])).add(i);
          }
          static void handed(Queue<Integer> q, int i) { q.add(i); }
          static void map(Map<Integer, int[]> m, int i) { m.get(i); }
          static void sorted(int i) { TreeMap<Integer, int[]> m = new TreeMap<>(); m.get(i); }
        }""", "Main");
    assertThat(all.effects("own")).containsExactly("read #0.[D]");
    assertThat(all.effects("handed")).contains("read #0*.[D]", "write #0.content", "write #0.structure");
    assertThat(all.effects("map")).isEqualTo(LIST);
    assertThat(all.effects("sorted")).isEmpty();
  }

  @Test void aNullComparatorIsTheOrderOfTheElements() {
    Compiled all = program(false, """
        class Item implements Comparable<Item> { int n; public int compareTo(Item o) { return n - o.n; } }
        class Main { static void m(List<Item> l) { l.sort(null); } }""", "Item", "Main");
    assertThat(all.effects("m")).contains("read #0{}.any");
  }

  @Test void aSubclassOfTheProgramMayBeBehindALibraryType() {
    Compiled all = program(false, """
        class Counted extends HashMap<String, String> {
          int n;
          public String get(Object k) { n++; return super.get(k); }
        }
        class Dice extends Random {
          static int rolls;
          protected int next(int bits) { rolls++; return super.next(bits); }
        }
        class Main {
          static void m(Map<String, String> m) { m.get("a"); }
          static void n(Random r) { r.nextInt(); }
          static void o() { new HashMap<String, String>().get("a"); new Random(1).nextInt(); }
        }""", "Counted", "Dice", "Main");
    assertThat(all.effects("m")).contains("write #0.n");
    assertThat(all.effects("n")).contains("write Dice.rolls");
    assertThat(all.effects("o")).isEmpty();
  }

  @Test void collectorsFillWhatTheirSuppliersGive() {
    Compiled all = program(false, """
        class Main {
          static void m(List<Integer> l, Stream<Integer> s) { Stream.of(1).collect(Collectors.toCollection(() -> l)); }
          static List<Integer> n() { return Stream.of(1).collect(Collectors.toCollection(ArrayList::new)); }
        }""", "Main");
    assertThat(all.effects("m")).contains("write #0.content", "write #0.structure");
    assertThat(all.effects("n")).isEmpty();
  }

  @Test void aProxyMayBeBehindItsInterface() {
    Compiled all = program(false, """
        import java.lang.reflect.Proxy;
        interface Service { int go(); } interface Other { int go(); }
        class Real implements Service, Other { public int go() { return 1; } }
        class Main {
          static int calls;
          static int m(Service s) { return s.go(); }
          static int n(Other s) { return s.go(); }
          static Object o() {
            return Proxy.newProxyInstance(null, new Class<?>[] {Service.class},
                (proxy, method, given) -> { calls++; return 1; });
          }
        }""", "Service", "Other", "Real", "Main");
    assertThat(all.effects("m")).contains("write Main.calls");
    assertThat(all.effects("n")).isEmpty();
  }

  @Test void aLibraryIsOpenWhereOthersCanOverride() {
    String source = """
        public class Main {
          public interface Step { int go(); }
          interface Hidden { int go(); }
          public static final class Fixed { int n; int go() { return n; } }
          public static class Real implements Step, Hidden { public int go() { return 1; } }
          static int a(Step s) { return s.go(); }
          static int b(Hidden s) { return s.go(); }
          static int c(Fixed s) { return s.go(); }
          static int d(Real s) { return s.go(); }
          static int e() { return new Real().go(); }
        }""";
    String[] types = {"Main", "Main$Step", "Main$Hidden", "Main$Fixed", "Main$Real"};
    assertThat(program(false, source, types).summary("a").known()).isTrue();
    Compiled open = program(true, source, types);
    assertThat(open.summary("a").unknown()).hasSize(1);
    assertThat(open.summary("b").known()).isTrue();
    assertThat(open.summary("c").known()).isTrue();
    assertThat(open.summary("d").known()).isFalse();
    assertThat(open.summary("e").known()).isTrue();
  }
}
