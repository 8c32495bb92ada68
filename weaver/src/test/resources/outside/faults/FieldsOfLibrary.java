// Public fields of the platform's classes, behind subclasses and in arrays, and methods that read and write them.
import dev.deco.*;
import java.awt.*;
import java.awt.geom.*;
import java.io.*;
import java.util.*;

public class FieldsOfLibrary {
  private static class Box extends Rectangle {
    Box(int size) {
      super(size, size);
    }

    @Concurrent
    long area(int i) {
      work(i);
      return (long) getWidth() * height;
    }
  }

  private static int work(int i) {
    int s = i;
    for (int k = 0; k < 20000; k++) {
      s = s * 31 + k;
    }
    return s == 7 ? 1 : 0;
  }

  @Concurrent
  private static void grow(Rectangle box, int i) {
    work(i);
    box.setBounds(i, i, 2 * i, 3 * i);
  }

  @Concurrent
  private static double x(Point2D point, int i) {
    work(i);
    return point.getX();
  }

  @Concurrent
  private static double next(StreamTokenizer tokens) throws IOException {
    work(1);
    tokens.nextToken();
    return tokens.nval;
  }

  @Synchronized
  private static long boxes(int n) {
    Box box = new Box(1);
    long sum = 0;
    for (int i = 0; i < n; i++) {
      box.width = i;
      sum = sum * 31 + box.area(i);
    }
    for (int i = 0; i < n; i++) {
      grow(box, i);
      sum = sum * 31 + box.height;
    }
    return sum;
  }

  @Synchronized
  private static int points(Point2D.Double[] points) {
    double[] out = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      points[i / 2].x = i;
      out[i] = x(points[i / 2], i);
    }
    return Arrays.hashCode(out);
  }

  @Synchronized
  private static double tokens(int n) throws IOException {
    StreamTokenizer tokens = new StreamTokenizer(new StringReader("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16"));
    double sum = 0;
    for (int i = 0; i < n; i++) {
      next(tokens);
      sum = sum * 31 + tokens.nval;
    }
    return sum;
  }

  public static void main(String[] args) throws IOException {
    Point2D.Double[] points = new Point2D.Double[60];
    Arrays.setAll(points, i -> new Point2D.Double());
    System.out.println(boxes(60) + " " + points(points) + " " + tokens(16));
  }
}
