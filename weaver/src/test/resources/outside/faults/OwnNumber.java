// Numbers that change: a class of the program's, and those that add up for several threads, by the type Number.
import dev.deco.*;
import java.util.*;
import java.util.concurrent.atomic.*;

public class OwnNumber {
  private static class Mutable extends Number {
    private int value;

    @Override
    public int intValue() {
      return value;
    }

    @Override
    public long longValue() {
      return value;
    }

    @Override
    public float floatValue() {
      return value;
    }

    @Override
    public double doubleValue() {
      return value;
    }
  }

  @Concurrent
  private static double read(Number number, int i) {
    int s = i;
    for (int k = 0; k < 20000; k++) {
      s = s * 31 + k;
    }
    return number.byteValue() + number.doubleValue() + (s == 3 ? 1 : 0);
  }

  @Synchronized
  private static String all(int n) {
    Mutable own = new Mutable();
    DoubleAdder adder = new DoubleAdder();
    LongAccumulator most = new LongAccumulator(Math::max, 0);
    double[][] out = new double[3][n];
    for (int i = 0; i < n; i++) {
      own.value = i;
      out[0][i] = read(own, i);
      adder.add(i);
      out[1][i] = read(adder, i);
      most.accumulate(i);
      out[2][i] = read(most, i);
    }
    return Arrays.deepToString(out);
  }

  public static void main(String[] args) {
    System.out.println(all(40).hashCode());
  }
}
