// Random.nextInt runs next of a subclass.
import dev.deco.*;
import java.util.*;
public class SubclassedRandom {
  static class Counted extends Random {
    int calls;
    @Override protected int next(int bits) {
      calls++;
      return super.next(bits);
    }
  }
  @Concurrent static int draw(Random random, int i) {
    int s = i;
    for (int k = 0; k < 100000; k++) s = s * 31 + k;
    return s == 0 ? 0 : random.nextInt(6);
  }
  @Synchronized static String all(int n) {
    Counted random = new Counted();
    String seen = "";
    for (int i = 0; i < n; i++) {
      draw(random, i);
      seen += random.calls + " ";
    }
    return seen;
  }
  public static void main(String[] args) {
    for (int r = 0; r < 4; r++) System.out.println(all(20));
  }
}
