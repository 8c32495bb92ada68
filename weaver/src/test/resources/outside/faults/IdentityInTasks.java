// Tasks that look at which object a collection is, or let it out of their hands.
import dev.deco.*;
import java.util.*;
import java.util.function.*;
public class IdentityInTasks {
  static int w(int i) { double s = 0; for (int k = 1; k < 50; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  static Object field; static List<List<Integer>> lists = new ArrayList<>();
  @Concurrent static int hash(List<Integer> l, int i) { l.add(i); w(i); return System.identityHashCode(l); }
  @Concurrent static boolean contains(List<Integer> l, List<List<Integer>> all, int i) { l.add(i); w(i);
      return all.contains(l); }
  @Concurrent static boolean cls(Collection<Integer> l, int i) { l.add(i); w(i);
      return l.getClass().getSimpleName().equals("ArrayList")
          && l instanceof RandomAccess && l instanceof ArrayList<?>; }
  @Concurrent static boolean same(Collection<Integer> l, Object o, int i) { l.add(i); w(i); return same(l, o); }
  static boolean same(Object a, Object b) { return a == b; }
  @Concurrent static Iterator<Integer> iter(List<Integer> l, int i) { l.add(i); w(i); return l.iterator(); }
  @Concurrent static Supplier<Integer> lam(List<Integer> l, int i) { l.add(i); w(i); return () -> l.size(); }
  @Concurrent static List<Integer> sub(List<Integer> l, int i) { l.add(i); w(i); return l.subList(0, 1); }
  @Concurrent static Object entry(Map<Integer, Integer> m, int i) { m.put(i, i); w(i);
      return m.entrySet().iterator().next(); }
  @Concurrent static Set<Integer> keys(Map<Integer, Integer> m, int i) { m.put(i, i); w(i); return m.keySet(); }
  @Concurrent static List<Integer> unm(List<Integer> l, int i) { l.add(i); w(i);
      return Collections.unmodifiableList(l); }
  static class Holder { List<Integer> l; Holder(List<Integer> l) { this.l = l; } }
  @Concurrent static Holder hold(List<Integer> l, int i) { l.add(i); w(i); return new Holder(l); }
  @Concurrent static void keep(List<Integer> l, Object[] o, int i) { l.add(i); w(i); o[0] = l; }
  @Concurrent static boolean viaLambda(List<Integer> l, List<Integer> o, int i) { l.add(i); w(i);
      BooleanSupplier s = () -> l == o; return s.getAsBoolean(); }
  @Concurrent static boolean ids(List<Integer> l, Set<Object> set, int i) { l.add(i); w(i); return set.contains(l); }
  @Concurrent static String sync(List<Integer> l, int i) { synchronized (l) { l.add(i); w(i);
      return Thread.holdsLock(l) + ""; } }
  @Concurrent static boolean eq(List<Integer> l, Object o, int i) { l.add(i); w(i); return l.equals(o); }
  @Concurrent static boolean eq2(List<Integer> l, List<Integer> o, int i) { l.add(i); w(i); return Objects.equals(o,
      l); }
  static class Task { final List<Integer> mine; Task(List<Integer> m) { mine = m;
      } @Concurrent boolean is(List<Integer> l, int i) { l.add(i); w(i); return l == mine; } 
    @Concurrent boolean sw(Object l, int i) { ((List<Integer>) l).add(i); return l == mine; } }
  @Concurrent static int reads(List<Integer> l, List<Integer> o, int i) { w(i); return l == o ? l.size() : -1; }
  @Concurrent static void adds(List<Integer> l, int i) { w(i); l.add(i); }
  @Concurrent static boolean sorted(List<Integer> l, int i) { l.add(i); w(i); Collections.sort(l,
      Comparator.reverseOrder()); Collections.swap(l, 0, l.size() - 1); return l.get(0) > 0; }
  interface B { Object run(); }
  @Synchronized static Object all(int which, int n) {
    List<Integer> l = new ArrayList<>(); Map<Integer, Integer> m = new HashMap<>();
        List<Object> out = new ArrayList<>(); field = l; Object[] box = new Object[1];
    Set<Object> ids = Collections.newSetFromMap(new IdentityHashMap<>()); ids.add(l); lists.clear(); lists.add(l);
        Task t = new Task(l);
    int h = System.identityHashCode(l);
    switch (which) {
      case 0: for (int i = 0; i < n; i++) out.add(hash(l, i)); for (Object x : out) if (!x.equals(h)) return "bad";
          return l;
      case 1: for (int i = 0; i < n; i++) out.add(contains(l, lists, i)); return out;
      case 2: for (int i = 0; i < n; i++) out.add(cls(l, i)); return out;
      case 3: for (int i = 0; i < n; i++) out.add(same(l, l, i)); return out;
      case 4: for (int i = 0; i < n; i++) out.add(iter(l, i)); int f = 0; for (Object x : out) try {
          ((Iterator<?>) x).next(); f++; } catch (ConcurrentModificationException e) { f += 100; } return f;
      case 5: for (int i = 0; i < n; i++) out.add(lam(l, i)); { int s = 0;
          for (Object x : out) s += ((Supplier<Integer>) x).get(); return s; }
      case 6: for (int i = 0; i < n; i++) out.add(sub(l, i)); { int s = 0; for (Object x : out) try {
          s += ((List<Integer>) x).size(); } catch (ConcurrentModificationException e) { s += 100; } return s; }
      case 7: for (int i = 0; i < n; i++) out.add(entry(m, i)); m.put(0, 77); return out;
      case 8: for (int i = 0; i < n; i++) out.add(keys(m, i)); return out.get(3) + "" + (out.get(0) == out.get(1));
      case 9: for (int i = 0; i < n; i++) out.add(unm(l, i)); return out.get(2);
      case 10: for (int i = 0; i < n; i++) out.add(hold(l, i)); return ((Holder) out.get(2)).l == l;
      case 11: for (int i = 0; i < n; i++) keep(l, box, i); return box[0] == l;
      case 12: for (int i = 0; i < n; i++) out.add(viaLambda(l, l, i)); return out;
      case 13: for (int i = 0; i < n; i++) out.add(ids(l, ids, i)); return out;
      case 14: for (int i = 0; i < n; i++) out.add(sync(l, i)); return out;
      case 15: for (int i = 0; i < n; i++) out.add(eq(l, l, i)); return out;
      case 16: for (int i = 0; i < n; i++) out.add(eq2(l, l, i)); return out;
      case 17: for (int i = 0; i < n; i++) out.add(t.is(l, i)); return out;
      case 18: for (int i = 0; i < n; i++) out.add(t.sw(l, i)); return out;
      case 19: for (int i = 0; i < n; i++) { adds(l, i); out.add(reads(l, l, i)); } return out;
      case 20: for (int i = 0; i < n; i++) out.add(sorted(l, i)); return out + "" + l;
      default: return null;
    }
  }
  public static void main(String[] a) { for (int r = 0; r < 2; r++) for (int k = 0; k <= 20;
      k++) System.out.println(k + " " + all(k, 12)); }
}
