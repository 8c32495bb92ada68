// Buffers, spliterators, enumerations and readers that are handed in and moved.
import dev.deco.*;
import java.io.*;
import java.nio.*;
import java.util.*;
import java.util.stream.*;
import java.util.zip.*;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 3000; k++) s += Math.sin(i + k) / k;
    return s > 1e9 ? 1 : 0;
  }

  @Concurrent static String encode(ByteBuffer b, int i) {
    w(i);
    return new String(Base64.getEncoder().encode(b.limit(b.position() + 3)).array());
  }

  @Concurrent static int deflate(ByteBuffer b, int i) {
    w(i);
    Deflater deflater = new Deflater();
    deflater.setInput(b);
    deflater.deflate(new byte[8], 0, 8, Deflater.SYNC_FLUSH);
    return b.remaining();
  }

  @Concurrent static void read(CharBuffer into, int i) throws IOException {
    w(i);
    new StringReader("x" + i).read(into);
  }

  @Concurrent static int next(Spliterator<Integer> all, int i) {
    w(i);
    return Spliterators.iterator(all).next();
  }

  @Concurrent static boolean more(Spliterator<Integer> all, int i) {
    w(i);
    return Spliterators.iterator(all).hasNext();
  }

  @Concurrent static int first(Spliterator<Integer> all, int i) {
    w(i);
    return StreamSupport.stream(all, false).mapToInt(x -> x).limit(1).sum();
  }

  @Concurrent static String words(Enumeration<String> all, int i) {
    w(i);
    Iterator<String> it = all.asIterator();
    return it.next() + it.next();
  }

  @Synchronized static String run(int n) throws IOException {
    List<Object> out = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.allocate(3 * n + 3);
    for (int i = 0; i < 3 * n; i++) bytes.put((byte) i);
    bytes.rewind();
    for (int i = 0; i < n; i++) out.add(encode(bytes, i));
    ByteBuffer more = ByteBuffer.allocate(100);
    for (int i = 0; i < n; i++) {
      more.position(i);
      out.add(deflate(more, i));
    }
    CharBuffer text = CharBuffer.allocate(200);
    for (int i = 0; i < n; i++) {
      read(text, i);
      out.add(text.position());
    }
    Spliterator<Integer> numbers = IntStream.range(0, 1000).boxed().toList().spliterator();
    for (int i = 0; i < n; i++) out.add(next(numbers, i));
    for (int i = 0; i < n; i++) out.add(more(numbers, i));
    for (int i = 0; i < n; i++) out.add(first(numbers, i));
    Enumeration<String> words = Collections.enumeration(IntStream.range(0, 1000).mapToObj(i -> "w" + i).toList());
    for (int i = 0; i < n; i++) out.add(words(words, i));
    return out.hashCode() + " " + numbers.estimateSize();
  }

  public static void main(String[] args) throws IOException {
    for (int r = 0; r < 2; r++) System.out.println(run(20));
  }
}
