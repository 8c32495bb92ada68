package climate;

import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows the whole of Deco in two lines: {@code @Concurrent} on the work, {@code @Synchronized} on its caller. Each cell
 * of a grid of the globe gets the mean of its neighbourhood, results go into a map of maps, and nothing else changes.
 *
 * <p>Run it: {@code deco run examples/climate/Climate.java [ROWS] [FILE]}
 */
public final class Climate {
  static final double EARTH_RADIUS = 6371; // km
  static final double REACH = 1500; // km: cells farther away than this do not count
  static final double SPREAD = 300; // km: the standard deviation of the Gaussian

  /** The mean of the cells within reach, each weighted by its area and by a Gaussian of its great-circle distance. */
  @Concurrent
  static double processLatLon(int lat, int lon, Grid data) {
    double here = Math.toRadians(data.latitude(lat));
    double limit = squareOfSine(REACH / EARTH_RADIUS / 2);
    int rows = (int) Math.toDegrees(REACH / EARTH_RADIUS);
    double sum = 0;
    double weights = 0;
    for (int row = Math.max(0, lat - rows); row <= Math.min(data.rows() - 1, lat + rows); row++) {
      double there = Math.toRadians(data.latitude(row));
      double area = StrictMath.cos(there);
      double across = StrictMath.cos(here) * area;
      double along = squareOfSine((there - here) / 2);
      int window = columnsWithin((limit - along) / across, data.columns());
      for (int offset = -window; offset <= window; offset++) {
        if (offset == data.columns() / 2) continue; // on the whole circle, the far side is already there as -offset
        double haversine = along + across * squareOfSine(Math.toRadians(offset) / 2);
        double distance = 2 * EARTH_RADIUS * StrictMath.asin(Math.sqrt(haversine));
        double weight = area * StrictMath.exp(-distance * distance / (2 * SPREAD * SPREAD));
        sum += weight * data.value(row, lon + offset);
        weights += weight;
      }
    }
    return sum / weights;
  }

  @Synchronized
  static Map<Integer, Map<Integer, Double>> processDataSet(Grid data) {
    var results = new TreeMap<Integer, Map<Integer, Double>>();
    for (int lat = 0; lat < data.rows(); lat++) {
      results.put(lat, new TreeMap<>());
      for (int lon = 0; lon < data.columns(); lon++)
        results.get(lat).put(lon, processLatLon(lat, lon, data));
    }
    return results;
  }

  /** How much wetter each cell is than its neighbourhood. */
  static Map<Integer, Map<Integer, Double>> anomalies(Grid data, Map<Integer, Map<Integer, Double>> means) {
    var results = new TreeMap<Integer, Map<Integer, Double>>();
    means.forEach((lat, row) -> {
      var anomalies = new TreeMap<Integer, Double>();
      row.forEach((lon, mean) -> anomalies.put(lon, data.value(lat, lon) - mean));
      results.put(lat, anomalies);
    });
    return results;
  }

  /** How many columns to either side of a cell are within reach, where {@code square} is sin²(half the angle). */
  private static int columnsWithin(double square, int columns) {
    if (square <= 0) return 0;
    if (square >= 1) return columns / 2;
    return Math.min(columns / 2, (int) Math.toDegrees(2 * StrictMath.asin(Math.sqrt(square))));
  }

  private static double squareOfSine(double angle) {
    double sine = StrictMath.sin(angle);
    return sine * sine;
  }

  /** Cells of one degree by one degree, row by row from north to south; the first cell is at (north, west). */
  record Grid(int rows, int columns, double north, double west, double[] cells) {

    double latitude(int row) {
      return north - row;
    }

    double longitude(int column) {
      return west + column;
    }

    /** The cell's value in mm; columns go round the globe. */
    double value(int row, int column) {
      return cells[row * columns + Math.floorMod(column, columns)];
    }

    /** The rows from {@code first} on as a grid of their own. */
    Grid band(int first, int count) {
      double[] band = new double[count * columns];
      System.arraycopy(cells, first * columns, band, 0, band.length);
      return new Grid(count, columns, north - first, west, band);
    }

    /** Reads {@code {"width": 360, "height": 168, "translate": [-180, 87], "values": [392, ...]}}. */
    static Grid parse(String json) {
      int columns = (int) numbers(json, "width", 1)[0];
      int rows = (int) numbers(json, "height", 1)[0];
      double[] corner = numbers(json, "translate", 2);
      return new Grid(rows, columns, corner[1], corner[0], numbers(json, "values", rows * columns));
    }

    private static double[] numbers(String json, String field, int count) {
      Matcher matcher = Pattern.compile("\"" + field + "\"\\s*:\\s*\\[?([^\\]\"}]*)").matcher(json);
      if (!matcher.find()) throw new IllegalArgumentException("the grid has no field \"" + field + "\"");
      String[] parts = matcher.group(1).split(",");
      if (parts.length < count)
        throw new IllegalArgumentException("\"" + field + "\" has " + parts.length + " numbers, not " + count);
      double[] numbers = new double[count];
      for (int i = 0; i < count; i++) {
        try {
          numbers[i] = Double.parseDouble(parts[i].strip());
        } catch (NumberFormatException e) {
          throw new IllegalArgumentException("\"" + field + "\", entry " + i + ": no number: " + parts[i].strip());
        }
      }
      return numbers;
    }
  }

  public static void main(String[] args) throws IOException {
    Grid globe = Grid.parse(args.length > 1 ? Files.readString(Path.of(args[1])) : data());
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : globe.rows();
    if (rows < 1 || rows > globe.rows())
      throw new IllegalArgumentException("ROWS is " + rows + ": give 1 to " + globe.rows());
    Grid grid = globe.band((globe.rows() - rows) / 2, rows);

    Map<Integer, Map<Integer, Double>> means = processDataSet(grid);

    System.out.println(grid.rows() + " x " + grid.columns() + " cells, mean precipitation within 1500 km, in mm");
    extremes("neighbourhood", grid, means);
    extremes("anomaly", grid, anomalies(grid, means));
    long bits = 17;
    for (Map<Integer, Double> row : means.values())
      for (double mean : row.values()) bits = 31 * bits + Double.doubleToRawLongBits(mean);
    System.out.println("all bits  " + Long.toHexString(bits));
  }

  private static void extremes(String what, Grid grid, Map<Integer, Map<Integer, Double>> values) {
    int[] low = {0, 0};
    int[] high = {0, 0};
    values.forEach((lat, row) -> row.forEach((lon, value) -> {
      if (value < values.get(low[0]).get(low[1])) {
        low[0] = lat;
        low[1] = lon;
      }
      if (value > values.get(high[0]).get(high[1])) {
        high[0] = lat;
        high[1] = lon;
      }
    }));
    for (int[] cell : new int[][] {low, high})
      System.out.println((cell == low ? "lowest " : "highest ") + what + "  " + values.get(cell[0]).get(cell[1])
          + "  at latitude " + grid.latitude(cell[0]) + ", longitude " + grid.longitude(cell[1]));
  }

  /** The data beside this program, from the class path or, run from the project's root, from the folder. */
  private static String data() throws IOException {
    try (InputStream resource = Climate.class.getResourceAsStream("annual-precip.json")) {
      if (resource != null) return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path file = Path.of("examples", "climate", "annual-precip.json");
    if (Files.exists(file)) return Files.readString(file);
    throw new IOException(file + " is not there: run this from the project's root, or name the file: Climate 168 FILE");
  }
}
