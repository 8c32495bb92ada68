import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Monkeys that throw things to each other: objects that change each other, in order; and many troops of them. */
public class Monkeys {
  static class Monkey {
    final Deque<Long> items = new ArrayDeque<>();
    final LongUnaryOperator worry;
    final int divisor;
    final int then;
    final int otherwise;
    long looks;

    Monkey(LongUnaryOperator worry, int divisor, int then, int otherwise, long... items) {
      this.worry = worry;
      this.divisor = divisor;
      this.then = then;
      this.otherwise = otherwise;
      Arrays.stream(items).forEach(this.items::add);
    }
  }

  private final List<Monkey> troop = List.of(new Monkey(old -> old * 19, 23, 2, 3, 79, 98),
      new Monkey(old -> old + 6, 19, 2, 0, 54, 65, 75, 74), new Monkey(old -> old * old, 13, 1, 3, 79, 60, 97),
      new Monkey(old -> old + 3, 17, 0, 1, 74));
  private final int modulus = troop.stream().mapToInt(monkey -> monkey.divisor).reduce(1, (a, b) -> a * b);

  @Concurrent
  void turn(Monkey monkey, int relief) {
    while (!monkey.items.isEmpty()) {
      long item = monkey.worry.applyAsLong(monkey.items.removeFirst()) / relief % modulus;
      troop.get(item % monkey.divisor == 0 ? monkey.then : monkey.otherwise).items.addLast(item);
      monkey.looks++;
    }
  }

  @Synchronized
  long business(int rounds, int relief) {
    for (int round = 0; round < rounds; round++) {
      for (Monkey monkey : troop) {
        turn(monkey, relief);
      }
    }
    Comparator<Monkey> order = Comparator.comparingLong(monkey -> -monkey.looks);
    List<Monkey> busiest = troop.stream().sorted(order).toList();
    return busiest.get(0).looks * busiest.get(1).looks;
  }

  @Concurrent
  static long alone(int rounds, int relief) {
    return new Monkeys().business(rounds, relief);
  }

  @Synchronized
  static long[] many() {
    long[] results = new long[12];
    for (int i = 0; i < results.length; i++) {
      results[i] = alone(50 * i, i % 3 + 1);
    }
    return results;
  }

  public static void main(String[] args) {
    System.out.println(new Monkeys().business(20, 3) + " " + new Monkeys().business(1000, 1));
    System.out.println(Arrays.toString(many()));
  }
}
