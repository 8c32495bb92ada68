// What fails before the call of a compound statement: then the call is not made.
import dev.deco.*;
import java.util.*;

class Main {
  static class Box { int total; }
  static int calls;
  @Concurrent static int f(int i) { calls++; return i; }
  @Synchronized static int array(int n) {
    int[] a = new int[2];
    try { for (int i = 0; i < n; i++) a[i] += f(i); } catch (ArrayIndexOutOfBoundsException e) { return calls; }
    return -1;
  }
  @Synchronized static int field(Box box) {
    try { box.total += f(1); } catch (NullPointerException e) { return calls; }
    return -1;
  }
  public static void main(String[] a) {
    System.out.println(array(5));
    calls = 0;
    System.out.println(field(null));
  }
}
