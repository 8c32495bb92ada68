// What a statement reads after its call, and fails to: then the call has been made.
import dev.deco.*;
import java.util.*;

class Main {
  static class Cell { int total; int[] data = new int[3]; }
  static class Late { static int held = Main.note(); }
  static int calls;
  static int note() { return calls * 100; }
  @Concurrent static int f(int i) { calls++; return i * 3; }
  @Synchronized static void element(int[] to, int[] from, int at) { to[at] = f(at) + from[at]; }
  @Synchronized static void within(Cell c, int[] from, int at) { c.data[at] = f(at) + from[at]; }
  @Synchronized static void itself(int[] to, int at) { to[0] = f(at) + to[at]; }
  @Synchronized static void field(Cell c, Cell other) { c.total = f(1) + other.total; }
  @Synchronized static void between(int[] to, int[] from, int at) { to[0] = f(at) + from[at] + f(2); }
  @Synchronized static void before(int[] to, int[] from, int at) { to[0] = from[at] + f(at); }
  @Synchronized static void initialised(int at) { Late.held = f(at) + Late.held; }
  @Synchronized static void loop(int[] to, int[] from) {
    for (int i = 0; i < to.length; i++) to[i] = f(i) + from[i];
  }
  static void tell(Runnable run) {
    calls = 0;
    String how = "done";
    try { run.run(); } catch (RuntimeException e) { how = e.getClass().getSimpleName(); }
    System.out.println(calls + " " + how);
  }
  public static void main(String[] a) {
    tell(() -> element(new int[3], null, 1));
    tell(() -> element(new int[3], new int[1], 1));
    tell(() -> within(new Cell(), null, 1));
    tell(() -> itself(new int[3], 4));
    tell(() -> field(new Cell(), null));
    tell(() -> between(new int[3], new int[1], 2));
    tell(() -> between(new int[3], new int[3], 2));
    tell(() -> before(new int[3], new int[1], 2));
    tell(() -> initialised(2));
    System.out.println(Late.held);
    tell(() -> loop(new int[5], new int[5]));
  }
}
