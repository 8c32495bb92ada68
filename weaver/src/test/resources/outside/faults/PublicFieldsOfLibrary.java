// The public field of a Point, and the methods that read and write it.
import dev.deco.*;
import java.util.*;
import java.awt.Point;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 3000; k++) {
      s += Math.sin(i + k) / k;
    }
    return s > 1e9 ? 1 : 0;
  }

  @Concurrent static void move(Point p, int i) { w(i); p.setLocation(i, -i); }
  @Concurrent static double x(Point p, int i) { w(i); return p.getX(); }
  @Synchronized static String run(int n) {
    Point p = new Point(), q = new Point();
    double[] out = new double[n];
    long s = 0;
    for (int i = 0; i < n; i++) { move(p, i); s = s * 31 + p.x; }
    for (int i = 0; i < n; i++) { q.x = i; out[i] = x(q, i); }
    return s + " " + Arrays.hashCode(out);
  }
  public static void main(String[] args) throws Exception {
    for (int r = 0; r < 5; r++) System.out.println(run(60));
  }
}
