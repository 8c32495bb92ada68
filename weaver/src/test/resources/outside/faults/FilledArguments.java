// Arguments that methods fill, where an overload makes what it returns.
import dev.deco.*;
import java.awt.geom.*;
import java.util.*;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k;
    return s > 1e9 ? 1 : 0;
  }

  @Concurrent static void encode(byte[] into, int i) {
    w(i);
    Base64.getEncoder().encode(new byte[] {(byte) i, 1, 2}, into);
  }

  @Concurrent static void decode(byte[] into, int i) {
    w(i);
    Base64.getDecoder().decode(Base64.getEncoder().encode(new byte[] {(byte) i, 1, 2}), into);
  }

  @SuppressWarnings("deprecation")
  @Concurrent static void bytes(byte[] into, int i) {
    w(i);
    ("" + (100 + i)).getBytes(0, 3, into, 0);
  }

  @Concurrent static void points(Point2D[] into, int i) {
    w(i);
    AffineTransform.getTranslateInstance(i, 0).transform(new Point2D[] {new Point2D.Double(1, 1)}, 0, into, 0, 1);
  }

  @Synchronized static String run(int n) {
    byte[] a = new byte[4];
    byte[] b = new byte[3];
    byte[] c = new byte[3];
    Point2D[] d = {new Point2D.Double()};
    long s = 0;
    for (int i = 0; i < n; i++) {
      encode(a, i);
      s = s * 31 + a[0] + a[1];
    }
    for (int i = 0; i < n; i++) {
      decode(b, i);
      s = s * 31 + b[0];
    }
    for (int i = 0; i < n; i++) {
      bytes(c, i);
      s = s * 31 + c[2];
    }
    for (int i = 0; i < n; i++) {
      points(d, i);
      s = s * 31 + (long) d[0].getX();
    }
    return "" + s;
  }

  public static void main(String[] args) {
    for (int r = 0; r < 2; r++) System.out.println(run(30));
  }
}
