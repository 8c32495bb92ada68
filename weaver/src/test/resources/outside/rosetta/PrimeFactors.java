import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Prime decompositions of Mersenne numbers and others, by an iterator of factors. */
public class PrimeFactors implements Iterable<Long> {
  private final long number;

  PrimeFactors(long number) {
    this.number = number;
  }

  @Override public Iterator<Long> iterator() {
    return new Iterator<>() {
      private long rest = number;
      private long divisor = 2;

      @Override public boolean hasNext() {
        return rest > 1;
      }

      @Override public Long next() {
        if (rest <= 1) {
          throw new NoSuchElementException();
        }
        while (divisor * divisor <= rest) {
          if (rest % divisor == 0) {
            rest /= divisor;
            return divisor;
          }
          divisor += divisor == 2 ? 1 : 2;
        }
        long last = rest;
        rest = 1;
        return last;
      }
    };
  }

  @Concurrent
  static List<Long> factors(long number) {
    List<Long> factors = new ArrayList<>();
    for (long factor : new PrimeFactors(number)) {
      factors.add(factor);
    }
    return factors;
  }

  @Synchronized
  public static void main(String[] args) {
    List<String> lines = new ArrayList<>();
    for (int exponent = 2; exponent < 44; exponent++) {
      long number = (1L << exponent) - 1;
      lines.add("2^" + exponent + "-1 = " + factors(number));
    }
    for (String line : lines) {
      System.out.println(line);
    }
  }
}
