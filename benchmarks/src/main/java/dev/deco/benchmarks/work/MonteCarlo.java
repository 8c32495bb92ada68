package dev.deco.benchmarks.work;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.SplittableRandom;

/** The price of an Asian option: the mean over random paths, 64 steps each; size is how many paths. */
final class MonteCarlo implements Program<MonteCarlo.Option, Double> {
  private static final int STEPS = 64;

  record Option(double spot, double strike, double rate, double volatility, int paths, long seed) {}

  @Concurrent
  static double payoff(Option option, int path) {
    SplittableRandom random = new SplittableRandom(option.seed + path);
    double drift = 1 + option.rate / STEPS;
    double spread = option.volatility / Math.sqrt(STEPS);
    double price = option.spot;
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      price *= drift + spread * random.nextGaussian();
      sum += price;
    }
    return Math.max(0, sum / STEPS - option.strike);
  }

  @Synchronized
  static double price(Option option) {
    double sum = 0;
    for (int path = 0; path < option.paths; path++) {
      sum += payoff(option, path);
    }
    return sum / option.paths * Math.exp(-option.rate);
  }

  @Override
  public Option input(int size, int grain, long seed) {
    return new Option(100, 105, 0.03, 0.25, size, seed);
  }

  @Override
  public Double serial(Option option) {
    return price(option);
  }

  @Override
  public Double byHand(Option option, Parallel parallel, int cutoff) {
    double sum = parallel.sum(option.paths, cutoff, path -> payoff(option, path));
    return sum / option.paths * Math.exp(-option.rate);
  }

  @Override
  public double tolerance() {
    return 1e-9;
  }
}
