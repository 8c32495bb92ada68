// A handler reads local variables that the try block changes: it must find what the call that failed has found.
import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

public class HandlerReadsVariables {
  @Concurrent
  static int f(int x, int at) {
    if (x == at) {
      throw new IllegalStateException("f " + x);
    }
    return x * 2 + 1;
  }

  @Synchronized
  static String pending(int[] out, int at) {
    int x = -5;
    try {
      out[0] = f(1, at);
      x = f(2, at);
      out[1] = f(3, at);
      x = f(4, at);
    } catch (IllegalStateException e) {
      return e.getMessage() + " x " + x;
    }
    return "x " + x;
  }

  @Synchronized
  static String sum(int[] out, int at) {
    int x = -5;
    try {
      for (int i = 0; i < 5; i++) {
        out[i] = f(i, at);
        x += f(i + 1, at);
      }
    } catch (IllegalStateException e) {
      return e.getMessage() + " x " + x;
    }
    return "x " + x;
  }

  @Synchronized
  static String line(List<Integer> out, int at) {
    int line = 0;
    try {
      for (int i = 0; i < 5; i++) {
        line++;
        out.add(f(i, at));
      }
    } catch (IllegalStateException e) {
      return e.getMessage() + " in line " + line;
    }
    return "lines " + line;
  }

  @Synchronized
  static String last(List<Integer> out, String[] names, int at) {
    String last = "none";
    try {
      for (int i = 0; i < 5; i++) {
        last = names[i];
        out.add(f(i, at));
      }
    } catch (IllegalStateException e) {
      return e.getMessage() + " after " + last;
    } finally {
      out.add(last.length());
    }
    return "last " + last;
  }

  @Synchronized
  static String nested(List<Integer> out, int at) {
    int n = 0;
    try {
      try {
        for (int i = 0; i < 5; i++) {
          n = i;
          out.add(f(i, at));
        }
      } catch (IllegalArgumentException e) {
        return "never";
      }
      n = 77;
    } catch (IllegalStateException e) {
      return e.getMessage() + " n " + n;
    }
    return "n " + n;
  }

  @Synchronized
  static String afterwards(int[] out, int at) {
    int i = 0;
    int skipped = 0;
    while (i < out.length) {
      try {
        for (; i < out.length; i++) {
          out[i] = f(i, at);
        }
      } catch (IllegalStateException e) {
        i += 2;
        skipped++;
      }
    }
    return "skipped " + skipped;
  }

  @Synchronized
  static String whileLoop(List<Integer> out, Iterator<String> all, int at) {
    String one = null;
    int i = 0;
    try {
      while (all.hasNext()) {
        one = all.next();
        out.add(f(i, at));
        i++;
      }
    } catch (RuntimeException e) {
      throw new RuntimeException("at " + one + " " + i, e);
    }
    return one;
  }

  public static void main(String[] args) {
    String[] names = {"a", "bb", "ccc", "dddd", "eeeee"};
    for (int at = -1; at < 7; at++) {
      int[] out = new int[5];
      List<Integer> list = new ArrayList<>();
      System.out.println(pending(out, at) + Arrays.toString(out));
      System.out.println(sum(out, at) + Arrays.toString(out));
      System.out.println(line(list, at) + list);
      System.out.println(last(list, names, at) + list);
      System.out.println(nested(list, at) + list);
      System.out.println(afterwards(out, at) + Arrays.toString(out));
      try {
        System.out.println(whileLoop(list, List.of(names).iterator(), at) + list);
      } catch (RuntimeException e) {
        System.out.println(e + " " + e.getCause() + list);
      }
    }
  }
}
