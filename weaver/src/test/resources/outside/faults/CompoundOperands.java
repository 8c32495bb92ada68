// What a compound statement takes, and what may fail of it before its call, with the messages of the JVM.
import dev.deco.*;
import java.util.*;
public class CompoundOperands {
  static class Box { int total; Integer boxed; long wide; Box next; double[] arr; static int s; }
  static class Init { static int total; static { log.append("init;"); } final int v; Init(int v) { this.v = v; } }
  static StringBuilder log = new StringBuilder();
  static int calls;
  @Concurrent static int f(int i) { calls++; return i; }
  interface Body { Object run() throws Exception; }
  static void t(String name, Body b) {
    calls = 0; log.setLength(0);
    String r;
    try { r = String.valueOf(b.run()); } catch (Exception e) {
        r = e.getClass().getSimpleName() + " " + e.getMessage(); }
    System.out.println(name + " " + r + " calls " + calls + " " + log);
  }
  @Synchronized static Object lon(long[] a, int n) { for (int i = 0; i < n; i++) a[i] += f(i);
      return Arrays.toString(a); }
  @Synchronized static Object dou(double[] a, int n) { for (int i = 0; i < n; i++) a[i] = a[i] * 2 + f(i);
      return Arrays.toString(a); }
  @Synchronized static Object konst(int[] a, int n) { for (int i = 0; i < n; i++) a[3] += f(i);
      return Arrays.toString(a); }
  @Synchronized static Object mod(int[] a, int n) { for (int i = 0; i < n; i++) a[i % 3] -= f(i);
      return Arrays.toString(a); }
  @Synchronized static Object hist(int[] a, int[] bins) { for (int i = 0; i < bins.length; i++) a[bins[i]] += f(i);
      return Arrays.toString(a); }
  @Synchronized static Object self(int[] a, int n) { for (int i = 0; i < n; i++) a[a[i]] += f(i);
      return Arrays.toString(a); }
  @Synchronized static Object next(Box b) { b.next.total += f(1); b.total += f(2); return b.total; }
  @Synchronized static Object wide(Box b) { for (int i = 0; i < 4; i++) b.wide += f(i); return b.wide; }
  @Synchronized static Object boxed(Box b) { for (int i = 0; i < 4; i++) b.boxed += f(i); return b.boxed; }
  @Synchronized static Object arr(Box b) { for (int i = 0; i < 4; i++) b.arr[i] += f(i);
      return Arrays.toString(b.arr); }
  @Synchronized static Object div(int[] a, int k) { for (int i = 0; i < 4; i++) a[i] = a[i] / k + f(i);
      return Arrays.toString(a); }
  @Synchronized static Object div2(int[] a, int k) { for (int i = 0; i < 4; i++) a[i] = a[i] / 2 + f(i);
      return Arrays.toString(a); }
  @Synchronized static Object ints(Integer[] a) { for (int i = 0; i < 4; i++) a[i] += f(i);
      return Arrays.toString(a); }
  @Synchronized static Object strings(String[] a) { for (int i = 0; i < 4; i++) a[i] += f(i);
      return Arrays.toString(a); }
  @Synchronized static Object two(int[][] a) { for (int i = 0; i < 4; i++) a[i][1] += f(i);
      return Arrays.deepToString(a); }
  @Synchronized static Object init() { List<Init> l = new ArrayList<>(); for (int i = 0; i < 3;
      i++) l.add(new Init(g(i))); int s = 0; for (Init x : l) s += x.v; return s; }
  @Concurrent static int g(int i) { return i + log.length(); }
  static class Init2 { static int total; static { log.append("init2;"); } }
  @Synchronized static Object init2() { for (int i = 0; i < 3; i++) Init2.total += g(i); return Init2.total; }
  int inst; int[] own = new int[2];
  @Synchronized Object mine() { for (int i = 0; i < 5; i++) inst += f(i); return inst; }
  @Synchronized Object mineArr() { for (int i = 0; i < 5; i++) own[i] += f(i); return inst; }
  @Synchronized static Object plainStore(int[] a, int n) { for (int i = 0; i < n; i++) a[i] = f(i);
      return Arrays.toString(a); }
  @Synchronized static Object recv(List<Integer> l) { l.add(f(1)); return l; }
  @Synchronized static Object mapGet(Map<Integer, List<Integer>> m, int k) { m.get(k).add(f(1)); return m; }
  @Synchronized static Object chain(Box b) { b.next.next.total = f(1); return b; }
  @Synchronized static Object neg(int n) { int[][] x = new int[2][]; x[0] = new int[n + f(0)]; x[1] = new int[f(1)];
      return x[0].length; }
  public static void main(String[] args) {
    for (int r = 0; r < 3; r++) {
    t("lon", () -> lon(new long[3], 6)); t("lon0", () -> lon(null, 6)); t("lonOk", () -> lon(new long[9], 6));
    t("dou", () -> dou(new double[3], 6)); t("konst", () -> konst(new int[3], 6)); t("konstOk",
        () -> konst(new int[4], 6)); t("mod", () -> mod(new int[2], 6)); t("modOk", () -> mod(new int[3], 6));
    t("hist", () -> hist(new int[4], new int[] {1, 3, 1, 9, 2})); t("histOk", () -> hist(new int[4], new int[] {1, 3,
        1, 0, 2}));
    t("self", () -> self(new int[] {1, 2, 3, 0, 0}, 5)); t("selfX", () -> self(new int[] {1, 2, 3, 9, 0}, 5));
        t("next", () -> next(new Box())); t("wide", () -> wide(null)); t("wideOk", () -> wide(new Box()));
    t("boxed", () -> boxed(new Box())); t("boxedOk", () -> { Box b = new Box(); b.boxed = 1; return boxed(b); });
    t("arr", () -> arr(new Box())); t("arr2", () -> { Box b = new Box(); b.arr = new double[2]; return arr(b); });
    t("div", () -> div(new int[4], 0)); t("divOk", () -> div(new int[] {1, 2, 3, 4}, 2)); t("div2",
        () -> div2(new int[] {1, 2, 3, 4}, 2));
    t("ints", () -> ints(new Integer[4])); t("ints2", () -> ints(new Integer[] {1, 2, null, 3})); t("strings",
        () -> strings(new String[3])); t("stringsOk", () -> strings(new String[4]));
    t("two", () -> two(new int[][] {{1, 2}, {1, 2}, null, {1}})); t("two2", () -> two(new int[][] {{1, 2}, {1, 2},
        {3}, {1}}));
    t("init", () -> init()); t("init2", () -> init2());
    CompoundOperands c = new CompoundOperands(); t("mine", () -> c.mine()); t("mineArr", () -> c.mineArr());
    t("plain", () -> plainStore(new int[3], 3)); t("null", () -> recv(null)); t("map", () -> mapGet(new HashMap<>(),
        1)); t("chain", () -> chain(new Box())); t("neg", () -> neg(-3));
    }
  }
}
