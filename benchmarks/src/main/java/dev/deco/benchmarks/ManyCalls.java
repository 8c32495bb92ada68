package dev.deco.benchmarks;

import dev.deco.Synchronized;
import dev.deco.benchmarks.work.Grain;
import dev.deco.internal.runtime.Stats;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Objects;

/** Very many calls in one scope, in a JVM with a heap of 64 MB. */
final class ManyCalls {
  private static final int STEPS = 4;

  /**
   * What one run gave.
   *
   * @param calls in the one scope
   * @param nanos how long it took
   * @param megabytes what was on the heap after the last collection of garbage
   * @param spawned tasks handed to workers
   */
  record Result(long calls, long nanos, double megabytes, long spawned) {}

  private ManyCalls() {}

  /** @throws Jvm.FailedException if memory runs out, or the sum is not the serial one */
  static Result measure(int calls, int workers) {
    List<String> options = List.of("-Xmx64m", "-Ddeco.workers=" + workers);
    String[] words = Jvm.run(ManyCalls.class, workers, options, List.of(String.valueOf(calls))).get(0).split(" ");
    return new Result(calls, Long.parseLong(words[0]), Double.parseDouble(words[1]), Long.parseLong(words[2]));
  }

  @Synchronized
  private static double sum(int calls) {
    double sum = 0;
    for (int i = 0; i < calls; i++) {
      sum += Grain.work(i, STEPS);
    }
    return sum;
  }

  public static void main(String[] args) {
    int calls = Integer.parseInt(args[0]);
    long begin = System.nanoTime();
    double sum = sum(calls);
    long nanos = System.nanoTime() - begin;
    double serial = 0;
    for (int i = 0; i < calls; i++) {
      serial += Grain.work(i, STEPS);
    }
    if (sum != serial) {
      throw new AssertionError("the sum is " + sum + " where the serial one is " + serial);
    }
    System.out.println(nanos + " " + (double) live() / (1 << 20) + " " + Stats.snapshot().spawned());
    System.exit(0);
  }

  private static long live() {
    return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage).filter(Objects::nonNull).mapToLong(MemoryUsage::getUsed).sum();
  }
}
