// Tasks write elements by indexes that are data, constants, remainders, or of one array given twice.
import dev.deco.*;
import java.util.*;
import java.util.stream.*;
public class ScatterByFormula {
  static int w(int n) { double s = 0; for (int k = 1; k < n; k++) s += Math.sin(n + k) / k; return s > 1e9 ? 1 : 0; }
  record Job(int slot, int v) {}
  static int slot(int i) { return i * i % 7; }
  @Concurrent static void param(int[] a, int k, int v) { a[k] = w(20 * (40 - v)) + v; }
  @Concurrent static void konst(int[] a, int v) { a[0] = w(20 * (40 - v)) + v; }
  @Concurrent static void mod(int[] a, int v) { a[v % 4] = w(20 * (40 - v)) + v; }
  @Concurrent static void half(int[] a, int v) { a[v / 2] = w(20 * (40 - v)) + v; }
  @Concurrent static void and(int[] a, int v) { a[v & 3] = w(20 * (40 - v)) + v; }
  @Concurrent static void shr(int[] a, int v) { a[v >> 2] = w(20 * (40 - v)) + v; }
  @Concurrent static void call(int[] a, int v) { a[slot(v)] = w(20 * (40 - v)) + v; }
  @Concurrent static void job(int[] a, Job j) { a[j.slot] = w(20 * (40 - j.v)) + j.v; }
  @Concurrent static void jobC(int[] a, Job j) { a[j.slot()] = w(20 * (40 - j.v)) + j.v; }
  @Concurrent static void list(int[] a, List<Integer> l, int v) { a[l.get(v)] = w(20 * (40 - v)) + v; }
  @Concurrent static void inner(int[] a, int[] idx, int v) { help(a, idx[v], v); }
  static void help(int[] a, int k, int v) { a[k] = w(20 * (40 - v)) + v; }
  @Concurrent static void row(int[][] r, int i, int v) { int[] x = r[i]; x[0] = w(20 * (40 - v)) + v; }
  @Concurrent static void rowArg(int[] x, int v) { for (int k = 0; k < x.length; k++) x[k] = w(20 * (40 - v)) + v; }
  @Concurrent static void loop(int[] a, int n, int v) { int j = 0; for (int k = 0; k < n;
      k++) a[j++] = w(20 * (40 - v)) + v; }
  @Concurrent static void fill(int[] a, int v) { w(20 * (40 - v)); Arrays.fill(a, v); }
  @Concurrent static void copy(int[] a, int[] s, int v) { w(20 * (40 - v)); System.arraycopy(s, 0, a, s[v], 2); }
  @Concurrent static void two(int[] a, int[] b, int v) { w(20 * (40 - v)); a[v] = v; b[v + 1] = -v; }
  @Concurrent static void strs(String[] a, String k, int v) { a[k.length()] = "" + (w(20 * (40 - v)) + v); }
  @Concurrent static void dbl(int[] a, double d, int v) { a[(int) d] = w(20 * (40 - v)) + v; }
  @Concurrent static void mn(int[] a, int v) { a[Math.min(v, 3)] = w(20 * (40 - v)) + v; }
  @Synchronized static String all(int which) {
    int n = 30; int[] a = new int[64]; int[] idx = new int[64]; List<Integer> l = new ArrayList<>(); for (int i = 0;
        i < 64; i++) { idx[i] = i * i % 7; l.add(idx[i]); }
    int[][] r = {a, new int[3], a, a}; String[] s = new String[8];
    switch (which) {
      case 0: for (int i = 0; i < n; i++) param(a, idx[i], i); break;
      case 1: for (int i = 0; i < n; i++) konst(a, i); break;
      case 2: for (int i = 0; i < n; i++) mod(a, i); break;
      case 3: for (int i = 0; i < n; i++) half(a, i); break;
      case 4: for (int i = 0; i < n; i++) and(a, i); break;
      case 5: for (int i = 0; i < n; i++) shr(a, i); break;
      case 6: for (int i = 0; i < n; i++) call(a, i); break;
      case 7: for (int i = 0; i < n; i++) job(a, new Job(idx[i], i)); break;
      case 8: for (int i = 0; i < n; i++) jobC(a, new Job(idx[i], i)); break;
      case 9: for (int i = 0; i < n; i++) list(a, l, i); break;
      case 10: for (int i = 0; i < n; i++) inner(a, idx, i); break;
      case 11: for (int i = 0; i < n; i++) row(r, i % 4, i); break;
      case 12: for (int i = 0; i < n; i++) rowArg(r[i % 4], i); break;
      case 13: for (int i = 0; i < n; i++) loop(a, 3 + i % 3, i); break;
      case 14: for (int i = 0; i < n; i++) fill(a, i); break;
      case 15: for (int i = 0; i < n; i++) copy(a, idx, i); break;
      case 16: for (int i = 0; i < n; i++) two(a, a, i); break;
      case 17: for (int i = 0; i < n; i++) strs(s, "abcdefg".substring(i % 7), i); return Arrays.toString(s);
      case 18: for (int i = 0; i < n; i++) dbl(a, i / 3.0, i); break;
      case 19: for (int i = 0; i < n; i++) mn(a, i); break;
      case 20: IntStream.range(0, n).forEach(i -> mod(a, i)); break;
      case 21: l.stream().limit(n).forEach(k -> param(a, k, k)); break;
      case 22: l.forEach(k -> param(a, k, 5)); break;
      case 23: for (int i = 0; i < n; i++) param(a, i % 5, i); break;
      case 24: for (int i = 0; i < n; i++) param(a, slot(i), i); break;
      case 25: for (int i = 0; i < n; i++) param(a, 3, i); break;
      case 26: for (int k : idx) if (k < n) param(a, k, 30 - k); break;
      case 27: IntStream.range(0, n).map(i -> i % 5).forEach(i -> param(a, i, i)); break;
    }
    return Arrays.toString(a);
  }
  public static void main(String[] x) { for (int q = 0; q < 2; q++) for (int k = 0; k < 28;
      k++) System.out.println(k + " " + all(k)); }
}
