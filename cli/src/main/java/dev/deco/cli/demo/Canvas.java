package dev.deco.cli.demo;

import java.util.Arrays;

/**
 * A picture in memory: RGB pixels, filled rectangles and smooth lines. It needs no {@code java.desktop}, no display and
 * no installed font, so that the demo draws the same picture, byte for byte, on every machine.
 *
 * <p><b>Concurrency:</b> for one thread.
 */
final class Canvas {
  final int width;
  final int height;
  private final int[] pixels; // 0xRRGGBB, row by row

  Canvas(int width, int height, int background) {
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
    Arrays.fill(pixels, background);
  }

  int pixel(int x, int y) {
    return pixels[y * width + x];
  }

  void fill(int x, int y, int w, int h, int color) {
    for (int row = y; row < y + h; row++) {
      Arrays.fill(pixels, row * width + x, row * width + x + w, color);
    }
  }

  /** Lays {@code color} over one pixel; {@code cover} is from 0 (nothing) to 1 (all). Outside the picture: nothing. */
  void blend(int x, int y, int color, double cover) {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      return;
    }
    pixels[y * width + x] = Colors.mix(pixels[y * width + x], color, cover);
  }

  /** A line of one pixel's width along whole pixels, as a grid has them. */
  void hairline(int x, int y, int w, int h, int color, double cover) {
    for (int row = y; row < y + h; row++) {
      for (int column = x; column < x + w; column++) {
        blend(column, row, color, cover);
      }
    }
  }

  /** The outline of a rectangle, just outside it. */
  void frame(int x, int y, int w, int h, int color) {
    fill(x - 1, y - 1, w + 2, 1, color);
    fill(x - 1, y + h, w + 2, 1, color);
    fill(x - 1, y, 1, h, color);
    fill(x + w, y, 1, h, color);
  }

  /**
   * A stroke through {@code points} (x, y, x, y, ...) with round ends and joins. Each pixel is covered by how near its
   * centre is to the stroke, once for the whole stroke, so that joins are as dark as the rest.
   */
  void stroke(double[] points, double thickness, int color) {
    double reach = thickness / 2 + 0.5;
    double left = width;
    double right = 0;
    double top = height;
    double bottom = 0;
    for (int i = 0; i < points.length; i += 2) {
      left = Math.min(left, points[i]);
      right = Math.max(right, points[i]);
      top = Math.min(top, points[i + 1]);
      bottom = Math.max(bottom, points[i + 1]);
    }
    for (int y = (int) (top - reach); y <= bottom + reach; y++) {
      for (int x = (int) (left - reach); x <= right + reach; x++) {
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i + 3 < points.length; i += 2) {
          nearest = Math.min(nearest, distance(x + 0.5, y + 0.5, points, i));
        }
        if (nearest < reach) {
          blend(x, y, color, Math.min(1, reach - nearest));
        }
      }
    }
  }

  private static double distance(double x, double y, double[] points, int i) {
    double dx = points[i + 2] - points[i];
    double dy = points[i + 3] - points[i + 1];
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((x - points[i]) * dx + (y - points[i + 1]) * dy) / length;
    along = Math.max(0, Math.min(1, along));
    double ex = x - points[i] - along * dx;
    double ey = y - points[i + 1] - along * dy;
    return Math.sqrt(ex * ex + ey * ey);
  }
}
