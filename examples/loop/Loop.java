package loop;

import dev.deco.Concurrent;
import dev.deco.Synchronized;

/**
 * Shows a plain loop of very small calls, a fraction of a microsecond each, that stores its results into an array:
 * how long the Collatz sequence of each number is.
 *
 * <p>Run it: {@code deco run examples/loop/Loop.java [NUMBERS]}
 */
public final class Loop {

  @Concurrent
  static int collatz(long n) {
    int steps = 0;
    for (; n != 1; steps++) n = n % 2 == 0 ? n / 2 : 3 * n + 1;
    return steps;
  }

  @Synchronized
  static int[] lengths(int count) {
    int[] lengths = new int[count];
    for (int i = 0; i < lengths.length; i++) lengths[i] = collatz(i + 1);
    return lengths;
  }

  public static void main(String[] args) {
    int[] lengths = lengths(args.length > 0 ? Integer.parseInt(args[0]) : 4_000_000);

    int longest = 0;
    long sum = 0;
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] > lengths[longest]) longest = i;
      sum += lengths[i];
    }
    System.out.println("the longest of " + lengths.length + " sequences starts at " + (longest + 1)
        + ": " + lengths[longest] + " steps");
    System.out.println("steps of all: " + sum);
  }
}
