import dev.deco.Concurrent;
import dev.deco.Synchronized;

public class GuardOfSubtype {
  static Op op;
  static int[] array;

  interface Op {
    int apply(int x);
  }

  record Into(int[] a) implements Op {
    public int apply(int x) {
      a[x & 3] += x;
      return a[1];
    }
  }

  static final class Count implements Op {
    int n;

    public int apply(int x) {
      n += x & 7;
      return n;
    }
  }

  @Concurrent static int total(int... all) {
    int total = 0;
    for (int x : all) {
      total = total * 31 + x;
    }
    return total;
  }

  @Synchronized static void scope() {
    total(1, total(array), op.apply(1));
  }

  public static void main(String[] args) {
    array = new int[] {1, 2, 3, 4};
    for (Op one : new Op[] {new Count(), new Into(array)}) {
      op = one;
      scope();
      System.out.println(array[1]);
    }
  }
}
