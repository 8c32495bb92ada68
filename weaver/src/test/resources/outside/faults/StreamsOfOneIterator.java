// A stream over an iterator moves it.
import dev.deco.*;
import java.util.*;
import java.util.stream.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static List<Integer> f(Iterator<Integer> it, int i) {
    w(i);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(it, 0), false).limit(2).toList();
  }
  @Synchronized static int run(int n) {
    Iterator<Integer> it = new ArrayList<>(IntStream.range(0, 1000).boxed().toList()).iterator();
    List<Object> out = new ArrayList<>();
    for (int i = 0; i < n; i++) out.add(f(it, i));
    return out.hashCode();
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 2; r++) System.out.println(run(60)); }
}
