import dev.deco.Concurrent;
import dev.deco.Synchronized;

/** The old value is read before the call that changes it: {@code box.i *= box.bump(1)}. */
public class CompoundOfItsOwnTask {
  static class Box {
    int i = 8;

    int add(int x) {
      i += x;
      return i;
    }

    @Concurrent
    int bump(int x) {
      i = i * 3 + x;
      return i;
    }
  }

  static Box box;

  @Synchronized
  static void scope(Box other) {
    other = box;
    other.i *= other.bump(1);
    for (int k = 0; k < 3; k++) {
      other.i -= box.bump(other.add(1));
    }
  }

  public static void main(String[] args) {
    box = new Box();
    scope(new Box());
    System.out.println(box.i);
  }
}
