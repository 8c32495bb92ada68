// The array of a buffer, handed to tasks, while the scope puts into the buffer.
import dev.deco.*;
import java.nio.ByteBuffer;
import java.util.Arrays;

class Main {
  @Concurrent static int hash(byte[] bytes) {
    int h = 1;
    for (int k = 0; k < 500; k++) for (byte b : bytes) h = 31 * h + b;
    return h;
  }
  @Synchronized static int run(int n) {
    int[] out = new int[n];
    ByteBuffer buffer = ByteBuffer.allocate(16);
    for (int i = 0; i < n; i++) {
      buffer.putLong(0, i);
      buffer.putLong(8, -i);
      out[i] = hash(buffer.array());
    }
    return Arrays.hashCode(out);
  }
  public static void main(String[] args) {
    for (int i = 0; i < 8; i++) System.out.println(run(300));
  }
}
