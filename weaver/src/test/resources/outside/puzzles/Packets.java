import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Nested lists that are read, compared, sorted. */
public class Packets {
  sealed interface Packet extends Comparable<Packet> permits Number, Sequence {
    Sequence asSequence();

    @Override default int compareTo(Packet other) {
      if (this instanceof Number a && other instanceof Number b) {
        return Integer.compare(a.value, b.value);
      }
      List<Packet> mine = asSequence().items;
      List<Packet> its = other.asSequence().items;
      for (int i = 0; i < Math.min(mine.size(), its.size()); i++) {
        int order = mine.get(i).compareTo(its.get(i));
        if (order != 0) {
          return order;
        }
      }
      return mine.size() - its.size();
    }
  }

  record Number(int value) implements Packet {
    @Override public Sequence asSequence() {
      return new Sequence(List.of(this));
    }
  }

  record Sequence(List<Packet> items) implements Packet {
    @Override public Sequence asSequence() {
      return this;
    }
  }

  static class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Packet read() {
      if (text.charAt(at) != '[') {
        int start = at;
        while (Character.isDigit(text.charAt(at))) {
          at++;
        }
        return new Number(Integer.parseInt(text.substring(start, at)));
      }
      List<Packet> items = new ArrayList<>();
      at++;
      while (text.charAt(at) != ']') {
        items.add(read());
        if (text.charAt(at) == ',') {
          at++;
        }
      }
      at++;
      return new Sequence(items);
    }
  }

  @Concurrent
  static Packet parse(String line) {
    return new Reader(line).read();
  }

  @Concurrent
  static boolean inOrder(Packet left, Packet right) {
    return left.compareTo(right) < 0;
  }

  @Synchronized
  static int key(List<String> lines) {
    List<Packet> packets = new ArrayList<>();
    for (String line : lines) {
      packets.add(parse(line));
    }
    int sum = 0;
    for (int i = 0; i + 1 < packets.size(); i += 2) {
      if (inOrder(packets.get(i), packets.get(i + 1))) {
        sum += i / 2 + 1;
      }
    }
    System.out.println("sum " + sum);
    Packet divider = parse("[[2]]");
    packets.add(divider);
    packets.sort(null);
    return packets.indexOf(divider) + 1;
  }

  public static void main(String[] args) {
    List<String> lines = new ArrayList<>(List.of("[1,1,3,1,1]", "[1,1,5,1,1]", "[[1],[2,3,4]]", "[[1],4]", "[9]",
        "[[8,7,6]]", "[[4,4],4,4]", "[[4,4],4,4,4]", "[7,7,7,7]", "[7,7,7]", "[]", "[3]", "[[[]]]", "[[]]",
        "[1,[2,[3,[4,[5,6,7]]]],8,9]", "[1,[2,[3,[4,[5,6,0]]]],8,9]"));
    for (int i = 0; i < 200; i++) {
      lines.add("[" + i % 7 + ",[" + i % 3 + ",[" + i + "]]," + i % 5 + "]");
    }
    System.out.println(key(lines));
    try {
      key(List.of("[1,2]", "[1,[2]"));
    } catch (StringIndexOutOfBoundsException e) {
      System.out.println("not closed");
    }
  }
}
