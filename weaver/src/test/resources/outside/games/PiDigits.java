import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.math.BigInteger;

/** Digits of pi: a spigot, which is serial, and Machin's formula, whose series are not. */
public class PiDigits {
  static String spigot(int digits) {
    BigInteger q = BigInteger.ONE;
    BigInteger r = BigInteger.ZERO;
    BigInteger t = BigInteger.ONE;
    BigInteger k = BigInteger.ONE;
    StringBuilder text = new StringBuilder();
    while (text.length() < digits) {
      BigInteger n = q.multiply(BigInteger.valueOf(3)).add(r).divide(t);
      BigInteger m = q.shiftLeft(2).add(r).divide(t);
      if (n.equals(m)) {
        text.append(n);
        r = r.subtract(n.multiply(t)).multiply(BigInteger.TEN);
        q = q.multiply(BigInteger.TEN);
      } else {
        BigInteger odd = k.shiftLeft(1).add(BigInteger.ONE);
        r = q.shiftLeft(1).add(r).multiply(odd);
        t = t.multiply(odd);
        q = q.multiply(k);
        k = k.add(BigInteger.ONE);
      }
    }
    return text.toString();
  }

  @Concurrent
  static BigInteger arctanOfInverse(int x, BigInteger unit) {
    BigInteger square = BigInteger.valueOf((long) x * x);
    BigInteger power = unit.divide(BigInteger.valueOf(x));
    BigInteger sum = power;
    for (int n = 3; power.signum() != 0; n += 2) {
      power = power.divide(square).negate();
      sum = sum.add(power.divide(BigInteger.valueOf(n)));
    }
    return sum;
  }

  @Synchronized
  static String machin(int digits) {
    BigInteger unit = BigInteger.TEN.pow(digits + 10);
    BigInteger pi = arctanOfInverse(5, unit).multiply(BigInteger.valueOf(16))
        .subtract(arctanOfInverse(239, unit).multiply(BigInteger.valueOf(4)));
    return pi.toString().substring(0, digits);
  }

  @Synchronized
  static boolean agree(int... lengths) {
    boolean agree = true;
    for (int length : lengths) {
      agree &= machin(length).equals(spigot(length));
    }
    return agree;
  }

  public static void main(String[] args) {
    System.out.println(machin(60));
    System.out.println(agree(10, 100, 200));
  }
}
