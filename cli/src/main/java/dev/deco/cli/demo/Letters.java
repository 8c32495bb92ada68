package dev.deco.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as strokes, in the Hershey Simplex letters that come with the demo.
 *
 * <p><b>Concurrency:</b> immutable.
 */
final class Letters {
  private static final int CAPITAL = 21; // units from the baseline to the top of a capital
  private static final int BASELINE = 9;

  /** Where a text stands against the point that is given for it. */
  enum Align { LEFT, CENTER, RIGHT }

  private record Glyph(int left, int right, List<double[]> strokes) {}

  private final List<Glyph> glyphs;

  private Letters(List<Glyph> glyphs) {
    this.glyphs = glyphs;
  }

  static Letters load() {
    try (InputStream in = Letters.class.getResourceAsStream("hershey-simplex.jhf")) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return new Letters(text.lines().filter(line -> !line.startsWith("#")).map(Letters::glyph).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Glyph glyph(String line) {
    var strokes = new ArrayList<double[]>();
    for (String stroke : line.substring(10).split(" R")) {
      double[] points = new double[stroke.length()];
      for (int i = 0; i < points.length; i++) {
        points[i] = stroke.charAt(i) - 'R' - (i % 2 == 0 ? 0 : BASELINE);
      }
      if (points.length > 0) {
        strokes.add(points);
      }
    }
    return new Glyph(line.charAt(8) - 'R', line.charAt(9) - 'R', strokes);
  }

  /** The glyph of {@code character}; a question mark for one that the letters do not have. */
  private Glyph glyph(int character) {
    if (character == '°') {
      return glyphs.get(glyphs.size() - 1);
    }
    return glyphs.get(character >= ' ' && character <= '~' ? character - ' ' : '?' - ' ');
  }

  /** How wide {@code text} is, in pixels, where capitals are {@code size} pixels high. */
  double width(String text, double size) {
    return text.chars().mapToDouble(c -> glyph(c).right - glyph(c).left).sum() * size / CAPITAL;
  }

  /**
   * Writes {@code text} on {@code canvas}.
   *
   * @param x where it starts, has its middle, or ends, as {@code align} says
   * @param baseline the line it stands on
   * @param size the height of its capitals, in pixels
   * @param weight the thickness of its strokes, in pixels
   */
  void write(Canvas canvas, String text, double x, double baseline, Align align, double size, double weight,
      int color) {
    double scale = size / CAPITAL;
    double pen = switch (align) {
      case LEFT -> x;
      case CENTER -> x - width(text, size) / 2;
      case RIGHT -> x - width(text, size);
    };
    for (int c : text.chars().toArray()) {
      Glyph glyph = glyph(c);
      for (double[] stroke : glyph.strokes) {
        double[] points = new double[stroke.length];
        for (int i = 0; i < points.length; i += 2) {
          points[i] = pen + (stroke[i] - glyph.left) * scale;
          points[i + 1] = baseline + stroke[i + 1] * scale;
        }
        canvas.stroke(points, weight, color);
      }
      pen += (glyph.right - glyph.left) * scale;
    }
  }
}
