import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** What a statement prints before its last task prints comes first, though the statement is replayed after the task. */
public class PrintsWithinStatement {
  @Concurrent
  static int same(int x) {
    return x;
  }

  @Concurrent
  static int say(int x) {
    System.out.println("say " + x);
    return x;
  }

  static List<Integer> plain(int x) {
    System.out.println("plain " + x);
    return new ArrayList<>();
  }

  @Synchronized
  static void scope(int x) {
    plain(same(x)).addAll(List.of(say(1), 1));
  }

  public static void main(String[] args) {
    scope(3);
  }
}
