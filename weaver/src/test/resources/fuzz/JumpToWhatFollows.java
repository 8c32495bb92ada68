import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;

/** A condition without effect leads into a try block: both of its ways go to the next instruction. */
public class JumpToWhatFollows {
  static double[] values;

  @Concurrent
  static double relaxed(double[] a, int i) {
    return (a[i + 3 & 3] + a[i & 3] + a[i + 1 & 3]) / 3;
  }

  @Concurrent
  static void settle(double[] a, int i) {
    a[i] = (a[i + 3 & 3] + a[i] + a[i + 1 & 3]) / 3;
  }

  @Synchronized
  static void scope() {
    double[] all = values;
    for (int i = 0; i < 4; i++) {
      settle(all, i);
    }
    for (int i = 0; i < 5 && 'a' < 'a'; ) {
      i++;
    }
    try {
      double[] same = values;
      for (int i = 0; i < 4; i++) {
        same[i] = relaxed(same, i);
      }
    } catch (IllegalStateException e) {
      values = null;
    }
  }

  public static void main(String[] args) {
    for (int k = 0; k < 20; k++) {
      values = new double[] {1, 2, 3, 4};
      scope();
      System.out.println(Arrays.toString(values));
    }
  }
}
