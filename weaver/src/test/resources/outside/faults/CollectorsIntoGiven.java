// A collector fills a list that was there before.
import dev.deco.*;
import java.util.*;
import java.util.stream.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static void f(List<Integer> to, int i) {
    w(i);
    Stream.of(i, i + 1).collect(Collectors.toCollection(() -> to));
  }
  @Synchronized static String run(int n) {
    List<Integer> to = new ArrayList<>();
    int s = 0;
    for (int i = 0; i < n; i++) { f(to, i); if (i % 10 == 9) s = s * 31 + to.size(); }
    return s + " " + to.hashCode();
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 5; r++) System.out.println(run(60)); }
}
