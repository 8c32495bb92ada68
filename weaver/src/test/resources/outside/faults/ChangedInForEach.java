// Loops of the library whose functions change what they go through, for many classes.
import dev.deco.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
public class ChangedInForEach {
  static int w(int i) { double s = 0; for (int k = 1; k < 200; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0;
      }
  @Concurrent static int f(int i) { return w(i) + i * i; }
  static class Own extends ArrayList<Integer> { Own(Collection<Integer> c) { super(c);
      } public void forEach(Consumer<? super Integer> c) { for (int i = size(); i-- > 0;) c.accept(get(i)); } }
  static class Abs extends AbstractList<Integer> { public Integer get(int i) { return i; } public int size() {
      return 5; } }
  List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4, 5)); List<Integer> out = list; Map<Integer,
      Integer> map = new HashMap<>(Map.of(1, 2, 3, 4, 5, 6)), outMap = map;
  @Synchronized void fields() { list.forEach(v -> out.add(f(v))); }
  @Synchronized void fieldMap() { map.forEach((k, v) -> { if (k < 100) outMap.put(k + 100, f(v)); }); }
  @Synchronized static void each(Iterable<Integer> in, List<Integer> out) { in.forEach(v -> out.add(f(v))); }
  @Synchronized static void rem(List<Integer> in, List<Integer> out) { in.forEach(v -> { out.add(f(v));
      if (v == 3) in.remove(in.size() - 1); }); }
  @Synchronized static void remLast(Collection<Integer> in, List<Integer> out) { in.forEach(v -> { out.add(f(v));
      if (v == 4) in.remove(4); }); }
  @Synchronized static void sets(List<Integer> in, List<Integer> out) { in.forEach(v -> { in.set(0, f(v));
      out.add(v); }); }
  @Synchronized static void mapEach(Map<Integer, Integer> m, Map<Integer, Integer> o, int d) { m.forEach((k, v) -> {
      if (k < 100) o.put(k + d, f(v)); }); }
  @Synchronized static void mapRem(Map<Integer, Integer> m, List<Integer> o) { m.forEach((k, v) -> { o.add(f(v));
      m.remove(2); }); }
  @Synchronized static void keys(Map<Integer, Integer> m, Map<Integer, Integer> o) { m.keySet().forEach(k -> {
      if (k < 100) o.put(k + 100, f(k)); }); }
  @Synchronized static void repl(List<Integer> l, List<Integer> o) { Iterator<Integer> it = l.iterator();
      l.replaceAll(x -> f(x)); o.add(l.size()); try { it.next(); o.add(-1);
      } catch (ConcurrentModificationException e) { o.add(-2); } }
  @Synchronized static void repl2(List<Integer> l, List<Integer> o) { l.replaceAll(x -> { o.add(7); return f(x); }); }
  @Synchronized static void repl3(List<Integer> l) { l.replaceAll(x -> {
      if (x == 3) throw new IllegalStateException("x" + l); return f(x); }); }
  @Synchronized static void repl4(List<Integer> l) { l.replaceAll(x -> f(x) + l.get(0)); }
  @Synchronized static void repl5(List<Integer> l) { l.replaceAll(x -> { l.set(l.size() - 1, 50); return f(x); }); }
  @Synchronized static void setAll(int[] a, int[] b) { Arrays.setAll(a, i -> { b[0]++; return f(i); }); }
  @Synchronized static void setAllO(Object[] a) { Arrays.setAll(a, i -> "s" + f(i)); }
  @Synchronized static void sub(List<Integer> l, List<Integer> o) { l.subList(1, 3).forEach(v -> { o.add(f(v));
      if (v == 2) l.add(3); }); }
  @Synchronized static void mapRepl(Map<Integer, Integer> m) { Iterator<Integer> it = m.keySet().iterator();
      m.replaceAll((k, v) -> f(v)); it.next(); }
  interface B { void run(); }
  static void t(String n, Object shown, B b) { String r; try { b.run(); r = "fine"; } catch (RuntimeException e) {
      r = e.getClass().getSimpleName() + " " + e.getMessage(); } System.out.println(n + " " + r + " " + shown); }
  static List<Integer> l() { return new ArrayList<>(List.of(1, 2, 3, 4)); }
  static <M extends Map<Integer, Integer>> M m(M m) { for (int i = 0; i < 20; i++) m.put(i, i); return m; }
  public static void main(String[] a) {
    for (Function<Collection<Integer>, Collection<Integer>> make : List.<Function<Collection<Integer>,
        Collection<Integer>>>of(ArrayList::new, LinkedList::new, ArrayDeque::new, PriorityQueue::new, TreeSet::new,
        LinkedHashSet::new, HashSet::new, Vector::new, CopyOnWriteArrayList::new, Own::new,
        c -> Collections.unmodifiableList(new Own(c)), c -> Arrays.asList(c.toArray(new Integer[0])),
        ConcurrentLinkedQueue::new, c -> Collections.synchronizedList(new Own(c)), c -> new Abs(), List::copyOf)) {
      Collection<Integer> c = make.apply(List.of(1, 2, 3, 4)); List<Integer> o = new ArrayList<>();
      t("each " + c.getClass().getName(), o, () -> each(c, o));
      t("remLast", o, () -> remLast(c, o)); System.out.println(c);
      if (c instanceof List<Integer> l) { t("self", l, () -> { if (!(l instanceof Vector)) each(l, l); });
          List<Integer> l2 = (List<Integer>) make.apply(List.of(1, 2, 3, 4)); List<Integer> o2 = new ArrayList<>();
          t("rem", o2, () -> rem(l2, o2)); System.out.println(l2); t("sets", o2, () -> sets(l2, o2));
          System.out.println(l2);
        t("repl", o2, () -> repl(l2, o2)); System.out.println(l2); t("repl2", l2, () -> repl2(l2, o2));
            t("repl2self", l2, () -> repl2(l2, l2)); t("repl3", l2, () -> repl3(l2)); t("repl4", l2,
            () -> repl4(l2)); t("repl5", l2, () -> repl5(l2)); t("sub", l2, () -> sub(l2, o2)); }
    }
    for (Supplier<Map<Integer, Integer>> s : List.<Supplier<Map<Integer, Integer>>>of(HashMap::new,
        LinkedHashMap::new, TreeMap::new, Hashtable::new, WeakHashMap::new, ConcurrentSkipListMap::new)) {
      Map<Integer, Integer> m = m(s.get()), o = new TreeMap<>(); List<Integer> ol = new ArrayList<>();
          t("map " + m.getClass(), o, () -> mapEach(m, o, 100)); t("mapself", ol, () -> {
          if (!(m instanceof ConcurrentMap)) mapEach(m, m, 1000); }); System.out.println(m.size()); t("mapsame", m,
          () -> mapEach(m, m, 0));
      Map<Integer, Integer> m2 = m(s.get()); t("mapRem", ol, () -> mapRem(m2, ol)); Map<Integer,
          Integer> m3 = m(s.get()); t("keys", o, () -> keys(m3, o)); t("keysself", ol, () -> {
          if (!(m3 instanceof ConcurrentMap)) keys(m3, m3); }); System.out.println(m3.size()); t("mapRepl", m2,
          () -> mapRepl(m2));
    }
    ChangedInForEach e = new ChangedInForEach(); t("fields", e.list, e::fields); t("fieldMap", e.map, e::fieldMap);
        System.out.println(e.map.size());
    int[] x = new int[4]; t("setAll", null, () -> setAll(x, x)); System.out.println(Arrays.toString(x));
        t("setAllNull", null, () -> setAll(null, x)); t("setAllO", null, () -> setAllO(new Integer[3])); t("null",
        null, () -> each(null, null)); t("nullmap", null, () -> mapEach(null, null, 1)); t("nullrep", null,
        () -> repl4(null)); t("empty", null, () -> repl(new ArrayList<>(), new ArrayList<>()));
  }
}
