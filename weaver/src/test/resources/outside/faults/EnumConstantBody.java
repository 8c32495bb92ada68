// Types that look immutable: enums whose constants have bodies with fields, sealed interfaces, library values extended.
import dev.deco.*;
import java.math.BigDecimal;
import java.util.Arrays;

class EnumConstantBody {
  enum Op {
    COUNT {
      private int count;

      @Override int next(int i) {
        count += 1;
        return count;
      }
    };

    abstract int next(int i);
  }

  sealed interface Counter permits Fixed, Open {
    int next();
  }

  record Fixed(int value) implements Counter {
    @Override public int next() {
      return value;
    }
  }

  static non-sealed class Open implements Counter {
    int count;

    @Override public int next() {
      return ++count;
    }
  }

  static class Money extends BigDecimal {
    private int asked;

    Money(int value) {
      super(value);
    }

    @Override public int intValue() {
      return ++asked;
    }
  }

  static class Ruler extends java.io.File {
    private int asked;

    Ruler(String name) {
      super(name);
    }

    @Override public String getName() {
      return "n" + ++asked;
    }
  }

  record Holder(BigDecimal amount, Counter counter, int[] values) {}

  @Concurrent
  static int op(Op op, int i) {
    int result = 0;
    for (int k = 0; k < 500; k++) {
      result = op.next(i);
    }
    return result;
  }

  @Concurrent
  static int counter(Counter counter) {
    int result = 0;
    for (int k = 0; k < 500; k++) {
      result = counter.next();
    }
    return result;
  }

  @Concurrent
  static int money(BigDecimal amount) {
    int result = 0;
    for (int k = 0; k < 500; k++) {
      result = amount.intValue();
    }
    return result;
  }

  @Concurrent
  static String file(java.io.File file) {
    String result = "";
    for (int k = 0; k < 200; k++) {
      result = file.getName();
    }
    return result;
  }

  @Concurrent
  static int holder(Holder holder) {
    int result = 0;
    for (int k = 0; k < 500; k++) {
      result = holder.amount().intValue() + holder.counter().next() + holder.values()[0]++;
    }
    return result;
  }

  @Synchronized
  static String run(int n) {
    int[] out = new int[4 * n];
    String[] names = new String[n];
    Counter counter = new Open();
    Money money = new Money(3);
    Ruler file = new Ruler("x");
    Holder holder = new Holder(new Money(4), new Open(), new int[1]);
    for (int i = 0; i < n; i++) {
      out[i] = op(Op.COUNT, i);
    }
    for (int i = 0; i < n; i++) {
      out[n + i] = counter(counter);
    }
    for (int i = 0; i < n; i++) {
      out[2 * n + i] = money(money);
    }
    for (int i = 0; i < n; i++) {
      names[i] = file(file);
    }
    for (int i = 0; i < n; i++) {
      out[3 * n + i] = holder(holder);
    }
    return Arrays.toString(out) + Arrays.toString(names);
  }

  public static void main(String[] arguments) {
    for (int i = 0; i < 3; i++) {
      System.out.println(run(40));
    }
  }
}
