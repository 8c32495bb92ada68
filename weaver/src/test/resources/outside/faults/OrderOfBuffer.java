// What is read of a buffer depends on its byte order, position and limit.
import dev.deco.*;
import java.util.*;
import java.nio.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static int f(ByteBuffer b, int i) { w(i); return b.getInt(0); }
  @Concurrent static int g(CharBuffer b, int i) { w(i); return b.subSequence(0, 2).toString().hashCode(); }
  @Synchronized static String run(int n) {
    ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2, 3, 4});
    CharBuffer chars = CharBuffer.wrap("abcdefghij".toCharArray());
    int[] a = new int[n], b = new int[n];
    for (int i = 0; i < n; i++) {
      bytes.order(i % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      a[i] = f(bytes, i);
    }
    for (int i = 0; i < n; i++) { chars.position(i % 7); b[i] = g(chars, i); }
    return Arrays.hashCode(a) + " " + Arrays.hashCode(b);
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 2; r++) System.out.println(run(60)); }
}
