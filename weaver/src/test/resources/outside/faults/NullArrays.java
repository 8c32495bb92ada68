// Arrays that are null whatever happens.
import dev.deco.Concurrent;
import dev.deco.Synchronized;

public class NullArrays {
  @Concurrent
  static int f(int i) {
    return i * 2;
  }

  @Concurrent
  static String text(int i) {
    return "t" + i;
  }

  @Synchronized
  static void ints() {
    int[] a = null;
    a[0] = f(1);
  }

  @Synchronized
  static void longs() {
    long[] a = null;
    a[1] += f(1);
  }

  @Synchronized
  static void texts() {
    String[] a = null;
    a[1] = text(2);
  }

  @Synchronized
  static void rows() {
    double[][] a = null;
    a[f(0)][1] = f(1);
  }

  static void tell(Runnable scope) {
    try {
      scope.run();
    } catch (NullPointerException expected) {
      System.out.println(expected.getMessage());
    }
  }

  public static void main(String[] args) {
    tell(NullArrays::ints);
    tell(NullArrays::longs);
    tell(NullArrays::texts);
    tell(NullArrays::rows);
  }
}
