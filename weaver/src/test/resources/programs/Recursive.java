import dev.deco.*;
import java.util.*;
/** Recursions, which may run in their original bodies. */
public class Recursive {
  @Concurrent @Synchronized static long fib(int n) { //! spawned=88 forces=88 in_place=88 syncs=88
    if (n < 2) return n;
    return fib(n - 1) + fib(n - 2); //= spawned forced in_place
  }
  // each calls the other
  @Concurrent @Synchronized static int even(int n, List<Integer> seen) { //! in_place=0..20 syncs=0..20
    if (n == 0) return 1;
    return odd(n - 1, null) * 3; //= in_place
  }
  @Concurrent @Synchronized static int odd(int n, double[] wide) { //! in_place=0..20 syncs=0..20
    if (n == 0) return 0;
    return even(n - 1, List.of()) + 1; //= in_place
  }
  // overridden: the original body is another one
  static class Tree {
    final int depth;
    Tree(int depth) { this.depth = depth; }
    Tree child(int k) { return k == 1 ? new Odd(depth - 1) : new Tree(depth - 1); }
    @Concurrent @Synchronized int weigh(long a, String b) { //! spawned=0..100 deferred=0..100 syncs=0..100
      int sum = b.length();
      for (int k = 0; k < 3 && depth > 0; k++)
        sum += child(k).weigh(a + k, b); //= spawned deferred
      return sum; //= synced
    }
  }
  static class Odd extends Tree {
    Odd(int depth) { super(depth); }
    @Override int weigh(long a, String b) { return 1000 * depth + (depth > 1 ? super.weigh(a, b) : (int) a); }
  }
  // failing deep inside, with a handler on the way
  @Concurrent @Synchronized private int search(int[] a, int lo, int hi) { //! spawned=0..100 forces=0..100 in_place=0..100 syncs=0..100
    if (hi - lo == 1) {
      if (a[lo] == 7) throw new IllegalStateException("seven at " + lo);
      return a[lo];
    }
    int mid = (lo + hi) / 2;
    return search(a, lo, mid) + search(a, mid, hi); //= spawned forced in_place
  }
  public static void main(String[] args) {
    System.out.println(fib(10));
    System.out.println(even(10, null) + " " + odd(9, null));
    System.out.println(new Tree(3).weigh(5, "ab") + " " + new Odd(3).weigh(5, "ab"));
    int[] a = new int[16];
    for (int i = 0; i < 16; i++) a[i] = i;
    try {
      System.out.println(new Recursive().search(a, 0, 16));
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage() + Arrays.stream(e.getStackTrace()).filter(f -> f.getMethodName().equals("search")).findFirst().map(f -> " in " + f.getMethodName() + " on line " + f.getLineNumber()).get());
    }
  }
}
