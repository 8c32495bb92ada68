package dev.deco.cli.demo;

import java.util.Map;

/**
 * Two results of the climate program against each other, bit for bit: {@code -0.0} is not {@code 0.0}, and a NaN is
 * only itself.
 *
 * @param cells how many cells the serial result has
 * @param different how many of them the parallel result lacks or has with other bits, and how many it has too many
 * @param first the first difference in words; empty where there is none
 */
record Comparison(long cells, long different, String first) {

  static Comparison of(Map<Integer, Map<Integer, Double>> serial, Map<Integer, Map<Integer, Double>> parallel) {
    long cells = 0;
    long different = 0;
    String first = "";
    for (var row : serial.entrySet()) {
      Map<Integer, Double> others = parallel.getOrDefault(row.getKey(), Map.of());
      for (var cell : row.getValue().entrySet()) {
        cells++;
        Double other = others.get(cell.getKey());
        if (same(cell.getValue(), other)) {
          continue;
        }
        if (different++ == 0) {
          first = "row " + row.getKey() + ", column " + cell.getKey() + ": serial " + cell.getValue() + ", parallel "
              + other;
        }
      }
    }
    long surplus = parallel.values().stream().mapToLong(Map::size).sum() - cells;
    if (surplus > 0 && different == 0) {
      first = "the parallel result has " + surplus + " cells too many";
    }
    return new Comparison(cells, different + Math.max(0, surplus), first);
  }

  private static boolean same(Double a, Double b) {
    return b != null && Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b);
  }

  boolean equal() {
    return different == 0;
  }
}
