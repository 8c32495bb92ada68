import dev.deco.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
public class VariablesOfPlainLoops {
  static final VariablesOfPlainLoops it = new VariablesOfPlainLoops();
  int w;
  @Concurrent static int say(int x) {
    System.out.println("say " + x);
    return x + 1;
  }
  @Concurrent static void tell(String s) {
    System.out.print("[" + s);
    System.out.println("]");
  }
  static class Box {
    int i;
    double d;
    String s = "b";
    int[] a = {1, 2, 3, 4};
    List<Integer> l = new ArrayList<>();
    Box next = this;
    Box(int i) {
      this.i = i;
    }
    int add(int x) {
      i += x;
      return i;
    }
    @Concurrent int bump(int x) {
      i = i * 3 + x;
      l.add(x);
      if (l.size() > 20) {
        l.clear();
      }
      return i + next.i;
    }
    @Concurrent double peek(int x) {
      return i * x + d + l.size();
    }
    @Concurrent void link(Box b) {
      next = b;
      b.d += i;
    }
    @Concurrent int[] row() {
      return a;
    }
    @Override public String toString() {
      return "Box" + i + ' ' + d + s + Arrays.toString(a) + l + next.i;
    }
  }
  static void reset() {}
  @Synchronized(order = Order.BY_DATA) boolean scope3(Box p0, Box[] p1, List<Double> p2, int p3) {
    loop1:
    for (int i5 = 0; i5 < 3; i5++) {tell("a");System.out.print(say(i5));}
    for (int i7 : (new Box(1).row()).clone()) {}
  return true;}
  public static void main(String[] args) {
    reset();
    it.w = 1;
  }
}
