import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;

/** Results that go into arrays and fields, of every type. */
public class Stores {
  static int statics;
  double total;
  long count;
  String name = "";
  char letter = 'a';
  int[] own = new int[4];

  @Concurrent
  static double d(int i) {
    double s = 0;
    for (int j = 0; j < 300; j++) {
      s += Math.sqrt(i * 31 + j);
    }
    return s;
  }

  @Concurrent
  static int n(int i) {
    return (int) d(i) * 31 + i;
  }

  @Concurrent
  static long w(long i) {
    return n((int) i) * 1_000_003L;
  }

  @Concurrent
  static float q(float i) {
    return (float) d((int) i);
  }

  @Concurrent
  static byte b(byte i) {
    return (byte) n(i);
  }

  @Concurrent
  static boolean even(int i) {
    return n(i) % 2 == 0;
  }

  @Concurrent
  static String text(int i) {
    return "t" + n(i);
  }

  @Synchronized
  static void everyElementType(int k) { //! spawned=220 deferred=220 syncs=1
    double[] ds = new double[k];
    float[] fs = new float[k];
    long[] ls = new long[k];
    int[] is = new int[k];
    short[] ss = new short[k];
    char[] cs = new char[k];
    byte[] bs = new byte[k];
    boolean[] zs = new boolean[k];
    String[] ts = new String[k];
    Object[] os = new Object[k];
    Double[] boxes = new Double[k];
    for (int i = 0; i < k; i++) {
      ds[i] = d(i); //= spawned deferred
      fs[i] = q(i); //= spawned deferred
      ls[i] = w(i); //= spawned deferred
      is[i] = n(i); //= spawned deferred
      ss[i] = (short) n(i); //= spawned deferred
      cs[i] = (char) n(i); //= spawned deferred
      bs[i] = b((byte) i); //= spawned deferred
      zs[i] = even(i); //= spawned deferred
      ts[i] = text(i); //= spawned deferred
      os[i] = n(i); //= spawned deferred
      boxes[i] = d(i) / 2; //= spawned deferred
    }
    System.out.println(Arrays.hashCode(ds) + " " + Arrays.hashCode(fs) + " " + Arrays.hashCode(ls)); //= synced
    System.out.println(Arrays.hashCode(is) + " " + Arrays.hashCode(ss) + " " + Arrays.hashCode(cs));
    System.out.println(Arrays.hashCode(bs) + " " + Arrays.hashCode(zs) + " " + Arrays.hashCode(ts));
    System.out.println(Arrays.hashCode(os) + " " + Arrays.hashCode(boxes));
  }

  @Synchronized
  static double[][][] dimensions(int k) { //! spawned=64 deferred=64 syncs=1
    double[][][] cube = new double[k][k][k];
    for (int x = 0; x < k; x++) {
      for (int y = 0; y < k; y++) {
        for (int z = 0; z < k; z++) {
          cube[x][y][z] = d(x * y + z); //= spawned deferred
        }
      }
    }
    return cube;
  }

  @Synchronized
  static int[] compound(int k) { //! spawned=160 deferred=160 syncs=1
    int[] counts = new int[3];
    for (int i = 0; i < k; i++) {
      counts[i % 3] += n(i); //= spawned deferred
      counts[i % 2] -= (int) d(i); //= spawned deferred
      counts[0] ^= n(i) << 2; //= spawned deferred
      counts[1] = counts[1] * 31 + n(i); //= spawned deferred
    }
    return counts;
  }

  @Synchronized
  static String compoundOfOtherTypes(int k) { //! spawned=160 deferred=160 syncs=14
    byte[] bytes = new byte[2];
    char[] chars = {'a', 'b'};
    Integer[] boxes = {1, 2, 3};
    String[] texts = {"", ""};
    for (int i = 0; i < k; i++) {
      bytes[i & 1] += b((byte) i); //= spawned deferred
      chars[i & 1] += n(i); //= spawned deferred
      boxes[i % 3] += n(i); //= spawned deferred synced
      texts[i & 1] += text(i); //= spawned deferred
    }
    return Arrays.toString(bytes) + (int) chars[0] + (int) chars[1] + Arrays.toString(boxes) //= synced
        + Arrays.hashCode(texts);
  }

  @Synchronized
  void fields(int k) { //! spawned=180 deferred=180 syncs=1
    for (int i = 0; i < k; i++) {
      total += d(i); //= spawned deferred
      this.count = w(i); //= spawned deferred
      name = name + text(i); //= spawned deferred
      letter += n(i); //= spawned deferred
      statics -= n(i); //= spawned deferred
      own[i & 3] += n(i); //= spawned deferred
    }
  }

  @Synchronized
  static int[] twoTargets(int k) { //! spawned=9 deferred=9 syncs=1
    int[] a = new int[k];
    int[] c = new int[k];
    for (int i = 0; i < k; i++) {
      a[i] = c[i] = n(i); //= spawned deferred
    }
    return a;
  }

  public static void main(String[] args) {
    everyElementType(20);
    System.out.println(Arrays.deepHashCode(dimensions(4)));
    System.out.println(Arrays.toString(compound(40)));
    System.out.println(compoundOfOtherTypes(40));
    Stores s = new Stores();
    s.fields(30);
    System.out.println(s.total + " " + s.count + " " + s.name.hashCode() + " " + (int) s.letter + " " + statics);
    System.out.println(Arrays.toString(s.own) + Arrays.toString(twoTargets(9)));
  }
}
