import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.*;
import java.util.stream.*;

/** Spliterators, iterators and enumerations of the program's own behind streams and library methods. */
public class SourcesOfStreams {
  static int pulled;

  static int work(int x) {
    int s = x;
    for (int i = 0; i < 20_000; i++) {
      s = s * 31 + i;
    }
    return Math.abs(s % 10);
  }

  static class Split implements Spliterator<Integer> {
    int left;

    Split(int left) {
      this.left = left;
    }

    public boolean tryAdvance(java.util.function.Consumer<? super Integer> to) {
      if (left == 0) {
        return false;
      }
      pulled++;
      to.accept(left--);
      return true;
    }

    public Spliterator<Integer> trySplit() {
      return null;
    }

    public long estimateSize() {
      return left;
    }

    public int characteristics() {
      return ORDERED;
    }
  }

  static class Ints implements PrimitiveIterator.OfInt {
    int at;

    public boolean hasNext() {
      return at < 5;
    }

    public int nextInt() {
      pulled++;
      return at++;
    }
  }

  static class Elements implements Enumeration<Integer> {
    int at;

    public boolean hasMoreElements() {
      return at < 4;
    }

    public Integer nextElement() {
      pulled += 2;
      return at++;
    }
  }

  static class Lines implements Iterable<Integer> {
    public Iterator<Integer> iterator() {
      return new Ints();
    }
  }

  @Concurrent
  static int sum(int i) {
    int s = work(i);
    return s + StreamSupport.stream(new Split(i % 4), false).mapToInt(x -> x).sum();
  }

  @Concurrent
  static int ints(int i) {
    int s = work(i);
    return s + StreamSupport.intStream(Spliterators.spliteratorUnknownSize(new Ints(), 0), false).map(x -> x * 2).sum();
  }

  @Concurrent
  static int list(int i) {
    int s = work(i);
    return s + Collections.list(new Elements()).size();
  }

  @Concurrent
  static int lines(Iterable<Integer> lines, int i) {
    int s = work(i);
    return s + StreamSupport.stream(lines.spliterator(), false).mapToInt(x -> x).sum();
  }

  @Concurrent
  static int given(Iterator<Integer> from, int i) {
    int s = work(i);
    Iterable<Integer> once = () -> from;
    for (int x : once) {
      s += x;
    }
    return s;
  }

  @Concurrent
  static int iterator(int i) {
    int s = work(i);
    Iterator<Integer> it = Spliterators.iterator(new Split(3));
    while (it.hasNext()) {
      s += it.next();
    }
    return s;
  }

  @Concurrent
  static int seen(int i) {
    return work(i) * 1000 + pulled;
  }

  @Synchronized
  static List<Integer> run(int n) {
    List<Integer> out = new ArrayList<>();
    Lines lines = new Lines();
    for (int i = 0; i < n; i++) {
      out.add(sum(i));
      out.add(seen(i));
      out.add(ints(i));
      out.add(seen(i));
      out.add(list(i));
      out.add(seen(i));
      out.add(lines(lines, i));
      out.add(seen(i));
      out.add(given(new Ints(), i));
      out.add(seen(i));
      out.add(iterator(i));
      out.add(seen(i));
    }
    return out;
  }

  @Synchronized
  static List<Integer> later(int n) {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Stream<Integer> stream = StreamSupport.stream(new Split(3), false);
      out.add(seen(i));
      out.add(stream.mapToInt(x -> x).sum());
      out.add(seen(i));
      Iterator<Integer> it = stream(i).iterator();
      out.add(seen(i));
      out.add(it.next());
    }
    return out;
  }

  static Stream<Integer> stream(int i) {
    return StreamSupport.stream(new Split(i + 2), false);
  }

  public static void main(String[] args) {
    System.out.println(run(10));
    System.out.println(later(10));
    System.out.println(pulled);
  }
}
