// Stream.toArray calls the function that it is given.
import dev.deco.*;
import java.util.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  static int made;
  @Concurrent static int f(List<String> list, int i) {
    w(i);
    return list.stream().toArray(n -> { made += n; return new String[n]; }).length;
  }
  @Synchronized static int run(int n) {
    made = 0;
    int s = 0;
    for (int i = 0; i < n; i++) { f(List.of("a", "b"), i); s = s * 31 + made; }
    return s;
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 2; r++) System.out.println(run(60)); }
}
