import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sensors and beacons: what part of each row is covered, and where the one gap is. */
public class Beacons {
  record Sensor(int x, int y, int reach) {}

  record Span(int from, int to) implements Comparable<Span> {
    boolean touches(Span other) {
      return other.from <= to + 1;
    }

    Span with(Span other) {
      return new Span(from, Math.max(to, other.to));
    }

    @Override public int compareTo(Span other) {
      return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
    }
  }

  @Concurrent
  static List<Span> covered(List<Sensor> sensors, int row) {
    Stream<Span> spans = sensors.stream().filter(sensor -> Math.abs(sensor.y() - row) <= sensor.reach()).map(sensor -> {
      int half = sensor.reach() - Math.abs(sensor.y() - row);
      return new Span(sensor.x() - half, sensor.x() + half);
    }).sorted();
    List<Span> merged = new ArrayList<>();
    spans.forEach(span -> {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).touches(span)) {
        merged.set(last, merged.get(last).with(span));
      } else {
        merged.add(span);
      }
    });
    return merged;
  }

  @Synchronized
  static Optional<String> gap(List<Sensor> sensors, int limit) {
    return IntStream.rangeClosed(0, limit).mapToObj(row -> {
      List<Span> spans = covered(sensors, row);
      return spans.size() > 1 ? row + ": " + spans : null;
    }).filter(text -> text != null).findFirst();
  }

  @Synchronized
  static long total(List<Sensor> sensors, int limit) {
    long total = 0;
    for (int row = 0; row <= limit; row++) {
      for (Span span : covered(sensors, row)) {
        total += span.to() - span.from() + 1;
      }
    }
    return total;
  }

  public static void main(String[] args) {
    List<Sensor> sensors = new ArrayList<>();
    int[][] data = {{2, 18, 7}, {9, 16, 1}, {13, 2, 3}, {12, 14, 4}, {10, 20, 4}, {14, 17, 5}, {8, 7, 9}, {2, 0, 10},
        {0, 11, 3}, {20, 14, 8}, {17, 20, 6}, {16, 7, 5}, {14, 3, 1}, {20, 1, 7}};
    for (int[] each : data) {
      sensors.add(new Sensor(each[0], each[1], each[2]));
    }
    System.out.println(gap(sensors, 20));
    System.out.println(total(sensors, 400));
    sensors.remove(6);
    System.out.println(gap(sensors, 20));
  }
}
