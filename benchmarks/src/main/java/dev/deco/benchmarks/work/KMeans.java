package dev.deco.benchmarks.work;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Arrays;
import java.util.Random;

/**
 * Lloyd's algorithm: points in eight dimensions, 16 clusters, ten rounds; size is how many points. Sums are taken in the points'
 * order in every form.
 */
final class KMeans implements Program<double[][], double[][]> {
  private static final int CLUSTERS = 16;
  private static final int DIMENSIONS = 8;
  private static final int ROUNDS = 10;

  @Concurrent
  static int nearest(double[] point, double[][] centres) {
    int nearest = 0;
    double least = Double.MAX_VALUE;
    for (int c = 0; c < centres.length; c++) {
      double square = 0;
      for (int d = 0; d < point.length; d++) {
        double difference = point[d] - centres[c][d];
        square += difference * difference;
      }
      if (square < least) {
        least = square;
        nearest = c;
      }
    }
    return nearest;
  }

  @Synchronized
  static double[][] cluster(double[][] points, double[][] start) {
    double[][] centres = start;
    int[] labels = new int[points.length];
    for (int round = 0; round < ROUNDS; round++) {
      for (int p = 0; p < points.length; p++) {
        labels[p] = nearest(points[p], centres);
      }
      centres = means(points, labels, centres);
    }
    return centres;
  }

  /** The mean of each cluster's points; a cluster without any stays where it was. */
  private static double[][] means(double[][] points, int[] labels, double[][] centres) {
    double[][] means = new double[centres.length][DIMENSIONS];
    int[] counts = new int[centres.length];
    for (int p = 0; p < points.length; p++) {
      counts[labels[p]]++;
      for (int d = 0; d < DIMENSIONS; d++) {
        means[labels[p]][d] += points[p][d];
      }
    }
    for (int c = 0; c < means.length; c++) {
      for (int d = 0; d < DIMENSIONS; d++) {
        means[c][d] = counts[c] == 0 ? centres[c][d] : means[c][d] / counts[c];
      }
    }
    return means;
  }

  @Override
  public double[][] input(int size, int grain, long seed) {
    Random random = new Random(seed);
    double[][] points = new double[size][DIMENSIONS];
    for (double[] point : points) {
      double centre = random.nextInt(CLUSTERS);
      Arrays.setAll(point, d -> centre + random.nextGaussian());
    }
    return points;
  }

  @Override
  public double[][] serial(double[][] points) {
    return cluster(points, first(points));
  }

  @Override
  public double[][] byHand(double[][] points, Parallel parallel, int cutoff) {
    double[][] centres = first(points);
    int[] labels = new int[points.length];
    for (int round = 0; round < ROUNDS; round++) {
      double[][] current = centres;
      parallel.each(points.length, cutoff, p -> labels[p] = nearest(points[p], current));
      centres = means(points, labels, centres);
    }
    return centres;
  }

  private static double[][] first(double[][] points) {
    return Arrays.copyOf(points, Math.min(CLUSTERS, points.length));
  }
}
