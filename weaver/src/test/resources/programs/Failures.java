import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tasks and deferred statements that fail, and the handlers that see it. */
public class Failures {
  static class Bad extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Bad(String message) {
      super(message);
    }
  }

  @Concurrent
  static int fail(int i, int at) {
    double s = 0;
    for (int j = 0; j < 300; j++) {
      s += Math.sqrt(i + j);
    }
    if (i == at) {
      throw new Bad("at " + i);
    }
    return (int) s;
  }

  @Synchronized
  static void propagates(List<Integer> out, int n, int at) { //! spawned=23..40 deferred=22 syncs=0..1
    for (int i = 0; i < n; i++) {
      out.add(fail(i, at)); //= spawned deferred
    }
  }

  @Synchronized
  static String caughtAroundTheLoop(int n, int at) { //! spawned=58..80 deferred=57 syncs=1..2
    List<Integer> out = new ArrayList<>();
    String how = "";
    try {
      for (int i = 0; i < n; i++) { //= synced
        out.add(fail(i, at)); //= spawned deferred
      }
    } catch (Bad e) {
      how = "caught " + e.getMessage();
    } finally {
      how += " finally " + out.size();
    }
    return how;
  }

  @Synchronized
  static int caughtInTheLoop(int n, int at) { //! spawned=80 deferred=79 syncs=80
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      try {
        out[i] = fail(i, at); //= spawned deferred synced
      } catch (Bad e) {
        out[i] = -1;
      }
    }
    return Arrays.hashCode(out);
  }

  @Synchronized
  static int plainTryBetween(int n) { //! spawned=30 deferred=30 syncs=1
    int[] out = new int[n];
    for (int i = 0; i < n; i++) {
      int k;
      try {
        k = Integer.parseInt(i % 2 == 0 ? "" + i : "x");
      } catch (NumberFormatException e) {
        k = -1;
      }
      out[i] = fail(i, -1) + k; //= spawned deferred
    }
    return Arrays.hashCode(out); //= synced
  }

  @Synchronized
  static int nested(int n, int at) { //! spawned=18..23 deferred=8..13 syncs=2..3
    int[] out = new int[5];
    try {
      try {
        for (int i = 0; i < n; i++) { //= synced
          out[i] = fail(i, at); //= spawned deferred
        }
      } catch (Bad x) {
        System.out.println("inner " + x.getMessage());
        return -1;
      } finally {
        System.out.println("finally");
      }
    } catch (ArrayIndexOutOfBoundsException x) {
      System.out.println("outer " + x.getMessage());
    }
    return Arrays.hashCode(out);
  }

  @Synchronized
  static void statementFails(Object[] out, int n) { //! spawned=6 deferred=3 syncs=2
    for (int i = 0; i < n; i++) {
      out[i] = (Object) fail(i, -1); //= spawned deferred
    }
  }

  @Concurrent
  @Synchronized
  static int deep(int depth, int at) { //! spawned=20 forces=20 in_place=1
    if (depth == 0) {
      return fail(at, at); //= in_place
    }
    int a = deep(depth - 1, at); //= spawned
    return a + 1; //= forced
  }

  public static void main(String[] args) {
    List<Integer> out = new ArrayList<>();
    try {
      propagates(out, 40, 22);
    } catch (Bad e) {
      System.out.println(e.getMessage() + " " + out.size());
    }
    System.out.println(caughtAroundTheLoop(40, 100) + caughtAroundTheLoop(40, 17));
    System.out.println(caughtInTheLoop(40, 100) + " " + caughtInTheLoop(40, 20) + " " + plainTryBetween(30));
    System.out.println(nested(5, 100) + " " + nested(9, 100) + " " + nested(9, 3));
    statementFails(new Object[3], 3);
    Object[] strings = new String[3];
    try {
      statementFails(strings, 3);
    } catch (ArrayStoreException e) {
      System.out.println(e.getMessage() + Arrays.toString(strings));
    }
    try {
      deep(20, 7);
    } catch (Bad e) {
      System.out.println(e.getMessage());
    }
  }
}
