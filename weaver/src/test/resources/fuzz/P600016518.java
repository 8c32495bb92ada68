// -Ddeco.fuzz.seed=600016518 -Ddeco.fuzz.style=GENERAL
import dev.deco.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
public class P600016518 {
  static final P600016518 it = new P600016518();
  int w;
  static int sI;
  static long sL;
  static float sF;
  static boolean sZ;
  static double[] sB;
  static Map<Integer, Integer> sMemo;
  static Box sBox;
  static Op sOp;
  static Host sHost;
  @Concurrent static int total(int... all) {
    int total = 0;
    for (int x : all) {
      total = total * 31 + x;
    }
    return total;
  }
  @Concurrent static <T> T pick(T a, T b, boolean first) {
    return first ? a : b;
  }
  @Concurrent static int mix(int x) {
    return x * 31 ^ 5;
  }
  interface Op {
    int apply(int x);
    int take(int[] a, int x);
    @Concurrent default int twice(int x) {
      return apply(apply(x) + 1);
    }
    @Synchronized default int chained(int x) {
      int a = twice(x);
      return a + mix(mix(twice(x + 1)));
    }
  }
  static class Box {
    int i;
    double d;
    String s = "b";
    int[] a = {1, 2, 3, 4};
    List<Integer> l = new ArrayList<>();
    Box next = this;
    Box(int i) {
      this.i = i;
    }
    int add(int x) {
      i += x;
      return i;
    }
    @Concurrent int bump(int x) {
      i = i * 3 + x;
      l.add(x);
      if (l.size() > 20) {
        l.clear();
      }
      return i + next.i;
    }
    @Concurrent double peek(int x) {
      return i * x + d + l.size();
    }
    @Concurrent void link(Box b) {
      next = b;
      b.d += i;
    }
    @Concurrent int[] row() {
      return a;
    }
    @Override public String toString() {
      return "Box" + i + ' ' + d + s + Arrays.toString(a) + l + next.i;
    }
  }
  static class Host {
    final int k;
    final int[] h;
    int sum;
    Host(int k, int[] h) {
      this.k = k;
      this.h = h;
    }
    class Inner {
      int m = k;
      @Concurrent int reach(int x) {
        return h[x & 3] + m * x;
      }
      @Synchronized int reachAll(int n) {
        int all = 0;
        for (int i = 0; i < n; i++) {
          all += reach(i);
        }
        m = all & 7;
        return all + m;
      }
    }
    @Concurrent int of(int x) {
      return h[x & 3] * k + x;
    }
    @Concurrent protected void setH(int i, int x) {
      h[i & 3] = x;
    }
    @Concurrent final int addUp(int x) {
      sum = sum * 3 + x;
      return sum;
    }
    @Synchronized int fields(int n) {
      for (int i = 0; i < n; i++) {
        sum += of(i);
        h[i & 3] = of(sum & 3) + (i > 2 ? of(i) : 1);
      }
      return sum + new Inner().reachAll(n);
    }
    @Synchronized <T extends Comparable<T>> T greatest(List<T> all, int x) {
      T best = all.get(0);
      for (T one : all) {
        best = pick(one, best, one.compareTo(best) > 0);
      }
      setH(x, of(x));
      return best;
    }
    @Override public String toString() {
      return "Host" + k + Arrays.toString(h) + sum;
    }
  }
  static String show(Object o) {
    if (o instanceof Object[] all) {
      StringBuilder text = new StringBuilder("[");
      for (Object one : all) {
        text.append(show(one)).append(' ');
      }
      return text.append(']').toString();
    }
    if (o instanceof List<?> list) {
      return show(list.toArray());
    }
    return o instanceof int[] a ? Arrays.toString(a) : o instanceof double[] d ? Arrays.toString(d)
    : o instanceof long[] l ? Arrays.toString(l) : o instanceof byte[] b ? Arrays.toString(b)
    : o instanceof char[] c ? Arrays.toString(c) : o instanceof boolean[] z ? Arrays.toString(z)
    : o instanceof short[] s ? Arrays.toString(s) : o instanceof float[] f ? Arrays.toString(f)
    : String.valueOf(o);
  }
  static void reset() {
    sBox = new Box(8);
  }
  static String statics() {return "" + show(sI) + show(sL) + show(sF) + show(sZ) + show(sB) + show(sMemo) + show(sBox) + show(sBox.next) + show(sBox.next.next) + show(sOp) + show(sHost);}
  @Concurrent static int pure0(double p0) {return 1;}
  @Synchronized static Box scope3(Box p0, boolean[] p1, Map<Integer, List<Integer>> p2) {
    p0.i -= total(1, 1, p0.add(pure0(1.0)));
  return new Box(1);}
  public static void main(String[] args) {
    reset();
    it.w = 1;
    Box m0 = new Box(1);
    Box m1 = new Box(1);
    boolean[] m2 = new boolean[4];
    boolean[] m3 = new boolean[4];
    Map<Integer, List<Integer>> m4 = new LinkedHashMap<Integer, List<Integer>>();
    Map<Integer, List<Integer>> m5 = new LinkedHashMap<Integer, List<Integer>>();
    System.out.println("scope3 " + show(scope3(m0, new boolean[4], new LinkedHashMap<Integer, List<Integer>>())));
    System.out.println(show(new Object[] {m0, m1, m2, m3, m4, m5}) + statics() + it.w);
  }
}
