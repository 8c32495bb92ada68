package threads;

import dev.deco.Concurrent;
import dev.deco.Synchronized;

/**
 * Shows that where tasks run is chosen from outside. The program counts primes, which keeps a processor busy; start it
 * with {@code --engine serial}, {@code threads} or {@code virtual} and any number of workers, and compare the times
 * that it writes to standard error. What it writes to standard output is always the same.
 *
 * <p>Run it: {@code deco run --engine threads --workers 2 examples/threads/Threads.java [TASKS]}
 */
public final class Threads {
  static final int RANGE = 20_000;

  @Concurrent
  static int primes(int from, int to) {
    int primes = 0;
    for (int n = from; n < to; n++)
      if (isPrime(n)) primes++;
    return primes;
  }

  @Synchronized
  static int primesBelow(int tasks) {
    int sum = 0;
    for (int i = 0; i < tasks; i++) sum += primes(i * RANGE, (i + 1) * RANGE);
    return sum;
  }

  private static boolean isPrime(int n) {
    if (n < 4) return n > 1;
    if (n % 2 == 0) return false;
    for (int d = 3; d <= n / d; d += 2)
      if (n % d == 0) return false;
    return true;
  }

  public static void main(String[] args) {
    int tasks = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    long start = System.nanoTime();
    System.out.println(primesBelow(tasks) + " primes below " + tasks * RANGE);
    System.err.println((System.nanoTime() - start) / 1_000_000 + " ms");
  }
}
