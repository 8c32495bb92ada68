import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Random;

/** Pi by throwing darts, each thrower with dice of its own. */
public class MonteCarloPi {
  private final Random dice;

  MonteCarloPi(long seed) {
    dice = new Random(seed);
  }

  @Concurrent
  int hits(int darts) {
    int hits = 0;
    for (int i = 0; i < darts; i++) {
      double x = dice.nextDouble();
      double y = dice.nextDouble();
      if (x * x + y * y <= 1) {
        hits++;
      }
    }
    return hits;
  }

  @Synchronized
  static double pi(int throwers, int darts) {
    long hits = 0;
    for (int i = 0; i < throwers; i++) {
      hits += new MonteCarloPi(i).hits(darts);
    }
    return 4.0 * hits / ((long) throwers * darts);
  }

  @Synchronized
  static double piOfOne(MonteCarloPi thrower, int rounds, int darts) {
    long hits = 0;
    for (int i = 0; i < rounds; i++) {
      hits += thrower.hits(darts);
    }
    return 4.0 * hits / ((long) rounds * darts);
  }

  public static void main(String[] args) {
    System.out.println(pi(40, 5000));
    System.out.println(piOfOne(new MonteCarloPi(7), 20, 2000));
  }
}
