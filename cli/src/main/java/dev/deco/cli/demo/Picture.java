package dev.deco.cli.demo;

import dev.deco.cli.demo.Letters.Align;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * The demo's picture: two maps of the globe, one above the other, each with ticks and a scale of its colours. The
 * projection is the plain one, a degree of longitude as wide as one of latitude is high.
 *
 * <p><b>Concurrency:</b> for one thread.
 */
final class Picture {
  private static final int CELL = 3; // pixels a degree
  private static final int LEFT = 78;
  private static final int RIGHT = 200;
  private static final int TOP = 112;
  private static final int BETWEEN = 104;
  private static final int BOTTOM = 112;
  private static final int SCALE_GAP = 22;
  private static final int SCALE_WIDTH = 18;

  private static final int PAPER = 0xffffff;
  private static final int INK = 0x22262b;
  private static final int PALE = 0x6a737d;

  /** One map: its cells, and how a value in mm becomes a place on the scale of colours. */
  record Panel(String title, Map<Integer, Map<Integer, Double>> values, Colors colors, DoubleUnaryOperator place,
      int[] marks, boolean openBelow) {}

  private final Letters letters = Letters.load();
  private final double north;
  private final double west;
  private final int rows;
  private final int columns;
  private final Canvas canvas;

  private Picture(double north, double west, int rows, int columns) {
    this.north = north;
    this.west = west;
    this.rows = rows;
    this.columns = columns;
    canvas = new Canvas(LEFT + columns * CELL + RIGHT, TOP + 2 * rows * CELL + BETWEEN + BOTTOM, PAPER);
  }

  /** Draws both maps, {@code means} above {@code anomalies}; the first cell has its middle at (north, west). */
  static Canvas draw(double north, double west, Map<Integer, Map<Integer, Double>> means,
      Map<Integer, Map<Integer, Double>> anomalies) {
    var picture = new Picture(north, west, means.size(), means.get(0).size());
    picture.words();
    picture.map(TOP, new Panel("Mean of the neighbourhood", means, Colors.WET,
        mm -> Math.sqrt(mm / 4000), new int[] {0, 50, 200, 500, 1000, 1500, 2000, 3000, 4000}, false));
    picture.map(TOP + picture.rows * CELL + BETWEEN, new Panel("Anomaly: the cell less its neighbourhood", anomalies,
        Colors.DRIER_WETTER, mm -> 0.5 + 0.5 * Math.signum(mm) * Math.sqrt(Math.abs(mm) / 2000),
        new int[] {-2000, -1000, -500, -200, -50, 0, 50, 200, 500, 1000, 2000}, true));
    return picture.canvas;
  }

  private void words() {
    letters.write(canvas, "Precipitation on the globe in the year 2016", LEFT, 46, Align.LEFT, 23, 2.8, INK);
    int bottom = canvas.height - 40;
    letters.write(canvas, "Neighbourhood: all cells within 1500 km, weighted by area and by a Gaussian of the"
        + " great-circle distance with a standard deviation of 300 km.", LEFT, bottom, Align.LEFT, 10, 1.1, PALE);
    letters.write(canvas, "Data: US National Weather Service, Climate Forecast System Version 2, one degree by one"
        + " degree. Drawn by deco demo.", LEFT, bottom + 21, Align.LEFT, 10, 1.1, PALE);
  }

  private void map(int top, Panel panel) {
    letters.write(canvas, panel.title, LEFT, top - 15, Align.LEFT, 14, 1.8, INK);
    panel.values.forEach((row, cells) -> cells.forEach((column, mm) -> {
      int color = panel.colors.at(panel.place.applyAsDouble(mm));
      canvas.fill(LEFT + column * CELL, top + row * CELL, CELL, CELL, color);
    }));
    canvas.frame(LEFT, top, columns * CELL, rows * CELL, INK);
    ticks(top);
    scale(top, panel);
  }

  private void ticks(int top) {
    int height = rows * CELL;
    int width = columns * CELL;
    for (int degrees = -60; degrees <= 60; degrees += 30) {
      int y = top + (int) ((north - degrees + 0.5) * CELL);
      if (y <= top || y >= top + height) {
        continue;
      }
      canvas.hairline(LEFT, y, width, 1, INK, 0.22);
      canvas.fill(LEFT - 7, y, 6, 1, INK);
      letters.write(canvas, latitude(degrees), LEFT - 13, y + 5, Align.RIGHT, 11, 1.3, INK);
    }
    for (int degrees = -180; degrees <= 180; degrees += 60) {
      int x = LEFT + (int) ((degrees - west) * CELL);
      if (x > LEFT && x < LEFT + width) {
        canvas.hairline(x, top, 1, height, INK, 0.22);
      }
      canvas.fill(Math.min(x, LEFT + width), top + height + 1, 1, 6, INK);
      letters.write(canvas, longitude(degrees), x, top + height + 24, Align.CENTER, 11, 1.3, INK);
    }
  }

  private void scale(int top, Panel panel) {
    int x = LEFT + columns * CELL + SCALE_GAP;
    int height = rows * CELL;
    for (int y = 0; y < height; y++) {
      canvas.fill(x, top + y, SCALE_WIDTH, 1, panel.colors.at(1 - (y + 0.5) / height));
    }
    canvas.frame(x, top, SCALE_WIDTH, height, INK);
    letters.write(canvas, "mm", x, top - 15, Align.LEFT, 12, 1.4, INK);
    for (int mark : panel.marks) {
      double place = panel.place.applyAsDouble(mark);
      int y = top + (int) Math.round((1 - place) * (height - 1));
      canvas.fill(x + SCALE_WIDTH + 1, y, 5, 1, INK);
      letters.write(canvas, label(mark, place, panel.openBelow), x + SCALE_WIDTH + 12, y + 5, Align.LEFT, 11, 1.3, INK);
    }
  }

  /** The ends of a scale stand for all that is beyond them too. */
  private static String label(int mark, double place, boolean openBelow) {
    String sign = openBelow && mark > 0 ? "+" : "";
    if (place >= 1) {
      return sign + mark + " and more";
    }
    return place <= 0 && openBelow ? mark + " and less" : sign + mark;
  }

  private static String latitude(int degrees) {
    return degrees == 0 ? "0°" : Math.abs(degrees) + (degrees > 0 ? "°N" : "°S");
  }

  private static String longitude(int degrees) {
    return degrees == 0 || Math.abs(degrees) == 180 ? Math.abs(degrees) + "°"
        : Math.abs(degrees) + (degrees > 0 ? "°E" : "°W");
  }
}
