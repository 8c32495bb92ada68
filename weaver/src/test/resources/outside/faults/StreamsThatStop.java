// Streams that stop early over sources that can be seen to move, or have no end.
import dev.deco.*;
import java.io.*;
import java.math.BigInteger;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
public class StreamsThatStop {
  static int w(int i) { double s = 0; for (int k = 1; k < 2000; k++) s += Math.sin(i + k) / k;
      return s > 1e9 ? 1 : 0; }
  @Concurrent static int f(int i) { return w(i) + i * i; }
  static Iterator<Integer> it() { return List.of(1, 2, 3, 4, 5, 6, 7, 8, 9).iterator(); }
  @Synchronized static String all(int which) {
    Iterator<Integer> it = it();
    switch (which) {
      case 0: return StreamSupport.stream(Spliterators.spliteratorUnknownSize(it, 0),
          false).map(x -> f(x)).anyMatch(x -> x == 9) + " " + it.next();
      case 1: { Iterable<Integer> one = () -> it; return StreamSupport.stream(one.spliterator(),
          false).map(x -> f(x)).findFirst() + " " + it.next(); }
      case 2: { Spliterator<Integer> s = List.of(1, 2, 3, 4).spliterator(); int[] got = {0};
          String r = "" + StreamSupport.stream(s, false).map(x -> f(x)).limit(2).toList();
          s.tryAdvance(x -> got[0] = x); return r + got[0]; }
      case 3: return Stream.iterate(BigInteger.ONE,
          b -> b.add(BigInteger.ONE)).filter(b -> b.intValue() < 4 && b.bitLength() < 20)
          .map(b -> f(b.intValue())).limit(3).toList() + "";
      case 4: return Stream.generate(() -> 1).distinct().map(x -> f(x)).findFirst() + "";
      case 5: { BufferedReader b = new BufferedReader(new StringReader("1\n2\n3\n4\n5")); try {
          return b.lines().map(l -> f(Integer.parseInt(l))).limit(2).toList() + b.readLine();
          } catch (IOException e) { return "" + e; } }
      case 6: { Scanner s = new Scanner("1 2 3 4 5 6");
          return s.tokens().map(l -> f(Integer.parseInt(l))).limit(2).toList() + "" + s.hasNext(); }
      case 7: { Random r = new Random(1);
          return r.ints().map(x -> f(x & 7)).limit(3).boxed().toList() + "" + r.nextInt(); }
      case 8: { Queue<Integer> q = new ArrayDeque<>(List.of(1, 2, 3, 4, 5));
          return Stream.generate(() -> q.poll()).map(x -> f(x)).limit(2).toList() + "" + q; }
      case 9: { Queue<Integer> q = new ArrayDeque<>(List.of(1, 2, 3, 4, 5));
          return Stream.generate(q::poll).takeWhile(Objects::nonNull).map(x -> f(x)).limit(2).toList() + "" + q; }
      case 10: { int[] n = {0}; return Stream.iterate(1, x -> { n[0]++; return x + 1;
          }).map(x -> f(x)).limit(3).toList() + "" + n[0]; }
      case 11: return Stream.iterate(1, x -> 12 / (4 - x) + x).map(x -> f(x)).limit(1).toList() + "";
      case 12: return StreamSupport.stream(Spliterators.spliteratorUnknownSize(it, 0),
          false).map(x -> f(x)).toList() + " " + it.hasNext();
      case 13: { int[] n = {0}; return Stream.of(1, 2, 3,
          4).peek(x -> n[0]++).map(x -> f(x)).limit(2).toList() + "" + n[0]; }
      case 14: { BlockingQueue<Integer> q = new ArrayBlockingQueue<>(9); q.add(1); q.add(2);
          return Stream.generate(() -> { try { return q.take(); } catch (InterruptedException e) { return 0;
          } }).map(x -> f(x)).limit(2).toList() + "" + q; }
      case 15: return IntStream.iterate(0, i -> i + 1).filter(i -> i < 3).map(i -> f(i)).limit(3).sum() + "";
      case 16: { Iterator<Integer> g = Stream.iterate(1, x -> x + 1).map(x -> f(x)).iterator();
          return g.next() + " " + g.next(); }
      case 17: { PrimitiveIterator.OfInt p = IntStream.range(0, 9).iterator();
          return StreamSupport.intStream(Spliterators.spliteratorUnknownSize(p, 0),
          false).map(x -> f(x)).limit(2).sum() + " " + p.next(); }
      default: return "";
    }
  }
  public static void main(String[] a) { for (int k = 0; k < 18; k++) System.out.println(k + " " + all(k)); }
}
