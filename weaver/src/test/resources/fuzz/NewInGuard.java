import dev.deco.Concurrent;
import dev.deco.Synchronized;

public class NewInGuard {
  static Box shared;

  static class Box {
    int i;
    int[] a = {1, 2, 3, 4};
    Box next = this;

    Box(int i) {
      this.i = i;
    }

    @Concurrent int[] row() {
      return a;
    }
  }

  @Synchronized static double scope(Box[] p) {
    int[] v = shared.row();
    p[1] = new Box(1);
    return 1.0;
  }

  public static void main(String[] args) {
    shared = new Box(8);
    System.out.println(scope(new Box[] {shared, shared}));
  }
}
