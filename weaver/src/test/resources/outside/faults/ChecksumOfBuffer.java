// A checksum of a buffer moves the buffer.
import dev.deco.*;
import java.util.*;
import java.nio.*;
import java.util.zip.*;

class Main {
  static int w(int i) { double s = 0; for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k; return s > 1e9 ? 1 : 0; }
  @Concurrent static long f(ByteBuffer b, int i) {
    w(i);
    CRC32 crc = new CRC32();
    crc.update(b);
    return crc.getValue();
  }
  @Synchronized static long run(int n) {
    ByteBuffer b = ByteBuffer.wrap(new byte[64]);
    long s = 0;
    for (int i = 0; i < n; i++) { b.position(i); f(b, i); s = s * 31 + b.position(); }
    return s;
  }
  public static void main(String[] args) throws Exception { for (int r = 0; r < 2; r++) System.out.println(run(60)); }
}
