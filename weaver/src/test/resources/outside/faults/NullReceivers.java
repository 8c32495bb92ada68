// Calls on null receivers: recursive, final, private, in tasks.
import dev.deco.*;
import java.util.*;
public class NullReceivers {
  static class Tree { Tree left, right; int v = 1;
    @Concurrent @Synchronized int open(int d, long w) { if (d == 0) return 1; return left.open(d - 1,
        w) + right.open(d - 1, w + 1); }
    @Concurrent @Synchronized final int fin(int d, double w) { if (d == 0) return 1; return left.fin(d - 1,
        w) + right.fin(d - 1, w); }
    @Concurrent @Synchronized private int priv(int d) { if (d == 0) return 1;
        return left.priv(d - 1) + right.priv(d - 1); }
    @Concurrent @Synchronized static int stat(Tree t, int d) { if (d == 0) return 1; return stat(t.left,
        d - 1) + stat(t.right, d - 1); }
    @Concurrent @Synchronized void vd(int d, int[] sum) { if (d == 0) { return; } left.vd(d - 1, sum);
        right.vd(d - 1, sum); }
  }
  static class Sub extends Tree { int open(int d, long w) { return 100; } }
  static Tree full(int d) { if (d == 0) return null; Tree t = new Tree(); t.left = full(d - 1);
      t.right = full(d - 1); return t; }
  static Tree mixed(int d) { Tree t = d % 3 == 2 ? new Sub() : new Tree(); if (d > 0) { t.left = mixed(d - 1);
      t.right = mixed(d - 1); } return t; }
  @Concurrent static int use(Tree t) { return t.v; }
  @Concurrent static int dep(int x) { return x; }
  static class Other { int k; @Concurrent int m(int x) { return x; } }
  @Synchronized static int o(Other o) { int s = 0; for (int i = 0; i < 5; i++) s += o.m(i); return s; }
  @Synchronized static int os(Other[] o) { int s = 0; for (int i = 0; i < 5; i++) s += o[i].m(dep(i)); return s; }
  interface B { Object run(); }
  static void t(String n, B b) { String r; try { r = "" + b.run(); } catch (RuntimeException e) {
      r = e.getClass().getSimpleName(); } System.out.println(n + " " + r); }
  public static void main(String[] a) {
    Tree t = full(10);
    for (int r = 0; r < 6; r++) {
      t("open", () -> t.open(10, 3)); t("open9", () -> t.open(9, 3)); t("fin", () -> t.fin(10, 3)); t("fin9",
          () -> t.fin(9, 3));
      t("priv", () -> t.priv(10)); t("priv9", () -> t.priv(9)); t("stat", () -> Tree.stat(t, 11)); t("stat9",
          () -> Tree.stat(t, 9)); t("vd", () -> { t.vd(10, null); return 1; });
      t("mixed", () -> mixed(7).open(7, 1)); t("o", () -> o(null)); t("os", () -> os(new Other[] {new Other(),
          new Other(), null, null, null})); 
    }
  }
}
