import dev.deco.*;
import java.util.*;
/** A variable that is in a cell is loaded for a deferred statement, then read and changed before that is complete. */
public class ChangedInItsStatement {
  @Concurrent static int twice(int x) { return 2 * x; }
  @Concurrent static double peek(int x) { return 1.0 + x; }
  @Concurrent static int say(int x) { System.out.println("say " + x); return x; }
  static List<Integer> list(int x) { System.out.println("list " + x); return new ArrayList<>(); }
  @Synchronized static void changed(List<Double> all) {
    int at = 1;
    at *= twice(1);
    for (int i = 0; i < 4; i++) {
      all.set(at & 3, peek(at));
      at++;
    }
    all.set(at & 3, at++ * peek(at));
    all.set((at & 3) + (at = 0), peek(at));
    at *= twice(1) + 1;
    all.set(((at + 1) & 3) * ((at = 2) - 1), peek(at));
    all.set((at = twice(at)) & 3, (at += 3) + peek(at));
  }
  /** What a statement prints before a task of its own comes out before it. */
  @Synchronized static void said() {
    list(twice(3)).add(say(1));
    list(twice(4)).addAll(List.of(say(2), 1));
  }
  public static void main(String[] args) {
    List<Double> all = Arrays.asList(1.0, 2.0, 3.0, 4.0);
    changed(all);
    System.out.println(all);
    said();
  }
}
