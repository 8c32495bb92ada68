// The array inside a stream of bytes, which a subclass gives away; and one that a buffer of ints shows.
import dev.deco.*;
import java.io.*;
import java.nio.*;
import java.util.*;

public class ArrayOfStream {
  private static class Bytes extends ByteArrayOutputStream {
    byte[] raw() {
      return buf;
    }
  }

  @Concurrent
  private static int hash(byte[] bytes) {
    int h = 1;
    for (int k = 0; k < 300; k++) {
      for (byte b : bytes) {
        h = 31 * h + b;
      }
    }
    return h;
  }

  @Concurrent
  private static void fill(byte[] bytes, int i) {
    for (int k = 0; k < 30000; k++) {
      bytes[i] += (byte) (k * i);
    }
  }

  @Synchronized
  private static int ofStream(int n) {
    int[] out = new int[n];
    Bytes bytes = new Bytes();
    for (int i = 0; i < n; i++) {
      bytes.reset();
      bytes.write(i);
      out[i] = hash(bytes.raw());
    }
    return Arrays.hashCode(out);
  }

  @Synchronized
  private static long ofInts(IntBuffer ints, byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      fill(bytes, i);
    }
    long sum = 0;
    for (int k = 0; k < ints.limit(); k++) {
      sum = sum * 31 + ints.get(k);
    }
    return sum;
  }

  @Synchronized
  private static int bySlice(ByteBuffer given, int n) {
    int[] out = new int[n];
    ByteBuffer part = given.slice();
    for (int i = 0; i < n; i++) {
      part.put(0, (byte) i);
      out[i] = hash(given.array());
    }
    return Arrays.hashCode(out);
  }

  public static void main(String[] args) {
    byte[] bytes = new byte[64];
    System.out.println(ofStream(100));
    System.out.println(ofInts(ByteBuffer.wrap(bytes).asIntBuffer(), bytes));
    System.out.println(bySlice(ByteBuffer.allocate(16), 100));
  }
}
