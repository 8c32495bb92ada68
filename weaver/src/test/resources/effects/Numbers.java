import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/** Arithmetic, arrays, random numbers, dates. */
class Numbers {
  static final double[] WEIGHTS = {0.5, 0.25};
  static final long[] POWERS = new long[20];

  static double math(double x, int n) { // nothing
    return Math.sqrt(Math.abs(x)) + Math.floorMod(n, 7) + StrictMath.sin(x) + Math.fma(x, x, 1) + Math.pow(x, n);
  }

  static int boxed(Integer a, Long b) { // nothing
    return Integer.compare(a, b.intValue()) + Integer.bitCount(a) + Long.hashCode(b) + Integer.parseInt("12");
  }

  static BigInteger factorial(int n) { // nothing
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.multiply(BigInteger.valueOf(i)).add(BigInteger.TWO.pow(i)).mod(BigInteger.TEN.pow(50));
    }
    return product.gcd(BigInteger.TEN);
  }

  static BigInteger[] divided(BigInteger a, BigInteger b) { // nothing
    return a.divideAndRemainder(b);
  }

  static String money(String amount) { // nothing
    BigDecimal value = new BigDecimal(amount).setScale(2, RoundingMode.HALF_EVEN);
    return value.divide(BigDecimal.valueOf(3), MathContext.DECIMAL64).max(BigDecimal.ZERO).toPlainString();
  }

  static double dot(double[] a, double[] b) { // read #0.[D], read #1.[D]
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double weighted(double x) { // read WEIGHTS.[D]
    return WEIGHTS[0] * x;
  }

  static long power(int n) { // read POWERS.[J], write POWERS.[J]
    if (POWERS[n] == 0) {
      POWERS[n] = n == 0 ? 1 : 3 * power(n - 1);
    }
    return POWERS[n];
  }

  static int[] sortedCopy(int[] a) { // read #0.[I]
    int[] copy = Arrays.copyOf(a, a.length);
    Arrays.sort(copy);
    Arrays.fill(copy, 0, 1, 7);
    return Arrays.copyOfRange(copy, 0, 3);
  }

  static void shift(double[] a) { // read #0.[D], write #0.[D]
    System.arraycopy(a, 0, a, 1, a.length - 1);
  }

  static double[][] transposed(double[][] m) { // read #0.[L], read #0[].[D]
    double[][] out = new double[m[0].length][m.length];
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < m[0].length; j++) {
        out[j][i] = m[i][j];
      }
    }
    return out;
  }

  static double[][] cloned(double[][] m) { // read #0.[L], read #0[].[D]
    double[][] copy = m.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = copy[i].clone();
    }
    return copy;
  }

  static boolean same(long[] a, long[] b) { // read #0.[J], read #1.[J]
    return Arrays.equals(a, b) && Arrays.hashCode(a) == Arrays.hashCode(b) && Arrays.stream(a).sum() == 3
        && Arrays.equals(a, 0, 2, b, 0, 2) && Arrays.compare(a, b) == 0;
  }

  static String[] sorted(String[] names) { // read #0.[L]
    String[] copy = names.clone();
    Arrays.sort(copy, Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
    Arrays.sort(copy, String.CASE_INSENSITIVE_ORDER);
    return copy;
  }

  static int primes(int n) { // nothing
    BitSet sieve = new BitSet(n);
    sieve.set(2, n);
    for (int i = 2; i * i < n; i = sieve.nextSetBit(i + 1)) {
      for (int j = i * i; j < n; j += i) {
        sieve.clear(j);
      }
    }
    return sieve.cardinality();
  }

  static double pi(long seed) { // nothing
    Random random = new Random(seed);
    int inside = 0;
    for (int i = 0; i < 1000; i++) {
      double x = random.nextDouble();
      inside += Math.hypot(x, random.nextGaussian()) < 1 ? 1 : 0;
    }
    return inside / 250.0;
  }

  static long drawn(long seed) { // nothing
    SplittableRandom random = new SplittableRandom(seed);
    return random.split().nextLong(10) + random.ints(4, 0, 9).sum();
  }

  static int unseeded() { // read world(random)
    return new Random().nextInt();
  }

  static String day(LocalDate from) { // nothing
    LocalDate day = from.plusDays(3).with(TemporalAdjusters.firstDayOfMonth()).withYear(2020);
    long days = ChronoUnit.DAYS.between(from, day) + Duration.ofHours(3).toMinutes();
    return day.isBefore(from) && day.getDayOfWeek() == DayOfWeek.MONDAY ? day.toString() : "" + days;
  }

  static LocalDate parsed(String text) { // read <process>.default locale
    return LocalDate.parse(text, DateTimeFormatter.ofPattern("yyyy-MM-dd")).minusWeeks(1);
  }

  static String written(LocalDate day) { // nothing
    return day.format(DateTimeFormatter.ISO_LOCAL_DATE) + DateTimeFormatter.ISO_DATE.format(day);
  }

  static long memoized(int n) { // nothing
    return fib(n, new HashMap<>());
  }

  static long fib(int n, Map<Integer, Long> memo) { // read #1.content, read #1.structure, write #1.content, write #1.structure
    Long known = memo.get(n);
    if (known != null) {
      return known;
    }
    long value = n < 2 ? n : fib(n - 1, memo) + fib(n - 2, memo);
    memo.put(n, value);
    return value;
  }

  static List<List<Integer>> permutations(int n) { // nothing
    List<List<Integer>> all = new ArrayList<>();
    permute(new ArrayList<>(), new boolean[n], all);
    return all;
  }

  private static void permute(List<Integer> prefix, boolean[] used, List<List<Integer>> all) {
    if (prefix.size() == used.length) {
      all.add(new ArrayList<>(prefix));
    }
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        used[i] = true;
        prefix.add(i);
        permute(prefix, used, all);
        prefix.remove(prefix.size() - 1);
        used[i] = false;
      }
    }
  }
}
