// A Throwable's text asks for its message, which is the program's own.
import dev.deco.*;
import java.util.*;
class Main {
  static int asked;
  static class Own extends RuntimeException {
    int n;
    @Override public String getMessage() { n++; asked += 2; return "m" + n; }
  }
  @Concurrent static int text(Throwable t, int i) { return i + t.toString().length(); }
  @Concurrent static int concat(Object t, int i) { return i + ("" + t).length(); }
  @Concurrent static int value(Exception t, int i) { return i + String.valueOf(t).length(); }
  @Concurrent static int own(Own t, int i) { return i + t.toString().length(); }
  @Concurrent static int local(RuntimeException t, int i) { return i + t.getLocalizedMessage().length(); }
  @Synchronized static String run(int n) {
    Own own = new Own();
    int[] out = new int[n];
    for (int i = 0; i < n; i++) out[i] = text(own, i);
    for (int i = 0; i < n; i++) out[i] += concat(own, i);
    for (int i = 0; i < n; i++) out[i] += value(own, i);
    for (int i = 0; i < n; i++) out[i] += own(own, i);
    for (int i = 0; i < n; i++) out[i] += local(own, i);
    return Arrays.toString(out) + own.n + " " + asked;
  }
  public static void main(String[] args) {
    asked = 0;
    System.out.println(run(60));
  }
}
