import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Bernoulli numbers, by exact fractions. */
public class Fractions {
  static final class Fraction implements Comparable<Fraction> {
    final BigInteger over;
    final BigInteger under;

    Fraction(BigInteger over, BigInteger under) {
      BigInteger common = over.gcd(under);
      BigInteger sign = under.signum() < 0 ? common.negate() : common;
      this.over = over.divide(sign);
      this.under = under.divide(sign);
    }

    static Fraction of(long over, long under) {
      return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    Fraction minus(Fraction other) {
      return new Fraction(over.multiply(other.under).subtract(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction times(Fraction other) {
      return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    @Override public int compareTo(Fraction other) {
      return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    @Override public String toString() {
      return under.equals(BigInteger.ONE) ? over.toString() : over + "/" + under;
    }
  }

  @Concurrent
  static Fraction bernoulli(int n) {
    Fraction[] row = new Fraction[n + 1];
    for (int m = 0; m <= n; m++) {
      row[m] = Fraction.of(1, m + 1);
      for (int j = m; j > 0; j--) {
        row[j - 1] = Fraction.of(j, 1).times(row[j - 1].minus(row[j]));
      }
    }
    return row[0];
  }

  @Synchronized
  static List<Fraction> all(int limit) {
    List<Fraction> all = new ArrayList<>();
    for (int n = 0; n < limit; n += n == 0 ? 1 : n == 1 ? 1 : 2) {
      all.add(bernoulli(n));
    }
    return all;
  }

  public static void main(String[] args) {
    List<Fraction> numbers = all(42);
    numbers.forEach(System.out::println);
    System.out.println(numbers.stream().max(Fraction::compareTo).orElseThrow());
    System.out.println(numbers.stream().sorted().toList());
  }
}
