// A stream over an iterator that is used afterwards takes no more of it than its reader asks for.
import dev.deco.*;
import java.util.*;
import java.util.stream.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static int f(int i) { return w(i) + i * i; }
  @Synchronized static String run(int n) {
    Iterator<Integer> it = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9).iterator();
    List<Integer> first = StreamSupport.stream(Spliterators.spliteratorUnknownSize(it, 0), false)
        .map(x -> f(x)).limit(3).toList();
    return first + " then " + it.next();
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 5; r++) System.out.println(run(60)); }
}
