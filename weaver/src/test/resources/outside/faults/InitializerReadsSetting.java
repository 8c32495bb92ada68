// A static initializer (the holder idiom; a method reference; a singleton) reads what the scope goes on to change.
import dev.deco.*;
import java.util.function.IntUnaryOperator;

class InitializerReadsSetting {
  static int mode = 1;

  static int slowly(int value) {
    double sum = 0;
    for (int i = 1; i < 300_000; i++) {
      sum += Math.sqrt(i);
    }
    return sum < 0 ? 0 : value;
  }

  static class Holder {
    static final Config CONFIG = new Config();
  }

  static class Config {
    final int mode;

    Config() {
      slowly(0);
      mode = InitializerReadsSetting.mode;
    }

    static Config get() {
      return Holder.CONFIG;
    }
  }

  static class Table {
    static final int[] VALUES = new int[10];

    static {
      for (int i = 0; i < VALUES.length; i++) {
        VALUES[i] = slowly(i * mode);
      }
    }

    static int of(int i) {
      return VALUES[i];
    }
  }

  @Concurrent
  static int f(int i) {
    return slowly(i) + Config.get().mode;
  }

  @Concurrent
  static int g(int i) {
    IntUnaryOperator table = Table::of;
    return table.applyAsInt(slowly(i) % 10);
  }

  @Synchronized
  static String run() {
    int[] out = new int[6];
    for (int i = 0; i < 3; i++) {
      out[i] = f(i);
    }
    mode = 2;
    for (int i = 3; i < 6; i++) {
      out[i] = g(i);
    }
    mode = 3;
    return java.util.Arrays.toString(out) + mode;
  }

  public static void main(String[] arguments) {
    System.out.println(run());
  }
}
