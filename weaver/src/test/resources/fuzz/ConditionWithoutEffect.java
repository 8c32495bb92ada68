import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** Both ways of the last condition lead to one place: the compiler leaves the test of {@code odd} without a branch. */
public class ConditionWithoutEffect {
  @Concurrent
  static boolean odd(int x) {
    return (x & 1) != 0;
  }

  @Synchronized
  static void scope(boolean[] a, boolean b) {
    a[1] ^= (b ? true : odd(1)) || true;
  }

  public static void main(String[] args) {
    boolean[] a = new boolean[2];
    scope(a, false);
    System.out.println(a[1]);
    scope(a, true);
    System.out.println(a[1]);
  }
}
