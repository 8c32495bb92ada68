// NumberFormat.format(long), which is final, runs what a subclass overrides.
import dev.deco.*;
import java.util.*;
import java.text.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  static int made;
  static class Plain extends NumberFormat {
    @Override public StringBuffer format(double d, StringBuffer b, FieldPosition p) { made++; return b.append(d); }
    @Override public StringBuffer format(long d, StringBuffer b, FieldPosition p) { made++; return b.append(d); }
    @Override public Number parse(String s, ParsePosition p) { return 1; }
  }
  @Concurrent static String f(NumberFormat format, int i) { w(i); return format.format(i); }
  @Synchronized static int run(int n) {
    made = 0;
    int s = 0;
    for (int i = 0; i < n; i++) { f(new Plain(), i); s = s * 31 + made; }
    return s;
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 5; r++) System.out.println(run(60)); }
}
