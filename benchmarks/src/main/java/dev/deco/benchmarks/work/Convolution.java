package dev.deco.benchmarks.work;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.Random;

/** An image under a kernel of 5 by 5; size is how many rows and columns it has. Its edge goes on outwards. */
final class Convolution implements Program<float[][], float[][]> {
  private static final float[][] KERNEL = {
      {1, 4, 6, 4, 1}, {4, 16, 24, 16, 4}, {6, 24, 36, 24, 6}, {4, 16, 24, 16, 4}, {1, 4, 6, 4, 1}};

  @Concurrent
  static void convolve(float[][] image, int row, float[] out) {
    int reach = KERNEL.length / 2;
    for (int column = 0; column < out.length; column++) {
      float sum = 0;
      for (int down = -reach; down <= reach; down++) {
        float[] line = image[within(row + down, image.length)];
        for (int right = -reach; right <= reach; right++) {
          sum += KERNEL[down + reach][right + reach] * line[within(column + right, line.length)];
        }
      }
      out[column] = sum / 256;
    }
  }

  private static int within(int i, int length) {
    return Math.max(0, Math.min(length - 1, i));
  }

  @Synchronized
  static float[][] convolved(float[][] image) {
    float[][] out = new float[image.length][image[0].length];
    for (int row = 0; row < image.length; row++) {
      convolve(image, row, out[row]);
    }
    return out;
  }

  @Override
  public float[][] input(int size, int grain, long seed) {
    Random random = new Random(seed);
    float[][] image = new float[size][size];
    for (float[] line : image) {
      for (int i = 0; i < size; i++) {
        line[i] = random.nextFloat();
      }
    }
    return image;
  }

  @Override
  public float[][] serial(float[][] image) {
    return convolved(image);
  }

  @Override
  public float[][] byHand(float[][] image, Parallel parallel, int cutoff) {
    float[][] out = new float[image.length][image[0].length];
    parallel.each(image.length, cutoff, row -> convolve(image, row, out[row]));
    return out;
  }
}
