import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.*;
import java.util.stream.*;

/** A stream over an iterator of the program's own, which changes the object that it belongs to. */
public class StreamOfIterator {
  static class Parser implements Iterable<String> {
    final List<String> lines;
    int at;
    String trailer;
    final class Records implements Iterator<String> {
      String current;

      private String read() {
        while (at < lines.size()) {
          String line = lines.get(at++);
          if (!line.startsWith("#")) {
            return line;
          }
          trailer = line;
        }
        return null;
      }

      @Override
      public boolean hasNext() {
        if (current == null) {
          current = read();
        }
        return current != null;
      }

      @Override
      public String next() {
        hasNext();
        String next = current;
        current = null;
        return next;
      }
    }

    final Records records = new Records();

    Parser(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public Iterator<String> iterator() {
      return records;
    }

    Stream<String> stream() {
      return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false);
    }

    @Concurrent
    List<String> all() {
      for (int i = 0, s = 0; i < 200_000; i++) {
        s += i;
      }
      return stream().collect(Collectors.toList());
    }

    @Concurrent
    List<String> rest() {
      return StreamSupport.stream(spliterator(), false).collect(Collectors.toList());
    }

    @Concurrent
    List<String> each() {
      List<String> out = new ArrayList<>();
      iterator().forEachRemaining(out::add);
      return out;
    }

    @Concurrent
    String first() {
      return stream().findFirst().orElse("none");
    }

    @Concurrent
    boolean hasTrailer() {
      return trailer != null;
    }

    @Concurrent
    String trailer() {
      return trailer + at;
    }
  }

  static void check(boolean b, List<String> out) {
    out.add("" + b);
  }

  @Synchronized
  static List<String> one(int n) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Parser p = new Parser(List.of("a" + i, "# x", "b", "c", "# y" + i));
      p.all();
      check(p.hasTrailer(), out);
      out.add(p.trailer());
    }
    return out;
  }

  @Synchronized
  static List<String> two(int n) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Parser p = new Parser(List.of("a" + i, "# x", "b", "c", "# y" + i));
      out.add(p.first());
      out.add(p.trailer());
      out.add(i % 2 == 0 ? "" + p.rest() : "" + p.each());
      out.add(p.trailer());
    }
    return out;
  }

  public static void main(String[] args) {
    for (int i = 0; i < 20; i++) {
      System.out.println(one(10));
      System.out.println(two(10));
    }
  }
}
