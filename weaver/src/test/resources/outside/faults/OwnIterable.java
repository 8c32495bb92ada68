// String.join iterates over an Iterable of the program's own class, which counts.
import dev.deco.*;
import java.util.*;

class Main {
  static class Counted implements Iterable<String> {
    final List<String> list = List.of("a", "b", "c");
    int gone = 0;
    @Override public Iterator<String> iterator() { gone++; return list.iterator(); }
  }
  @Concurrent static int f(Iterable<String> it, int i) {
    int n = 0;
    for (int k = 0; k < 300; k++) n += String.join(",", it).length();
    return n + i;
  }
  @Synchronized static String run(Counted it, int n) {
    int[] out = new int[n];
    for (int i = 0; i < n; i++) out[i] = f(it, i);
    int seen = it.gone;
    return seen + " " + Arrays.stream(out).sum();
  }
  public static void main(String[] a) { for (int i = 0; i < 5; i++) System.out.println(run(new Counted(), 100)); }
}
